"""One day beside the month: what was asked, marking it, a note for oneself, and the way to saying it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.plan import Plan
from trust_desktop.override import override
from trust_desktop.services.following_through import DayView
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.calendar.action_list import ActionList
from trust_desktop.ui.calendar.day_writer import DayWriter
from trust_desktop.ui.calendar.keys import read_key
from trust_desktop.ui.calendar.pending_text import PendingText
from trust_desktop.ui.calendar.quiet_words import quiet_words
from trust_desktop.ui.calendar.why_not import can_be_marked
from trust_desktop.ui.common import day_words
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import SaidLabel, SmallLabel
from trust_desktop.ui.common.scroll import ScrollColumn, bring_into_view
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.problems import key_of

WIDTH = 312
_RING = 6
_NO_LIMIT = 16_777_215


class DayPanel(Card):
    """Keys mean the same here as in the grid; Escape and the way back are `asked` of the page."""

    asked = Signal(object)
    say_it_pressed = Signal()
    back_pressed = Signal()
    plan_pressed = Signal()

    def __init__(self, writer: DayWriter, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=20, spacing=0)
        self._view: DayView | None = None
        self._plan: Plan | None = None
        self._ended = False
        self.setAccessibleName(self.tr("Day"))
        self.title, self.today = SaidLabel(), SmallLabel(self.tr("Today"), color="pine_text")
        self.back = PlainButton(self.tr("Back to the days"), icon_name="arrow-left")
        self.back.clicked.connect(self.back_pressed)
        self.back.hide()
        self.empty = EmptyState("", "")
        self.empty.pressed.connect(self.plan_pressed)
        self.quiet = SmallLabel()
        self.quiet.hide()
        self.action_list = ActionList(writer, self.empty.button)
        self.action_list.saved.connect(self.show_trouble)
        name = self.tr("A note for this day")
        self.note = TextArea(name, placeholder=name, rows=2)
        self._pending = PendingText(self.note, writer.note)
        self._pending.saved.connect(self.show_trouble)
        self.trouble = SmallLabel(color="honey_text")
        self.trouble.hide()
        self.why_not = SmallLabel()
        self.why_not.hide()
        self.say_it = PrimaryButton()
        self.say_it.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say_it.clicked.connect(self.say_it_pressed)
        self._build_column()
        theme.follow(self._retheme_panel)

    def _build_column(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.today)
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.addWidget(self.empty)
        self._rows.addWidget(self.quiet)
        self._rows.addWidget(self.action_list)
        self._rows.addWidget(self.note)
        self._rows.addStretch(1)
        self._head, self._foot = QVBoxLayout(), QVBoxLayout()
        self._head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        self._head.addLayout(head)
        self._head.addWidget(Hairline())
        self._foot.addWidget(self.trouble)
        self._foot.addWidget(self.why_not)
        self._foot.addWidget(self.say_it)
        self._scroll = ScrollColumn(self._inside)
        self.body.addLayout(self._head)
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(self._foot)

    def show_day(self, view: DayView, *, move_on: bool = True) -> None:
        if self._view is None or view.day != self._view.day:
            self.save_now()
            self.why_not.hide()
        self._view = view
        self.title.setText(day_words.weekday_and_number(view.day))
        self.title.setAccessibleName(day_words.full_day(view.day))
        self.today.setVisible(view.is_today)
        partner = view.partner or self.tr("your partner")
        self.say_it.setText(self.tr("Say it to {partner}").format(partner=partner))
        self.action_list.show_day(view, move_on=move_on)
        self._pending.show(view.day, view.note)
        self._show_parts()

    def show_plan(self, plan: Plan | None, *, ended: bool = False) -> None:
        """`ended`: there is no plan any more, but there was."""
        self._plan, self._ended = plan, ended
        self._show_parts()

    @property
    def ready(self) -> bool:
        """Whether the day is one of a plan that was said; that may be one that has ended since."""
        if self._plan is not None and self._plan.said is not None:
            return True
        lanes = self._view.lanes if self._view is not None else ()
        return any(self._plan is None or self._plan.action(lane.action_id) is None for lane in lanes)

    def _show_parts(self) -> None:
        """Show the day, or why nothing can be marked on it and where to go."""
        ready = self.ready
        for part in (self.say_it, self.action_list):
            part.setVisible(ready)
        self.empty.setVisible(not ready)
        words = quiet_words(self._view) if ready and self._view is not None else ""
        self.quiet.setText(words)
        self.quiet.setVisible(bool(words))
        if not ready:
            self.empty.set_words(*self._empty_words(), self.tr("Go to the plan"))

    def _empty_words(self) -> tuple[str, str]:
        if self._plan is not None:
            partner = self._plan.partner or self.tr("your partner")
            sentence = self.tr("Days begin to count on the day you tell {partner} about the plan.")
            return self.tr("Nothing is due yet"), sentence.format(partner=partner)
        if self._ended:
            sentence = self.tr("The plan had ended. What was recorded before stays where it is.")
            return self.tr("Nothing was asked for on this day"), sentence
        sentence = self.tr("Days can be marked once there is a plan with four actions.")
        return self.tr("Nothing to mark yet"), sentence

    def show_trouble(self, problem: TrustError | None) -> None:
        """Say why something could not be saved; None when it could."""
        self.why_not.hide()
        self.trouble.setVisible(problem is not None)
        if problem is not None:
            self.trouble.setText(Content("problems").text(key_of(problem), "happened"))

    def say(self, words: str) -> None:
        """Say, also aloud, why a key did nothing; for as long as the day is on show and nothing is marked."""
        self.why_not.setText(words)
        self.why_not.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_width(self, width: int) -> None:
        """Pixels beside the grid; 0 lets it fill the page."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or _NO_LIMIT)

    def focus_day(self) -> None:
        """Put the keyboard into the day: on what can be marked, or into its note."""
        if self._view is None or not can_be_marked(self._view):
            self.focus_note()
        else:
            self.action_list.focus_first()
            self._scroll.ensureWidgetVisible(self.action_list.choices)
            focused = self.focusWidget()
            if self.isAncestorOf(focused):
                self._scroll.ensureWidgetVisible(focused)

    def focus_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(self.note)

    @property
    def focus_inside(self) -> bool:
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def save_now(self) -> None:
        """Save at once the note and the reason being typed."""
        self.action_list.flush()
        self._pending.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = read_key(event)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(asked)

    def _retheme_panel(self) -> None:
        # What scrolls reaches further out than its words, so that the focus ring around a row is not cut off.
        ring, side = theme.space(_RING), theme.space(20)
        self.body.setContentsMargins(side - ring, theme.space(14), side - ring, side)
        for edge in (self._head, self._foot):
            edge.setContentsMargins(ring, 0, ring, 0)
            edge.setSpacing(theme.space(8))
        self._rows.setContentsMargins(ring, theme.space(6), ring, ring)
        self._rows.setSpacing(theme.space(14))
        self.body.setSpacing(theme.space(8))
        self.today.setFont(theme.font(tokens.SMALL))
