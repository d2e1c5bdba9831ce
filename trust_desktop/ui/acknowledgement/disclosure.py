"""A row that opens what lies under it: a chevron, a word and a quiet figure at the end."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.pressable import Pressable, mirrored, round_box, text_size
from trust_desktop.ui.common.wrapping import let_wrap


class Disclosure(Pressable):
    """Checked while what lies under it is shown."""

    folds = True

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        self._trailing = ""
        super().__init__(text, parent)
        self.setCheckable(True)
        let_wrap(self)

    def set_trailing(self, text: str) -> None:
        self._trailing = text
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.em(12), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), theme.px(tokens.CONTROL))

    @override
    def heightForWidth(self, width: int) -> int:
        tall = text_size(self.words, theme.font(tokens.BODY)).height()
        if not self._in_one_line(width):
            tall += text_size(
                self._trailing, theme.font(tokens.SMALL), max(1, width - self._start())
            ).height()
        return max(theme.px(tokens.CONTROL), tall + theme.px(tokens.CONTROL_AIR))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.hovered or self.isDown():
            round_box(painter, whole, theme.current().real(tokens.RADIUS_CONTROL), theme.color("hover"), None)
        self._paint_chevron(painter, whole)
        start, end = self._start(), theme.px(12)
        room = QRectF(start, theme.px(9), whole.width() - start - end, whole.height() - 2 * theme.px(9))
        painter.setFont(theme.font(tokens.BODY))
        painter.setPen(theme.color("ink"))
        one_line = self._in_one_line(self.width())
        upright = Qt.AlignmentFlag.AlignVCenter if one_line else Qt.AlignmentFlag.AlignTop
        place = mirrored(room, whole, self.layoutDirection())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeading | upright), self.words)
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(theme.color("ink2"))
        side = Qt.AlignmentFlag.AlignTrailing if one_line else Qt.AlignmentFlag.AlignLeading
        upright = Qt.AlignmentFlag.AlignVCenter if one_line else Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, int(side | upright | Qt.TextFlag.TextWordWrap), self._trailing)

    def _paint_chevron(self, painter: QPainter, whole: QRectF) -> None:
        side = theme.px(16)
        place = QRectF(theme.px(14), (whole.height() - side) / 2, side, side)
        closed = (
            "chevron-left" if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else "chevron-right"
        )
        name = "chevron-down" if self.isChecked() else closed
        paint_icon(painter, mirrored(place, whole, self.layoutDirection()), name, theme.color("ink2"))

    def _in_one_line(self, width: int) -> bool:
        words = text_size(self.words, theme.font(tokens.BODY)).width()
        trailing = text_size(self._trailing, theme.font(tokens.SMALL)).width()
        return self._start() + words + theme.px(12) + trailing + theme.px(12) <= width

    @staticmethod
    def _start() -> int:
        return theme.px(44)
