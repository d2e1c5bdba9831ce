"""What the window remembers between starts and may be read by anyone: look, text size, language, place on screen."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from trust_desktop.ui.theme import Appearance

TEXT_SIZES: Final = (100, 110, 125, 150, 175, 200)
"""Per cent of the system's own text size."""


class _Forgetful:
    """Stands in for the file where nothing may be kept. The null device cannot: Qt replaces a file when it writes."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def value(self, key: str, default: object = None) -> object:
        return self._values.get(key, default)

    def setValue(self, key: str, value: object) -> None:
        self._values[key] = value

    def sync(self) -> None:
        """Nothing is written."""


class Preferences(QObject):
    """One small ini file in the data folder; a value that makes no sense counts as not set."""

    changed = Signal()

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        """Without a folder nothing outlives the process."""
        super().__init__(parent)
        # A path of our own: Qt's shared settings file is never touched.
        path = folder / "window.ini" if folder else None
        # A pipe in its place would hold the start up for ever; whatever it is stays there.
        usable = path is not None and (path.is_file() or not os.path.lexists(path))
        self._file = QSettings(str(path), QSettings.Format.IniFormat, self) if usable else _Forgetful()

    @property
    def appearance(self) -> Appearance:
        try:
            return Appearance(str(self._file.value("look/appearance", "")))
        except ValueError:
            return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._set("look/appearance", appearance.value)

    @property
    def text_size(self) -> int:
        try:
            size = int(str(self._file.value("look/text_size", "")))
        except ValueError:
            return TEXT_SIZES[0]
        return min(TEXT_SIZES[-1], max(TEXT_SIZES[0], size))

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._set("look/text_size", percent)

    @property
    def language(self) -> str:
        """Code of a language, or nothing for the system's own."""
        return str(self._file.value("look/language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._set("look/language", code)

    @property
    def geometry(self) -> QByteArray:
        found = self._file.value("window/geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue("window/geometry", geometry)

    def write(self) -> None:
        """Put it on disk now: before the process is replaced nothing else would."""
        self._file.sync()

    def _set(self, key: str, value: object) -> None:
        if self._file.value(key) != value:
            self._file.setValue(key, value)
            self.changed.emit()
