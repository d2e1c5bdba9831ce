"""What a person may set for a vault, with the spans each setting may have."""

from dataclasses import dataclass
from datetime import time

from .day import DAY_ENDS

IDLE_MINUTES = range(1, 31)


@dataclass(frozen=True, slots=True)
class VaultSettings:
    """`first_weekday` counts from Monday = 0, None follows the locale; seconds until the clipboard is cleared."""

    day_ends: time = DAY_ENDS
    idle_minutes: int = 5
    first_weekday: int | None = None
    clear_clipboard_seconds: int = 30
