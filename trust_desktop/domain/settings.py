"""What a person may set for a vault, with the spans each setting may have."""

from dataclasses import dataclass
from datetime import time
from typing import Final

from .day import DAY_ENDS, LATEST_DAY_END

IDLE_MINUTES: Final = (1, 30)
CLIPBOARD_SECONDS: Final = (5, 120)


@dataclass(frozen=True, slots=True)
class VaultSettings:
    """`first_weekday` counts from Monday = 0, None follows the locale; seconds until the clipboard is cleared."""

    day_ends: time = DAY_ENDS
    idle_minutes: int = 5
    first_weekday: int | None = None
    clear_clipboard_seconds: int = 30


def within_spans(settings: VaultSettings) -> VaultSettings:
    """Return the settings with every value brought to the nearest allowed one."""
    weekday = settings.first_weekday
    return VaultSettings(
        day_ends=min(settings.day_ends, LATEST_DAY_END).replace(second=0, microsecond=0),
        idle_minutes=_between(settings.idle_minutes, IDLE_MINUTES),
        first_weekday=None if weekday is None else weekday % 7,
        clear_clipboard_seconds=_between(settings.clear_clipboard_seconds, CLIPBOARD_SECONDS),
    )


def _between(value: int, span: tuple[int, int]) -> int:
    return max(span[0], min(value, span[1]))
