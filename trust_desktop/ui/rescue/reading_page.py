"""The words of a vault that cannot be opened, page by page: to read, to copy, to print, and nothing else."""

from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.services.rescued_words import RescuedKind, RescuedLine
from trust_desktop.services.rescuing import RescuedWords
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, CaptionLabel, SmallLabel
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.content import Content
from trust_desktop.ui.printing import PrintSheet, show_print
from trust_desktop.ui.rescue import words_of
from trust_desktop.ui.sheet import Sheet

SHOWN: Final = 20
"""Texts on a page."""

_CLEARED_AFTER: Final = 30.0


class ReadingPage(Sheet):
    """`left` ends it for good: the words in the window's memory go with the process."""

    left = Signal()

    def __init__(self, words: RescuedWords) -> None:
        self._content = Content("rescue")
        super().__init__(self._content.text("reading", "title"), self._content.text("reading", "lead"))
        self._lines = words.lines
        self._from = 0
        self._clipboard = PrivateClipboard(self)
        self._say_what_is_missing(words)
        self._build_choice()
        self._build_list()
        self._build_footer()
        self._show_kind(self.kinds.value())

    @property
    def shown(self) -> tuple[RescuedLine, ...]:
        """What stands on this page."""
        return self._of_kind[self._from : self._from + SHOWN]

    def text(self) -> str:
        """This page as plain words."""
        return "\n\n".join(f"{words_of.heading(line)}\n{words_of.body(line)}".strip() for line in self.shown)

    def _say_what_is_missing(self, words: RescuedWords) -> None:
        missing = [
            key for key, there in (("lost", words.whole), ("newest", not words.newest_missing)) if not there
        ]
        if missing:
            card = Card(ground="honey_tint", line="honey_line")
            for key in missing:
                card.body.addWidget(BodyLabel(self._content.text("reading", key)))
            self.column.addWidget(card)

    def _build_choice(self) -> None:
        options = [(kind, words_of.kind_words(kind)) for kind in RescuedKind]
        self.kinds = Segmented(self.tr("What to read"), options)
        found = {line.kind for line in self._lines}
        self.kinds.set_value(next((kind for kind in RescuedKind if kind in found), RescuedKind.PLAN))
        self.kinds.chosen.connect(self._show_kind)
        self.column.addWidget(self.kinds)

    def _build_list(self) -> None:
        self._card = Card()
        self._place = SmallLabel()
        self._list = QWidget()
        self._card.body.addWidget(self._place)
        self._card.body.addWidget(self._list)
        self.newer = QuietButton(self.tr("Newer"))
        self.older = QuietButton(self.tr("Older"))
        self.newer.clicked.connect(lambda: self._turn(-SHOWN))
        self.older.clicked.connect(lambda: self._turn(SHOWN))
        turning = FlowRow()
        turning.flow.addWidget(self.newer)
        turning.flow.addWidget(self.older)
        self._card.body.addWidget(turning)
        self.column.addWidget(self._card)
        self.column.addWidget(CaptionLabel(self._content.text("reading", "careful")))

    def _build_footer(self) -> None:
        self.close_button = PrimaryButton(self.tr("Close"))
        self.copy = QuietButton(self.tr("Copy this page"))
        self.print_button = QuietButton(self.tr("Print all of it…"))
        self.close_button.clicked.connect(self.left)
        self.copy.clicked.connect(lambda: self._clipboard.copy(self.text(), _CLEARED_AFTER))
        self.print_button.clicked.connect(self.print_all)
        row = FlowRow(gap=12)
        for button in (self.copy, self.print_button, self.close_button):
            row.flow.addWidget(button)
        self.footer.addWidget(row, 1)
        self.begin_at(self.kinds)

    def print_all(self) -> PrintSheet:
        document = QTextDocument()
        document.setPlainText(
            "\n\n".join(f"{words_of.heading(line)}\n{words_of.body(line)}".strip() for line in self._lines)
        )
        return show_print(document, self)

    def _show_kind(self, kind: object) -> None:
        self._of_kind = tuple(line for line in self._lines if line.kind is kind)
        self._from = 0
        self.kinds.set_value(kind)
        self._show_page()

    def _turn(self, by: int) -> None:
        self._from += by
        self._show_page()
        if not (
            self.newer.hasFocus() or self.older.hasFocus()
        ):  # what cannot be pressed has lost the keyboard
            (self.older if self.older.isEnabled() else self.newer).setFocus()

    def _show_page(self) -> None:
        before = self._list
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        for number, line in enumerate(self.shown):
            if number:
                column.addWidget(Hairline())
            column.addWidget(CaptionLabel(words_of.heading(line)))
            if words_of.body(line):
                column.addWidget(BodyLabel(words_of.body(line)))
        self._card.body.replaceWidget(before, self._list)
        before.hide()
        before.deleteLater()
        self._list.show()
        self._say_place()

    def _say_place(self) -> None:
        last = self._from + len(self.shown)
        words = (
            self.tr("{first} to {last} of {all}") if self.shown else self._content.text("reading", "nothing")
        )
        numbers = {"first": self._from + 1, "last": last, "all": len(self._of_kind)}
        self._place.setText(
            words.format(**{name: QLocale().toString(value) for name, value in numbers.items()})
        )
        self.newer.setEnabled(self._from > 0)
        self.older.setEnabled(last < len(self._of_kind))
        self.copy.setEnabled(bool(self.shown))
        self.print_button.setEnabled(bool(self._lines))
