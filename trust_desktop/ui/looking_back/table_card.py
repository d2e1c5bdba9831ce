"""The counts as tables, each under its name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, StrongLabel
from trust_desktop.ui.looking_back.table import Words
from trust_desktop.ui.looking_back.table_view import TableView


class TableCard(Card):
    """The first table says the same as the drawing; any after it go further into the days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tables: list[TableView] = []
        self._shown: tuple[str, Sequence[Words]] | None = None

    def show_tables(self, heading: str, tables: Sequence[Words]) -> None:
        if (heading, tables) == self._shown:
            return
        self._shown = (heading, tables)
        self._clear()
        self.body.addWidget(HeadingLabel(heading))
        if not any(table.rows for table in tables):
            self.body.addWidget(BodyLabel(self.tr("Nothing was recorded here."), color="ink2"))
        for words in tables:
            if not words.rows:
                continue
            if words.name != heading:
                self.body.addWidget(StrongLabel(words.name, color="ink2"))
            table = TableView()
            table.show_words(words)
            self.tables.append(table)
            self.body.addWidget(table)

    def _clear(self) -> None:
        self.tables = []
        empty(self.body)
