"""One of the four actions asked of the partner."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import ACTIONS_IN_A_PLAN
from trust_desktop.override import override
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.day_words import number
from trust_desktop.ui.plan_wizard.step_page import StepPage


class ActionPage(StepPage):
    """`slot` is 1 to 4."""

    def __init__(self, draft: PlanDraft, slot: int, *, today: date, week_start: int) -> None:
        super().__init__(draft, "", "kicker")
        self.slot = slot
        self._today, self._week_start = today, week_start
        self._before_example: ActionDraft | None = None
        self.kicker.setText(
            self.tr("Action {slot} of {all}").format(slot=number(slot), all=number(ACTIONS_IN_A_PLAN))
        )

    @override
    def build(self) -> None:
        self.editor = ActionEditor(self._question(), today=self._today, week_start=self._week_start, new=True)
        self.editor.allow_days_from(self._today)
        self.put_back = PlainButton(self.tr("Put back what stood here before the example"))
        self.put_back.hide()
        self.column.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.editor)
        self.editor.changed.connect(self._on_changed)
        self.editor.help_requested.connect(self.help_requested)
        self.put_back.clicked.connect(self._on_put_back)

    @override
    def show_draft(self) -> None:
        self.set_title(self._question())
        self.editor.request.setAccessibleName(self._question())
        self.editor.set_draft(self.draft_in_hand.actions[self.slot - 1])

    @override
    def first_control(self) -> QWidget:
        return self.editor.request

    def take_example(self, example: ActionDraft) -> None:
        """Put an example in; the days and the private reason already chosen stay."""
        before = self.editor.draft()
        self._before_example = before if before.started else None
        self.put_back.setVisible(before.started)
        after = self.editor.draft()
        after.text, after.known_by, after.cadence = example.text, example.known_by, example.cadence
        after.fought = None
        self._put_in(after)

    def _question(self) -> str:
        partner = self.draft_in_hand.partner or self.tr("your partner")
        return self.tr("What would {partner} do?").format(partner=partner)

    def _put_in(self, action: ActionDraft) -> None:
        self.editor.set_draft(action)
        self._on_changed()
        self.editor.request.setFocus()

    def _on_put_back(self) -> None:
        if self._before_example is not None:
            self._put_in(self._before_example)
        self.put_back.hide()

    def _on_changed(self) -> None:
        self.draft_in_hand.actions[self.slot - 1] = self.editor.draft()
        self.changed.emit()
