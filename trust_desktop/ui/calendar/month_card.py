"""The sheet with the month on it, and what its marks mean."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.calendar.legend import Legend
from trust_desktop.ui.calendar.month_model import MonthModel
from trust_desktop.ui.calendar.month_view import MonthGrid
from trust_desktop.ui.common.card import Card, Hairline

_NO_LIMIT = 16_777_215


class MonthCard(Card):
    """`grid` reaches from edge to edge; the legend can be put away where there is little room."""

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0, spacing=0)
        self._model, self._week = model, False
        self.grid = MonthGrid(model)
        self._hairline, self.legend = Hairline(), Legend()
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._hairline)
        self.body.addWidget(self.legend)
        model.modelReset.connect(self._on_reset)
        theme.follow(self._retheme_edges)

    def show_legend(self, *, shown: bool) -> None:
        self._hairline.setVisible(shown)
        self.legend.setVisible(shown)

    def set_week(self, *, week: bool) -> None:
        """One week alone is one row high."""
        self._week = week
        strip = theme.mark(15) if self._model.has_own else 0
        room = self.grid.horizontalHeader().sizeHint().height() + theme.mark(94) + strip
        self.grid.setMinimumHeight(room if week else 0)
        self.grid.setMaximumHeight(room if week else _NO_LIMIT)
        vertical = QSizePolicy.Policy.Fixed if week else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def _on_reset(self) -> None:
        self.legend.show_own(shown=self._model.has_own)
        if self._week:  # its height depends on it
            self.set_week(week=True)

    def _retheme_edges(self) -> None:
        self.body.setContentsMargins(1, 1, 1, 1)
