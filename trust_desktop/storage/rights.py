"""What of a folder other accounts could read, write or enter."""

import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

_FOR_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def looked_at(folder: Path) -> tuple[int, int]:
    """How many files and folders there are, itself included, and how many of them are open to others; links lead out."""
    modes = [folder.lstat().st_mode]
    for path in folder.rglob("*"):
        with suppress(OSError):  # it went while it was looked at
            modes.append(path.lstat().st_mode)
    return len(modes), sum(1 for mode in modes if mode & _FOR_OTHERS and not stat.S_ISLNK(mode))
