"""From the rows that could be read to the person's own words, by day and by what they were written for."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Final

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.safety import Answered, Reply, Side
from trust_desktop.storage.column_types import moment_of
from trust_desktop.storage.rescue import Row, Wanted


class RescuedKind(Enum):
    """One list each."""

    PLAN = auto()
    DAYS = auto()
    SAID = auto()
    CHECK_INS = auto()
    OTHER = auto()


class RescuedPart(Enum):
    """What words were written for."""

    FAIR_CHANCE = auto()
    ACTION = auto()
    KNOWN_BY = auto()
    WHY = auto()
    PURPOSE = auto()
    MESSAGE = auto()
    ANSWER = auto()
    REST = auto()
    ENDING = auto()
    MARK = auto()
    NOTE = auto()
    SAID = auto()
    CHECK_IN = auto()
    WEEKLY_TALK = auto()
    STORY = auto()
    PAUSE = auto()
    OPENING = auto()
    HELP = auto()
    LOOK = auto()
    BEING_WRITTEN = auto()


@dataclass(frozen=True, slots=True)
class RescuedLine:
    """Words and the day they belong to, if that is known; a mark has its outcome and the words of its action."""

    kind: RescuedKind
    part: RescuedPart
    day: date | None
    text: str
    outcome: Outcome | None = None
    numbers: tuple[int | None, ...] = ()
    """Of a check-in: felt safety, closeness, steadiness."""

    answers: tuple[Answered, ...] = ()
    """Of the private look, as far as they were given."""


@dataclass(frozen=True, slots=True)
class _Source:
    wanted: Wanted
    kind: RescuedKind
    day: str
    parts: tuple[tuple[str, RescuedPart], ...]


def _source(table: str, key: str, kind: RescuedKind, day: str, **parts: RescuedPart) -> _Source:
    columns = (*parts, *((day,) if day and day != key else ()))
    return _Source(Wanted(table, (key,), columns), kind, day, tuple(parts.items()))


_K, _P = RescuedKind, RescuedPart
_TALK: Final = ("appreciations", "went_well", "feel", "about", "need", "wish")
_PLAIN: Final = (
    _source("plans", "id", _K.PLAN, "went_live_at", fair_chance=_P.FAIR_CHANCE),
    _source("plan_sayings", "plan_id", _K.PLAN, "", place=_P.MESSAGE, time=_P.MESSAGE, message=_P.MESSAGE),
    _source("answers", "id", _K.PLAN, "day", words=_P.ANSWER),
    _source("plan_rests", "id", _K.PLAN, "from_day", words=_P.REST),
    _source("plan_endings", "plan_id", _K.PLAN, "from_day", words=_P.ENDING),
    _source("notes", "day", _K.DAYS, "day", text=_P.NOTE),
    _source("acknowledgements", "id", _K.SAID, "day", text=_P.SAID),
    _source("weekly_talks", "week", _K.OTHER, "week", **dict.fromkeys(_TALK, _P.WEEKLY_TALK)),
    _source("stories", "part", _K.OTHER, "saved_at", text=_P.STORY),
    _source("pauses", "id", _K.OTHER, "started_at", leaving=_P.PAUSE, instead=_P.PAUSE, opener=_P.PAUSE),
    _source("urges", "id", _K.OTHER, "felt_at", words=_P.PAUSE),
    _source("openings", "id", _K.OTHER, "chosen_at", text=_P.OPENING, words=_P.OPENING),
    _source("help_entries", "id", _K.OTHER, "added_at", name=_P.HELP, text=_P.HELP),
)
_VERSIONS: Final = Wanted(
    "action_versions", ("action_id", "number"), ("from_day", "text", "known_by", "why", "purpose")
)
_VERSION_PARTS: Final = (
    ("text", _P.ACTION),
    ("known_by", _P.KNOWN_BY),
    ("why", _P.WHY),
    ("purpose", _P.PURPOSE),
)
_MARKS: Final = Wanted("follow_throughs", ("day", "action_id"), ("outcome", "reason"))
_CHECK_INS: Final = Wanted(
    "check_ins", ("id",), ("day", *(_NUMBERS := ("felt_safety", "closeness", "steadiness")), "line")
)
_LOOKS: Final = Wanted("safety_answers", ("id",), ("body", "answered_at"))
_DRAFTS: Final = tuple(
    Wanted(table, (key,), ("body", "saved_at"))
    for table, key in (("plan_drafts", "id"), ("acknowledgement_drafts", "id"), ("writings", "name"))
)

_NO_WORDS: Final = (".numbers", ".guess", ".kept")
"""How the names of what is being written end where it is numbers, or the names of remarks."""
_ONLY_NAMED: Final = frozenset({"kept", "kept_words"})
"""Fields of a draft that name remarks on its words."""


def lines(read: Callable[[Wanted], tuple[Row, ...]]) -> tuple[RescuedLine, ...]:
    """Return everything that `read` gives, the newest day first; what belongs to no day comes last."""
    versions = read(_VERSIONS)
    found = [
        *(line for source in _PLAIN for row in read(source.wanted) for line in _plain(source, row)),
        *(line for row in versions for line in _version(row)),
        *(_mark(row, versions) for row in read(_MARKS)),
        *(_check_in(row) for row in read(_CHECK_INS)),
        *(line for row in read(_LOOKS) for line in _look(row)),
        *(line for wanted in _DRAFTS for row in read(wanted) for line in _draft(row)),
    ]
    return tuple(sorted(found, key=lambda line: line.day or date.min, reverse=True))


def _plain(source: _Source, row: Row) -> Iterable[RescuedLine]:
    day = _day(row.get(source.day))
    return (
        RescuedLine(source.kind, part, day, text)
        for name, part in source.parts
        if (text := _text(row.get(name)))
    )


def _version(row: Row) -> Iterable[RescuedLine]:
    day = _day(row.get("from_day"))
    return (
        RescuedLine(_K.PLAN, part, day, text)
        for name, part in _VERSION_PARTS
        if (text := _text(row.get(name)))
    )


def _mark(row: Row, versions: tuple[Row, ...]) -> RescuedLine:
    of_action = [each for each in versions if each["action_id"] == row["action_id"]]
    begun = [each for each in of_action if str(each.get("from_day")) <= str(row["day"])]
    title = _text((begun or of_action or [{}])[-1 if begun else 0].get("text")).partition("\n")[0]
    words = "\n".join(text for text in (title, _text(row.get("reason"))) if text)
    return RescuedLine(_K.DAYS, _P.MARK, _day(row["day"]), words, _outcome(row.get("outcome")))


def _check_in(row: Row) -> RescuedLine:
    numbers = tuple(value if isinstance(value := row.get(name), int) else None for name in _NUMBERS)
    return RescuedLine(_K.CHECK_INS, _P.CHECK_IN, _day(row.get("day")), _text(row.get("line")), None, numbers)


def _look(row: Row) -> Iterable[RescuedLine]:
    try:
        every = [
            Answered(Side(side), question, Reply(reply))
            for side, question, reply in json.loads(_text(row.get("body")))
        ]
    except (TypeError, ValueError):  # of a later version
        return ()
    given = tuple(each for each in every if each.reply is not Reply.OPEN)
    day = _day(row.get("answered_at"))
    return (RescuedLine(_K.OTHER, _P.LOOK, day, "", answers=given),) if given else ()


def _draft(row: Row) -> Iterable[RescuedLine]:
    if _text(row.get("name")).endswith(_NO_WORDS):
        return ()
    day = _day(row.get("saved_at"))
    texts = _words_of(_text(row.get("body")))
    return (RescuedLine(_K.OTHER, _P.BEING_WRITTEN, day, text) for text in texts)


def _words_of(body: str) -> Iterable[str]:
    """What is being written is a draft in fields, or in one field the words themselves."""
    try:
        fields = json.loads(body)
    except ValueError:
        fields = body
    return _words_in(fields) if isinstance(fields, Mapping) else [body] if body else []


def _words_in(value: Any) -> Iterable[str]:  # noqa: ANN401 - whatever stood there
    """What a person wrote has a space in it; names of choices and days have none."""
    if isinstance(value, str):
        return [value] if " " in value.strip() else []
    if isinstance(value, Mapping):
        parts: Iterable[Any] = (part for name, part in value.items() if name not in _ONLY_NAMED)
    else:
        parts = value if isinstance(value, list) else ()
    return [text for part in parts for text in _words_in(part)]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _outcome(value: object) -> Outcome | None:
    try:
        return Outcome(value)
    except ValueError:
        return None


def _day(value: object) -> date | None:
    """A day as it stands there, or the day of a moment."""
    text = _text(value)
    try:
        return moment_of(text).date() if "T" in text else date.fromisoformat(text)
    except (ValueError, IndexError):
        return None
