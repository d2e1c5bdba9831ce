"""A plan at rest: since when, in whose words, and the day to take it up again."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.plan_life import PlanRest
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel


class RestCard(Card):
    """`taken_up` carries the first day; `erase_requested` the id of the rest whose words should go."""

    taken_up = Signal(object)
    erase_requested = Signal(int)

    def __init__(self, rest: PlanRest, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12)
        self.rest = rest
        self.body.addWidget(HeadingLabel(self.tr("The plan is at rest")))
        self.body.addWidget(BodyLabel(self._sentence(rest, today), color="ink2"))
        if rest.words:
            self._add_words(rest)
        self.day = DateField()
        self.day.set_range(max(today, rest.from_day), None)
        self.day.set_day(rest.back_day or max(today, rest.from_day))
        self.body.addWidget(Field(self.tr("First day again"), self.day), 0, Qt.AlignmentFlag.AlignLeading)
        self.button = QuietButton(
            self.tr("Take it up again") if rest.back_day is None else self.tr("Choose this day")
        )
        self.button.clicked.connect(lambda: self.taken_up.emit(self.day.day()))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def _sentence(self, rest: PlanRest, today: date) -> str:
        day = day_with_year(rest.from_day)
        if rest.back_day is not None:
            words = self.tr("From {day} on. It begins again on {back}, and nothing is due before.")
            return words.format(day=day, back=day_with_year(rest.back_day))
        if rest.from_day > today:
            return self.tr("From tomorrow on, {day}, nothing is due until you take it up again.").format(
                day=day
            )
        return self.tr("Since {day}. Nothing is due until you take it up again; nothing is lost.").format(
            day=day
        )

    def _add_words(self, rest: PlanRest) -> None:
        self.body.addWidget(Quoted(rest.words))
        self.erase = PlainButton(self.tr("Delete these words"), dense=True)
        self.erase.setAccessibleName(self.tr("Delete your words about the rest"))
        self.erase.clicked.connect(lambda: self.erase_requested.emit(rest.id))
        self.body.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeading)
