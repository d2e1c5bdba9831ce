"""One action by month: its words of that time, and its count in each month they were in force."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.domain.progress import Tally
from trust_desktop.override import override
from trust_desktop.services.looking_back import MonthRow
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.long_words import breakable
from trust_desktop.ui.common.pressable import limit_height, mirrored, text_size, wrap_height
from trust_desktop.ui.looking_back import count_words
from trust_desktop.ui.tokens import TypeRole

_TITLE: Final = 200
_MONTH: Final = 108
MOST: Final = 6


def fitting(width: int) -> int:
    """How many months have room beside the words of an action."""
    return max(1, min(MOST, (width - theme.px(_TITLE)) // theme.px(_MONTH)))


class _Columns(QWidget):
    """Words at the beginning, and a column for each month at the end."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        wrap_height(self, QSizePolicy.Policy.Preferred)
        theme.follow(self._retheme)

    @override
    def sizeHint(self) -> QSize:
        width = theme.px(_TITLE + _MONTH * self._count)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = theme.em(12)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit_height(self)

    def _draw(
        self, painter: QPainter, place: QRectF, words: str, role: TypeRole, color: str, *, ends: bool = False
    ) -> None:
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(color))
        side = Qt.AlignmentFlag.AlignTrailing if ends else Qt.AlignmentFlag.AlignLeading
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        box = mirrored(place, QRectF(self.rect()), self.layoutDirection())
        painter.drawText(box, int(flags), words)

    def _column(self, at: int) -> QRectF:
        wide = min(theme.px(_MONTH), (self.width() - theme.em(6)) / self._count)
        left = self.width() - (self._count - at) * wide
        return QRectF(left, 0, wide, self.height())

    def _title_width(self, width: int) -> int:
        wide = min(theme.px(_MONTH), (width - theme.em(6)) // self._count)
        return max(1, width - self._count * wide - theme.space(12))

    def _retheme(self) -> None:
        self.updateGeometry()
        limit_height(self)
        self.update()


class MonthHead(_Columns):
    """The names of the months over their columns."""

    def __init__(self, months: Sequence[str]) -> None:
        self._months = tuple(months)
        super().__init__(len(months))

    @override
    def heightForWidth(self, width: int) -> int:
        return text_size("0", theme.font(tokens.CAPTION)).height() + theme.space(12)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, month in enumerate(self._months):
            self._draw(painter, self._column(at), month, tokens.CAPTION, "ink2", ends=True)


class MonthRowView(_Columns):
    """`names` are the months in full, for reading aloud."""

    def __init__(self, row: MonthRow, tallies: Sequence[Tally | None], names: Sequence[str]) -> None:
        self.row, self._tallies = row, tuple(tallies)
        super().__init__(len(tallies))
        parts = [
            count_words.spoken(name, tally, whenever=row.whenever)
            for name, tally in zip(names, tallies, strict=True)
            if tally is not None
        ]
        self.setAccessibleName(". ".join([row.title, *parts]))

    @override
    def heightForWidth(self, width: int) -> int:
        title = text_size(breakable(self.row.title), theme.font(tokens.LABEL), self._title_width(width))
        return max(title.height(), theme.px(24)) + 2 * theme.space(10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(0, 0, self._title_width(self.width()), self.height())
        self._draw(painter, place, breakable(self.row.title), tokens.LABEL, "ink")
        for at, tally in enumerate(self._tallies):
            if tally is None:
                continue
            words = count_words.counted(tally, whenever=self.row.whenever)
            counts = bool(tally.of) or self.row.whenever
            role, color = (tokens.SAID_SMALL, "ink") if counts else (tokens.CAPTION, "ink2")
            self._draw(painter, self._column(at), words, role, color, ends=True)
