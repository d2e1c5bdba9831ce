"""Read it once more: the whole plan on one page, and what is still missing with the way there."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizard

from trust_desktop.domain.draft import ActionDraft, PlanDraft, action_rules, plan_rules
from trust_desktop.domain.errors import Rule
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import BodyLabel, LeadLabel, SmallLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.step_page import StepPage


class ReviewPage(StepPage):
    """Complete only when nothing is missing; what is missing is said in words."""

    slot_requested = Signal(int)

    def __init__(self, draft: PlanDraft, *, today: date) -> None:
        super().__init__(draft, self.tr("Read it once more"))
        self._today = today
        self._plan: QWidget | None = None
        self.links: dict[int, PlainButton] = {}

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
        if self._plan is not None:
            self._room.removeWidget(self._plan)
            self._plan.deleteLater()
        self._plan = self._build_plan()
        self._room.addWidget(self._plan)
        self.completeChanged.emit()

    @override
    def first_control(self) -> QWidget:
        """What is still open comes first; with nothing open it is going live."""
        for broken in plan_rules(self.draft_in_hand, self._today):
            if broken.slot is not None:
                return self.links[broken.slot]
        return self.wizard().button(QWizard.WizardButton.FinishButton)

    def refuse(self, rule: Rule) -> None:
        """Say why the plan could not go live after all."""
        self.missing.setText(rule_words(rule))
        self.missing.show()

    def _tell_missing(self) -> None:
        count = len({broken.slot for broken in plan_rules(self.draft_in_hand, self._today)})
        words = self.tr("Still open before this can be your plan: %Ln action(s).", "", count)
        self.missing.setText(words)
        self.missing.setVisible(count > 0)

    def _build_plan(self) -> QWidget:
        card = Card(spacing=16)
        self.links = {}
        if self.draft_in_hand.fair_chance.strip():
            card.body.addWidget(SmallLabel(self.tr("What would feel a little safer")))
            card.body.addWidget(Quoted(self.draft_in_hand.fair_chance))
            card.body.addWidget(Hairline())
        for slot, action in enumerate(self.draft_in_hand.actions, start=1):
            if slot > 1:
                card.body.addWidget(Hairline())
            card.body.addLayout(self._build_action(slot, action))
        return card

    def _build_action(self, slot: int, action: ActionDraft) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(StrongLabel(slot_title(slot), color="ink2"))
        if action.started:
            column.addWidget(Quoted(action.text))
            for line in self._lines(action):
                column.addWidget(SmallLabel(line))
        rules = action_rules(action, self._today)
        for rule in rules[:1] if not action.started else rules:
            column.addWidget(SmallLabel(rule_words(rule), color="honey_text"))
        link = PlainButton(self.tr("Go to it") if rules else self.tr("Change it"))
        link.setAccessibleName(
            (self.tr("Go to {action}") if rules else self.tr("Change {action}")).format(
                action=slot_title(slot)
            )
        )
        link.clicked.connect(lambda _checked=False, one=slot: self.slot_requested.emit(one))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        self.links[slot] = link
        return column

    def _lines(self, action: ActionDraft) -> list[str]:
        lines = [cadence_words(action.cadence, action.first_day)]
        if action.known_by.strip():
            lines.append(self.tr("You will know by: {words}").format(words=action.known_by.strip()))
        if action.first_day and action.review_day:
            lines.append(
                self.tr("From {first}, to be looked at again on {review}").format(
                    first=day_with_year(action.first_day), review=day_with_year(action.review_day)
                )
            )
        if action.about_openness and action.ends:
            lines.append(
                self.tr("For: {purpose}. It ends on {day}.").format(
                    purpose=action.purpose.strip() or self.tr("not said yet"), day=day_with_year(action.ends)
                )
            )
        return lines
