"""A pause: how long it may be, how it stands at a moment, and how strong the urge was meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from typing import Final

LEAST: Final = timedelta(minutes=20)
"""A body that is upset takes about so long to settle."""

MOST: Final = timedelta(hours=24)
"""Longer away would be leaving."""

LENGTHS: Final = tuple(
    timedelta(minutes=minutes) for minutes in (20, 30, 60, 90, 120, 180, 240, 360, 480, 720, 1440)
)
STEP: Final = timedelta(minutes=5)
"""A return time is a time one would say, such as 21:40; and the urge is asked for again after as long."""

ASKED_FOR: Final = timedelta(minutes=30)
"""So long the urge is asked for; mostly it has ebbed by then."""

STRENGTHS: Final = range(11)
QUARTERS: Final = 4

_BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)


class Phase(Enum):
    """How a pause stands: under way, at its return time, or where the clock says less than is known already."""

    RUNNING = auto()
    TIME_HAS_COME = auto()
    CLOCK_SET_BACK = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Urge:
    """How strong it was, 0 to 10; `words` is what was done instead, where there was no pause."""

    id: int
    pause_id: int | None
    felt_at: datetime
    strength: int
    words: str


@dataclass(frozen=True, slots=True)
class Pause:
    """A time away with a stated return; `urges` in the order they were felt."""

    id: int
    started_at: datetime
    returns_at: datetime
    ended_at: datetime | None
    leaving: str
    opener: str
    instead: str
    urges: tuple[Urge, ...] = ()

    @property
    def last_known(self) -> datetime:
        """The latest moment at which it is known to have been running."""
        return max([self.started_at, *(urge.felt_at for urge in self.urges)])

    def phase(self, now: datetime) -> Phase:
        if self.ended_at is not None:
            return Phase.ENDED
        if now < self.last_known:
            return Phase.CLOCK_SET_BACK
        return Phase.TIME_HAS_COME if now >= self.returns_at else Phase.RUNNING

    def filled(self, now: datetime) -> float:
        """How much of it has passed, from 0 to 1 whatever the clock says."""
        now = max(now, self.last_known)
        return min(1.0, (now - self.started_at) / (self.returns_at - self.started_at))

    def asks_again(self, now: datetime) -> bool:
        """Whether it is time to ask how strong the urge is: at once, then every five minutes up to thirty."""
        if self.phase(now) is not Phase.RUNNING or now - self.started_at > ASKED_FOR:
            return False
        return not self.urges or now - self.urges[-1].felt_at >= STEP

    def corrects(self, now: datetime) -> Urge | None:
        """Return the urge that a new one would stand in the place of: felt within five minutes of `now`.

        A clock set back further says nothing of how long ago that was, so each stands for itself then.
        """
        last = self.urges[-1] if self.urges else None
        return last if last is not None and abs(now - last.felt_at) < STEP else None


def return_time(start: datetime, length: timedelta) -> datetime:
    """Return when a pause of about this length ends: never too short, never too long, on a time one can say."""
    return min(_next_step(start + max(length, LEAST)), _step_before(start + MOST))


def later_return(pause: Pause, now: datetime, more: timedelta) -> datetime | None:
    """Return when a pause ends that is asked to be so much longer; None where a whole day is spent already."""
    begins = max(now, pause.returns_at)
    longest = _step_before(pause.started_at + MOST)
    later = min(_next_step(begins + more), longest)
    return later if later > begins else None


def scale_end(pause: Pause) -> timedelta:
    """Return how far from its start the line of a pause's urges is drawn."""
    planned = min(pause.returns_at - pause.started_at, ASKED_FOR)
    felt = pause.urges[-1].felt_at - pause.started_at if pause.urges else planned
    return max(planned, felt)


def in_order(urges: Sequence[Urge]) -> tuple[Urge, ...]:
    return tuple(sorted(urges, key=lambda urge: (urge.felt_at, urge.id)))


def _next_step(moment: datetime) -> datetime:
    before = _step_before(moment)
    return before if before == moment else before + STEP


def _step_before(moment: datetime) -> datetime:
    """Count in UTC, so that no change of summer time makes a pause longer or shorter."""
    utc = moment.astimezone(UTC)
    return (utc - (utc - _BEGINNING) % STEP).astimezone(moment.tzinfo)
