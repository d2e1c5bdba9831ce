"""The actions of a day, of which one is chosen: under it lie the five outcomes and, where it helps, a reason."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.override import override
from trust_desktop.services.following_through import ActionOnDay, DayView
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.action_row import ActionRow
from trust_desktop.ui.calendar.choosing import choice_after, needs_no_asking
from trust_desktop.ui.calendar.day_writer import DayWriter
from trust_desktop.ui.calendar.pending_text import PendingText
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.choice_list import ChoiceList
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.missed_day.missed_paths import MissedPaths

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WANT_A_REASON: Final = {Outcome.COULD_NOT, Outcome.NOT_KEPT, Outcome.PARTLY}


class ActionList(QWidget):
    """`marked` carries an outcome for the chosen action; `saved` how keeping its reason went.

    Rows are made as days need them; for the Tab key they all come after `stop_before`.
    """

    marked = Signal(object)
    chose = Signal()
    saved = Signal(object)

    def __init__(self, writer: DayWriter, stop_before: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop_before = stop_before
        self._view: DayView | None = None
        self._chosen: int | None = None
        self._all_shown = False
        self.rows: list[ActionRow] = []
        self._lines: list[Hairline] = []
        self._stops: list[QWidget] = []
        self.choices = ChoiceList(parent=self)
        self.choices.chosen.connect(self.marked)
        name = self.tr("What got in the way, if you like")
        self.reason = TextArea(name, self, placeholder=name, rows=1)
        self._pending = PendingText(self.reason, writer.reason)
        self._pending.saved.connect(self.saved)
        self.clipboard = PrivateClipboard(self)
        self.paths = MissedPaths(writer.vault, self.clipboard, self)
        self.paths.trouble.connect(self.saved)
        self.paths.write_requested.connect(self.write_reason)
        self.own_heading = SmallLabel(self.tr("Your side"), self)
        self.more = PlainButton(self.tr("Mark another action"), self, dense=True)
        self.more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        theme.follow(self._retheme)

    @property
    def chosen(self) -> ActionOnDay | None:
        """The action the keys 1 to 5 mark."""
        return next((action for action in self._actions() if action.action_id == self._chosen), None)

    def show_day(self, view: DayView, *, move_on: bool) -> None:
        """Show a day; with `move_on` the choice goes on after a mark, as one goes down a page."""
        if self._view is None or view.day != self._view.day:
            self.flush()
            self._all_shown = False
        on_a_row = any(row.hasFocus() for row in self.rows)
        self._chosen = choice_after(self._view, view, self._chosen, move_on=move_on)
        self._view = view
        self._fill()
        if on_a_row:
            self.focus_first()

    def choose(self, action_id: int) -> None:
        if all(action.action_id != action_id for action in self._actions()):
            return
        self.flush()
        self._chosen = action_id
        self._fill()
        self.chose.emit()

    def flush(self) -> None:
        self._pending.flush()

    def focus_first(self) -> None:
        """Put the keyboard on the chosen action, or on the first."""
        shown = [row for row in self.rows if row.isVisibleTo(self)]
        wanted = [row for row in shown if row.isChecked()] or shown
        if wanted:
            wanted[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_reason(self) -> None:
        """Put the keyboard where what got in the way is written, if that is asked about the chosen action."""
        if self.reason.isVisibleTo(self):
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.reason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        shown = [row for row in self.rows if row.isVisibleTo(self)]
        at = next((place for place, row in enumerate(shown) if row.hasFocus()), 0)
        if shown:
            row = shown[max(0, min(len(shown) - 1, at + step))]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            row.click()

    @property
    def _day(self) -> date:
        return self._view.day if self._view is not None else date.min

    def _actions(self) -> tuple[ActionOnDay, ...]:
        return self._view.lanes if self._view is not None else ()

    def _fill(self) -> None:
        actions = [action for action in self._actions() if not action.stopped or action.outcome is not None]
        shown = [action for action in actions if self._all_shown or self._belongs(action)]
        self._make_rows(len(shown))
        for row, action in zip(self.rows, shown, strict=False):
            row.show_action(action)
            row.setChecked(action.action_id == self._chosen)
        for place, (row, line) in enumerate(zip(self.rows, self._lines, strict=True)):
            row.setVisible(place < len(shown))
            line.setVisible(0 < place < len(shown))
        hidden = [action for action in actions if action.can_mark and action not in shown]
        self.more.setVisible(bool(hidden))
        self._show_choice(shown)

    def _belongs(self, action: ActionOnDay) -> bool:
        return needs_no_asking(action) or action.action_id == self._chosen

    def _make_rows(self, count: int) -> None:
        while len(self.rows) < count:
            row, line = ActionRow(self), Hairline(self)
            row.clicked.connect(self._on_row_clicked)
            self.rows.append(row)
            self._lines.append(line)

    def _show_choice(self, shown: list[ActionOnDay]) -> None:
        chosen = self.chosen
        place = shown.index(chosen) if chosen in shown else -1
        own = next((at for at, action in enumerate(shown) if action.mine), -1)
        self.own_heading.setVisible(own >= 0)
        markable = chosen is not None and place >= 0 and chosen.can_mark
        missed = chosen is not None and markable and chosen.outcome is Outcome.NOT_KEPT and not chosen.mine
        if chosen is not None and missed:
            self.paths.show_missed(MarkKey(chosen.action_id, self._day), chosen.title)
        self._lay_out(place, own)
        self.choices.setVisible(markable)
        wants = False
        if chosen is not None and markable:
            self.choices.set_name(chosen.title)
            self.choices.set_outcome(chosen.outcome)
            self._pending.show(MarkKey(chosen.action_id, self._day), chosen.reason)
            wants = chosen.outcome in _WANT_A_REASON or bool(chosen.reason)
        self.reason.setVisible(wants or self.reason.hasFocus())
        self.paths.setVisible(missed)

    def _lay_out(self, chosen_place: int, own_place: int) -> None:
        """Lay the choice under its row and let the Tab key pass through in the same order."""
        order: list[QWidget] = []
        for place, (row, line) in enumerate(zip(self.rows, self._lines, strict=True)):
            order += [line, self.own_heading, row] if place == own_place else [line, row]
            if place == chosen_place:
                order += [self.choices, self.reason, self.paths]
        parts = (self.own_heading, self.choices, self.reason, self.paths)
        order += [part for part in parts if part not in order]
        order.append(self.more)
        if order != [self._widget_at(place) for place in range(self._column.count())]:
            self._stack(order)
        rows = [part for part in order if not isinstance(part, (Hairline, SmallLabel))]
        stops = [self._stop_before, *(stop for part in rows for stop in self._stops_of(part))]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _stack(self, order: Sequence[QWidget]) -> None:
        while self._column.count():
            self._column.takeAt(0)
        for part in order:
            if part is self.more:
                self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                self._column.addWidget(part)

    def _stops_of(self, part: QWidget) -> Sequence[QWidget]:
        if part is self.choices:
            return self.choices.buttons
        return self.paths.stops if part is self.paths else [part]

    def _widget_at(self, place: int) -> QWidget | None:
        item = self._column.itemAt(place)
        return item.widget() if item is not None else None

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ActionRow) and row.action is not None:
            self.choose(row.action.action_id)

    def _on_more(self) -> None:
        self._all_shown = True
        self._fill()
        hidden = [row for row in self.rows if row.isVisibleTo(self)]
        if hidden:
            hidden[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(10))
