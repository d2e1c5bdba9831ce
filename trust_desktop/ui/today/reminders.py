"""Quiet lines under the day: actions whose review day has come, and openness that has ended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.common.labels import SmallLabel


class Reminders(QWidget):
    """Hidden while there is nothing to look at again."""

    go_to_plan = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout()
        self.button = PlainButton(self.tr("Look at the plan"), dense=True)
        self.button.clicked.connect(self.go_to_plan)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        theme.follow(self._retheme)

    def show_lines(self, review: Sequence[ActionOnDay], actions: Sequence[ActionOnDay]) -> None:
        """`review` have reached their review day; of `actions`, openness that is over says so."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = [self._review(action) for action in review if not action.stopped]
        lines += [self._ended(action) for action in actions if action.stopped]
        for line in lines:
            self._lines.addWidget(SmallLabel(line))
        self.setVisible(bool(lines))

    def _review(self, action: ActionOnDay) -> str:
        pattern = self.tr("{action}: you wanted to look at it again on {day}. Until you do, it goes on.")
        return pattern.format(action=action.title, day=full_day(action.terms.review_day))

    def _ended(self, action: ActionOnDay) -> str:
        ends = action.terms.openness.ends if action.terms.openness else action.terms.review_day
        pattern = self.tr("{action}: agreed until {day}, and it has ended.")
        return pattern.format(action=action.title, day=full_day(ends))

    def _retheme(self) -> None:
        self._column.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._column.setSpacing(theme.px(4))
        self._lines.setSpacing(theme.px(4))
