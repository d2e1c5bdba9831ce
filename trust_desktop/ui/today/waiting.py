"""Beside what is due: what is not said yet, with its age, and the door to saying it."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.services.acknowledging import UnsaidItem
from trust_desktop.services.today import TodayView
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PrimaryButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import age
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.common.mark_words import outcome_word
from trust_desktop.ui.common.marks import Mark, MarkIcon, mark_of
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.common.wrapping import let_wrap

ROWS: Final = 4
MOST_SHOWN: Final = 9


class Waiting(QWidget):
    """`say_it` carries the marks to begin with; none means go on, or write freely."""

    say_it = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaf = MarkIcon(Mark.UNSAID, size=16, ground="paper")
        self.count = SmallLabel()
        self.count.setWordWrap(False)
        self._head = QHBoxLayout()
        self._head.addWidget(HeadingLabel(self.tr("Not said yet")), 1)
        self._head.addWidget(self._leaf)
        self._head.addWidget(self.count)
        self._rows = QVBoxLayout()
        self.say = PrimaryButton()
        let_wrap(self.say)
        self.say.clicked.connect(self._on_say)
        self.empty = EmptyState(
            self.tr("Nothing is waiting"),
            self.tr("What you mark as kept stands here until you have said so."),
            self.tr("Write freely"),
        )
        self.empty.pressed.connect(lambda: self.say_it.emit(frozenset()))
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._rows)
        for widget in (self.empty, self.say):
            self._column.addWidget(widget)
        self._view: TodayView | None = None
        theme.follow(self._retheme)

    def show_view(self, view: TodayView) -> None:
        before, self._view = self._view, view
        if before is not None and (view.tray, view.hears, view.day) == (
            before.tray,
            before.hears,
            before.day,
        ):
            return
        self._clear()
        items = (*view.tray.unsaid, *view.tray.could_mention)
        for item in items[:ROWS]:
            self._add_row(item, view)
        if len(items) > ROWS:
            self._rows.addWidget(SmallLabel(self.tr("The rest stands on Say it.")))
        self.empty.setVisible(not items)
        self.say.setVisible(bool(items))
        self.say.setText(self.tr("Say it to {partner}").format(partner=view.hears or self.tr("your partner")))
        self._show_count(view.tray.count)

    def _add_row(self, item: UnsaidItem, view: TodayView) -> None:
        self._rows.addWidget(Hairline())
        when = age(item.key.day, view.day)
        spoken = self.tr("{action}, {outcome}, {age}. Say it")
        row = ListRow(
            item.title,
            mark=mark_of(item.outcome),
            trailing=when,
            spoken=spoken.format(action=item.title, outcome=outcome_word(item.outcome), age=when),
        )
        let_wrap(row)
        row.clicked.connect(partial(self._emit, frozenset({item.key})))
        self._rows.addWidget(row)

    def _show_count(self, count: int) -> None:
        self._leaf.setVisible(count > 0)
        self.count.setVisible(count > 0)
        shown = self.locale().toString(min(count, MOST_SHOWN))
        self.count.setText(shown)
        self.count.setAccessibleName(self.tr("{number} not said yet").format(number=shown))

    def _emit(self, keys: frozenset[object], *_: object) -> None:
        self.say_it.emit(keys)

    def _on_say(self) -> None:
        """Begin with the newest; words already begun go on as they are."""
        view = self._view
        if view is None:
            return
        items = view.tray.unsaid or view.tray.could_mention
        begun = view.open_draft is not None or not items
        newest = max(items, key=lambda item: item.key.day, default=None)
        self.say_it.emit(frozenset() if begun or newest is None else frozenset({newest.key}))

    def _clear(self) -> None:
        empty(self._rows)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.px(20), 0, 0)
        self._column.setSpacing(theme.px(12))
        self._rows.setSpacing(theme.px(2))
        self._head.setSpacing(theme.px(6))
