"""When something is to happen, and for how long, read from a text's words and marks with one space around each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from trust_desktop import resources

_MINUTES: Final = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600}
_NEAR: Final = 3
"""So many words before a span say what it is said of: "spend at least two days"."""


def numbers() -> frozenset[str]:
    """Return the words that are numbers."""
    return frozenset(resources.content("parts")["numbers"])


def says_when(spaced: str) -> bool:
    """Whether a moment, a day or how often is named; "when you can" and "for a while" name none."""
    times = _times()
    said = times.vague.sub("", spaced)
    named = times.dated.search(said) or times.counted.search(said)
    return bool(named) or not times.words.isdisjoint(said.split())


def without_times(spaced: str) -> list[str]:
    """Return the words but for those that name a moment or a day: "at dinner" is none of the things in a text."""
    times = _times()
    return [word for word in times.dated.sub("", spaced).split() if word not in times.words]


def names_deadline(spaced: str) -> bool:
    """Whether it is to be done by an hour."""
    return bool(_times().deadline.search(spaced))


def longest_minutes(spaced: str) -> int:
    """Return the longest span something is to last; "every two weeks" and "a day before" are none."""
    times = _times()
    repeated = not times.repeated.isdisjoint(spaced.split())
    longest = 0
    for match in times.span.finditer(spaced):
        minutes = _MINUTES[match["unit"]]
        before = spaced[: match.start()].rsplit(maxsplit=_NEAR)[-_NEAR:]
        if times.lasts(
            before, long=minutes >= _MINUTES["day"], repeated=repeated, ahead=bool(match["ahead"])
        ):
            longest = max(longest, times.count(match["count"]) * minutes)
    return longest


@dataclass(frozen=True, slots=True)
class _Times:
    numbers: dict[str, int]
    words: frozenset[str]
    repeated: frozenset[str]
    lasting: frozenset[str]
    about: frozenset[str]
    vague: re.Pattern[str]
    dated: re.Pattern[str]
    counted: re.Pattern[str]
    deadline: re.Pattern[str]
    span: re.Pattern[str]

    def count(self, number: str) -> int:
        return int(number[:9]) if number.isdecimal() else self.numbers.get(number, 1)

    def lasts(self, before: list[str], *, long: bool, repeated: bool, ahead: bool) -> bool:
        """Whether the words before a span say that it lasts; about days is mostly what is told, or how long ahead."""
        said = [word for word in before if word not in self.about][-1:]
        if said and said[0] in self.lasting:
            return not (long and repeated and said[0] == "for")
        return not (long or ahead) and before[-1:] != [] and before[-1] in self.about


@cache
def _times() -> _Times:
    content: dict[str, Any] = resources.content("parts")
    when, sitting = content["when"], content["sitting"]
    number = rf"(?:\d{{1,2}}|{_any(content['numbers'])})"
    half = rf"(?:(?:half|quarter|{number})(?: minutes?)? (?:past|to) |half )"
    hour = rf"{half}?(?:\d{{1,2}}[:.]\d{{2}}|{number}(?: {number}){{0,2}})"
    # A thing that is counted stands behind no hour: "at six", but not "at six flats".
    ends = (
        rf"(?= $| [.,;!?] | {_any([*when['behind_an_hour'], *when['words']])} | (?!of )\S+ (?:me|us|your) )"
    )
    return _Times(
        numbers=content["numbers"],
        words=frozenset(when["words"]),
        repeated=frozenset(sitting["repeated"]),
        lasting=frozenset(sitting["lasting"]),
        about=frozenset(sitting["about"]),
        vague=re.compile(rf"(?<= ){_any(when['vague'])} "),
        dated=_compiled(*_moments(number, hour, ends), *_days(when, ends), *_meals(when)),
        counted=_compiled(rf"(?:{number}|an?|several|few) (?:[^ .,;!?]+ )?(?:a|per) (?:day|week|month|year)"),
        deadline=_compiled(r"by \d{1,2}(?:[:.]\d{2})?", rf"by {hour}{ends}", "by (?:noon|midday|midnight)"),
        span=re.compile(
            rf"(?<= )(?P<count>\d+|an?|{_any(content['numbers'])}) (?P<unit>{'|'.join(_MINUTES)})s?"
            rf"(?= (?P<ahead>(?:, )?{_any(sitting['ahead'])} )?)"
        ),
    )


def _moments(number: str, hour: str, ends: str) -> tuple[str, ...]:
    return (
        r"\d{1,2}[:.]\d{2}",
        rf"{number} (?:am|pm|[ap] \. m)",
        rf"(?:at|by|around|till|until)(?: (?:about|around|exactly))? {hour}{ends}",
        rf"(?:half|quarter|{number})(?: minutes?)? (?:past|to) {hour}{ends}",
        rf"(?:from {hour}(?: [ap]m)? (?:to|till|until)|between {hour}(?: [ap]m)? and) {hour}{ends}",
        rf"(?:in|within) (?:{number}|an?) {_any(_MINUTES)}s?",
    )


def _days(when: dict[str, Any], ends: str) -> tuple[str, ...]:
    day = _any(when["short_days"])
    return (
        rf"(?:on|by|next) {day}(?: (?:and |or |to |, )?{day}){{0,6}}",
        r"\d{1,2}/\d{1,2}(?! of )",
        rf"(?:on|by|from|before|after|till|until) (?:the )?\d{{1,2}} (?:st|nd|rd|th){ends}",
        # The other months are no common words.
        r"(?:\d{1,2}|st|nd|rd|th)(?: of)? may|may \d{1,2}|(?:in|until) may",
        r"(?:next|this) (?:week|month|year)|next time",
        r"(?:start|beginning|middle|end|first|last|day) of the (?:day|week|month|year)",
    )


def _meals(when: dict[str, Any]) -> tuple[str, ...]:
    between = _any([*when["before_a_meal"], *when["words"]])
    return (
        rf"{_any(when['at_a_meal'])} (?:{between} ){{0,2}}{_any(when['meals'])}(?! table)",
        rf"{_any(when['meals'])} (?:break|hour|time)",
    )


def _compiled(*patterns: str) -> re.Pattern[str]:
    """Nothing in the patterns may be repeated without an end."""
    return re.compile(rf"(?<= )(?:{'|'.join(patterns)})(?= )")


def _any(words: Iterable[str]) -> str:
    """Match one of the words or phrases, of two that begin alike the longer."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
