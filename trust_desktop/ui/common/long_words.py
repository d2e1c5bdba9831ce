"""Where a line may end and where not: one long word must not push a page out of its window, nor a mark stand alone."""

import re
from typing import Final

BREAK: Final = "\u200b"
JOIN: Final = "\u00a0\u2060"
"""A space where no line ends, marked as ours by the word joiner after it."""
_LONG: Final = re.compile(r"[^\s\u200b]{24,}")
_LAST_MARKS: Final = re.compile(r" (?=(?:[^\w\s“‘«(]{1,4}|\w{1,2}[^\w\s“‘«(]{0,3}[”’»])\s*$)")
"""The space before what ends a text and is no word, or hardly one: an ellipsis, the last letter of a quotation."""
_PIECE: Final = re.compile(r"(.{12})(?=.{4})")


def breakable(text: str) -> str:
    """For painting only: what is spoken, copied and compared stays whole."""
    return _LAST_MARKS.sub(JOIN, _LONG.sub(lambda word: _PIECE.sub(rf"\1{BREAK}", word[0]), text))


def unbroken(text: str) -> str:
    """Return the text without the places put into it."""
    return text.replace(BREAK, "").replace(JOIN, " ")
