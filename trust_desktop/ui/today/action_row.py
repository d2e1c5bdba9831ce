"""One action on the first page: what it is, how today went, and the bar to mark it with one press."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome, WeekCount
from trust_desktop.override import override
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import Button, Kind
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.common.latin_keys import digit
from trust_desktop.ui.common.mark_bar import MarkBar
from trust_desktop.ui.common.mark_words import outcome_word
from trust_desktop.ui.common.marks import Mark, MarkIcon, mark_of
from trust_desktop.ui.missed_day.missed_paths import MissedPaths

_OUTCOMES: Final = tuple(Outcome)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class OutcomeWord(Button):
    """What was marked; pressing it opens the bar again."""

    kind = Kind(words="ink")

    def __init__(self) -> None:
        super().__init__("", dense=True)
        self.padding = 2

    @override
    def heightForWidth(self, width: int) -> int:
        return max(theme.px(tokens.TARGET), super().heightForWidth(width) - theme.px(tokens.DENSE_AIR))


class Tick(QWidget):
    """The small tick before *said aloud*."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(14), theme.px(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), "check", theme.color("ink2"))


class ActionRow(QWidget):
    """Keys 1 to 5 mark it while it or anything in it has focus; 0 clears."""

    marked = Signal(object)
    adjust_requested = Signal(int)
    write_requested = Signal(object)
    trouble = Signal(object)
    """These three from the paths beside what was not kept; `paths` makes them where they are wanted."""

    def __init__(
        self,
        action: ActionOnDay,
        day: date,
        paths: Callable[[], MissedPaths],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_paths = paths
        self.paths: MissedPaths | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_focus_radius(self, tokens.RADIUS_INNER)
        self._mark = MarkIcon(None)
        self.title, self.second, self.week = StrongLabel(), SmallLabel(), SmallLabel()
        self.word = OutcomeWord()
        self.word.clicked.connect(self._open_bar)
        self._leaf, self._tick = MarkIcon(Mark.UNSAID, size=14), Tick()
        self.said = SmallLabel()
        self.said.setWordWrap(False)
        self.bar = MarkBar()
        self.bar.chosen.connect(self._on_chosen)
        self._build()
        self.action = action
        self._bar_open = False
        self.show_action(action, day, None)
        theme.follow(self._retheme)

    def show_action(self, action: ActionOnDay, day: date, count: WeekCount | None) -> None:
        """Show the same action as it stands on a day, which is today."""
        if action.outcome != self.action.outcome:
            self._bar_open = False
        self.action = action
        # On a day of its own nothing can be missing where no single day is due.
        waits_for_mark = action.due or action.outcome is not None
        self._mark.set_mark(mark_of(action.outcome) if waits_for_mark else None)
        self.title.setText(action.title)
        second = action.terms.known_by or action.detail
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.week.setVisible(count is not None)
        if count is not None:
            pattern = self.tr("{kept} of {asked} this week")
            number = self.locale().toString
            self.week.setText(pattern.format(kept=number(count.kept), asked=number(count.asked)))
        self._show_outcome(action)
        self._say(action)
        self._show_paths(action, day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit(event)
        if not self.action.can_mark:
            super().keyPressEvent(event)
        elif number is not None and 1 <= number <= len(_OUTCOMES):
            self._on_chosen(_OUTCOMES[number - 1])
        elif number == 0 and self.action.outcome is not None:
            self._on_chosen(None)
        elif event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.action.outcome is not None:
            self._open_bar()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.title, self.second, self.week):
            words.addWidget(label)
        words.addStretch(1)
        self._end = QVBoxLayout()
        self._end.addWidget(self.word, 0, Qt.AlignmentFlag.AlignTrailing)
        self._said_row = QHBoxLayout()
        self._said_row.addStretch(1)
        for widget in (self._leaf, self._tick, self.said):
            self._said_row.addWidget(widget)
        self._end.addLayout(self._said_row)
        self._end.addStretch(1)
        self._top = QHBoxLayout()
        self._top.addLayout(words, 1)
        self._top.addLayout(self._end)
        self._column = QVBoxLayout()
        self._column.addLayout(self._top)
        self._column.addWidget(self.bar)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._column, 1)

    def _show_outcome(self, action: ActionOnDay) -> None:
        marked = action.outcome is not None
        word = outcome_word(action.outcome)
        self.word.setText(outcome_word(action.outcome, short=True))
        self.word.setVisible(marked)
        self.word.setAccessibleName(
            self.tr("{action}: {outcome}. Change").format(action=action.title, outcome=word)
        )
        said = self._said_words(action)
        self.said.setText(said)
        self.said.set_color("honey_text" if action.unsaid else "ink2")
        self.said.setVisible(bool(said))
        self._leaf.setVisible(action.unsaid)
        self._tick.setVisible(marked and action.said is not None)
        self.bar.set_name(action.title)
        self.bar.set_outcome(action.outcome)
        self.bar.setVisible(action.can_mark and (not marked or self._bar_open))

    def _say(self, action: ActionOnDay) -> None:
        stands = [self.week.text()] if not self.week.isHidden() else []
        if action.due or action.outcome is not None:
            stands.insert(0, outcome_word(action.outcome))
        spoken = self.tr("{action}. Keys 1 to 5 mark it.")
        if stands:
            spoken = self.tr("{action}: {outcome}. Keys 1 to 5 mark it.")
        self.setAccessibleName(spoken.format(action=action.title, outcome=", ".join(stands)))

    def _said_words(self, action: ActionOnDay) -> str:
        if action.outcome is None:
            return ""
        if action.unsaid:
            return self.tr("not said yet")
        if action.mention:
            return self.tr("you could mention it")
        told = {
            Way.ALOUD: self.tr("said aloud"),
            Way.NOTE: self.tr("said in a note"),
            Way.TEXT: self.tr("said in a text"),
            Way.CARD: self.tr("said on a card"),
        }
        return told[action.said] if action.said is not None else ""

    def _show_paths(self, action: ActionOnDay, day: date) -> None:
        missed = action.outcome is Outcome.NOT_KEPT and not action.mine
        if self.paths is None and missed:
            self.paths = self._make_paths()
            self.paths.adjust_requested.connect(self.adjust_requested)
            self.paths.write_requested.connect(self.write_requested)
            self.paths.trouble.connect(self.trouble)
            self._column.addWidget(self.paths)
        if self.paths is not None:
            self.paths.setVisible(missed)
            self.paths.show_missed(MarkKey(action.action_id, day), action.title)

    def _open_bar(self) -> None:
        self._bar_open = not self._bar_open
        self._show_outcome(self.action)
        if self._bar_open:
            checked = next((button for button in self.bar.buttons if button.isChecked()), self.bar.buttons[0])
            checked.setFocus()

    def _on_chosen(self, outcome: Outcome | None) -> None:
        self._bar_open = False
        self.setFocus()
        if outcome is self.action.outcome:
            self._show_outcome(self.action)
        else:
            self.marked.emit(outcome)
            self.bar.set_outcome(self.action.outcome)  # should it not have been kept, no button stays pressed

    def _retheme(self) -> None:
        self._row.setSpacing(theme.px(12))
        self._row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._column.setSpacing(theme.px(10))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(theme.px(16))
        self._end.setSpacing(0)
        self._said_row.setSpacing(theme.px(6))
