"""Words to borrow for asking what got in the way, each with a way to copy it privately."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import IconButton, PlainButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel
from trust_desktop.ui.content import Content


class Borrowed(Card):
    """`copied` is given the words whose button was pressed."""

    write_requested = Signal()

    def __init__(self, copied: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="sunken", padding=12, spacing=8)
        self._copied = copied
        self._content = Content("missed_day")
        self.copies: list[IconButton] = []
        self._rows = QVBoxLayout()
        self.write = PlainButton(self.tr("Write down what you hear"), dense=True)
        self.write.clicked.connect(self.write_requested)
        self.body.addWidget(SmallLabel(self._content.text("ask", "lead")))
        self.body.addLayout(self._rows)
        self.body.addWidget(SmallLabel(self._content.text("ask", "write")))
        self.body.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeading)
        theme.follow(self._retheme_rows)

    def show_words(self, title: str, day: date, *, quotable: bool = True) -> None:
        """Put the action's words and the day into what is offered; without words of it, only what quotes none."""
        self.copies = []
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        weekday = QLocale().standaloneDayName(day.isoweekday())
        for words in self._content.texts("ask", "words", action=title, day=weekday):
            if quotable or title not in words:
                self._rows.addWidget(self._row(words))

    def _row(self, words: str) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(QuoteLabel(words), 1)
        copy = IconButton("copy", self.tr("Copy: {words}").format(words=words), dense=True)
        copy.setToolTip(self.tr("Copy"))
        copy.clicked.connect(partial(self._on_copy, words))
        inside.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        self.copies.append(copy)
        return row

    def _on_copy(self, words: str, *_: object) -> None:
        self._copied(words)

    def _retheme_rows(self) -> None:
        self._rows.setSpacing(theme.px(6))
