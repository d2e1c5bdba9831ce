"""Picking a folder, without the system's own list of folders remembering it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from trust_desktop.ui.dialog import FolderDialog

_SHARED: Final = "QtProject"
_GROUP: Final = "FileDialog"
"""Where Qt's own dialog writes down, for every program of this login, which folders were looked at."""


def pick_folder(parent: QWidget, title: str) -> Path | None:
    """None if the person picked none."""
    with leaving_no_trace():
        dialog = FolderDialog(parent, title, str(Path.home()))
        taken = bool(dialog.exec())
        chosen = dialog.selectedFiles()
        delete(dialog)  # now, and not some time later: it writes down where it was as it goes
    return Path(chosen[0]) if taken and chosen else None


@contextmanager
def leaving_no_trace() -> Iterator[None]:
    """Put back afterwards what stood there; other programs keep what is theirs."""
    shared = _shared()
    before, file = _kept(shared), Path(shared.fileName())
    was_there = file.exists()
    try:
        yield
    finally:
        shared = _shared()
        if not was_there and file.is_file():
            file.unlink()
        elif _kept(shared) != before:
            shared.remove("")
            for key, value in before.items():
                shared.setValue(key, value)
            shared.endGroup()
            shared.sync()


def _shared() -> QSettings:
    shared = QSettings(QSettings.Scope.UserScope, _SHARED)
    shared.beginGroup(_GROUP)
    return shared


def _kept(shared: QSettings) -> dict[str, object]:
    return {key: shared.value(key) for key in shared.allKeys()}
