"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"(?:[.!?\u2026]+[\"'\u2019\u201d)\]]*(?=\s|$)|\n)[^\S\n]*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence, without the white space around it; in code points, in order."""
    start = 0
    for match in _END.finditer(text):
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    last = start + len(part.rstrip())
    if first < last:
        yield first, last
