"""Ideas to begin with, laid out where the first row of a list would be."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.common.labels import StrongLabel
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.plan_wizard.examples import Theme


class IdeasList(QWidget):
    """`chosen` with the draft of an idea."""

    chosen = Signal(object)

    def __init__(self, themes: Sequence[Theme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ListRow] = []
        self._column = QVBoxLayout(self)
        for group in themes:
            self._column.addWidget(StrongLabel(group.name, color="ink2"))
            for idea in group.examples:
                row = ListRow(idea.text, cadence_words(idea.cadence))
                row.clicked.connect(partial(self._choose, idea))
                self._column.addWidget(row)
                self.rows.append(row)
        theme.follow(self._retheme)

    def _choose(self, idea: object, *_clicked: object) -> None:
        self.chosen.emit(idea)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
