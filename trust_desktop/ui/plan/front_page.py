"""The first of the plan's pages: the plan, or what stands where there is none."""

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.day import day_of
from trust_desktop.domain.plan import Plan
from trust_desktop.services import plan_living, planning
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.say_in_view import say_in_view
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.begun import begun_in
from trust_desktop.ui.plan.live_view import LiveView


class FrontPage(Page):
    """It only shows; `live` is built anew each time."""

    wizard_requested = Signal()
    history_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Plan"))
        self._vault = vault
        self.live: LiveView | None = None
        self.reason = SmallLabel("", color="honey_text")
        self.reason.hide()
        self.empty = EmptyState("", "", self.tr("Start a plan"))
        self.empty.pressed.connect(self.wizard_requested)
        self.history = PlainButton("", icon_name="history", dense=True)
        self.history.clicked.connect(self.history_requested)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    @property
    def first_control(self) -> QWidget:
        return self.empty.button if self.live is None else self.live.first_control

    def bring_into_view(self, control: QWidget) -> None:
        """Scroll to a control with the card it is on, once what was just made has its place."""
        around: QWidget | None = control
        while around is not None and not isinstance(around, Card):
            around = around.parentWidget()
        seen = around or control
        if self.isAncestorOf(seen):
            QTimer.singleShot(0, seen, lambda: bring_into_view(seen))

    def begin_at_top(self, control: QWidget) -> None:
        """Show the page from its top with the keyboard at a control; on the page itself where that is further down."""
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, control, lambda: self._to_top(control))  # once what was just made has its place

    def _to_top(self, control: QWidget) -> None:
        self.to_top()
        if control.hasFocus() and control.visibleRegion().boundingRect() != control.rect():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say at the top why nothing was done."""
        say_in_view(self.reason, words)

    def show_plan(self) -> None:
        """Read the plan again and show it."""
        session = self._vault.session
        every = plan_living.every_plan(session)
        plan = planning.live_plan(session)
        self.refuse("")
        self._show_live(plan)
        self.empty.setVisible(plan is None)
        if plan is None:
            begun = planning.load_draft(session) is not None
            self.empty.set_words(*self._empty_words(every[-1] if every else None, begun=begun))
        self.history.setVisible(bool(every))
        self.history.setText(self._history_words(len(every), live=plan is not None))
        follow_layout(self)

    def _show_live(self, plan: Plan | None) -> None:
        old, self.live = self.live, None
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        if plan is None:
            return
        session = self._vault.session
        live_since = day_of(plan.went_live_at, session.day_ends)
        self.live = LiveView(plan, live_since=live_since, today=session.today, begun=begun_in(session, plan))
        self.body.insertWidget(1, self.live)
        self.live.show()  # at once, so that it can take the focus back

    def _history_words(self, plans: int, *, live: bool) -> str:
        if live and plans == 1:
            return self.tr("Everything in this plan, in the words of its days")
        return self.tr("Every plan, in the words of its days")

    def _empty_words(self, before: Plan | None, *, begun: bool) -> tuple[str, str, str]:
        if begun:
            return (
                self.tr("Your plan is begun"),
                self.tr("Everything you typed is here, at the step where you left it."),
                self.tr("Go on with your plan"),
            )
        if before is not None and before.ended is not None:
            sentence = self.tr(
                "It ended with {day}, and all of it can be read. Another can begin whenever you like."
            )
            first = day_of(before.went_live_at, self._vault.session.day_ends)
            last = max(first, before.ended.from_day - timedelta(days=1))
            return (
                self.tr("Your plan has ended"),
                sentence.format(day=day_with_year(last)),
                self.tr("Begin another plan"),
            )
        return (
            self.tr("No plan yet"),
            self.tr("Four small things your partner could do, that you would see, and could thank for."),
            self.tr("Start a plan"),
        )
