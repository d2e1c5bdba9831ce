"""Which number each vault has; one is never given twice while a vault is here, not even after its vault is gone."""

import re
from pathlib import Path
from typing import Final

from trust_desktop.storage import safe_files
from trust_desktop.storage.safe_files import problems_named

_FILE: Final = "numbers"
_MOST_BYTES: Final = 65536
_LINE: Final = re.compile(r"([0-9a-f]{8}|last) ([1-9][0-9]{0,3})")
_HIGHEST: Final = 9999
_LAST: Final = "last"
"""In a folder name's place: the highest number of a vault that was destroyed."""


def known(data: Path) -> dict[str, int]:
    """Number by folder name, also of vaults that are gone. A damaged line is as good as none: headers know theirs."""
    return {name: number for name, number in _read(data).items() if name != _LAST}


def next_number(data: Path, in_headers: list[int]) -> int:
    """A number no vault here has had; the lowest that is free where somebody wrote in one beyond all that can be noted."""
    taken = {*_read(data).values(), *in_headers}
    following = 1 + max(taken, default=0)
    return following if following <= _HIGHEST else next(n for n in range(1, _HIGHEST) if n not in taken)


def note(data: Path, folder_name: str, number: int) -> None:
    """Before the folder becomes a vault, so that no number is given twice."""
    _write(data, {**_read(data), folder_name: number})


def give_back(data: Path, folder_name: str) -> None:
    """Forget a folder that never became a vault, so that nobody looks for one."""
    numbers = _read(data)
    if numbers.pop(folder_name, None) is not None:
        _write(data, numbers)


def forget(data: Path, folder_name: str) -> None:
    """Forget a vault that was destroyed. With the last one the file goes: what it says is that there were vaults."""
    numbers = _read(data)
    number = numbers.pop(folder_name, None)
    if not numbers.keys() - {_LAST}:
        with problems_named():
            (data / _FILE).unlink(missing_ok=True)
    elif number is not None:
        _write(data, {**numbers, _LAST: max(number, numbers.get(_LAST, 0))})


def _read(data: Path) -> dict[str, int]:
    try:
        found = safe_files.read_start(data / _FILE, _MOST_BYTES)
    except OSError:
        return {}
    text = (found or b"").decode("ascii", "replace")
    matches = (_LINE.fullmatch(line) for line in text.splitlines())
    return {match[1]: int(match[2]) for match in matches if match}


def _write(data: Path, numbers: dict[str, int]) -> None:
    lines = "".join(f"{name} {value}\n" for name, value in sorted(numbers.items(), key=lambda pair: pair[1]))
    safe_files.write_safely(data / _FILE, lines.encode("ascii"))
