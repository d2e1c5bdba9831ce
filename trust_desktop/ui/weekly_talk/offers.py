"""What may be put under the appreciations: noticed this week and not said, and what was said."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.services.talking_weekly import WeekOffers
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel
from trust_desktop.ui.weekly_talk.sheet_words import noticed_words

MOST: Final = 6
"""Of each; a sheet is not a list of everything."""


class Offers(QWidget):
    """`chosen` carries the words to put in."""

    chosen = Signal(str)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.buttons: list[PlainButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        theme.follow(self._retheme)

    def show_offers(self, offers: WeekOffers, today: date) -> None:
        noticed = tuple(noticed_words(each, today) for each in offers.noticed[:MOST])
        said = tuple(" ".join(each.words.split()) for each in offers.said[-MOST:])
        if (noticed, said) == self._shown:
            return
        self._shown = (noticed, said)
        self._clear()
        self._add(self.tr("Noticed this week and not said yet"), noticed, quoted=False)
        self._add(self.tr("Said this week"), said, quoted=True)
        self.setVisible(bool(noticed or said))
        self.rebuilt.emit()

    def _add(self, heading: str, words: Iterable[str], *, quoted: bool) -> None:
        for number, each in enumerate(words):
            if number == 0:
                self._column.addWidget(SmallLabel(heading))
            button = PlainButton(self.tr("Put in"), dense=True)
            button.setAccessibleName(self.tr("Put in: {words}").format(words=each))
            button.clicked.connect(partial(self._choose, each))
            row = QHBoxLayout()
            row.setSpacing(theme.space(12))
            shown = (
                QuoteLabel(self.tr("“{words}”").format(words=each))
                if quoted
                else SmallLabel(each, color="ink")
            )
            row.addWidget(shown, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(row)
            self.buttons.append(button)

    def _choose(self, words: str) -> None:
        self.chosen.emit(words)

    def _clear(self) -> None:
        self.buttons = []
        empty(self._column)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(6))
