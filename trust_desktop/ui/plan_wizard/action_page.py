"""One of the four actions asked of the partner."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import ACTIONS_IN_A_PLAN
from trust_desktop.override import override
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.day_words import number
from trust_desktop.ui.plan_wizard.before_examples import BeforeExamples
from trust_desktop.ui.plan_wizard.draft_edits import Exchange
from trust_desktop.ui.plan_wizard.step_page import StepPage


class ActionPage(StepPage):
    """`slot` is 1 to 4."""

    exchanged = Signal(object, str)
    """An edit to make and to be able to undo, with the words that say so."""

    def __init__(self, draft: PlanDraft, slot: int, *, today: date, week_start: int) -> None:
        super().__init__(draft, "", "kicker")
        self.slot = slot
        self._today, self._week_start = today, week_start
        self._before_examples = BeforeExamples()
        self.kicker.setText(
            self.tr("Action {slot} of {all}").format(slot=number(slot), all=number(ACTIONS_IN_A_PLAN))
        )

    @override
    def build(self) -> None:
        self.editor = ActionEditor(self._question(), today=self._today, week_start=self._week_start, new=True)
        self.editor.allow_days_from(self._today)
        self.put_back = PlainButton(self.tr("Put back what stood here before the example"))
        self.column.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.editor)
        self.editor.changed.connect(self._on_changed)
        self.editor.help_requested.connect(self.help_requested)
        self.put_back.clicked.connect(self._on_put_back)

    @override
    def show_draft(self) -> None:
        self.set_title(self._question())
        self.editor.request.setAccessibleName(self._question())
        self.editor.set_draft(self._stands)
        self._offer_to_put_back()

    @override
    def first_control(self) -> QWidget:
        return self.editor.request

    def take_example(self, example: ActionDraft) -> None:
        """Put an example in. What was answered about other words, consent above all, is no answer to these."""
        self._before_examples.hold(self._stands, example)
        self._put_in(example, self.tr("An example was put in."))

    @property
    def _stands(self) -> ActionDraft:
        return self.draft_in_hand.actions[self.slot - 1]

    def _question(self) -> str:
        partner = self.draft_in_hand.partner or self.tr("your partner")
        return self.tr("What would {partner} do?").format(partner=partner)

    def _put_in(self, action: ActionDraft, words: str) -> None:
        self.exchanged.emit(Exchange(self.slot, action), words)
        self.editor.request.setFocus()

    def _offer_to_put_back(self) -> None:
        self.put_back.setVisible(self._before_examples.last(self._stands) is not None)

    def _on_put_back(self) -> None:
        before = self._before_examples.last(self._stands)
        if before is not None:
            self._put_in(before, self.tr("What stood here before was put back."))

    def _on_changed(self) -> None:
        self._before_examples.goes_on(self._stands)
        self.draft_in_hand.actions[self.slot - 1] = self.editor.draft()
        self._offer_to_put_back()
        self.changed.emit()
