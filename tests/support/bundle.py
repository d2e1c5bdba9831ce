"""Where `dev build` leaves the frozen program."""

import sys
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parents[2]
BUNDLE: Final = CHECKOUT / "dist" / "daybook"


def executable() -> Path:
    return BUNDLE / ("daybook.exe" if sys.platform == "win32" else "daybook")
