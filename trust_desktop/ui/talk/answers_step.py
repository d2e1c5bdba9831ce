"""What was answered to each action, when the plan is agreed, and what both may look at together."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import Plan
from trust_desktop.override import override
from trust_desktop.services import writing
from trust_desktop.services.talking import AnswerView
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.answer_card import AnswerCard
from trust_desktop.ui.talk.answer_form import AnswerForm, written_as
from trust_desktop.ui.talk.step import Step, TalkStep


class AnswersStep(TalkStep):
    """Built anew when an answer changes; it shows and asks. One form is open at a time."""

    told = Signal(object, object, object)
    """The form, the action, and what was told."""
    change_requested = Signal(int)
    """The place of the action."""
    erase_requested = Signal(object)
    together_requested = Signal()
    left = Signal()

    def __init__(self, vault: OpenVault, plan: Plan, views: Sequence[AnswerView]) -> None:
        content = Content("talk")
        super().__init__(Step.ANSWERS, content.text("answers", "lead"))
        self._vault, self._plan = vault, plan
        self.agreed: Card | None = None
        if plan.agreed:
            self._add_agreed(content)
        self.cards = [self._card(view, vault.session.today) for view in views]
        self._build_ways()
        self.column.addStretch(1)

    @override
    def first_control(self) -> QWidget:
        waiting = (card for card in self.cards if card.view.given is None)
        first = next(waiting, self.cards[0] if self.cards else None)
        return self.back if first is None else first.first_control()

    @override
    def save_now(self) -> None:
        form = self._form()
        if form is not None:
            form.save_now()

    @property
    @override
    def unsaved(self) -> bool:
        form = self._form()
        return form is not None and form.unsaved

    @override
    def follow_day(self, today: date) -> None:
        form = self._form()
        if form is not None:
            form.follow_day(today)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is being written down."""
        return self._form() is not None

    def card(self, slot: int) -> AnswerCard | None:
        return next((card for card in self.cards if card.view.action.slot == slot), None)

    def refuse(self, rule: Rule) -> None:
        self.say_trouble(rule_words(rule))

    def say_trouble(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.show()

    def focused_slot(self) -> int | None:
        """The place of the action the keyboard is in."""
        focus = QApplication.focusWidget()
        held = (card for card in self.cards if focus is not None and card.isAncestorOf(focus))
        return next((card.view.action.slot for card in held), None)

    def _add_agreed(self, content: Content) -> None:
        self.agreed = Card(ground="pine_tint", line="pine_tint2", spacing=6)
        self.agreed.body.addWidget(HeadingLabel(content.text("answers", "agreed_title")))
        self.agreed.body.addWidget(BodyLabel(content.text("answers", "agreed")))
        self.column.addWidget(self.agreed)

    def _card(self, view: AnswerView, today: date) -> AnswerCard:
        begun = bool(writing.load(self._vault.session, written_as(view.action.id)).strip())
        card = AnswerCard(view, today, begun=begun)
        card.answer_requested.connect(lambda: self._open_form(card))
        card.change_requested.connect(lambda: self.change_requested.emit(view.action.slot))
        card.erase_requested.connect(self.erase_requested)
        self.column.addWidget(card)
        return card

    def _build_ways(self) -> None:
        ways = FlowRow(gap=12)
        self.back = QuietButton(self.tr("Back to the plan"))
        self.read = QuietButton(self.tr("Read it out again"), icon_name="volume-2")
        self.correct = QuietButton(self.tr("Correct the day it was said"))
        self.together = QuietButton(self.tr("Look at it together"), icon_name="users")
        self.back.clicked.connect(self.left)
        self.read.clicked.connect(lambda: self.went.emit(Step.SHEET))
        self.correct.clicked.connect(lambda: self.went.emit(Step.SAID))
        self.together.clicked.connect(self.together_requested)
        for button in (self.together, self.read, self.correct, self.back):
            ways.flow.addWidget(button)
        self.reason = SmallLabel("", color="honey_text")
        self.column.addWidget(self.reason)
        self.reason.hide()
        self.column.addWidget(ways)

    def _open_form(self, card: AnswerCard) -> None:
        self._close_form()
        if self.unsaved:
            return
        assert self._plan.said is not None
        partner = self._plan.partner or self.tr("your partner")
        action = card.view.action
        form = AnswerForm(self._vault, action.id, partner=partner, heard=self._plan.said.day)
        form.told.connect(lambda told: self.told.emit(form, action, told))
        form.left.connect(self._on_left)
        card.open_form(form)
        form.answers.buttons[0].setFocus()
        QTimer.singleShot(0, card, partial(bring_into_view, card))  # once it is laid out

    def _on_left(self) -> None:
        card = self._close_form()
        if card is not None and card.form is None:
            card.first_control().setFocus()

    def _close_form(self) -> AnswerCard | None:
        card = next((card for card in self.cards if card.form is not None), None)
        if card is not None and card.form is not None:
            card.form.save_now()
            if not card.form.unsaved:
                card.close_form()
        return card

    def _form(self) -> AnswerForm | None:
        return next((card.form for card in self.cards if card.form is not None), None)
