"""A small whole number, typed or stepped."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QStyleOptionSpinBox, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.steppers import paint_stepper, prepare_stepper, stepper_size


class SpinBox(QSpinBox):
    """Give it a range; prefix and suffix are words of the sentence around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.follow(self._retheme)

    @override
    def sizeHint(self) -> QSize:
        shown = (
            self.textFromValue(self.minimum()),
            self.textFromValue(self.maximum()),
            self.specialValueText(),
        )
        longest = max(shown, key=len)
        return stepper_size(self, f"{self.prefix()}{longest}{self.suffix()}")

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is for the page: who scrolls past must not change what is chosen here

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        paint_stepper(self, option)

    def _retheme(self) -> None:
        prepare_stepper(self)
