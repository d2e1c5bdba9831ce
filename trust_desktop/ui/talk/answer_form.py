"""Where one answer is written down: which of the four, in the partner's words, on which day."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import Rule
from trust_desktop.domain.talk import DECLINED, Answer
from trust_desktop.services import writing
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.answers import Answers
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.common.buttons import GhostButton, PrimaryButton
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.not_written import say_while_unsaved
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.answer_words import answer_choice

LOOK_AGAIN_DAYS = 28
"""Offered at first to somebody who wants to ask once more."""


def written_as(action_id: int) -> str:
    """The name under which the words of an answer are kept while it is being written."""
    return f"talk.answer.{action_id}"


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it stands in the form."""

    answer: Answer
    words: str
    day: date
    look_again: date | None


class AnswerForm(QWidget):
    """`told` carries what to write down; the words are kept in the vault while they are typed."""

    told = Signal(object)
    left = Signal()

    def __init__(self, vault: OpenVault, action_id: int, *, partner: str, heard: date) -> None:
        super().__init__()
        self._vault, self._name = vault, written_as(action_id)
        today = vault.session.today
        question = self.tr("What did {partner} answer?").format(partner=partner)
        self.answers = Answers(question, [(each, answer_choice(each)) for each in Answer])
        self._build_words()
        self._heard = heard
        self.day = DateField()
        self.day.set_range(heard, today)
        self.day.set_day(today)
        self._day_field = Field(self.tr("The day of the answer"), self.day)
        self._build_again(today)
        self._build_foot()
        self._build_column()
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self.say_trouble)
        self.words.set_text(writing.load(vault.session, self._name))
        self.words.changed.connect(self.keeper.touch)
        self.answers.chosen.connect(self._look)
        self.again.toggled.connect(self._look)
        self._look()

    @property
    def begun(self) -> bool:
        """Whether there are words in it."""
        return bool(self.words.text().strip())

    @property
    def unsaved(self) -> bool:
        """Whether its words could not be kept."""
        return self.keeper.pending

    def save_now(self) -> None:
        self.keeper.save_now()

    def follow_day(self, today: date) -> None:
        """An answer may be of today; a day to look at it again that has come stays to be refused, not to be moved."""
        self.day.set_range(self._heard, today)
        if self.again_day.day() > today:
            self.again_day.set_range(today + timedelta(days=1), None)

    def forget(self) -> None:
        """The answer was written down: its words are no draft any more."""
        self.keeper.forget()
        if writing.load(self._vault.session, self._name):
            writing.keep(self._vault.session, self._name, "")

    def refuse(self, rule: Rule) -> None:
        words = rule_words(rule)
        if rule is Rule.LOOK_AGAIN_PASSED:
            self._again_field.set_reason(words)
        else:
            self._day_field.set_reason(words)

    def say_trouble(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _build_words(self) -> None:
        self.words = TextArea(said=True, rows=2)
        self._words_field = Field(
            self.tr("In your partner’s words"), self.words, aside=self.tr("as it was said, or empty")
        )

    def _build_again(self, today: date) -> None:
        self.nothing = SmallLabel(Content("talk").text("answers", "nothing_follows"))
        self.again = CheckBox(self.tr("I may ask once more on a day we named"))
        self.again_day = DateField()
        self.again_day.set_range(today + timedelta(days=1), None)
        self.again_day.set_day(today + timedelta(days=LOOK_AGAIN_DAYS))
        self._again_field = Field(self.tr("The day to look at it again"), self.again_day)

    def _build_foot(self) -> None:
        self.reason = SmallLabel("", color="honey_text")
        self.reason.hide()
        self.keep, self.leave = PrimaryButton(self.tr("Write it down")), GhostButton(self.tr("Not yet"))
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self.left)

    def _build_column(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.answers, self._words_field):
            self._column.addWidget(widget)
        self._column.addWidget(self._day_field, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.nothing)
        self._column.addWidget(self.again)
        self._column.addWidget(self._again_field, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.reason)
        foot = FlowRow(gap=12)
        foot.flow.addWidget(self.keep)
        foot.flow.addWidget(self.leave)
        self._column.addWidget(foot)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.px(8), 0, 0)
        self._column.setSpacing(theme.px(16))

    def _look(self) -> None:
        declined = self.answers.value() in DECLINED
        self.nothing.setVisible(declined)
        self.again.setVisible(declined)
        self._again_field.setVisible(declined and self.again.isChecked())
        self.answers.set_reason("")

    def _save(self) -> None:
        if not self._vault.session.closed:
            writing.keep(self._vault.session, self._name, self.words.text())

    def _on_keep(self) -> None:
        answer = self.answers.value()
        if not isinstance(answer, Answer):
            self.answers.set_reason(self.tr("Choose one of the four."))
            self.answers.buttons[0].setFocus()
            return
        again = self.again_day.day() if self.again.isChecked() and answer in DECLINED else None
        self.told.emit(Told(answer, self.words.text(), self.day.day(), again))
