"""When and how the plan was said; before that day nothing is due."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.plan import Plan
from trust_desktop.ui.action_form.way_words import way_words
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.common.segmented import Segmented


class SaidCard(Card):
    """The one main thing of a plan that went live and was not said yet; later to correct what was written down of it."""

    said = Signal(object, object)
    """The day and the way."""
    talk_requested = Signal()
    left = Signal()
    """The day and the way stay as they are."""

    def __init__(self, plan: Plan, *, live_since: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=20)
        partner = plan.partner or self.tr("your partner")
        heading = self.tr("When and how did you say it to {partner}?").format(partner=partner)
        self.body.addWidget(HeadingLabel(heading))
        self.body.addWidget(BodyLabel(self._sentence(plan), color="ink2"))
        if plan.said is None:
            self.talk = QuietButton(self.tr("Prepare the talk, step by step"))
            self.talk.clicked.connect(self.talk_requested)
            self.body.addWidget(self.talk, 0, Qt.AlignmentFlag.AlignLeading)
        self.day = DateField()
        self.day.set_range(live_since, today)
        self.day.set_day(plan.said.day if plan.said else today)
        self._day_field = Field(self.tr("The day you said it"), self.day)
        self.way = Segmented(self.tr("How you said it"), list(way_words().items()))
        self.way.set_value(plan.said.way if plan.said else Way.ALOUD)
        self.button = PrimaryButton(self.tr("It was said"))
        self.button.clicked.connect(self._on_said)
        self.leave = QuietButton(self.tr("Leave it as it is"))
        self.leave.clicked.connect(self.left)
        answers = FlowRow()
        answers.flow.addWidget(self.button)
        answers.flow.addWidget(self.leave)
        self.leave.setVisible(plan.said is not None)
        self.body.addWidget(self._day_field, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(Field(self.tr("How you said it"), self.way))
        self.body.addWidget(answers)

    def refuse(self, words: str) -> None:
        self._day_field.set_reason(words)

    def _sentence(self, plan: Plan) -> str:
        if plan.said:
            return self.tr("Days from the one you choose on can be marked.")
        return self.tr(
            "Read the four requests out, or give them in writing. Nothing is due before the day they were said; "
            "choose a calm moment, there is time."
        )

    def _on_said(self) -> None:
        self.said.emit(self.day.day(), self.way.value())
