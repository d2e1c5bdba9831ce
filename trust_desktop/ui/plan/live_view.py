"""The live plan on a page: said or not said yet, then its four actions."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.plan import Plan
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.way_words import said_sentence
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.plan.action_card import ActionCard
from trust_desktop.ui.plan.said_card import SaidCard


class LiveView(QWidget):
    """Built anew after each change of the plan; it only shows and asks."""

    said = Signal(object, object)
    change_requested = Signal(object)
    erase_requested = Signal(object, object)
    talk_requested = Signal()
    own_words_changed = Signal(str, str)
    """What the partner is called, and what would feel safer."""

    def __init__(
        self,
        plan: Plan,
        *,
        live_since: date,
        today: date,
        begun: frozenset[int] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan, self._live_since, self._today = plan, live_since, today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.said_card: SaidCard | None = None
        if plan.said is None:
            self._add_said_card(0)
        else:
            self._add_said_line(said_sentence(plan.said.way, day_with_year(plan.said.day)))
        if plan.fair_chance:
            self._add_fair_chance()
        self.cards = [ActionCard(action, today, begun=action.slot in begun) for action in plan.actions]
        for card in self.cards:
            card.change_requested.connect(self.change_requested)
            card.erase_requested.connect(self.erase_requested)
            self._column.addWidget(card)
        if plan.partner:
            self._add_partner()
        self._column.addStretch(1)
        theme.follow(self._retheme)

    def _add_said_card(self, place: int) -> None:
        self.said_card = SaidCard(self._plan, live_since=self._live_since, today=self._today)
        self.said_card.said.connect(self.said)
        self.said_card.talk_requested.connect(self.talk_requested)
        self._column.insertWidget(place, self.said_card)

    def _add_said_line(self, sentence: str) -> None:
        self._column.addWidget(BodyLabel(sentence))
        self.talk = PlainButton(self.tr("What was answered, and the view for two"))
        self.talk.clicked.connect(self.talk_requested)
        self._column.addWidget(self.talk, 0, Qt.AlignmentFlag.AlignLeading)
        self.correct = PlainButton(self.tr("Correct the day or the way"))
        self.correct.clicked.connect(self._on_correct)
        self._column.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_fair_chance(self) -> None:
        self._column.addWidget(SmallLabel(self.tr("What would feel a little safer, only for you")))
        self._column.addWidget(Quoted(self._plan.fair_chance))
        self.erase_fair_chance = PlainButton(self.tr("Delete these words"), dense=True)
        self.erase_fair_chance.setAccessibleName(self.tr("Delete what would feel a little safer"))
        self.erase_fair_chance.clicked.connect(lambda: self.own_words_changed.emit(self._plan.partner, ""))
        self._column.addWidget(self.erase_fair_chance, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_partner(self) -> None:
        words = self.tr("In here you call your partner {name}.").format(name=self._plan.partner)
        self._column.addWidget(SmallLabel(words))
        self.erase_partner = PlainButton(self.tr("Delete the name"), dense=True)
        self.erase_partner.clicked.connect(lambda: self.own_words_changed.emit("", self._plan.fair_chance))
        self._column.addWidget(self.erase_partner, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_correct(self) -> None:
        self.correct.hide()
        self._add_said_card(1)
        if self.said_card is not None:
            self.said_card.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(16))
        self.setMaximumWidth(theme.px(860))
