"""A remark on what was written: what it is about, one reason, gentler words, and answers; it never blocks."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel, StrongLabel

_POINTER = 8


class RemarkCard(QWidget):
    """Lies below the field it speaks of; `point_at` turns its pointer to the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point: int | None = None
        self._quote, self._title = QuoteLabel(color="ink"), StrongLabel()
        self._reason, self._lead = SmallLabel(), SmallLabel()
        self._suggestion = QuoteLabel(color="ink")
        head, gentler, self._answers = QWidget(), QWidget(), QWidget()
        self._head, self._gentler = (
            FlowLayout(head, gap=12, row_gap=2),
            FlowLayout(gentler, gap=12, row_gap=2),
        )
        self._answers_row = FlowLayout(self._answers, gap=8, row_gap=8)
        self._column = QVBoxLayout(self)
        for flow, labels in (
            (self._head, (self._quote, self._title)),
            (self._gentler, (self._lead, self._suggestion)),
        ):
            for label in labels:
                flow.addWidget(label)
        for part in (head, self._reason, gentler, self._answers):
            self._column.addWidget(part)
        self._gentler_part = gentler
        theme.follow(self._retheme)

    def set_remark(
        self, title: str, reason: str = "", *, quote: str = "", lead: str = "", suggestion: str = ""
    ) -> None:
        texts = (
            (self._quote, quote),
            (self._title, title),
            (self._reason, reason),
            (self._lead, lead),
            (self._suggestion, suggestion),
        )
        for label, text in texts:
            label.setText(text)
            label.setVisible(bool(text))
        self._gentler_part.setVisible(bool(lead or suggestion))
        said = [text for text in (quote, title) if text]
        self.setAccessibleName(" ".join(said))
        self.setAccessibleDescription(reason)

    def add_answer(self, button: QAbstractButton) -> None:
        self._answers_row.addWidget(button)

    def clear_answers(self) -> None:
        while (item := self._answers_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def point_at(self, x: int | None) -> None:
        """Put the pointer at `x` pixels from this card's left; none takes it away."""
        self._point = x
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("honey_line"), 1))
        painter.setBrush(theme.color("honey_tint"))
        painter.drawPath(self._outline())

    def _outline(self) -> QPainterPath:
        tip = theme.px(_POINTER)
        box = QRectF(self.rect()).adjusted(0.5, tip + 0.5, -0.5, -0.5)
        radius = theme.current().real(tokens.RADIUS_CARD)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        if self._point is None:
            return path
        x = min(max(float(self._point), box.left() + radius + tip), box.right() - radius - tip)
        pointer = QPainterPath(QPointF(x - tip, box.top() + 1))
        pointer.lineTo(x, box.top() - tip)
        pointer.lineTo(x + tip, box.top() + 1)
        pointer.closeSubpath()
        return path.united(pointer)

    def _retheme(self) -> None:
        side = theme.px(20)
        self._column.setContentsMargins(side, theme.px(16 + _POINTER), side, theme.px(16))
        self._column.setSpacing(theme.px(8))
        self.update()
