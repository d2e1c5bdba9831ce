"""What was just done, and the way back; it stays ten seconds, longer while it is being used."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import Button, Kind
from trust_desktop.ui.common.focus_ring import set_on_ink
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.pressable import round_box

STAYS: Final = 10_000
"""Milliseconds without the pointer or the keyboard on it."""

_BELOW: Final = 20
"""Air under the bar; it is the bar's own, so that it goes when the bar goes."""


class _UndoButton(Button):
    kind = Kind(hovered="", pressed="", words="paper", strong=True)
    padding = 4

    @override
    def _retheme(self) -> None:
        super()._retheme()
        font = theme.font(tokens.LABEL)
        font.setUnderline(True)
        self.setFont(font)


class UndoBar(QWidget):
    """Shown with a sentence and one button, which takes it back or repeats it."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = BodyLabel(color="paper")
        self.button = _UndoButton(self.tr("Undo"))
        self.button.clicked.connect(self._on_pressed)
        self._is_taken_back = False
        self.button.installEventFilter(self)
        set_on_ink(self.button)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()
        theme.follow(self._retheme)

    def show_text(self, text: str) -> None:
        """Say what was done."""
        self._show(text, self.tr("Undo"))

    def show_taken_back(self, text: str) -> None:
        """Say what was taken back, where that could not be seen."""
        self._show(
            self.tr("Taken back: “{sentence}”").format(sentence=text), self.tr("Redo"), taken_back=True
        )

    def show_lost(self, text: str) -> None:
        """Say what cannot be taken back any more."""
        self._show(self.tr("This can no longer be taken back: “{sentence}”").format(sentence=text), "")

    def _show(self, text: str, button: str, *, taken_back: bool = False) -> None:
        self._is_taken_back = taken_back
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._label.setText(text)
        self.setAccessibleName(text)
        self.button.setAccessibleDescription(text)
        self.adjustSize()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        return self._label.text()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.HoverEnter:
            self._timer.stop()
        elif event.type() is QEvent.Type.HoverLeave:
            self._leave_later()
        return super().event(event)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() is QEvent.Type.FocusOut:
            self._leave_later()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        radius = theme.radius(tokens.RADIUS_CARD)
        bar = QRectF(self.rect()).adjusted(0, 0, 0, -theme.space(_BELOW))
        round_box(QPainter(self), bar, radius, theme.color("ink"), None)

    def _leave_later(self) -> None:
        if self.isVisible() and not self.button.hasFocus() and not self.underMouse():
            self._timer.start()

    def _on_pressed(self) -> None:
        if self._is_taken_back:
            self.hide()
            self.redo_requested.emit()
        else:
            self.undo_requested.emit()

    def _retheme(self) -> None:
        below = theme.space(_BELOW)
        self._row.setContentsMargins(theme.space(18), theme.space(3), theme.space(18), theme.space(3) + below)
        self._row.setSpacing(theme.space(24))
        self.setMaximumWidth(theme.em(44))
        self.adjustSize()
