"""Words being typed, saved by themselves: at most a second after the first unsaved letter, and on leaving."""

from collections.abc import Callable, Hashable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trust_desktop.domain.errors import TrustError
from trust_desktop.ui.common.text_area import TextArea

SAVE_AFTER_MS: Final = 800
AGAIN_AFTER_MS: Final = 3000


class PendingText(QObject):
    """Watches a text area; `save` is called with what the text is about, the text, and the number of this typing.

    Words that cannot be saved are kept here, also while others are looked at, and tried again; `saved` carries
    the problem, or None.
    """

    saved = Signal(object)

    def __init__(self, area: TextArea, save: Callable[[Any, str, int], None]) -> None:
        super().__init__(area)
        self._area, self._save = area, save
        self._subject: Hashable = None
        self._stored = ""
        self._typing = 0
        self._waiting: dict[Hashable, tuple[str, int]] = {}
        # Not begun again with each letter: someone who types without a pause is saved all the same.
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        area.changed.connect(self._on_changed)

    @property
    def pending(self) -> bool:
        return bool(self._waiting) or self._area.text() != self._stored

    def show(self, subject: Hashable, text: str) -> None:
        """Show what the vault holds of a subject; what is being typed about the same one stays."""
        if subject != self._subject:
            self.flush()
            if self._area.text() != self._stored:
                self._waiting[self._subject] = (self._area.text(), self._typing)
        elif self._area.text() != self._stored or text.strip() == self._stored.strip():
            return  # what is being typed is newer than what was read
        self._subject = subject
        self._typing += 1
        self._stored = text
        self._area.set_text(self._waiting.pop(subject, (text, 0))[0])

    def flush(self) -> None:
        """Save at once what is not saved yet; what cannot be saved is tried again by itself."""
        self._timer.stop()
        try:
            for subject, (text, typing) in tuple(self._waiting.items()):
                self._save(subject, text, typing)
                del self._waiting[subject]
            self._save_shown()
        except TrustError as problem:
            self._timer.start(AGAIN_AFTER_MS)
            self.saved.emit(problem)

    def _save_shown(self) -> None:
        text = self._area.text()
        if text == self._stored:
            return
        before, self._stored = self._stored, text
        try:
            self._save(self._subject, text, self._typing)
        except TrustError:
            self._stored = before
            raise
        self.saved.emit(None)

    def _on_changed(self) -> None:
        if self.pending and not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)
