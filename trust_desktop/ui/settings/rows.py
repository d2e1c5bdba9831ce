"""The rows of the settings, in cards under headings, and which of them somebody is looking for."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel


class HintedRow(QWidget):
    """A box to tick or a button, with its sentence close under it, as a field has its own."""

    def __init__(self, control: QAbstractButton, hint: str) -> None:
        super().__init__()
        control.setAccessibleDescription(hint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if control.isCheckable():
            self._column.addWidget(control)  # its words may need more than one line
        else:
            self._column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(SmallLabel(hint))
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(6))


@dataclass(slots=True)
class Group:
    """One card with its heading; each row with the words it can be found by."""

    heading: str
    card: Card
    rows: list[tuple[QWidget, str]] = field(default_factory=list)

    def add(self, row: QWidget, *words: str) -> None:
        self.card.body.addWidget(row)
        self.rows.append((row, " ".join((self.heading, *words)).casefold()))

    def add_hinted(self, control: QAbstractButton, words: str, hint: str) -> None:
        self.add(HintedRow(control, hint), words, hint)

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
