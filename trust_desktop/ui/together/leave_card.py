"""The one way out of the view for two: the passphrase, or the word made up for it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import WaitFirst, WrongPassphrase
from trust_desktop.override import override
from trust_desktop.ui.common.buttons import GhostButton, PrimaryButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.proving import WayOut

MOST_TRIES: Final = 3


class LeaveCard(Card):
    """`proved` when it was right, `given_up` after three wrong tries, `stayed` to go on looking."""

    proved = Signal()
    given_up = Signal()
    stayed = Signal()

    def __init__(self, way_out: WayOut, *, by_word: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=16)
        self._way_out, self._wrong = way_out, 0
        label = self.tr("The word for leaving") if by_word else self.tr("Your passphrase")
        self.field = LineField(label, secret=True)
        self.field.changed.connect(self.field.clear_reason)
        self.field.edit.returnPressed.connect(self._on_leave)
        self.leave, self.stay = PrimaryButton(self.tr("Leave")), GhostButton(self.tr("Stay here"))
        self.leave.clicked.connect(self._on_leave)
        self.stay.clicked.connect(self._on_stay)
        row = FlowRow(gap=12)
        row.flow.addWidget(self.leave)
        row.flow.addWidget(self.stay)
        self.body.addWidget(self.field)
        self.body.addWidget(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_stay()
        else:
            super().keyPressEvent(event)

    def _on_leave(self) -> None:
        typed = self.field.text()
        if not typed.strip() or not self.leave.isEnabled():
            return
        self._set_busy(busy=True)
        self._way_out.ask(self, typed, self._on_right, self._on_wrong)

    def _on_right(self) -> None:
        self.field.set_text("")
        self.proved.emit()

    def _on_wrong(self, problem: Exception) -> None:
        self._set_busy(busy=False)
        self.field.set_text("")
        if isinstance(problem, WaitFirst):
            self.field.set_reason(self.tr("After several tries it waits a little. Try again soon, or lock."))
        elif not isinstance(problem, WrongPassphrase):
            self.field.set_reason(self.tr("It could not be tried just now. Try again, or lock."))
        else:
            self._wrong += 1
            self.field.set_reason(self.tr("That was not it."))
        if self._wrong >= MOST_TRIES:
            self.given_up.emit()
            return
        self.field.edit.setFocus()

    def _on_stay(self) -> None:
        self.field.set_text("")
        self.stayed.emit()

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self.field.edit, self.leave):
            widget.setEnabled(not busy)
        self.leave.setText(self.tr("One moment") if busy else self.tr("Leave"))
