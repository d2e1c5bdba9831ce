"""The few quiet lines of the first page, each with the doors it offers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import Button, PlainButton, QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.wrapping import let_wrap
from trust_desktop.ui.today.quiet_line import QuietLine, same_words


class Reminders(QWidget):
    """Hidden while there is nothing to say; parted by hairlines, the first door of each outlined."""

    trouble = Signal(object)
    """What a door does may meet a full disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[QuietLine, ...] = ()
        self.doors: list[Button] = []
        self._column = QVBoxLayout(self)
        self.hide()
        theme.follow(self._retheme)

    def show_lines(self, lines: Sequence[QuietLine]) -> None:
        """Show these lines as they come; the same words stay where they are, their doors lead where they now do."""
        before, self.shown = self.shown, tuple(lines)
        if same_words(before, self.shown):
            return
        at = next((number for number, door in enumerate(self.doors) if door.hasFocus()), None)
        self._clear()
        for place, line in enumerate(self.shown):
            self._add_line(place, line)
        self.setVisible(bool(self.shown))
        if at is not None and self.doors:
            self.doors[min(at, len(self.doors) - 1)].setFocus()

    def _add_line(self, place: int, line: QuietLine) -> None:
        self._column.addWidget(Hairline())
        self._column.addWidget(SmallLabel(line.words))
        if not line.doors:
            return
        row = FlowRow(gap=8, row_gap=4)
        for number, door in enumerate(line.doors):
            button = PlainButton(door.words, dense=True) if number else QuietButton(door.words, dense=True)
            let_wrap(button)
            button.setAccessibleName(door.spoken or door.words)
            button.clicked.connect(partial(self._on_door, place, number))
            self.doors.append(button)
            row.flow.addWidget(button)
        self._column.addWidget(row)

    def _on_door(self, place: int, number: int, *_: object) -> None:
        try:
            self.shown[place].doors[number].opened()
        except TrustError as problem:
            self.trouble.emit(problem)

    def _clear(self) -> None:
        self.doors = []
        empty(self._column)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.px(20), 0, 0)
        self._column.setSpacing(theme.px(8))
