"""What the window remembers between starts and may be read by anyone: look, text size, language, place on screen."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, Signal

from trust_desktop.ui.preferences_file import PreferencesFile
from trust_desktop.ui.theme import Appearance

STILL: Final = "stillness"
"""Property of the application that is true where nothing is to move on the screen by itself."""

_DIGITS: Final = 4

TEXT_SIZES: Final = (100, 110, 125, 150, 175, 200)
"""Per cent of the system's own text size."""


class Preferences(QObject):
    """One small ini file in the data folder; a value that makes no sense counts as not set."""

    changed = Signal()

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        """Without a folder nothing outlives the process."""
        super().__init__(parent)
        self._allows_capture = False
        self._file = PreferencesFile(folder / "window.ini" if folder else None)

    @property
    def appearance(self) -> Appearance:
        try:
            return Appearance(self._file.value("look/appearance"))
        except ValueError:
            return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._set("look/appearance", appearance.value)

    @property
    def text_size(self) -> int:
        try:
            size = int(self._file.value("look/text_size"))
        except ValueError:
            return TEXT_SIZES[0]
        return min(TEXT_SIZES[-1], max(TEXT_SIZES[0], size))

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._set("look/text_size", str(percent))

    @property
    def still(self) -> bool:
        """Whether nothing is to move on the screen by itself."""
        return self._file.value("look/still") == "yes"

    @still.setter
    def still(self, still: bool) -> None:
        self._set("look/still", "yes" if still else "no")

    @property
    def capture_allowed(self) -> bool:
        """Whether pictures of the window may be made where the system can keep it out of them."""
        return self._allows_capture or self._file.value("window/capture") == "yes"

    @capture_allowed.setter
    def capture_allowed(self, allowed: bool) -> None:
        self._allows_capture = False
        self._set("window/capture", "yes" if allowed else "no")

    def allow_capture_now(self) -> None:
        """For as long as this process runs, whatever is kept."""
        self._allows_capture = True

    @property
    def language(self) -> str:
        """Code of a language, or nothing for the system's own."""
        return self._file.value("look/language")

    @language.setter
    def language(self, code: str) -> None:
        self._set("look/language", code)

    @property
    def first_vault(self) -> int:
        """Number of the vault the lock screen begins with, 0 for the first there is; never a name."""
        number = self._file.value("vaults/first")
        return int(number) if number.isascii() and number.isdecimal() and len(number) <= _DIGITS else 0

    @first_vault.setter
    def first_vault(self, number: int) -> None:
        self._set("vaults/first", str(number))

    @property
    def geometry(self) -> QByteArray:
        try:
            return QByteArray(bytes.fromhex(self._file.value("window/geometry")))
        except ValueError:
            return QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.set_value("window/geometry", geometry.data().hex())

    def write(self) -> None:
        """Put on disk what nothing else would before the process ends: the place on screen."""
        self._file.write()

    def forget(self) -> None:
        """Keep what is set for this process and write nothing any more."""
        self._file.forget()

    def _set(self, key: str, value: str) -> None:
        if self._file.value(key) != value:
            self._file.set_value(key, value)
            self._file.write()
            self.changed.emit()
