"""A drop-down of a few words, painted as the other fields are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.fields import control_height, paint_field
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.pressable import mirrored


class ComboBox(QComboBox):
    """Not editable; its words are cut with dots only where the window is too narrow for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        theme.follow(self._retheme)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.setAccessibleDescription(self._hint)

    @override
    def setAccessibleDescription(self, description: str) -> None:
        self._hint = description
        # On Linux Qt gives a screen reader the chosen entry as the name: what is chosen here would stay unsaid.
        said = [words for words in (self.accessibleName(), description) if words]
        super().setAccessibleDescription("\n".join(said))

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        texts = (self.itemText(number) for number in range(self.count()))
        words = max((metrics.horizontalAdvance(text) for text in texts), default=theme.em(8))
        return QSize(words + theme.mark(13 + 8 + 16 + 13), control_height(self))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(6), control_height(self))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is for the page: who scrolls past must not change what is chosen here

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_field(painter, self, focused=self.hasFocus())
        whole = QRectF(self.rect())
        side = theme.mark(16)
        arrow = QRectF(whole.width() - theme.space(12) - side, (whole.height() - side) / 2, side, side)
        paint_icon(
            painter, mirrored(arrow, whole, self.layoutDirection()), "chevron-down", theme.color("ink2")
        )
        start = theme.space(13)
        room = arrow.left() - theme.space(6) - start
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(room) + 1)
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink3"))
        place = mirrored(QRectF(start, 0, room + 1, whole.height()), whole, self.layoutDirection())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), words)

    def _retheme(self) -> None:
        self.setFont(theme.font(tokens.BODY))
        self.updateGeometry()
        self.update()
