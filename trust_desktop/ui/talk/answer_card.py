"""One action with what was answered to it, and the way to write down another answer."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.talk import GivenAnswer
from trust_desktop.services.talking import AnswerView
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, QuoteLabel, SmallLabel, StrongLabel
from trust_desktop.ui.talk.answer_form import AnswerForm
from trust_desktop.ui.talk.answer_words import answer_told


class AnswerCard(Card):
    """`erase_requested` carries the answer whose words should go."""

    answer_requested = Signal()
    change_requested = Signal()
    erase_requested = Signal(object)

    def __init__(
        self, view: AnswerView, today: date, parent: QWidget | None = None, *, begun: bool = False
    ) -> None:
        super().__init__(parent, spacing=8)
        self.view, self._today = view, today
        self.form: AnswerForm | None = None
        self._title = slot_title(view.action.slot)
        self._none = BodyLabel(self.tr("No answer is written down yet."), self, color="ink2")
        self._none.setVisible(view.given is None)
        terms = view.action.newest.terms
        self.setAccessibleName(self._title)
        self.body.addWidget(StrongLabel(self._title, color="ink2"))
        self.body.addWidget(Quoted(terms.text))
        self.body.addWidget(BodyLabel(cadence_words(terms.cadence, terms.first_day), color="ink2"))
        self.body.addWidget(Hairline())
        self._add_answer()
        self.begun = SmallLabel(self.tr("An answer is begun. Its words are kept."), color="honey_text")
        self.body.addWidget(self.begun)
        self._build_buttons()
        self.show_begun(begun=begun)

    def first_control(self) -> QWidget:
        return self.change if self.view.change_waits else self.answer

    def open_form(self, form: AnswerForm) -> None:
        """Ask for the answer here, in the place of the buttons."""
        self.form = form
        self.buttons.hide()
        self.begun.hide()
        self._none.hide()
        self.body.addWidget(form)
        form.show()

    def close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self.show_begun(begun=form.begun)
            self.body.removeWidget(form)
            form.hide()
            form.deleteLater()
        self.buttons.show()
        self._none.setVisible(self.view.given is None)

    def show_begun(self, *, begun: bool) -> None:
        """Show whether words of another answer are kept that was not written down yet."""
        self.begun.setVisible(begun)
        again = self.view.given is not None
        words, spoken = (
            (self.tr("Another answer"), self.tr("Another answer to {action}"))
            if again
            else (self.tr("Write down the answer"), self.tr("Write down the answer to {action}"))
        )
        if begun:
            words, spoken = self.tr("Go on with the answer"), self.tr("Go on with the answer to {action}")
        self.answer.setText(words)
        self.answer.setAccessibleName(spoken.format(action=self._title))

    def _add_answer(self) -> None:
        given = self.view.given
        if given is None:
            self.body.addWidget(self._none)
            if self.view.not_told:
                words = self.tr("These words are newer than what you told. Tell them when it suits.")
                self.body.addWidget(SmallLabel(words))
            return
        self._add_given(self.body, given, now=True)
        for line in self._lines(given):
            self.body.addWidget(SmallLabel(line))

    def _add_given(self, column: QVBoxLayout, given: GivenAnswer, *, now: bool) -> None:
        column.addWidget(StrongLabel(answer_told(given)) if now else SmallLabel(answer_told(given)))
        if not given.words:
            return
        column.addWidget(QuoteLabel(self.tr("“{words}”").format(words=given.words), color="ink"))
        erase = PlainButton(self.tr("Delete these words"), dense=True)
        spoken = self.tr("Delete the words of the answer to {action} on {day}")
        erase.setAccessibleName(spoken.format(action=self._title, day=day_with_year(given.day)))
        erase.clicked.connect(lambda: self.erase_requested.emit(given))
        holder = FlowRow()
        holder.flow.addWidget(erase)
        column.addWidget(holder)

    def _lines(self, given: GivenAnswer) -> list[str]:
        lines = []
        if self.view.change_waits:
            lines.append(self.tr("The change is not written yet."))
        if self.view.changed_since:
            lines.append(self.tr("The words above are newer than this answer. Ask once more when it suits."))
        if self.view.look_again:
            lines.append(self.tr("The day you named for asking once more has come. There is no hurry."))
        elif given.look_again is not None:
            words = self.tr("To be looked at again on {day}; until then nothing of it is due.")
            lines.append(words.format(day=day_with_year(given.look_again)))
        return lines

    def _build_buttons(self) -> None:
        self.buttons = FlowRow(gap=12)
        self.answer = QuietButton(dense=True)
        self.answer.clicked.connect(self.answer_requested)
        if self.view.change_waits:
            self.change = QuietButton(self.tr("Write the change"), dense=True)
            self.change.setAccessibleName(self.tr("Write the change of {action}").format(action=self._title))
            self.change.clicked.connect(self.change_requested)
            self.buttons.flow.addWidget(self.change)
        self.buttons.flow.addWidget(self.answer)
        if self.view.earlier:
            self._add_earlier()
        self.body.addWidget(self.buttons)

    def _add_earlier(self) -> None:
        self.earlier = PlainButton(self._earlier_words(shown=False), dense=True)
        self.earlier.setCheckable(True)
        self.earlier.toggled.connect(self._on_earlier)
        self.buttons.flow.addWidget(self.earlier)
        self._history = Card(ground="sunken", padding=16, spacing=6)
        for given in self.view.earlier:
            self._add_given(self._history.body, given, now=False)
        self._history.hide()
        self.body.addWidget(self._history)

    def _earlier_words(self, *, shown: bool) -> str:
        if shown:
            return self.tr("Hide the earlier answers")
        return self.tr("Show %Ln earlier answer(s)", "", len(self.view.earlier))

    def _on_earlier(self, shown: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self._history.setVisible(shown)
        self.earlier.setText(self._earlier_words(shown=shown))
