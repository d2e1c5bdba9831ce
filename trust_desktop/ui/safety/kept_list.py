"""Answers that were kept: one row for each time, to read again or to erase."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.safety import KeptAnswers, Side
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.private_look.look_form import reply_word


class KeptRow(QWidget):
    """The day, and under it, once opened, every question in the words it had then."""

    erase_asked = Signal()

    def __init__(self, kept: KeptAnswers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        day = self._day = day_with_year(kept.kept_at.date())
        self._column = QVBoxLayout(self)
        self._column.addWidget(StrongLabel(day))
        buttons = FlowRow()
        self.read = QuietButton(self.tr("Read"), dense=True)
        self.read.setAccessibleName(self.tr("Read the answers of {day}").format(day=day))
        self.read.clicked.connect(self._on_read)
        self.erase = QuietButton(self.tr("Erase"), dense=True)
        self.erase.setAccessibleName(self.tr("Erase the answers of {day}").format(day=day))
        self.erase.clicked.connect(self.erase_asked)
        for button in (self.read, self.erase):
            buttons.flow.addWidget(button)
        self._column.addWidget(buttons)
        self._answers = QWidget()
        self._lines = QVBoxLayout(self._answers)
        self._answers.hide()
        self._column.addWidget(self._answers)
        theme.follow(self._retheme)

    def _on_read(self) -> None:
        shown = self._answers.isHidden()
        if shown and self._lines.isEmpty():
            self._fill()
        self._answers.setVisible(shown)
        self.read.setText(self.tr("Close") if shown else self.tr("Read"))
        pattern = self.tr("Close the answers of {day}") if shown else self.tr("Read the answers of {day}")
        self.read.setAccessibleName(pattern.format(day=self._day))

    def _fill(self) -> None:
        words = Content("safety")
        for side in Side:
            self._lines.addWidget(SmallLabel(words.text(side.value, "heading")))
            for each in self._kept.answers:
                if each.side is side:
                    line = self.tr("{answer}: {question}")
                    shown = line.format(question=each.question, answer=reply_word(each.reply))
                    self._lines.addWidget(BodyLabel(shown))

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.space(4), 0, theme.space(4))
        self._column.setSpacing(theme.space(8))
        self._lines.setContentsMargins(0, 0, 0, theme.space(8))
        self._lines.setSpacing(theme.space(6))


class KeptList(QWidget):
    """`erase_asked` carries what was kept."""

    erase_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = Content("help")
        self._none = BodyLabel(words.text("kept", "none"), color="ink2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(HeadingLabel(words.text("kept", "heading")))
        self._column.addWidget(self._none)
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self.rows: list[KeptRow] = []
        theme.follow(self._retheme)

    def show_kept(self, kept: Iterable[KeptAnswers]) -> None:
        empty(self._rows)
        self.rows = []
        for each in kept:
            if self.rows:
                self._rows.addWidget(Hairline())
            row = KeptRow(each)
            row.erase_asked.connect(partial(self.erase_asked.emit, each))
            self._rows.addWidget(row)
            self.rows.append(row)
        self._none.setVisible(not self.rows)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(8))
        self._rows.setSpacing(theme.space(4))
