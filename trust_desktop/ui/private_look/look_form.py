"""The questions of the private look, both ways; a yes is answered in plain words, and nothing is kept here."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.safety import Answered, Reply, Side
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.answers import Answers
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import HeadingLabel
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.private_look.advice import Advice
from trust_desktop.ui.reading import Section


def reply_word(reply: Reply) -> str:
    words = {
        Reply.YES: QCoreApplication.translate("PrivateLook", "Yes"),
        Reply.NO: QCoreApplication.translate("PrivateLook", "No"),
        Reply.OPEN: QCoreApplication.translate("PrivateLook", "Left open"),
    }
    return words[reply]


class _SideCard(Card):
    """One heading, its questions, and what is said as soon as one of them is answered with yes."""

    def __init__(self, side: Side, words: Content) -> None:
        super().__init__(spacing=20)
        self.side = side
        self.body.addWidget(HeadingLabel(words.text(side.value, "heading")))
        options = [(reply, reply_word(reply)) for reply in Reply]
        self.questions = {
            question: Answers(question, options) for question in words.texts(side.value, "questions")
        }
        for each in self.questions.values():
            self.body.addWidget(each)
        self.advice = Advice(words.text(side.value, "then_title"), words.texts(side.value, "then"))
        self.body.addWidget(self.advice)

    def tell(self) -> None:
        """Lay the advice under the first yes, where it is seen at once; without a yes it goes."""
        yes = next((each for each in self.questions.values() if each.value() is Reply.YES), None)
        if yes is not None:
            self.body.removeWidget(self.advice)
            self.body.insertWidget(self.body.indexOf(yes) + 1, self.advice)
        self.advice.tell(told=yes is not None)
        follow_layout(self)

    def answers(self) -> list[Answered]:
        return [
            Answered(self.side, question, reply)
            for question, each in self.questions.items()
            if isinstance(reply := each.value(), Reply)
        ]


class LookForm(QWidget):
    """`help_requested` is the way to the help list; `forget` puts every answer back to open."""

    changed = Signal()
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = Content("safety")
        self.cards = {side: _SideCard(side, words) for side in Side}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for card in self.cards.values():
            self._column.addWidget(card)
            card.advice.help_requested.connect(self.help_requested)
            for each in card.questions.values():
                each.chosen.connect(lambda _, side=card.side: self._on_chosen(side))
        watched = Card(ground="sunken")
        watched.body.addWidget(
            Section(words.text("computer", "heading"), (), (), words.texts("computer", "then"))
        )
        self._column.addWidget(watched)
        self.forget()
        theme.follow(self._retheme)

    def answers(self) -> tuple[Answered, ...]:
        return tuple(each for card in self.cards.values() for each in card.answers())

    def forget(self) -> None:
        for card in self.cards.values():
            for each in card.questions.values():
                each.set_value(Reply.OPEN)
            card.tell()
        self.changed.emit()

    def _on_chosen(self, side: Side) -> None:
        self.cards[side].tell()
        self.changed.emit()

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(16))
