"""One thing that was said: day and way, the words, and what they were about."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.acknowledgement import Acknowledgement
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.way_words import way_told
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import short_day
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel


class SaidEntry(QWidget):
    """`titles` name what was thanked for; `erase` when the person takes their words out."""

    erase = Signal()

    def __init__(
        self, said: Acknowledgement, titles: tuple[str, ...], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Hairline())
        pattern = self.tr("{day}, {way}")
        when = pattern.format(day=short_day(said.day, today), way=way_told(said.way))
        self._column.addWidget(SmallLabel(when))
        self._add_words(said)
        if titles:
            about = self.tr("About: {titles}").format(titles=self.locale().createSeparatedList(list(titles)))
            self._column.addWidget(SmallLabel(about))
        if said.text.strip() and not said.erased:
            button = PlainButton(self.tr("Take these words out"), dense=True)
            button.setAccessibleName(self.tr("Take these words out: {when}").format(when=when))
            button.clicked.connect(self.erase)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        theme.follow(self._retheme)

    def _add_words(self, said: Acknowledgement) -> None:
        if said.erased:
            self._column.addWidget(SmallLabel(self.tr("You took the words out."), color="ink3"))
        elif said.text.strip():
            self._column.addWidget(QuoteLabel(self.tr("“{words}”").format(words=said.text.strip())))
        else:
            self._column.addWidget(SmallLabel(self.tr("Said without writing it down."), color="ink3"))

    def _retheme(self) -> None:
        self._column.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(8))
        self._column.setSpacing(theme.px(6))
