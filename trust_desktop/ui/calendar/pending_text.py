"""Words being typed, saved by themselves: at most a second after the first unsaved letter, and on leaving."""

from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from trust_desktop.ui.common.text_area import TextArea

SAVE_AFTER_MS: Final = 800


class PendingText(QObject):
    """Watches a text area; `save` is called with what the text is about, the text, and the number of this typing."""

    def __init__(self, area: TextArea, save: Callable[[Hashable, str, int], None]) -> None:
        super().__init__(area)
        self._area, self._save = area, save
        self._subject: Hashable = None
        self._stored = ""
        self._typing = 0
        # Not begun again with each letter: someone who types without a pause is saved all the same.
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        area.changed.connect(self._on_changed)

    @property
    def pending(self) -> bool:
        return self._area.text() != self._stored

    def show(self, subject: Hashable, text: str) -> None:
        """Show what the vault holds of a subject; what is being typed about the same one stays."""
        if subject != self._subject:
            self.flush()
        elif self.pending or text.strip() == self._stored.strip():
            return  # what is being typed is newer than what was read
        self._subject = subject
        self._typing += 1
        self._stored = text
        self._area.set_text(text)

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._timer.stop()
        text = self._area.text()
        if text == self._stored:
            return
        before, self._stored = self._stored, text
        try:
            self._save(self._subject, text, self._typing)
        except Exception:
            self._stored = before
            raise

    def _on_changed(self) -> None:
        if self.pending and not self._timer.isActive():
            self._timer.start()
