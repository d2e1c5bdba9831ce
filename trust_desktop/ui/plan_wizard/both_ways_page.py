"""Both ways: could this plan frighten or trap; what was noticed is shown with a fairer way, and nothing is held up."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizard

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.noticed import Noticed, name_of
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, LeadLabel, SmallLabel
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.step_page import StepPage


class BothWaysPage(StepPage):
    """Asked of everybody. The plan is looked at anew each time the page is come to."""

    slot_requested = Signal(int)
    commitment_requested = Signal(int)

    def __init__(self, draft: PlanDraft) -> None:
        super().__init__(draft, self.tr("Both ways"))
        self.rows: list[Noticed] = []

    @override
    def build(self) -> None:
        self._content = Content("wizard")
        self._asked = QVBoxLayout()
        self._asked.addWidget(LeadLabel(self._text("question"), color="ink"))
        self._asked.addWidget(BodyLabel(self._text("why_asked"), color="ink2"))
        self.column.addLayout(self._asked)
        self._build_nothing()
        self._build_noticed()
        self.help = PlainButton(self.tr("If one of you is afraid of the other: Help & safety"))
        self.help.clicked.connect(self.help_requested)
        self.column.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeading)
        self._retheme()

    @override
    def show_draft(self) -> None:
        self._show_noticed()
        draft = self.draft_in_hand
        written = any(action.started for action in (*draft.actions, *draft.commitments))
        self.found.setText(self._text("nothing" if written else "unwritten"))
        self.nothing.setVisible(not self.rows)
        self.noticed.setVisible(bool(self.rows))
        outcome = self._text("noticed") if self.rows else self.found.text()
        self.setAccessibleDescription("\n".join((self._text("question"), outcome)))

    @override
    def first_control(self) -> QWidget:
        """What is still to be answered comes first; with nothing of that kind it is going on."""
        row = self._unanswered()
        return row.go if row is not None else self.wizard().button(QWizard.WizardButton.NextButton)

    def _text(self, key: str) -> str:
        return self._content.text("both_ways", key)

    def _build_nothing(self) -> None:
        self.nothing = Card(ground="sunken", spacing=4)
        self.found = BodyLabel()
        self.nothing.body.addWidget(self.found)
        self.nothing.body.addWidget(BodyLabel(self._text("no_judgement"), color="ink2"))
        self.column.addWidget(self.nothing)

    def _build_noticed(self) -> None:
        self.noticed = QWidget()
        self._noticed_column = QVBoxLayout(self.noticed)
        self._noticed_column.setContentsMargins(0, 0, 0, 0)
        self._noticed_column.addWidget(HeadingLabel(self._text("noticed")))
        self._noticed_column.addWidget(SmallLabel(self._text("noticed_hint")))
        self._rows_column = QVBoxLayout()
        self._noticed_column.addLayout(self._rows_column)
        self.column.addWidget(self.noticed)

    def _show_noticed(self) -> None:
        from trust_desktop.wording import review_plan  # reads what it learnt; not every wizard comes this far

        for row in self.rows:
            self._rows_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        draft = self.draft_in_hand
        self.rows = [
            Noticed(remark, draft, kept=name_of(remark, draft) in draft.kept) for remark in review_plan(draft)
        ]
        for row in self.rows:
            self._rows_column.addWidget(row)
            row.slot_requested.connect(self.slot_requested)
            row.commitment_requested.connect(self.commitment_requested)
            row.answered.connect(self._on_answered)
        follow_layout(self)

    def _on_answered(self) -> None:
        self.draft_in_hand.kept = frozenset(row.name for row in self.rows if row.is_kept)
        self.changed.emit()
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)
        row = self._unanswered()
        if row is not None:
            QTimer.singleShot(0, row, partial(bring_into_view, row))

    def _unanswered(self) -> Noticed | None:
        return next((row for row in self.rows if not row.is_kept), None)

    @override
    def _retheme(self) -> None:
        super()._retheme()
        if self._built:
            self._asked.setSpacing(theme.px(8))
            self._noticed_column.setSpacing(theme.px(2))
            self._rows_column.setContentsMargins(0, theme.px(12), 0, 0)
            self._rows_column.setSpacing(theme.px(20))
