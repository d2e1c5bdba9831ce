"""A small thing that was chosen, in a pill, which can be taken out again."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import IconButton
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.marks import Mark, MarkIcon
from trust_desktop.ui.common.pressable import round_box


class Chip(QWidget):
    """Its own button says what it takes out."""

    removed = Signal()

    def __init__(
        self, text: str, parent: QWidget | None = None, *, mark: Mark | None = None, removable: bool = True
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._lead, self._trail = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._row.addItem(self._lead)
        if mark is not None:
            self._row.addWidget(MarkIcon(mark, size=16, ground="sunken"))
        self.label = SmallLabel(text, color="ink")
        self._row.addWidget(self.label, 1)
        self._remove = IconButton("x", self.tr("Take out: {thing}").format(thing=text), self, dense=True)
        self._remove.setVisible(removable)
        self._remove.clicked.connect(self.removed)
        set_focus_radius(self._remove, tokens.RADIUS_CARD)
        self._row.addWidget(self._remove)
        self._row.addItem(self._trail)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.follow(self._retheme)

    def text(self) -> str:
        return self.label.text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        radius = min(self.height() / 2, theme.radius(tokens.DENSE / 2))
        round_box(QPainter(self), QRectF(self.rect()), radius, theme.color("sunken"), theme.color("line2"))

    def _retheme(self) -> None:
        self._lead.changeSize(theme.space(4), 0)
        self._trail.changeSize(0 if self._remove.isVisibleTo(self) else theme.space(8), 0)
        self._row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._row.setSpacing(theme.space(8))
        self.setMinimumHeight(theme.space(tokens.DENSE))
