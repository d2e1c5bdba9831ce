"""What a fair chance looks like: the one big mistake, and room for the person's own words."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.override import override
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import BodyLabel, LeadLabel
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.step_page import StepPage


class FairChancePage(StepPage):
    """Read first, then answer or leave it empty."""

    def __init__(self, draft: PlanDraft) -> None:
        super().__init__(draft, self.tr("What a fair chance looks like"))

    @override
    def build(self) -> None:
        content = Content("wizard")
        self.column.addWidget(LeadLabel(content.text("fair_chance", "title_line"), color="ink"))
        self.column.addWidget(BodyLabel(content.text("fair_chance", "paragraph")))
        self.words = TextArea(said=True, rows=4)
        question, aside, hint = (content.text("fair_chance", key) for key in ("question", "aside", "hint"))
        self.column.addWidget(Field(question, self.words, aside=aside, hint=hint))
        self.words.changed.connect(self._on_changed)

    @override
    def show_draft(self) -> None:
        self.words.blockSignals(True)
        self.words.set_text(self.draft_in_hand.fair_chance)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.blockSignals(False)

    @override
    def first_control(self) -> QWidget:
        return self.words

    def _on_changed(self) -> None:
        self.draft_in_hand.fair_chance = self.words.text()
        self.changed.emit()
