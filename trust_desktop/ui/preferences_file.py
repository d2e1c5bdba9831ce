"""Section, key and value in a small file, read and written only where it is a file of ours.

Qt's own settings follow a link and write over what it leads to, whenever they find the time.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from trust_desktop import own_file

_MOST_BYTES: Final = 65536
_TEMPORARY: Final = ".tmp"


class PreferencesFile:
    """Keeps everything in memory too, so that a folder nothing can be written to takes away nothing but the memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._values = _read(path) if path is not None else {}
        self._written = dict(self._values)

    def value(self, key: str) -> str:
        """Return the text under `section/key`, nothing if there is none."""
        return self._values.get(key, "")

    def set_value(self, key: str, value: str) -> None:
        self._values[key] = value

    def forget(self) -> None:
        """From now on nothing is written."""
        self._path = None

    def write(self) -> None:
        """Put what has changed on disk, in one step; what cannot be kept is let go."""
        if self._path is None or self._values == self._written or not own_file.is_free(self._path):
            return
        with suppress(OSError):
            _replace(self._path, _as_text(self._values).encode())
            self._written = dict(self._values)


def _read(path: Path) -> dict[str, str]:
    try:
        with os.fdopen(own_file.opened(path, os.O_RDONLY), "rb") as file:
            lines = file.read(_MOST_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return {}
    values: dict[str, str] = {}
    section = ""
    for line in lines:
        key, equals, value = line.partition("=")
        if line.startswith("["):
            section = line.strip("[] ")
        elif equals:
            values[f"{section}/{key.strip()}"] = value.strip()
    return values


def _as_text(values: dict[str, str]) -> str:
    sections: dict[str, list[str]] = {}
    for name, value in sorted(values.items()):
        section, _, key = name.partition("/")
        sections.setdefault(section, [f"[{section}]"]).append(f"{key}={value}")
    return "\n\n".join("\n".join(lines) for lines in sections.values()) + "\n"


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + _TEMPORARY)
    temporary.unlink(missing_ok=True)
    try:
        with os.fdopen(own_file.opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
