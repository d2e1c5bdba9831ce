"""The talk: one step at a time, from *is this a good moment* to what was answered."""

from collections.abc import Callable
from functools import partial
from math import inf

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.plan import Plan
from trust_desktop.override import override
from trust_desktop.services import plan_living, planning
from trust_desktop.services.session import Change
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.day_watch import DayWatch
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.answers_step import AnswersStep
from trust_desktop.ui.talk.message_step import MessageStep
from trust_desktop.ui.talk.step import Step, TalkStep
from trust_desktop.ui.talk.step_maker import StepMaker

_SHOWS = Change.PLANS | Change.SETTINGS


class TalkPage(Page):
    """Begins with readiness until the plan was said, and with the answers from then on."""

    plan_requested = Signal()
    wizard_requested = Signal()
    help_requested = Signal()
    together_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("The talk"))
        self._vault = vault
        self._plan: Plan | None = None
        self._stale = False
        self.step: TalkStep | None = None
        self.clipboard = PrivateClipboard(self)
        self._maker = StepMaker(vault, self.clipboard, self)
        self.empty = EmptyState("", "", "")
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.empty.pressed.connect(self.wizard_requested)
        self._maker.went.connect(self.go_on)
        self._maker.left_over.connect(self._say_left_over)
        self._maker.left.connect(self.plan_requested)
        self._maker.help_requested.connect(self.help_requested)
        self._maker.together_requested.connect(self.together_requested)
        vault.changed.connect(self._on_changed)
        self._day = vault.session.today
        self.day_watch = DayWatch(vault.session, self)
        self.day_watch.turned.connect(self._follow_day)
        self._read_again()

    def go_on(self, step: Step, slot: int = 0) -> None:
        """Show a step; `slot` is the action it is about, or where the keyboard goes.

        What was typed is kept first. Where it cannot be, the step it stands on stays and says so.
        """
        if self.step is not None:
            self.step.save_now()
            if self.step.unsaved:
                return
        self._show(step, slot)
        if self.step is not None:
            self._control(self.step, slot).setFocus(Qt.FocusReason.OtherFocusReason)
            # From its top on, once it is laid out; an action that was named comes into sight instead.
            QTimer.singleShot(0, self.step, self._bring_step_into_view(self.step, slot))

    def show_answer(self, slot: int) -> None:
        """Go to what was answered to an action."""
        self.go_on(Step.ANSWERS, slot)

    def stays_open(self) -> float:
        """Two people read the sheet: it asks to be left open for as long as anything is."""
        return inf if self.step is not None and self.step.step is Step.SHEET else 0.0

    def save_now(self) -> None:
        """Before the vault is locked: keep what was typed, and take our words off the clipboard."""
        if self.step is not None:
            self.step.save_now()
        self.clipboard.clear_if_ours()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._read_again()
        self._follow_day()
        super().showEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        control = self.empty.button if self.step is None else self.step.first_control()
        control.setFocus(event.reason())

    def _follow_day(self) -> None:
        before, self._day = self._day, self._vault.session.today
        if self.step is None or before == self._day:
            return
        self.step.follow_day(self._day)
        if isinstance(self.step, AnswersStep) and not self.step.is_asking:
            self._read_again()  # a day that was named for asking once more may have come

    def _say_left_over(self, words: str) -> None:
        if words and isinstance(self.step, AnswersStep):
            self.step.say_trouble(words)

    def _on_changed(self, change: Change) -> None:
        if not change & _SHOWS:
            return
        self._stale = True
        if self.isVisible() and not self._maker.is_own_change:
            self._catch_up()

    def _catch_up(self) -> None:
        """While a step is being gone through only what it stands on may change it under the hands."""
        before, plan = self._plan, planning.live_plan(self._vault.session)
        same = before is not None and plan is not None and before.id == plan.id
        said_as_before = same and before is not None and plan is not None and before.said == plan.said
        if isinstance(self.step, AnswersStep) or not said_as_before:
            self._read_again()
        elif isinstance(self.step, MessageStep) and plan is not None:
            self.step.follow(plan.saying.message)

    def _read_again(self) -> None:
        self._stale = False
        before, self._plan = self._plan, planning.live_plan(self._vault.session)
        step = self._step_for(before)
        slot = self.step.focused_slot() if isinstance(self.step, AnswersStep) else None
        self._show(step, 0)
        if slot is not None and self.step is not None:
            self._control(self.step, slot).setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_for(self, before: Plan | None) -> Step | None:
        plan = self._plan
        if plan is None:
            return None
        if before is None or before.id != plan.id or self.step is None:
            return Step.READY if plan.said is None else Step.ANSWERS
        if before.said is None and plan.said is not None:
            return Step.ANSWERS
        if before.said is not None and plan.said is None and self.step.step in (Step.ANSWERS, Step.CHANGE):
            return Step.SAID
        return Step.ANSWERS if self.step.step is Step.CHANGE else self.step.step

    def _show(self, step: Step | None, slot: int) -> None:
        old, self.step = self.step, None
        if old is not None:
            old.save_now()
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._plan = planning.live_plan(self._vault.session)
        self._stale = False
        self.empty.setVisible(self._plan is None)
        if self._plan is None:
            self.empty.set_words(*self._empty_words())
        if self._plan is None or step is None:
            return
        self.step = self._maker.make(step, self._plan, slot)
        self.body.insertWidget(0, self.step)
        self.step.show()  # at once, so that it can take the keyboard
        follow_layout(self)

    def _empty_words(self) -> tuple[str, str, str]:
        if plan_living.every_plan(self._vault.session):
            return (
                self.tr("The plan has ended"),
                self.tr("What was answered can be read with it. Another can begin whenever you like."),
                self.tr("Start another plan"),
            )
        return (
            self.tr("There is no plan to talk about yet"),
            self.tr("It begins with four clear things you ask for. The talk about them comes after."),
            self.tr("Start a plan"),
        )

    @staticmethod
    def _bring_step_into_view(step: TalkStep, slot: int) -> Callable[[], None]:
        card = step.card(slot) if isinstance(step, AnswersStep) else None
        return partial(bring_into_view, step if card is None else card)

    @staticmethod
    def _control(step: TalkStep, slot: int) -> QWidget:
        card = step.card(slot) if isinstance(step, AnswersStep) else None
        return step.first_control() if card is None else card.first_control()
