"""One pause, or one urge without a pause: when, how it went, and the words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.pause import Pause, Urge
from trust_desktop.services.pausing import Entry, PauseText
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import clock, day_and_age, number
from trust_desktop.ui.common.labels import BodyLabel, QuoteLabel, SmallLabel, StrongLabel
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.urge_words import series_words


class JournalEntry(QWidget):
    """`erase` carries which of the words is to be taken out; None are those of an urge."""

    erase = Signal(object)

    def __init__(self, entry: Entry, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.addWidget(Hairline())
        if isinstance(entry, Urge):
            self._add_urge(entry)
        else:
            self._add_pause(entry)
        theme.follow(self._retheme)

    def _add_urge(self, urge: Urge) -> None:
        at = self._desk.shown(urge.felt_at)
        self._add_head(self.tr("{day}, {time}: an urge").format(day=self._day(urge), time=clock(at)))
        pattern = self.tr("How strong: {strength} of {most}")
        strength = pattern.format(strength=number(urge.strength), most=number(10))
        self._column.addWidget(BodyLabel(strength))
        self._add_words(self.tr("What I did instead"), urge.words, None)

    def _add_pause(self, pause: Pause) -> None:
        left, returns = self._desk.shown(pause.started_at), self._desk.shown(pause.returns_at)
        times = {"day": self._day(pause), "left": clock(left), "time": clock(returns)}
        pattern = self.tr("{day}: left at {left}, back at {back}")
        if pause.ended_at is None:
            pattern = self.tr("{day}: left at {left}, to be back at {time}")
            times["back"] = ""
        else:
            times["back"] = clock(self._desk.shown(pause.ended_at))
        self._add_head(pattern.format(**times))
        if pause.urges:
            went = self.tr("How the urge went: {series}")
            self._column.addWidget(BodyLabel(went.format(series=series_words(pause.urges, self._desk.shown))))
        self._add_words(self.tr("The words you left with"), pause.leaving, PauseText.LEAVING)
        self._add_words(self.tr("What I did instead"), pause.instead, PauseText.INSTEAD)
        self._add_words(self.tr("The words you came back with"), pause.opener, PauseText.OPENER)

    def _day(self, entry: Entry) -> str:
        moment = entry.felt_at if isinstance(entry, Urge) else entry.started_at
        return day_and_age(self._desk.shown(moment).date(), self._desk.now().date())

    def _add_head(self, words: str) -> None:
        self._head = words
        self._column.addWidget(StrongLabel(words))

    def _add_words(self, label: str, text: str, which: PauseText | None) -> None:
        if not text.strip():
            return
        self._column.addWidget(SmallLabel(label))
        self._column.addWidget(QuoteLabel(self.tr("“{words}”").format(words=text.strip()), color="ink"))
        button = PlainButton(self.tr("Take these words out"), dense=True)
        spoken = self.tr("Take these words out: {label}, {when}")
        button.setAccessibleName(spoken.format(label=label, when=self._head))
        button.clicked.connect(lambda: self.erase.emit(which))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, 0, 0, theme.space(12))
        self._column.setSpacing(theme.space(6))
