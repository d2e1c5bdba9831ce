"""One action over three weeks: its words, a mark for each day that holds one, and its counts."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.services.looking_back import StripRow
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.common.long_words import breakable
from trust_desktop.ui.common.mark_words import outcome_word
from trust_desktop.ui.common.pressable import mirrored, text_size, wrap_height
from trust_desktop.ui.looking_back import count_words
from trust_desktop.ui.looking_back.strip import Shape, mark_side, paint_marks, shape_of
from trust_desktop.ui.tokens import TypeRole

_AIR = 8

Line = tuple[str, TypeRole, str]
"""Words, their type role, their colour."""


class StripRowView(QWidget):
    """Painted as a whole; its name says what the row shows, its description names each day."""

    def __init__(self, row: StripRow, start: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self._start = row, start
        self._tall: dict[int, int] = {}
        self.setAccessibleName(self._spoken())
        days = [f"{full_day(each.day)}: {outcome_word(each.outcome)}" for each in row.days]
        self.setAccessibleDescription("; ".join(days))
        wrap_height(self, QSizePolicy.Policy.Preferred)
        theme.follow(self._retheme)

    @override
    def sizeHint(self) -> QSize:
        width = theme.px(900)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = theme.em(14)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._tall:
            self._tall[width] = self._height_at(width)
        return self._tall[width]

    def _height_at(self, width: int) -> int:
        shape = shape_of(width)
        title, counts = self._height(self._titles(), shape.title), self._height(self._counts(), shape.count)
        air = 2 * theme.space(_AIR)
        if shape.stacked:
            return round(title + counts + mark_side(shape.pitch) + 2 * theme.space(_AIR) + air)
        return round(max(title, counts, theme.mark(28)) + air)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole, shape = QRectF(self.rect()), shape_of(self.width())
        if shape.stacked:
            self._paint_stacked(painter, whole, shape)
            return
        self._paint_lines(painter, QRectF(0, 0, shape.title, whole.height()), self._titles())
        strip = QRectF(shape.strip, 0, shape.pitch * 21, whole.height())
        self._paint_marks(painter, strip)
        counts = QRectF(shape.count_left, 0, shape.count, whole.height())
        self._paint_lines(painter, counts, self._counts())

    def _paint_stacked(self, painter: QPainter, whole: QRectF, shape: Shape) -> None:
        top = float(theme.space(_AIR))
        for lines in (self._titles(), None, self._counts()):
            if lines is None:
                side = mark_side(shape.pitch)
                self._paint_marks(painter, QRectF(0, top, shape.pitch * 21, side))
                top += side + theme.space(_AIR)
                continue
            tall = self._height(lines, shape.width)
            self._paint_lines(painter, QRectF(0, top, shape.width, tall), lines)
            top += tall + theme.space(_AIR)
        del whole

    def _paint_marks(self, painter: QPainter, place: QRectF) -> None:
        paint_marks(
            painter, self._facing(place), self.row.days, self._start, direction=self.layoutDirection()
        )

    def _paint_lines(self, painter: QPainter, place: QRectF, lines: list[Line]) -> None:
        top = place.center().y() - self._height(lines, place.width()) / 2
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        for words, role, color in lines:
            tall = _tall(words, theme.font(role), place.width())
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(color))
            box = QRectF(place.left(), top, place.width(), tall)
            painter.drawText(self._facing(box), int(flags), words)
            top += tall

    def _titles(self) -> list[Line]:
        lines: list[Line] = [(breakable(self.row.title), tokens.LABEL, "ink")]
        if self.row.guessed is not None:
            lines.append((count_words.guessed(self.row.guessed), tokens.CAPTION, "ink2"))
        return lines

    def _counts(self) -> list[Line]:
        row = self.row
        lines: list[Line] = [(count_words.counted(row.tally, whenever=row.whenever), tokens.SAID, "ink")]
        beside = count_words.besides(row.tally, whenever=row.whenever)
        if beside:
            lines.append((count_words.together(beside), tokens.CAPTION, "ink2"))
        return lines

    def _height(self, lines: list[Line], width: float) -> float:
        return sum(_tall(words, theme.font(role), width) for words, role, _color in lines)

    def _facing(self, place: QRectF) -> QRectF:
        return mirrored(place, QRectF(self.rect()), self.layoutDirection())

    def _spoken(self) -> str:
        row = self.row
        parts = [count_words.spoken(row.title, row.tally, whenever=row.whenever)]
        if row.guessed is not None:
            parts.append(count_words.guessed(row.guessed))
        return " ".join(f"{part.rstrip('.')}." for part in parts)

    def _retheme(self) -> None:
        self._tall.clear()
        self.updateGeometry()
        self.update()


def _tall(words: str, font: QFont, width: float) -> int:
    return text_size(words, font, max(1, round(width))).height()
