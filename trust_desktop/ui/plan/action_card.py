"""One action of the live plan, or a commitment of the person's own: its words now, the answer, what can be done."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trust_desktop.domain.plan import Action, ActionTerms, ActionVersion
from trust_desktop.domain.talk import DECLINED, GivenAnswer
from trust_desktop.services.erasing import Kind
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.openness_words import agreed_for
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel, StrongLabel
from trust_desktop.ui.plan.answer_words import answer_sentence
from trust_desktop.ui.plan.delete_words import DeleteWords
from trust_desktop.ui.plan.history import History


class ActionCard(Card):
    """Signals carry the action; `erase_requested` carries the version and which of its words should go.

    `quiet`: a plan at rest asks for no second look.
    """

    unfolded = Signal()
    """There is more, or less, on it to go to by Tab."""

    change_requested = Signal(object)
    look_requested = Signal(object)
    erase_requested = Signal(object, object, object)

    def __init__(
        self,
        action: Action,
        today: date,
        parent: QWidget | None = None,
        *,
        begun: bool = False,
        answer: GivenAnswer | None = None,
        quiet: bool = False,
        other_begun: bool = False,
    ) -> None:
        super().__init__(parent, spacing=8, ground="sunken" if action.mine else "surface")
        self.action, self._begun, self._today = action, begun, today
        self._declined = answer is not None and answer.answer in DECLINED
        self.reached = not quiet and (action.review_day <= today or action.stopped(today))
        terms = action.newest.terms
        self._name = slot_title(action.slot, mine=action.mine)
        self.setAccessibleName(self._name)
        self.body.addWidget(StrongLabel(self._name, color="ink2"))
        self.body.addWidget(Quoted(terms.text))
        self.body.addWidget(BodyLabel(cadence_words(terms.cadence, terms.first_day), color="ink2"))
        for line in self._lines(action.newest, today):
            self.body.addWidget(SmallLabel(line))
        if terms.why:
            self.body.addWidget(self._build_why(action.newest))
        if answer is not None:
            self._add_answer(answer)
        if self.reached:
            self.body.addWidget(BodyLabel(self._reached_words(), color="honey_text"))
        if other_begun:
            self.body.addWidget(SmallLabel(self._other_words()))
        self.words = DeleteWords(action.newest, self._name, mine=action.mine)
        self.words.erase_requested.connect(partial(self.erase_requested.emit, action, action.newest))
        self.words.opened.connect(self.unfolded)
        self.body.addWidget(self._build_buttons())
        self.body.addWidget(self.words)
        self.history: History | None = None

    def go_on_deleting(self, version: ActionVersion, kind: Kind) -> None:
        """Show the wording again of which something was deleted, for what else of it is to go."""
        words = self.words
        if version.number != self.action.newest.number:
            self.earlier.setChecked(True)
            self.earlier.setFocus(Qt.FocusReason.OtherFocusReason)
            words = self.history.words[version.number] if self.history is not None else words
        if words.any and kind is not Kind.WHY:
            words.fold.setChecked(True)
            words.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self, version: ActionVersion, today: date) -> list[str]:
        terms, lines = version.terms, []
        if version.number > 1 and version.from_day > today:
            words = self.tr("These words begin on {day}; until then the earlier ones stand.")
            lines.append(words.format(day=day_with_year(version.from_day)))
        if terms.known_by:
            pattern = self.tr("Your partner can tell by: {words}") if self.action.mine else None
            lines.append((pattern or self.tr("You will know by: {words}")).format(words=terms.known_by))
        lines.append(self._days(terms))
        if terms.openness:
            lines.append(agreed_for(terms.openness))
        return lines

    def _days(self, terms: ActionTerms) -> str:
        words = self.tr("From {first}, to be looked at again on {review}")
        return words.format(
            first=day_with_year(terms.first_day), review=day_with_year(self.action.review_day)
        )

    def _reached_words(self) -> str:
        openness = self.action.newest.terms.openness
        if openness is not None and self.action.stopped(self._today):
            pattern = self.tr("Agreed until {day}, and it has ended. It can be renewed together.")
            return pattern.format(day=day_with_year(openness.ends))
        if self._declined:
            pattern = self.tr("You wanted to look at it again on {day}.")
        else:
            pattern = self.tr("You wanted to look at it again on {day}. Until you do, it goes on.")
        return pattern.format(day=day_with_year(self.action.review_day))

    def _other_words(self) -> str:
        return self.tr("Another one in its place is begun. It waits at “Look at it again”.")

    def _add_answer(self, answer: GivenAnswer) -> None:
        self.body.addWidget(SmallLabel(answer_sentence(answer), color="ink"))
        if answer.words:
            self.body.addWidget(Quoted(answer.words))

    def _build_why(self, version: ActionVersion) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = SmallLabel(self.tr("Only for you: {words}").format(words=version.terms.why))
        self.erase = PlainButton(self.tr("Delete this line"), dense=True)
        self.erase.setAccessibleName(self.tr("Delete why {action} matters to you").format(action=self._name))
        self.erase.clicked.connect(lambda: self.erase_requested.emit(self.action, version, Kind.WHY))
        row.addWidget(words, 1)
        row.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _build_buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=12, row_gap=8)
        flow.setContentsMargins(0, theme.px(8), 0, 0)
        self._build_change()
        look = QuietButton if self.reached else PlainButton
        self.look = look(self.tr("Look at it again"), dense=True)
        self.look.setAccessibleName(self.tr("Look at {action} again").format(action=self._name))
        self.look.clicked.connect(lambda: self.look_requested.emit(self.action))
        for button in (self.look, self.change) if self.reached else (self.change, self.look):
            flow.addWidget(button)
        if len(self.action.versions) > 1:
            self.earlier = PlainButton(self._earlier_words(shown=False), dense=True)
            self.earlier.setCheckable(True)
            self.earlier.toggled.connect(self._on_earlier)
            flow.addWidget(self.earlier)
        flow.addWidget(self.words.fold)
        return holder

    def _build_change(self) -> None:
        words = self.tr("Change this action")
        if self._begun:
            words = self.tr("Go on with your change")
        elif self.action.mine:
            words = self.tr("Change it")
        spoken = self.tr("Go on changing {action}") if self._begun else self.tr("Change {action}")
        self.change = QuietButton(words, dense=True)
        self.change.setAccessibleName(spoken.format(action=self._name))
        self.change.clicked.connect(lambda: self.change_requested.emit(self.action))

    def _earlier_words(self, *, shown: bool) -> str:
        if shown:
            return self.tr("Hide the earlier wording")
        return self.tr("Show %Ln earlier wording(s)", "", len(self.action.versions) - 1)

    def _on_earlier(self, shown: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        if self.history is None:
            self.history = History(self.action)
            self.history.erase_requested.connect(partial(self.erase_requested.emit, self.action))
            self.history.unfolded.connect(self.unfolded)
            self.body.addWidget(self.history)
        self.history.setVisible(shown)
        self.earlier.setText(self._earlier_words(shown=shown))
        self.unfolded.emit()
