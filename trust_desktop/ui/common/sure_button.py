"""A button for what cannot be undone: the Enter that led to its page never presses it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from trust_desktop.override import override
from trust_desktop.ui.common.buttons import HoneyButton
from trust_desktop.ui.common.labels import SmallLabel


class SureButton(HoneyButton):
    """A click or the space bar; Enter and Esc mean nothing to it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleDescription(self.tr("A click or the space bar presses it; the Enter key does not."))

    def how(self) -> SmallLabel:
        """Return the words that stand by it, for who presses Enter and sees nothing happen."""
        pattern = self.tr("“{button}” takes a click or the space bar. Enter does nothing.")
        words = SmallLabel(pattern.format(button=self.text()))
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return words

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # swallowed here, or the page under it would look for a button to press
            return
        super().keyPressEvent(event)
