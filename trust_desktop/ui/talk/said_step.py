"""When and how it was said; from that day on days can be due."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import Plan
from trust_desktop.override import override
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.action_form.way_words import way_words
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.content import Content
from trust_desktop.ui.talk.step import Step, TalkStep


class SaidStep(TalkStep):
    """`said` carries the day and the way."""

    said = Signal(object, object)

    def __init__(self, plan: Plan, *, live_since: date, today: date) -> None:
        super().__init__(Step.SAID, Content("talk").text("said", "lead"))
        self._live_since = live_since
        self.day = DateField()
        self.follow_day(today)
        self.day.set_day(plan.said.day if plan.said else today)
        self._day_field = Field(self.tr("The day you said it"), self.day)
        self.way = Segmented(self.tr("How you said it"), list(way_words().items()))
        self.way.set_value(plan.said.way if plan.said else Way.ALOUD)
        self.column.addWidget(self._day_field, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(Field(self.tr("How you said it"), self.way))
        back, on = self.add_foot(self.tr("Not yet"), self.tr("Keep it as said"))
        back.clicked.connect(lambda: self.went.emit(Step.SHEET))
        on.clicked.connect(lambda: self.said.emit(self.day.day(), self.way.value()))
        self.back, self.on = back, on
        self.column.addStretch(1)

    @override
    def first_control(self) -> QWidget:
        return self.day

    @override
    def follow_day(self, today: date) -> None:
        self.day.set_range(self._live_since, today)

    def refuse(self, rule: Rule) -> None:
        self._day_field.set_reason(rule_words(rule))

    def say_trouble(self, words: str) -> None:
        self._day_field.set_reason(words)
