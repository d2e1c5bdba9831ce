"""A text with words taken out or put in, so that what is left still reads as a sentence."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from .tokens import Token

_PARTING: Final = frozenset(
    {",", ";", ":", "-", "\u2026", "(", ")", ".", "!", "?", "!!", "??", "?!", "/", "\n"}
)
JOINING: Final = frozenset(
    {
        "but",
        "although",
        "though",
        "however",
        "yet",
        "except",
        "because",
        "so",
        "unless",
        "or",
        "since",
        "while",
    }
)
_ENDING: Final = frozenset(".!?\u2026")
_LEAST_WORDS: Final = 2
_ORPHANS: Final = re.compile(r"[\s,;:\u2013\u2014(-]+(?=[.!?\u2026]|$)")


def clause_around(found: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the clause, first token and behind the last, that holds the tokens from `first` to before `last`."""
    while first > 0 and not parts(found, first):
        first -= 1
    while last < len(found) and not parts(found, last):
        last += 1
    return first, last


def parts(found: Sequence[Token], at: int) -> bool:
    """Whether a new clause begins at this token: a mark that parts, or a word that joins."""
    return found[at].plain in JOINING or found[at - 1].plain in _PARTING or found[at].plain in _PARTING


def without(text: str, start: int, end: int) -> str | None:
    """Return the text without the code points `start` to `end`, tidied; None where too little is left to say."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    begins = not before or before[-1] in _ENDING
    if not begins and (not after or after[0] in _ENDING):
        before = _ORPHANS.sub("", before)
        if not after:
            after = "."
    elif begins:
        after = _begun(after, capital=text[start : start + 1].isupper() or not before)
    gap = "" if not before or not after or after[0] in _ENDING else " "
    left = f"{before}{gap}{after}".strip()
    enough = list(islice(re.finditer(r"\w+", left), _LEAST_WORDS))
    return left if len(enough) >= _LEAST_WORDS else None


def _begun(rest: str, *, capital: bool) -> str:
    """Begin what is left of a sentence, without the marks and the joining word that led to it."""
    rest = rest.lstrip(" ,;:.!?\u2013\u2014)-\u2026")
    first, _, more = rest.partition(" ")
    if first.casefold() in JOINING and more:
        rest = more
    return rest[:1].upper() + rest[1:] if capital else rest


def replaced(text: str, start: int, end: int, words: str) -> str:
    """Return the text with other words from `start` to `end`, in capitals where those began with one."""
    if text[start : start + 1].isupper():
        words = words[:1].upper() + words[1:]
    return f"{text[:start]}{words}{text[end:]}"
