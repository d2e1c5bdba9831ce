"""What a person may set for a vault, with the spans each setting may have."""

from dataclasses import dataclass
from datetime import time
from typing import Final

from .day import DAY_ENDS, LATEST_DAY_END

IDLE_MINUTES: Final = (1, 30)
CLIPBOARD_SECONDS: Final = (5, 120)
QUIET_FROM: Final = time(20)
QUIET_UNTIL: Final = time(9)


@dataclass(frozen=True, slots=True)
class VaultSettings:
    """`first_weekday` counts from Monday = 0, None follows the locale; seconds until the clipboard is cleared.

    `tray_note`: a neutral note of the system when something is not recorded; none from `quiet_from` to
    `quiet_until`, which may lie behind midnight. `hide_by_shift`: Shift pressed three times covers and locks.
    """

    day_ends: time = DAY_ENDS
    idle_minutes: int = 5
    first_weekday: int | None = None
    clear_clipboard_seconds: int = 30
    tray_note: bool = False
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    lock_on_minimise: bool = False
    hide_by_shift: bool = True

    def is_quiet(self, moment: time) -> bool:
        """Whether a time of the day lies in the quiet hours; equal ends are a whole quiet day."""
        if self.quiet_from < self.quiet_until:
            return self.quiet_from <= moment < self.quiet_until
        return moment >= self.quiet_from or moment < self.quiet_until


def within_spans(settings: VaultSettings) -> VaultSettings:
    """Return the settings with every value brought to the nearest allowed one."""
    weekday = settings.first_weekday
    return VaultSettings(
        day_ends=min(settings.day_ends, LATEST_DAY_END).replace(second=0, microsecond=0),
        idle_minutes=_between(settings.idle_minutes, IDLE_MINUTES),
        first_weekday=None if weekday is None else weekday % 7,
        clear_clipboard_seconds=_between(settings.clear_clipboard_seconds, CLIPBOARD_SECONDS),
        tray_note=settings.tray_note,
        quiet_from=settings.quiet_from.replace(second=0, microsecond=0),
        quiet_until=settings.quiet_until.replace(second=0, microsecond=0),
        lock_on_minimise=settings.lock_on_minimise,
        hide_by_shift=settings.hide_by_shift,
    )


def _between(value: int, span: tuple[int, int]) -> int:
    return max(span[0], min(value, span[1]))
