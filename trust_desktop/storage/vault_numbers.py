"""Which number each vault has; one is never given twice, not even after its vault is gone."""

import re
from pathlib import Path
from typing import Final

from trust_desktop.storage import safe_files

_FILE: Final = "numbers"
_MOST_BYTES: Final = 65536
_LINE: Final = re.compile(r"([0-9a-f]{8}) ([1-9][0-9]{0,3})")


def known(data: Path) -> dict[str, int]:
    """Number by folder name, also of vaults that are gone. A damaged line is as good as none: headers know theirs."""
    try:
        found = safe_files.read_start(data / _FILE, _MOST_BYTES)
    except OSError:
        return {}
    text = (found or b"").decode("ascii", "replace")
    matches = (_LINE.fullmatch(line) for line in text.splitlines())
    return {match[1]: int(match[2]) for match in matches if match}


def next_number(data: Path, in_headers: list[int]) -> int:
    """A number no vault here has had."""
    return 1 + max([*known(data).values(), *in_headers], default=0)


def note(data: Path, folder_name: str, number: int) -> None:
    """Before the folder becomes a vault, so that no number is given twice."""
    _write(data, {**known(data), folder_name: number})


def give_back(data: Path, folder_name: str) -> None:
    """Forget a folder that never became a vault, so that nobody looks for one."""
    numbers = known(data)
    if numbers.pop(folder_name, None) is not None:
        _write(data, numbers)


def _write(data: Path, numbers: dict[str, int]) -> None:
    lines = "".join(f"{name} {value}\n" for name, value in sorted(numbers.items(), key=lambda pair: pair[1]))
    safe_files.write_safely(data / _FILE, lines.encode("ascii"))
