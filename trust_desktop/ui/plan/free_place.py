"""A place of the plan whose action has ended, and the way to put another there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.plan import Action
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import BodyLabel, StrongLabel


class FreePlace(Card):
    """`another_requested` carries the place; `begun`: words for it are kept already."""

    another_requested = Signal(int)

    def __init__(self, action: Action, parent: QWidget | None = None, *, begun: bool = False) -> None:
        super().__init__(parent, spacing=8, ground="paper")
        assert action.ended is not None
        name = slot_title(action.slot)
        self.setAccessibleName(name)
        self.body.addWidget(StrongLabel(name, color="ink2"))
        words = self.tr("{action} is finished, from {day} on. Its days stay in the calendar.")
        sentence = words.format(action=action.newest.terms.title, day=day_with_year(action.ended.from_day))
        self.body.addWidget(BodyLabel(sentence, color="ink2"))
        text, spoken = (
            self.tr("Ask for something else here"),
            self.tr("Ask for something else in the place of {action}"),
        )
        if begun:
            text, spoken = (
                self.tr("Go on with what you began to write"),
                self.tr("Go on with what you began to write for {action}"),
            )
        self.another = QuietButton(text, dense=True)
        self.another.setAccessibleName(spoken.format(action=name))
        self.another.clicked.connect(lambda: self.another_requested.emit(action.slot))
        self.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeading)
