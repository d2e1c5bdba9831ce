"""A quiet line of the first page: what it says, the doors it offers, and which lines come first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from trust_desktop.services.session import VaultSession
from trust_desktop.services.today import TodayView
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.nav_rail import Place

MOST_AT_ONCE: Final = 3


class Matter(Enum):
    """What a line is about, in the order of what matters at midnight; one that waits has waited well."""

    PAUSE = auto()
    """The other is waiting for the time that was named."""

    OFTEN_MISSED = auto()
    OPENNESS_ENDED = auto()
    LOOK_AGAIN = auto()
    """The day has come that was named with a *not now*."""

    BACKUP = auto()
    REVIEW = auto()
    WEEKLY_TALK = auto()
    CHECK_IN = auto()
    DRILL = auto()
    OPENING = auto()
    TOUR = auto()


@dataclass(frozen=True, slots=True)
class Door:
    """What may be done about it. `spoken` says more than `words` where one door looks like another."""

    words: str
    opened: Callable[[], object]
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class QuietLine:
    """One sentence or two, and the doors beside it, the likeliest first."""

    matter: Matter
    words: str
    doors: tuple[Door, ...] = ()


def _nowhere(*_what: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Asking:
    """What a source of lines may read, and where its doors may lead."""

    session: VaultSession
    view: TodayView
    go_to: Callable[[Place], None]
    done: Callable[[Done], None]
    """Takes what a door did, so that it can be undone."""

    look_at: Callable[[int], None] = _nowhere
    """Opens the review of an action."""

    try_way_back: Callable[[], object] = _nowhere
    """Leads to where the recovery code is tried."""


Source: TypeAlias = Callable[[Asking], Iterable[QuietLine]]


def the_first(lines: Iterable[QuietLine]) -> tuple[QuietLine, ...]:
    """Return the few that are shown, by what they are about; the others come when these are done with."""
    by_matter = sorted(lines, key=lambda line: line.matter.value)
    return tuple(by_matter[:MOST_AT_ONCE])


def same_words(some: Iterable[QuietLine], others: Iterable[QuietLine]) -> bool:
    """Whether both look and sound the same, wherever their doors lead."""

    def seen(line: QuietLine) -> tuple[str, list[tuple[str, str]]]:
        return line.words, [(door.words, door.spoken) for door in line.doors]

    return [seen(line) for line in some] == [seen(line) for line in others]
