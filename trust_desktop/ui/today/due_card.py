"""The card of the first page: what is due today, and what else could be marked."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.services.today import TodayView
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import weekday_and_number
from trust_desktop.ui.common.declined_words import declined_words
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.missed_day.missed_paths import MissedPaths
from trust_desktop.ui.today.action_row import ActionRow

Shape: TypeAlias = tuple[tuple[str, tuple[int, ...]], ...]
"""The headings inside the card, and under each the ids of its actions; what is due stands under none."""


class DueCard(Card):
    """`marked` carries an action and the outcome pressed, None to clear."""

    marked = Signal(object, object)
    fill_in = Signal(object)
    adjust_requested = Signal(int)
    write_requested = Signal(object)
    trouble = Signal(object)
    """These three from the paths beside what was not kept."""

    def __init__(self, paths: Callable[[], MissedPaths], parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._paths = paths
        self._shown: Shape = ()
        self._rows: dict[int, ActionRow] = {}
        self._view: TodayView | None = None
        self._nearly_open = False
        self.heading = HeadingLabel()
        self._list = QVBoxLayout()
        self.nearly = PlainButton(self.tr("Something I nearly missed"), icon_name="plus")
        self.nearly.clicked.connect(self._on_nearly)
        self.past = PlainButton()
        self.past.clicked.connect(self._on_past)
        self.declined, self.reason = SmallLabel(), SmallLabel()
        self.declined.hide()
        self.reason.hide()
        self._foot_line = Hairline()
        self._foot = Ends(self.nearly, self.past)
        self.body.addWidget(self.heading)
        self.body.addLayout(self._list)
        self.body.addWidget(self.declined)
        self.body.addWidget(self.reason)
        self.body.addWidget(self._foot_line)
        self.body.addWidget(self._foot)
        theme.follow(self._retheme_list)

    def show_view(self, view: TodayView) -> None:
        self._view = view
        parts = [(heading, actions) for heading, actions in self._parts(view) if actions]
        shown = [action for _, actions in parts for action in actions]
        counts = {line.action.action_id: line.count for line in view.weeks}
        self.heading.setText(self.tr("Due today") if view.due else self.tr("Today"))
        shape = tuple((heading, tuple(one.action_id for one in actions)) for heading, actions in parts)
        if shape != self._shown:
            self._rebuild(parts, view.day)
            self._shown = shape
        for action in shown:
            self._rows[action.action_id].show_action(action, view.day, counts.get(action.action_id))
        self.nearly.setVisible(len(self._all(view)) > sum(not action.mine for action in shown))
        words = declined_words(view.declined)
        self.declined.setText(words)
        self.declined.setVisible(bool(words))
        self._show_past(view.fill_in)
        foot = not self.nearly.isHidden() or not self.past.isHidden()
        self._foot.setVisible(foot)
        self._foot_line.setVisible(foot)

    def show_reason(self, words: str) -> None:
        """Say why something was not marked."""
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def row(self, action_id: int) -> ActionRow | None:
        return self._rows.get(action_id)

    def _all(self, view: TodayView) -> list[ActionOnDay]:
        """Everything that can be marked today, what is due first; each once."""
        weekly = [line.action for line in view.weeks if not line.action.mine]
        found: dict[int, ActionOnDay] = {}
        for action in (*view.due, *weekly, *view.others):
            if action.can_mark and action.action_id not in found:
                found[action.action_id] = action
        return list(found.values())

    def _parts(self, view: TodayView) -> list[tuple[str, list[ActionOnDay]]]:
        """What stands in the card: due today, asked for this week on no day of its own, what is marked besides.

        Last comes one's own side, with whatever of it is due, marked, or has no days of its own.
        """
        due = {action.action_id for action in view.due}
        weekly = {line.action.action_id for line in view.weeks} - due
        every = self._all(view)
        besides = [action for action in every if action.action_id not in due | weekly]
        return [
            ("", [action for action in every if action.action_id in due]),
            (self.tr("Any day this week"), [action for action in every if action.action_id in weekly]),
            (
                self.tr("Also today"),
                [one for one in besides if one.outcome is not None or self._nearly_open],
            ),
            (self.tr("Your side"), [*view.own_due, *filter(_is_shown, view.own_others)]),
        ]

    def _rebuild(self, parts: Sequence[tuple[str, Sequence[ActionOnDay]]], day: date) -> None:
        focused = next((number for number, row in self._rows.items() if row.hasFocus()), None)
        empty(self._list)
        self._rows = {}
        for heading, actions in parts:
            self._add_part(heading, actions, day)
        if focused in self._rows:
            self._rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_part(self, heading: str, actions: Sequence[ActionOnDay], day: date) -> None:
        if heading:
            self._list.addWidget(Hairline())
            self._list.addWidget(StrongLabel(heading, color="ink2"))
        for place, action in enumerate(actions):
            if place or not heading:
                self._list.addWidget(Hairline())
            row = ActionRow(action, day, self._paths)
            row.marked.connect(partial(self._on_marked, action.action_id))
            row.adjust_requested.connect(self.adjust_requested)
            row.write_requested.connect(self.write_requested)
            row.trouble.connect(self.trouble)
            self._list.addWidget(row)
            self._rows[action.action_id] = row

    def _show_past(self, day: date | None) -> None:
        self.past.setVisible(day is not None)
        if day is not None:
            self.past.setText(self.tr("Fill in {day}").format(day=weekday_and_number(day)))

    def _on_marked(self, action_id: int, outcome: Outcome | None) -> None:
        self.marked.emit(self._rows[action_id].action, outcome)

    def _on_nearly(self) -> None:
        if self._view is None:
            return
        before = set(self._rows)
        self._nearly_open = True
        self.show_view(self._view)
        added = next((row for number, row in self._rows.items() if number not in before), None)
        if added is not None:
            added.setFocus()

    def _on_past(self) -> None:
        if self._view is not None and self._view.fill_in is not None:
            self.fill_in.emit(self._view.fill_in)

    def _retheme_list(self) -> None:
        self._list.setSpacing(theme.px(8))


def _is_shown(own: ActionOnDay) -> bool:
    return own.outcome is not None or not own.terms.cadence.has_due_days
