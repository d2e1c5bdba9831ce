"""Read it once more: the whole plan on one page, who sees what of it, and what is still missing with the way there."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizard

from trust_desktop.domain.draft import PlanDraft, plan_rules
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.override import override
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.labels import BodyLabel, LeadLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.review_view import ReviewView
from trust_desktop.ui.plan_wizard.step_page import StepPage


class ReviewPage(StepPage):
    """Complete only when nothing is missing; what is missing is said in words."""

    slot_requested = Signal(int)
    commitment_requested = Signal(int)
    step_requested = Signal(object)

    def __init__(self, draft: PlanDraft, *, today: date) -> None:
        super().__init__(draft, self.tr("Read it once more"))
        self._today = today
        self.view: ReviewView | None = None

    @property
    def links(self) -> dict[int, PlainButton]:
        """The way to each action, by its place."""
        return {slot: entry.link for slot, entry in self.view.asked.items()} if self.view else {}

    @override
    def isComplete(self) -> bool:
        return not plan_rules(self.draft_in_hand, self._today)

    @override
    def build(self) -> None:
        self.column.addWidget(LeadLabel(Content("wizard").text("review", "lead")))
        self.missing = BodyLabel(color="honey_text")
        self.column.addWidget(self.missing)
        self._room = QVBoxLayout()
        self.column.addLayout(self._room)

    @override
    def show_draft(self) -> None:
        self._tell_missing()
        if self.view is not None:
            self._room.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        view = self.view = ReviewView(self.draft_in_hand, self._today)
        self._room.addWidget(view)
        for slot, entry in view.asked.items():
            entry.asked_for.connect(partial(self.slot_requested.emit, slot))
        for slot, entry in view.own.items():
            entry.asked_for.connect(partial(self.commitment_requested.emit, slot))
        view.step_requested.connect(self.step_requested)
        view.print_requested.connect(self._on_print)
        self.completeChanged.emit()

    @override
    def first_control(self) -> QWidget:
        """What is still open comes first; with nothing open it is going live."""
        broken = next((each for each in self._broken() if each.slot is not None), None)
        if broken is not None and self.view is not None:
            entries = self.view.own if broken.mine else self.view.asked
            return entries[broken.slot or 1].link
        return self.wizard().button(QWizard.WizardButton.FinishButton)

    def refuse(self, rule: Rule) -> None:
        """Say why the plan could not go live after all."""
        self.missing.setText(rule_words(rule))
        self.missing.show()

    def _broken(self) -> tuple[RuleBroken, ...]:
        return plan_rules(self.draft_in_hand, self._today)

    def _tell_missing(self) -> None:
        broken = self._broken()
        places = {(each.slot, each.mine) for each in broken if each.slot is not None}
        words = self.tr("Still open before this can be your plan: %Ln part(s).", "", len(places))
        if broken and not places:
            words = rule_words(broken[0].rule)
        self.missing.setText(words)
        self.missing.setVisible(bool(broken))

    def _on_print(self) -> None:
        from trust_desktop.ui.plan_wizard.plan_sheet import plan_sheet
        from trust_desktop.ui.printing import show_print

        show_print(plan_sheet(self.draft_in_hand), self)
