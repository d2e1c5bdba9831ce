"""A remark on what was written: what it is about, one reason, gentler words, and answers; it never blocks."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel, StrongLabel

_POINTER = 8


class RemarkCard(QWidget):
    """Lies below the field it speaks of; `point_at` turns its pointer to the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point: int | None = None
        self._quote, self._title, self._place = QuoteLabel(color="ink"), StrongLabel(), SmallLabel()
        self._reason, self._lead = SmallLabel(), SmallLabel()
        self._suggestion, self._why = QuoteLabel(color="ink"), SmallLabel()
        head, self._gentler, self._answers = FlowRow(gap=12, row_gap=2), FlowRow(gap=12, row_gap=2), FlowRow()
        for row, labels in (
            (head, (self._quote, self._title, self._place)),
            (self._gentler, (self._lead, self._suggestion)),
        ):
            for label in labels:
                row.flow.addWidget(label)
        self._about = QVBoxLayout()
        self._about.addWidget(head)
        self._about.addWidget(self._reason)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._about)
        for part in (self._gentler, self._answers, self._why):
            self._column.addWidget(part)
        theme.follow(self._retheme)

    def set_remark(
        self,
        title: str,
        reason: str = "",
        *,
        quote: str = "",
        lead: str = "",
        suggestion: str = "",
        place: str = "",
        why: str = "",
    ) -> None:
        """`place` says which of several it is; `why` goes under the answers, so that these stay where they are."""
        texts = (
            (self._quote, quote),
            (self._title, title),
            (self._reason, reason),
            (self._lead, lead),
            (self._suggestion, suggestion),
            (self._place, place),
            (self._why, why),
        )
        for label, text in texts:
            label.setText(text)
            label.setVisible(bool(text))
        self._gentler.setVisible(bool(lead or suggestion))
        said = [text for text in (quote, title, place) if text]
        self.setAccessibleName(" ".join(said))
        offered = " ".join(text for text in (lead, suggestion) if text)
        self.setAccessibleDescription("\n".join(text for text in (reason, offered, why) if text))

    def add_answer(self, button: QAbstractButton) -> None:
        self._answers.flow.addWidget(button)

    def clear_answers(self) -> None:
        empty(self._answers.flow)

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
        tip = theme.space(_POINTER)
        box = QRectF(self.rect()).adjusted(0.5, tip + 0.5, -0.5, -0.5)
        radius = theme.radius(tokens.RADIUS_CARD)
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
        side = theme.mark(20)
        self._column.setContentsMargins(side, theme.space(16 + _POINTER), side, theme.space(16))
        self._column.setSpacing(theme.space(10))
        self._about.setSpacing(theme.space(2))
        self.update()
