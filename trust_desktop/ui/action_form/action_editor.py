"""Everything that is asked about one action, with its words looked at as they are typed."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trust_desktop.domain.cadence import CadenceKind
from trust_desktop.domain.draft import ActionDraft, action_rules
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import REVIEW_DAYS
from trust_desktop.services.own_words import review_commitment
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_field import CadenceField
from trust_desktop.ui.action_form.fought_field import FoughtField
from trust_desktop.ui.action_form.openness_field import OpennessField
from trust_desktop.ui.action_form.parts_line import STOPS, PartsLine
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field, LineField
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.marked_area import MarkedArea
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.looking import in_one
from trust_desktop.ui.remarks.remarks import Remarks
from trust_desktop.wording import Kind, Part, control_words, review_request, standing

_SHOWN_AT_ONCE = {Rule.CADENCE_INCOMPLETE, Rule.REVIEW_BEFORE_FIRST_DAY}


class ActionEditor(QWidget):
    """Edits an `ActionDraft`; `question` names the field for the words of the request.

    A commitment of the person's own (`mine`) opens nothing of the partner's and is not asked about that. Where an
    action is asked for the first time (`new`) the editor asks whether the two fought about it lately; a change of one
    that runs is often how a quarrel ends, so there it does not.
    """

    changed = Signal()
    help_requested = Signal()

    def __init__(
        self,
        question: str,
        *,
        today: date,
        week_start: int,
        parent: QWidget | None = None,
        mine: bool = False,
        new: bool = False,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._mine = mine
        self._filling = False
        self._first_shown = today
        self._build_fields(question, week_start)
        self._build_column()
        self.openness.setVisible(not mine)
        self.fought.setVisible(new and not mine)
        self._connect()

    def draft(self) -> ActionDraft:
        openness = self.openness.answers()
        return ActionDraft(
            text=self.request.text(),
            known_by=self.known_by.text(),
            why=self.why.text(),
            cadence=self.cadence.cadence(),
            first_day=self.first_day.day(),
            review_day=self.review_day.day(),
            about_openness=openness.about,
            consent=openness.consent,
            purpose=openness.purpose,
            ends=openness.ends,
            kept=self._kept(),
            fought=self.fought.fought(),
        )

    def set_draft(self, action: ActionDraft) -> None:
        self._filling = True
        first = action.first_day or self._today
        self.remarks.set_kept(action.kept)
        self.request.set_text(action.text)
        self.request.moveCursor(QTextCursor.MoveOperation.End)
        self.known_by.set_text(action.known_by)
        self.why.set_text(action.why)
        self.cadence.set_cadence(action.cadence)
        self.first_day.set_day(first)
        self.review_day.set_day(action.review_day or first + timedelta(days=REVIEW_DAYS))
        self.openness.set_draft(action)
        self.fought.set_fought(action.fought)
        self._first_shown = first
        self._filling = False
        self.parts.set_kept(action.kept)
        self._look()

    def allow_days_from(self, first: date | None) -> None:
        """Days before `first` cannot be chosen as the first day."""
        self.first_day.set_range(first, None)

    def _build_fields(self, question: str, week_start: int) -> None:
        self.request = MarkedArea(question, said=True, rows=2)
        card = AnsweringCard(self.tr("Use these words"), shows_rewrite=True)
        review = review_commitment if self._mine else review_request
        self.remarks = Remarks(self.request, in_one(review), card, self)
        self.parts = PartsLine(mine=self._mine)
        self.known_by = self._build_known_by()
        self.cadence = CadenceField(week_start)
        self._cadence_field = Field(self.tr("How often"), self.cadence)
        self.first_day, self.review_day = DateField(), DateField()
        self._first_field = Field(self.tr("First day"), self.first_day)
        self._review_field = Field(self.tr("Look at it again"), self.review_day)
        self.openness = OpennessField(self._today)
        self.fought = FoughtField()
        self.why = TextArea(rows=2)
        self._why_field = Field(
            self.tr("Why it matters to me"), self.why, aside=self.tr("private unless you share it")
        )

    def _build_known_by(self) -> LineField:
        if self._mine:
            hint = self.tr("What they would see or hear, without asking")
            return LineField(self.tr("How your partner can tell"), hint=hint)
        hint = self.tr("What you would see or hear, without asking or searching")
        return LineField(self.tr("How you will know"), hint=hint)

    def _build_column(self) -> None:
        self._dates = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self._dates.setSizePolicy(policy)
        flow = FlowLayout(self._dates, gap=16, row_gap=16)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self._first_field)
        flow.addWidget(self._review_field)
        self._remarked = QVBoxLayout()
        self._remarked.addWidget(self.request)
        self._remarked.addWidget(self.remarks.card)
        self._top = QVBoxLayout()
        self._top.addLayout(self._remarked)
        self._top.addWidget(self.parts)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        for field in (self.known_by, self._cadence_field, self._dates, self.openness, self.fought):
            self._column.addWidget(field)
        self._column.addWidget(self._why_field)
        theme.follow(self._retheme)

    def _connect(self) -> None:
        for signal in (
            self.request.changed,
            self.known_by.changed,
            self.cadence.changed,
            self.openness.changed,
            self.fought.chosen,
            self.why.changed,
            self.remarks.answered,
        ):
            signal.connect(self._on_changed)
        self.first_day.day_changed.connect(self._on_first_day_changed)
        self.review_day.day_changed.connect(self._on_changed)
        self.remarks.rested.connect(self._look)
        self.parts.words_offered.connect(self._on_words_offered)
        self.parts.help_requested.connect(self.help_requested)

    def _retheme(self) -> None:
        self._remarked.setSpacing(theme.space(4))
        self._top.setSpacing(theme.px(12))
        self._column.setSpacing(theme.px(24))

    def _on_changed(self) -> None:
        if not self._filling:
            self._look()
            self.changed.emit()

    def _on_first_day_changed(self, first: date) -> None:
        """The day to look at it again moves along as long as it is the one offered."""
        offered = self._first_shown + timedelta(days=REVIEW_DAYS)
        if not self._filling and self.review_day.day() == offered:
            self.review_day.set_day(first + timedelta(days=REVIEW_DAYS))
        self._first_shown = first
        self._on_changed()

    def _on_words_offered(self, part: Part, words: str) -> None:
        if part is Part.KNOWN_BY and words:
            self.known_by.set_text(words)
            self.known_by.edit.setFocus()
            return
        if words:
            self.request.rewrite(_joined(self.request.text(), words))  # one step for Undo
        self._on_changed()
        self.request.setFocus()
        self.request.moveCursor(QTextCursor.MoveOperation.End)

    def follow_day(self, today: date) -> None:
        """Another day has begun while one writes: what is typed stays, what is possible follows."""
        self._today = today
        self.openness.follow_day(today)
        self._look()

    def _kept(self) -> frozenset[str]:
        both = f"{self.request.text()}\n{self.known_by.text()}"
        of_request = self.remarks.kept | self.remarks.standing(self.parts.kept)
        return of_request | standing(self.openness.kept, both)

    def _look(self) -> None:
        action = self.draft()
        flawed = self.remarks.shown is not None
        self.parts.look_at(action.text, action.cadence, action.known_by, action.kept, asks=not flawed)
        watching = frozenset[str]() if self._mine else control_words(action.known_by)
        self.openness.look_again(self.remarks.words_like(Kind.CONTROL) | watching)
        once = action.cadence.kind is CadenceKind.ONCE
        self._first_field.label.setText(self.tr("The day") if once else self.tr("First day"))
        rules = frozenset(action_rules(action, self._today))
        self.openness.show_rules(rules)
        shown = {rule: rule_words(rule) if rule in rules else "" for rule in _SHOWN_AT_ONCE}
        self._cadence_field.set_reason(shown[Rule.CADENCE_INCOMPLETE])
        self._review_field.set_reason(shown[Rule.REVIEW_BEFORE_FIRST_DAY])


def _joined(text: str, words: str) -> str:
    """Put words at the end of a request, before its stop."""
    bare = text.rstrip()
    without_stop = bare.rstrip(STOPS)
    return f"{without_stop} {words}{bare[len(without_stop) :]}"
