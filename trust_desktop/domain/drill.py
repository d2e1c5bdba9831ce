"""The recovery drill: when it is offered, how it is put off, and that it is never asked for twice without a wish."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

OFFERED_FOR: Final = timedelta(days=7)
PUT_OFF_FOR: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class DrillState:
    """Days on which something happened; None where it did not."""

    since: date | None = None
    """The first day on which this vault could offer a drill."""

    put_off_until: date | None = None
    declined: bool = False
    code_on: date | None = None
    """The recovery code last opened the real file on this day."""

    backup_on: date | None = None
    """A backup was last opened by its passphrase on this day."""

    @property
    def done(self) -> bool:
        return self.code_on is not None or self.backup_on is not None

    def offered(self, today: date) -> bool:
        """Whether to offer it unasked: from the second day of the first week on, until it is done or declined."""
        if self.since is None or self.done or self.declined:
            return False
        until = self.put_off_until or self.since + timedelta(days=1)
        return until <= today < self.since + OFFERED_FOR

    def put_off(self, today: date) -> "DrillState":
        return replace(self, put_off_until=today + PUT_OFF_FOR)
