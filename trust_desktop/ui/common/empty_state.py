"""What stands where a list's first row would be: what goes here, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel


class EmptyState(QWidget):
    """A heading, one sentence and at most one quiet button."""

    pressed = Signal()

    def __init__(
        self, heading: str, sentence: str, button_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.heading, self.sentence = HeadingLabel(heading), BodyLabel(sentence, color="ink2")
        self.button = QuietButton(button_text, self)
        self.button.setVisible(bool(button_text))
        self.button.clicked.connect(self.pressed)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        theme.follow(self._retheme)

    def set_words(self, heading: str, sentence: str, button_text: str = "") -> None:
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.button.setText(button_text)
        self.button.setVisible(bool(button_text))

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.space(8), 0, theme.space(8))
        self._column.setSpacing(theme.space(12))
