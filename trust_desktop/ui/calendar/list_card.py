"""The sheet with the list on it; what it says when there is no day to list."""

from PySide6.QtWidgets import QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.calendar.list_model import ListModel
from trust_desktop.ui.calendar.list_view import DayList
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel


class ListCard(Card):
    """A month still to come has no rows yet."""

    def __init__(self, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0, spacing=0)
        self.days = DayList(model)
        self.nothing = BodyLabel(self.tr("These days are still to come."), color="ink2")
        self.nothing.hide()
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.days, 1)
        theme.follow(self._retheme_edges)

    def show_nothing(self, *, nothing: bool) -> None:
        self.nothing.setVisible(nothing)

    def _retheme_edges(self) -> None:
        self.body.setContentsMargins(1, 1, 1, 1)
        self.nothing.setContentsMargins(theme.space(20), theme.space(20), theme.space(20), 0)
