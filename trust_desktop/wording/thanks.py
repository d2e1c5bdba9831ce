"""Which of the four good parts of a thank-you are there: the act, when, what it did for me, thanks."""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any, Final

from trust_desktop import resources


class ThanksPart(Enum):
    """What makes thanks land; in the order they are shown."""

    ACT = "act"
    WHEN = "when"
    EFFECT = "effect"
    THANKS = "thanks"


_GAP: Final = r"(?:[\w']+ ){0,4}?"
"""What an asterisk in a phrase stands for: up to four words. Bounded, so that reading stays linear."""


def thanks_parts(text: str) -> frozenset[ThanksPart]:
    """Say which parts are there; a part that is not seen is an offer, never a fault."""
    words = _plain(text)
    found = {part for part, signs in _signs().items() if signs.search(words)}
    if _act().search(_without_thanks(words)):
        found.add(ThanksPart.ACT)
    if ThanksPart.THANKS in found and not _thanks_stand(words):
        found.discard(ThanksPart.THANKS)
    return frozenset(found)


def _plain(text: str) -> str:
    """Lower case, straight apostrophes, single spaces, sentences parted by full stops."""
    straight = text.casefold().replace("\u2019", "'").replace("\u02bc", "'")
    return re.sub(r"\s+", " ", straight)


def _without_thanks(words: str) -> str:
    """The *you* of *thank you* did nothing yet."""
    return re.sub(r"\b(?:thank|thanking|love|miss|tell|see) you\b", "thanks", words)


def _thanks_stand(words: str) -> bool:
    return bool(_signs()[ThanksPart.THANKS].search(_phrases(_content()["thanks"]["hollow"]).sub(" ", words)))


def _content() -> dict[str, Any]:
    return resources.content("thanks")


@cache
def _signs() -> dict[ThanksPart, re.Pattern[str]]:
    content = _content()
    return {
        ThanksPart.ACT: _phrases(content["act"]["signs"]),
        ThanksPart.WHEN: _phrases(content["when"]["signs"], r"\d{1,2}[:.]\d{2}", r"\d{1,2} ?[ap]\.?m\b"),
        ThanksPart.EFFECT: _phrases(content["effect"]["signs"]),
        ThanksPart.THANKS: _phrases(content["thanks"]["signs"]),
    }


@cache
def _act() -> re.Pattern[str]:
    """*You*, perhaps an adverb, then something done; or *thanks for* and a deed; or *your call*."""
    act = _content()["act"]
    adverbs, verbs, not_verbs = (_any(act[name]) for name in ("adverbs", "verbs", "not_verbs"))
    things, deeds = _any(act["things"]), _any(act["not_deeds"])
    adverb = rf"(?:(?:{adverbs}|(?!(?:{_any(act['not_adverbs'])})\b)\w+ly),? )"
    return re.compile(
        rf"\byou(?:'ve| have|'d| had| both)? {adverb}{{0,2}}(?!(?:{not_verbs})\b)(?:{verbs}|\w{{2,}}ed)\b"
        rf"|\bthanks?(?: you)?(?: so much| very much)? for {adverb}?(?!(?:{deeds})\b)\w{{2,}}ing\b"
        rf"|\byour (?:\w+ )?(?:{things})\b"
    )


@cache
def _compiled(signs: tuple[str, ...], extra: tuple[str, ...]) -> re.Pattern[str]:
    patterns = [rf"\b(?:{_any(signs)})(?!\w)", *(rf"(?<!\d)(?:{pattern})" for pattern in extra)]
    return re.compile("|".join(patterns))


def _phrases(signs: Iterable[str], *extra: str) -> re.Pattern[str]:
    return _compiled(tuple(signs), extra)


def _any(phrases: Iterable[str]) -> str:
    """One alternative for all phrases; ` * ` in a phrase leaves room for a few words."""
    plain = (
        re.escape(_plain(phrase)).replace(r"\ \*\ ", rf" {_GAP}").replace(r"\ ", " ") for phrase in phrases
    )
    return "|".join(sorted(plain, key=len, reverse=True))
