"""The card beside the timer: how strong the urge is, how it went, and what was done instead."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trust_desktop.domain.pause import Pause
from trust_desktop.override import override
from trust_desktop.services import pausing
from trust_desktop.services.pausing import PauseText
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import IconButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.common.not_written import say_while_unsaved
from trust_desktop.ui.common.nought_to_ten import NoughtToTen
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.pause.commands import UrgeFelt
from trust_desktop.ui.pause.desk import Desk, tell
from trust_desktop.ui.pause.urge_chart import UrgeChart, UrgeTable


class UrgeCard(Card):
    """Saves a strength when it is pressed, and words within two seconds."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._desk = desk
        self._pause: Pause | None = None
        self.heading = HeadingLabel(self.tr("How strong is the urge now?"))
        self.scale = NoughtToTen(self.heading.text())
        self.scale.chosen.connect(self._on_chosen)
        self.again = SmallLabel(self.tr("Five minutes have passed. How is it now?"), color="honey_text")
        self.again.hide()
        self.reason = SmallLabel(color="honey_text")
        self.chart, self.table = UrgeChart(desk.shown), UrgeTable(desk.shown)
        self.as_table = IconButton("table", self.tr("The urge as a table"), dense=True)
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._show_series)
        self.instead = WordsArea(
            self.tr("What I did instead"), desk.clipboard, desk.seconds, said=False, rows=3
        )
        self.instead.changed.connect(self._on_typed)
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self._say)
        self._filling = False
        self._build()
        self._say("")

    def show_pause(self, pause: Pause) -> None:
        other = self._pause is None or self._pause.id != pause.id
        self._pause = pause
        if other or not self.keeper.pending:
            self._filling = True
            self.instead.set_text(pause.instead)
            self._filling = False
        self.show_time()
        self._show_series()

    def show_time(self) -> None:
        """Ask again when it is time to; the strength that was given before stands in the line, not in the scale."""
        pause = self._pause
        if pause is None:
            return
        now = self._desk.session.now()
        asks = pause.asks_again(now)
        self.scale.set_value(pause.urges[-1].strength if pause.urges and not asks else None)
        asks_again = asks and bool(pause.urges)
        if asks_again and self.again.isHidden():
            tell(self, self.again.text())
        self.again.setVisible(asks_again)
        self.chart.show_pause(pause, now)

    def _build(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(SmallLabel(self.tr("gone")), 1)
        hardest = SmallLabel(self.tr("at its hardest"))
        hardest.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        ends.addWidget(hardest, 1)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.scale)
        self.body.addLayout(ends)
        for widget in (self.again, self.reason, self.chart, self.table):
            self.body.addWidget(widget)
        self.body.addSpacing(theme.space(4))
        self.body.addWidget(Field(self.instead.accessibleName(), self.instead))
        self.body.addWidget(PrivateLine())

    def _on_chosen(self, strength: int) -> None:
        pause = self._pause
        if pause is None:
            return

        def feel() -> None:
            before, now = pausing.feel(self._desk.session, pause.id, strength)
            if before != now:
                self._desk.vault.undo_stack.push(UrgeFelt(self._desk.session, before, now))

        if not self._desk.attempt(feel, self._say):
            self.show_time()

    def _on_typed(self) -> None:
        if not self._filling:
            self.keeper.touch()

    def _save(self) -> None:
        if self._pause is not None and not self._desk.session.closed:
            pausing.write(self._desk.session, self._pause.id, PauseText.INSTEAD, self.instead.text())

    def _show_series(self) -> None:
        pause = self._pause
        felt = pause is not None and bool(pause.urges)
        as_table = felt and self.as_table.isChecked()
        if pause is not None and as_table:
            self.table.show_pause(pause)
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self.as_table.setVisible(felt)

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))


class PrivateLine(QWidget):
    """A small lock and the promise that goes with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.addWidget(_Padlock(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(SmallLabel(Content("pause").text("urge", "private")), 1)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._row.setContentsMargins(0, theme.space(4), 0, 0)
        self._row.setSpacing(theme.space(8))


class _Padlock(QWidget):
    def __init__(self) -> None:
        super().__init__()
        theme.follow(self._retheme)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), "lock", theme.color("ink2"))

    def _retheme(self) -> None:
        self.setFixedSize(theme.mark(16), theme.mark(16))
