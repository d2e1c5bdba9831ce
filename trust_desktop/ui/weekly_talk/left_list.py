"""Days that were left for the weekly talk, and that they were talked about."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.services.setting_aside import SetAsideItem
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import short_day
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.content import Content


class LeftList(QWidget):
    """`talked` carries the key of a day talked about, `day_requested` a day to be looked at."""

    talked = Signal(object)
    day_requested = Signal(object)
    rebuilt = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._shown: tuple[SetAsideItem, ...] | None = None
        self.buttons: list[QuietButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(HeadingLabel(self.tr("Left for this talk")))
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        theme.follow(self._retheme)

    def show_items(self, items: Sequence[SetAsideItem], today: date) -> None:
        if tuple(items) == self._shown:
            return
        self._shown = tuple(items)
        self.buttons = []
        empty(self._rows)
        words = self._content.text("left" if items else "none_left")
        self._rows.addWidget(SmallLabel(words))
        for each in items:
            self._add(each, today)
        self.rebuilt.emit()

    def _add(self, item: SetAsideItem, today: date) -> None:
        day = short_day(item.key.day, today)
        self._rows.addWidget(Hairline())
        self._rows.addWidget(BodyLabel(item.title))
        self._rows.addWidget(SmallLabel(day))
        row = FlowRow(gap=12)
        about = {"action": item.title, "day": day}
        talked = QuietButton(self.tr("We talked about it"), dense=True)
        talked.setAccessibleName(self.tr("We talked about it: {action}, {day}").format(**about))
        talked.clicked.connect(partial(self._talked, item))
        look = PlainButton(self.tr("Look at the day"), dense=True)
        look.setAccessibleName(self.tr("Look at the day: {action}, {day}").format(**about))
        look.clicked.connect(partial(self._look, item))
        for button in (talked, look):
            row.flow.addWidget(button)
        self._rows.addWidget(row, 0, Qt.AlignmentFlag.AlignLeading)
        self.buttons.append(talked)

    def _talked(self, item: SetAsideItem) -> None:
        self.talked.emit(item.key)

    def _look(self, item: SetAsideItem) -> None:
        self.day_requested.emit(item.key.day)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(8))
        self._rows.setSpacing(theme.space(8))
