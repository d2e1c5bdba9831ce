"""The first week's cards: at most one a day, each until it is put away, and none once they are left."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Tour:
    """How many cards were put away, the day of the last one, and whether the rest is not wanted."""

    seen: int = 0
    last_day: date | None = None
    left: bool = False

    def card_on(self, day: date, cards: int) -> int | None:
        """Return the number of the card for a day, from 0, of so many; None where there is none."""
        if self.left or self.seen >= cards or self.last_day == day:
            return None
        return self.seen

    def put_away(self, day: date) -> "Tour":
        return replace(self, seen=self.seen + 1, last_day=day)

    def leave(self) -> "Tour":
        return replace(self, left=True)
