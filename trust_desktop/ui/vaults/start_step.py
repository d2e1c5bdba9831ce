"""The last page of the first run: the private safety words, and the two ways on from there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.reading import add_safety_words
from trust_desktop.ui.sheet import Sheet


class StartStep(Sheet):
    """Nothing on it is ticked or kept."""

    plan_asked = Signal()
    example_asked = Signal()

    def __init__(self) -> None:
        safety, words = Content("safety"), Content("first_run")
        super().__init__(safety.text("title"), safety.text("lead"))
        add_safety_words(self.column)
        card = Card()
        card.body.addWidget(HeadingLabel(words.text("start", "heading")))
        row = QWidget()
        flow = FlowLayout(row, gap=12, row_gap=8)
        self.plan = PrimaryButton(words.text("start", "plan"))
        self.plan.clicked.connect(self.plan_asked)
        self.example = QuietButton(words.text("start", "look"))
        self.example.clicked.connect(self.example_asked)
        flow.addWidget(self.plan)
        flow.addWidget(self.example)
        card.body.addWidget(row)
        card.body.addWidget(SmallLabel(words.text("start", "look_means")))
        self.column.addWidget(card)
