"""Passphrases: one form for the same words typed anywhere, five offered words, and an honest judgement."""

import math
import secrets
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from trust_desktop import resources

OFFERED_WORDS: Final = 5
LEAST_CHARACTERS: Final = 14
LEAST_LEVEL: Final = 3
_HALVES: Final = "surrogatepass"  # half a character, as a broken paste leaves it, is a letter like others
_LEVELS: Final = (3, 6, 8, 10)  # powers of ten of guesses from which zxcvbn counts the next level
_LOOKED_AT: Final = 72  # zxcvbn takes no more; what is longer only gets stronger


class Hint(Enum):
    """Why a guesser who knows the person would be quick."""

    TOO_SHORT = auto()
    EASILY_GUESSED = auto()
    HAS_A_NAME = auto()
    HAS_A_DATE = auto()


@dataclass(frozen=True, slots=True)
class Strength:
    """`level` is 0 to 4 as zxcvbn counts, for somebody who knows its names and dates; `enough` whether a vault may have it."""

    level: int
    enough: bool
    hints: frozenset[Hint]


def canonical(text: str) -> bytearray:
    """UTF-8 of the NFKC form, spaces evened out: keyboards and systems write the same letters differently."""
    return bytearray(" ".join(unicodedata.normalize("NFKC", text).split()).encode("utf-8", _HALVES))


def strength(text: str) -> Strength:
    plain = canonical(text).decode("utf-8", _HALVES)
    if not plain:
        return Strength(0, enough=False, hints=frozenset({Hint.TOO_SHORT}))
    from zxcvbn import zxcvbn  # its word lists take a while to load

    judged = zxcvbn(plain[:_LOOKED_AT])
    known = [part for part in judged["sequence"] if _hint(part) is not None]
    left = judged["guesses_log10"] - sum(math.log10(part["guesses"]) for part in known)
    level = min(int(judged["score"]), sum(left >= each for each in _LEVELS))
    hints = {_hint(part) for part in known}
    if len(plain) < LEAST_CHARACTERS:
        hints.add(Hint.TOO_SHORT)
    if level < LEAST_LEVEL:
        hints.add(Hint.EASILY_GUESSED)
    enough = len(plain) >= LEAST_CHARACTERS and level >= LEAST_LEVEL
    return Strength(level, enough, frozenset(hint for hint in hints if hint))


def _hint(part: dict[str, object]) -> Hint | None:
    if part["pattern"] == "date":
        return Hint.HAS_A_DATE
    if part.get("dictionary_name") in ("male_names", "female_names"):
        return Hint.HAS_A_NAME
    return None


def offer() -> str:
    """Five words of some 7,700: about 64 bits. Those that could hurt just now are not among them."""
    left_out = set(resources.text("wordlists", "en_not_offered.txt").split())
    words = [word for word in resources.text("wordlists", "en.txt").split() if word not in left_out]
    return " ".join(secrets.choice(words) for _ in range(OFFERED_WORDS))
