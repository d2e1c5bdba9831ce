"""The last page of the first run: the private look, and the ways on from there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.private_look.look_form import LookForm
from trust_desktop.ui.sheet import Sheet


class StartStep(Sheet):
    """What is answered on it goes with it: nothing is kept here."""

    plan_asked = Signal()
    example_asked = Signal()
    help_asked = Signal()

    def __init__(self) -> None:
        safety, words = Content("safety"), Content("first_run")
        super().__init__(safety.text("title"), safety.text("lead"))
        self.column.addWidget(BodyLabel(safety.text("forgets_here"), color="ink2"))
        self.look = LookForm()
        self.look.help_requested.connect(self.help_asked)
        self.column.addWidget(self.look)
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
