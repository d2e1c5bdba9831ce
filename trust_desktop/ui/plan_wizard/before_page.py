"""Before you start: how one is today, and what comes before any request."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.answers import Answers
from trust_desktop.ui.common.buttons import HoneyButton, PlainButton
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.labels import LeadLabel
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.step_page import StepPage


class BeforePage(StepPage):
    """Nothing ticked here is a condition; the two questions lead to help, never to a locked door."""

    look_requested = Signal()
    """The private look is wanted first."""

    def __init__(self, draft: PlanDraft) -> None:
        super().__init__(draft, self.tr("Before you start"))

    @override
    def build(self) -> None:
        self._content = Content("wizard")
        self.column.addWidget(LeadLabel(self._content.text("before", "lead")))
        self._build_points()
        self._build_questions()
        self.partner = LineField(
            self.tr("What do you call your partner?"), aside=self.tr("optional; it stays in here")
        )
        self.partner.edit.setMaxLength(80)
        self.column.addWidget(self.partner)
        self.safety = PlainButton(self.tr("Some questions about safety, only for you"))
        self.safety.clicked.connect(self.look_requested)
        self.column.addWidget(self.safety, 0, Qt.AlignmentFlag.AlignLeading)
        self.partner.changed.connect(self._on_changed)
        self._retheme()

    @override
    def show_draft(self) -> None:
        draft = self.draft_in_hand
        for key, box in self.points.items():
            box.blockSignals(True)
            box.setChecked(key in draft.ready)
            box.blockSignals(False)
        self.harm.set_value(draft.harm_stopped)
        self.truth.set_value(draft.truth_told)
        self.partner.set_text(draft.partner)
        self._show_remarks()

    @override
    def first_control(self) -> QWidget:
        return next(iter(self.points.values()))

    def _build_points(self) -> None:
        points = self._content.sections("before", "ready")
        self.points = {point["key"]: CheckBox(point["text"]) for point in points}
        self._points_column = QVBoxLayout()
        for box in self.points.values():
            self._points_column.addWidget(box)
            box.toggled.connect(self._on_changed)
        self.column.addLayout(self._points_column)

    def _build_questions(self) -> None:
        self.harm = self._question("harm", self.tr("Yes, it has stopped"), self.tr("No, or I am not sure"))
        self.harm_card = self._remark("harm_goes_on_title", "harm_goes_on")
        go = HoneyButton(self.tr("Open Help & safety"))
        go.clicked.connect(self.help_requested)
        self.harm_card.add_answer(go)
        self.truth = self._question("truth", self.tr("Yes, as far as I need it"), self.tr("Not yet"))
        self.truth_card = self._remark("truth_open_title", "truth_open")
        for widget in (self.harm, self.harm_card, self.truth, self.truth_card):
            self.column.addWidget(widget)

    def _question(self, name: str, yes: str, no: str) -> Answers:
        question, hint = (self._content.text("before", f"{name}_{part}") for part in ("question", "hint"))
        answers = Answers(question, [(True, yes), (False, no)], hint=hint)
        answers.chosen.connect(self._on_changed)
        return answers

    def _remark(self, title: str, reason: str) -> RemarkCard:
        card = RemarkCard()
        card.set_remark(self._content.text("before", title), self._content.text("before", reason))
        return card

    def _on_changed(self) -> None:
        draft = self.draft_in_hand
        draft.ready = frozenset(key for key, box in self.points.items() if box.isChecked())
        draft.partner = self.partner.text().strip()
        harm, truth = self.harm.value(), self.truth.value()
        draft.harm_stopped = harm if isinstance(harm, bool) else None
        draft.truth_told = truth if isinstance(truth, bool) else None
        self._show_remarks()
        self.changed.emit()

    def _show_remarks(self) -> None:
        self.harm_card.setVisible(self.draft_in_hand.harm_stopped is False)
        self.truth_card.setVisible(self.draft_in_hand.truth_told is False)

    @override
    def _retheme(self) -> None:
        super()._retheme()
        if self._built:
            self._points_column.setSpacing(theme.px(4))
