"""The rows of the settings, in cards under headings, and which of them somebody is looking for."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import HeadingLabel


@dataclass(slots=True)
class Group:
    """One card with its heading; each row with the words it can be found by."""

    heading: str
    card: Card
    rows: list[tuple[QWidget, str]] = field(default_factory=list)

    def add(self, row: QWidget, *words: str) -> None:
        self.card.body.addWidget(row)
        self.rows.append((row, " ".join((self.heading, *words)).casefold()))

    def show_matching(self, wanted: tuple[str, ...]) -> bool:
        """Show the rows that hold every word; whether there are any."""
        found = [all(word in words for word in wanted) for _row, words in self.rows]
        for (row, _words), shown in zip(self.rows, found, strict=True):
            row.setVisible(shown)
        self.card.setVisible(any(found))
        return any(found)


def group(heading: str) -> Group:
    card = Card(spacing=20)
    card.body.addWidget(HeadingLabel(heading))
    return Group(heading, card)
