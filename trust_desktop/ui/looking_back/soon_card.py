"""How soon what was noticed was said, in days: the last three weeks, and each of the last months."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.services.looking_back import Lately, Months
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.looking_back import words_of
from trust_desktop.ui.looking_back.table_view import TableView


class SoonCard(Card):
    """A table in the first place: there is nothing here to draw."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.close_button = PlainButton(self.tr("Put it away"), dense=True)
        self.close_button.clicked.connect(self.closed)
        self.table = TableView()
        self.body.addWidget(Ends(HeadingLabel(self.tr("How soon you said it")), self.close_button))
        words = self.tr(
            "From the day it was noticed to the day you said it. Sooner is easier to hear, and later is still welcome."
        )
        self.body.addWidget(BodyLabel(words, color="ink2"))
        self.body.addWidget(self.table)

    def show_view(self, lately: Lately, months: Months) -> None:
        by_month = reversed(list(zip(months.months, months.soon, strict=True)))
        spans = [(words_of.month_title(month), soon) for month, soon in by_month if soon.said]
        self.table.show_words(words_of.soon([(self.tr("The last 21 days"), lately.soon), *spans]))
