"""The row of weekday names over the month."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.calendar.month_model import NARROW_NAME
from trust_desktop.ui.common.scroll import bare_viewport


class WeekdayHeader(QHeaderView):
    """Names lie over the numbers of their days; columns share the width and cannot be moved."""

    def __init__(self, pad_in: Callable[[int], int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pad_in = pad_in
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bare_viewport(self)
        theme.follow(self._retheme)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.mark(35))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        pad = self._pad_in(rect.width())
        room = rect.adjusted(pad, 0, -2, 0)
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            room = rect.adjusted(2, 0, -pad, 0)
            side = Qt.AlignmentFlag.AlignRight
        painter.setFont(theme.font(tokens.BODY))
        painter.setPen(theme.color("ink2"))
        shown = painter.fontMetrics().elidedText(
            self._name(logicalIndex, room.width()), Qt.TextElideMode.ElideRight, room.width()
        )
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), shown)

    def _name(self, section: int, room: int) -> str:
        """The usual short name, or the shortest one for all days alike where one of them does not fit."""
        across = Qt.Orientation.Horizontal
        usual = [str(self.model().headerData(column, across)) for column in range(self.count())]
        metrics = QFontMetrics(theme.font(tokens.BODY))
        if max(metrics.horizontalAdvance(name) for name in usual) <= room:
            return usual[section]
        return str(self.model().headerData(section, across, NARROW_NAME))

    def _retheme(self) -> None:
        self.updateGeometry()
        self.viewport().update()
