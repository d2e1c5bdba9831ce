"""The live plan on a page: said or not, at rest or not, its four places, the person's own side."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.plan import Action, Plan
from trust_desktop.services.erasing import Kind
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.way_words import said_sentence
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.plan.action_card import ActionCard
from trust_desktop.ui.plan.begun import Begun
from trust_desktop.ui.plan.free_place import FreePlace
from trust_desktop.ui.plan.own_side import OwnSide
from trust_desktop.ui.plan.rest_card import RestCard
from trust_desktop.ui.plan.said_card import SaidCard


class LiveView(QWidget):
    """Built anew after each change of the plan; it only shows and asks."""

    said = Signal(object, object)
    change_requested = Signal(object)
    look_requested = Signal(object)
    another_requested = Signal(int, bool)
    """A place, and whether it is one of the person's own."""
    erase_requested = Signal(object, object, object)
    """An action, its version, and which of its words: `erasing.Kind`."""
    unfolded = Signal()
    talk_requested = Signal()
    own_words_erased = Signal(object)
    """Whose words: `erasing.Kind`."""
    taken_up = Signal(object)
    rest_words_erased = Signal(int)
    rest_requested = Signal()
    end_requested = Signal()

    def __init__(
        self, plan: Plan, *, live_since: date, today: date, begun: Begun, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plan, self._live_since, self._today, self._begun = plan, live_since, today, begun
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.said_card: SaidCard | None = None
        self.rest_card: RestCard | None = None
        self._add_rest()
        if plan.said is None:
            self._add_said_card(self._column.count())
        else:
            self._add_said_line(said_sentence(plan.said.way, day_with_year(plan.said.day)))
        if plan.fair_chance:
            self._add_fair_chance()
        self._add_actions()
        self._add_own_side()
        if plan.partner:
            self._add_partner()
        self._add_foot()
        self._column.addStretch(1)
        theme.follow(self._retheme)

    @property
    def first_control(self) -> QWidget:
        """What is to be done first: take it up again, say it, look again at what has come to its day."""
        if self.rest_card is not None:
            return self.rest_card.button
        if self.said_card is not None:
            return self.said_card.day
        reached = [card.look for card in (*self.cards, *self.own_cards) if card.reached]
        every = [card.change for card in self.cards] + [place.another for place in self.free]
        return (reached or every)[0]

    def card_of(self, action_id: int) -> ActionCard | None:
        return next((card for card in (*self.cards, *self.own_cards) if card.action.id == action_id), None)

    def _add_rest(self) -> None:
        rest = self._plan.rest_at(self._today)
        if rest is None:
            return
        self.rest_card = RestCard(rest, self._today)
        self.rest_card.taken_up.connect(self.taken_up)
        self.rest_card.erase_requested.connect(self.rest_words_erased)
        self._column.addWidget(self.rest_card)

    def _add_said_card(self, place: int) -> None:
        self.said_card = SaidCard(self._plan, live_since=self._live_since, today=self._today)
        self.said_card.said.connect(self.said)
        self.said_card.talk_requested.connect(self.talk_requested)
        self.said_card.left.connect(self._on_left)
        self._column.insertWidget(place, self.said_card)

    def _add_said_line(self, sentence: str) -> None:
        if self._plan.agreed:
            agreed = self.tr("Your partner has said yes to all of it: the plan is agreed.")
            sentence = self.tr("{said} {agreed}").format(said=sentence, agreed=agreed)
        self._said_line = BodyLabel(sentence)
        self._column.addWidget(self._said_line)
        self.talk = PlainButton(self.tr("What was answered, and the view for two"))
        self.talk.clicked.connect(self.talk_requested)
        self.correct = PlainButton(self.tr("Correct the day or the way"))
        self.correct.clicked.connect(self._on_correct)
        row = FlowRow(gap=24, row_gap=4)
        for button in (self.talk, self.correct):
            row.flow.addWidget(button)
        self._column.addWidget(row)

    def _add_fair_chance(self) -> None:
        self._column.addWidget(SmallLabel(self.tr("What would feel a little safer, only for you")))
        self._column.addWidget(Quoted(self._plan.fair_chance))
        self.erase_fair_chance = PlainButton(self.tr("Delete these words"), dense=True)
        self.erase_fair_chance.setAccessibleName(self.tr("Delete what would feel a little safer"))
        self.erase_fair_chance.clicked.connect(lambda: self.own_words_erased.emit(Kind.FAIR_CHANCE))
        self._column.addWidget(self.erase_fair_chance, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_actions(self) -> None:
        standing = {action.slot: action for action in self._plan.actions if action.ended is None}
        newest = {action.slot: action for action in self._plan.actions}
        self.cards: list[ActionCard] = []
        self.free: list[FreePlace] = []
        for slot in sorted(newest):
            if slot in standing:
                self.cards.append(self._card(standing[slot], begun=slot in self._begun.asked))
                self._column.addWidget(self.cards[-1])
            else:
                self._add_free(newest[slot])

    def _add_free(self, ended: Action) -> None:
        place = FreePlace(ended, begun=(ended.slot, False) in self._begun.others)
        place.another_requested.connect(lambda slot: self.another_requested.emit(slot, False))
        self.free.append(place)
        self._column.addWidget(place)

    def _add_own_side(self) -> None:
        own = [each for each in self._plan.commitments if each.ended is None]
        self.own_cards = [self._card(each, begun=each.slot in self._begun.mine) for each in own]
        self.own_side = OwnSide(self.own_cards, begun=self._begun.new is not None)
        self.own_side.add_requested.connect(self._on_add)
        self._column.addWidget(self.own_side)

    def _card(self, action: Action, *, begun: bool) -> ActionCard:
        answer = None if action.mine else self._plan.answer_to(action)
        quiet = self.rest_card is not None
        other = (action.slot, action.mine) in self._begun.others
        card = ActionCard(action, self._today, begun=begun, answer=answer, quiet=quiet, other_begun=other)
        card.change_requested.connect(self.change_requested)
        card.look_requested.connect(self.look_requested)
        card.erase_requested.connect(self.erase_requested)
        card.unfolded.connect(self.unfolded)
        return card

    def _add_partner(self) -> None:
        words = self.tr("In here you call your partner {name}.").format(name=self._plan.partner)
        self._column.addWidget(SmallLabel(words))
        self.erase_partner = PlainButton(self.tr("Delete the name"), dense=True)
        self.erase_partner.clicked.connect(lambda: self.own_words_erased.emit(Kind.PARTNER))
        self._column.addWidget(self.erase_partner, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_foot(self) -> None:
        row = FlowRow(gap=24, row_gap=4)
        self.rest = PlainButton(self.tr("Let the plan rest"), dense=True)
        self.rest.clicked.connect(self.rest_requested)
        self.end = PlainButton(self.tr("End the plan"), dense=True)
        self.end.clicked.connect(self.end_requested)
        for button in (self.rest, self.end):
            row.flow.addWidget(button)
        self.rest.setVisible(self.rest_card is None)
        self._column.addWidget(row)

    def _on_add(self) -> None:
        slot = self._begun.new or self._begun.free
        if slot is not None:
            self.another_requested.emit(slot, True)

    def _on_correct(self) -> None:
        self.correct.hide()
        self._add_said_card(self._column.indexOf(self._said_line) + 1)
        if self.said_card is not None:
            self.said_card.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit()

    def _on_left(self) -> None:
        self.correct.show()
        self.correct.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # before what has it goes: nothing else is read out
        if self.said_card is not None:
            self._column.removeWidget(self.said_card)
            self.said_card.hide()
            self.said_card.deleteLater()
            self.said_card = None

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(16))
        self.setMaximumWidth(theme.px(860))
