"""The words that the program knows how to spell: counted in the training sentences, and those of the content files."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

from training.labelled import load
from trust_desktop import resources
from trust_desktop.wording.tokens import tokens

COMMON: Final = 12
"""A word in so many training texts may be what somebody meant."""
KNOWN: Final = 2
"""A word in so many is no slip of the fingers."""
_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[a-z']+")


def write(path: Path) -> None:
    """Write common words, the most frequent first, an empty line, and the others that are known."""
    seen = Counter(
        word
        for task in ("messages", "requests")
        for row in load(task, "train")
        for word in {token.plain for token in tokens(row.text) if token.is_word and token.plain.isascii()}
        if len(word) >= _SHORTEST
    )
    common = sorted((word for word in seen if seen[word] >= COMMON), key=lambda word: (-seen[word], word))
    known = {word for word in seen if seen[word] >= KNOWN} | _content_words()
    rest = sorted(known - set(common))
    path.write_text("\n".join([*common, "", *rest, ""]), encoding="utf-8")


def _content_words() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in resources.path("content", "en").glob("*.toml"))
    return {word for text in texts for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST}
