"""Places inside very long words where a line may end: one word must not push a page out of its window."""

import re
from typing import Final

BREAK: Final = "\u200b"
_LONG: Final = re.compile(r"[^\s\u200b]{24,}")
_PIECE: Final = re.compile(r"(.{12})(?=.{4})")


def breakable(text: str) -> str:
    """For painting only: what is spoken, copied and compared stays whole."""
    return _LONG.sub(lambda word: _PIECE.sub(rf"\1{BREAK}", word[0]), text)


def unbroken(text: str) -> str:
    """Return the text without the places put into it."""
    return text.replace(BREAK, "")
