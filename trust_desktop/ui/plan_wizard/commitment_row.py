"""One commitment of the person's own: its words and how often, or the form while it is being written."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.draft import ActionDraft, commitment_rules
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SaidLabel, SmallLabel, StrongLabel


class CommitmentRow(QWidget):
    """`open` shows the form; `edited` hands the draft on after each change."""

    opened = Signal()
    folded = Signal()
    taken_away = Signal()
    edited = Signal(object)
    help_requested = Signal()

    def __init__(
        self, slot: int, commitment: ActionDraft, *, opened: bool, today: date, week_start: int
    ) -> None:
        super().__init__()
        self.title = slot_title(slot, mine=True)
        self.editor: ActionEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(StrongLabel(self.title, color="ink2"))
        if opened:
            self._add_editor(commitment, today, week_start)
        else:
            self._add_words(commitment)
        self._add_buttons(opened=opened)
        self.setAccessibleName(self.title)
        theme.follow(self._retheme)

    def first_control(self) -> QWidget:
        return self.editor.request if self.editor is not None else self.turn

    def _add_editor(self, commitment: ActionDraft, today: date, week_start: int) -> None:
        question = self.tr("What will you do?")
        editor = self.editor = ActionEditor(question, today=today, week_start=week_start, mine=True)
        self._column.addWidget(SaidLabel(question))
        editor.allow_days_from(today)
        editor.set_draft(commitment)
        editor.changed.connect(self._on_changed)
        editor.help_requested.connect(self.help_requested)
        self._column.addWidget(editor)

    def _add_words(self, commitment: ActionDraft) -> None:
        if commitment.started:
            self._column.addWidget(Quoted(commitment.text))
            self._column.addWidget(SmallLabel(cadence_words(commitment.cadence, commitment.first_day)))
        for rule in commitment_rules(commitment):
            self._column.addWidget(SmallLabel(rule_words(rule), color="honey_text"))

    def _add_buttons(self, *, opened: bool) -> None:
        self.turn = QuietButton(self.tr("Fold it up") if opened else self.tr("Change it"), dense=True)
        self.take = PlainButton(self.tr("Take it away"), dense=True)
        self.turn.clicked.connect(self.folded if opened else self.opened)
        self.take.clicked.connect(self.taken_away)
        self._buttons = FlowRow(gap=16, row_gap=8)
        for button in (self.turn, self.take):
            spoken = self.tr("{button}: {commitment}").format(button=button.text(), commitment=self.title)
            button.setAccessibleName(spoken)
            self._buttons.flow.addWidget(button)
        self._column.addWidget(self._buttons)

    def _on_changed(self) -> None:
        if self.editor is not None:
            self.edited.emit(self.editor.draft())

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(12 if self.editor is not None else 6))
        self._buttons.flow.setContentsMargins(0, theme.px(6), 0, 0)


def rows_for(
    commitments: list[ActionDraft], opened: int | None, today: date, week_start: int
) -> list[CommitmentRow]:
    """Return a row for each, the one at `opened` with its form."""
    build = partial(CommitmentRow, today=today, week_start=week_start)
    return [
        build(slot, commitment, opened=slot - 1 == opened)
        for slot, commitment in enumerate(commitments, start=1)
    ]
