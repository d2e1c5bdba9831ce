"""Texts as plain lower-case words, and word lists with the forms their entries stand for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .spelling import spelled
from .tokens import NO_APOSTROPHE

_WORD = re.compile(r"\d{1,2}[:.]\d{2}|\d+/\d+|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[.;!?,]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_VOWELS = frozenset("aeiou")
STOPS = frozenset(".;!?")
COMMA = ","


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text: as it was written, and in small letters."""

    written: str
    plain: str


def words(text: str) -> tuple[Word, ...]:
    """Return words, times, numbers and the marks that part clauses, in order; slips of spelling and missing apostrophes as what was meant."""
    found = _WORD.findall(text.translate(_QUOTES))
    return tuple(
        Word(word, _meant(word, is_name=bool(at) and word.istitle())) for at, word in enumerate(found)
    )


def _meant(written: str, *, is_name: bool) -> str:
    small = written.casefold()
    meant = NO_APOSTROPHE.get(small, small)
    return meant if is_name else spelled(meant)


def plain(found: Iterable[Word]) -> str:
    """Return the words with single spaces around each, so that a phrase can be looked for with `in`."""
    kept = [word.plain for word in found if word.plain not in STOPS and word.plain != COMMA]
    return f" {' '.join(kept)} "


def holds_any(padded: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands in a text made by `plain`."""
    return any(f" {phrase} " in padded for phrase in phrases)


def forms(entry: str) -> frozenset[str]:
    """Return all forms of a list entry such as "walk" or "go: goes went gone"."""
    base, _, irregular = entry.partition(":")
    base = base.strip()
    return frozenset({base, *irregular.split(), *_regular(base, bool(irregular))})


def all_forms(entries: Iterable[str]) -> dict[str, str]:
    """Map every form of every entry to its base."""
    return {form: entry.partition(":")[0].strip() for entry in entries for form in forms(entry)}


def _regular(base: str, has_past: bool) -> list[str]:  # noqa: FBT001 - a word and what is known of it
    made = [_third(base), _running(base)]
    if not has_past:
        made.append(_past(base))
    return made


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if _consonant_y(base) else f"{base}s"


def _running(base: str) -> str:
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if _consonant_y(base) else f"{base}ed"


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in _VOWELS
