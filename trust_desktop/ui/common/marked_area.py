"""A text area in which some words are worth a look: a wavy line under them that leaves the text itself as it is."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.text_area import TextArea

_STROKE: Final = 1.75
_PERIOD: Final = 8
_BELOW: Final = 6
"""From the baseline of the words to the middle of the line."""
_SWING: Final = 3.5


class Marked(NamedTuple):
    """The code points `start` to `end`; `tip` is shown while the pointer rests on them."""

    start: int
    end: int
    tip: str = ""


class MarkedArea(TextArea):
    """Places are code points; `stood_in` tells that the cursor came to other marks or left them."""

    stood_in = Signal()

    def __init__(
        self,
        name: str = "",
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        said: bool = False,
        rows: int = 3,
    ) -> None:
        super().__init__(name, parent, placeholder=placeholder, said=said, rows=rows)
        self._marks: dict[Marked, tuple[int, int]] = {}  # with where they begin and end as Qt counts
        self._stood_in: list[Marked] = []
        self.cursorPositionChanged.connect(self._on_moved)

    def set_marked(self, marks: Sequence[Marked]) -> None:
        """Mark these words and no others; neither the document nor its undo steps nor the cursor are touched."""
        text = self.toPlainText()
        self._marks = {mark: (_units(text[: mark.start]), _units(text[: mark.end])) for mark in marks}
        self._stood_in = self._under_cursor()
        self.viewport().update()

    def place(self) -> int:
        """Where the cursor stands."""
        return _points(self.toPlainText(), self.textCursor().position())

    def go_to(self, place: int) -> None:
        """Put the cursor there and show it."""
        cursor = self.textCursor()
        cursor.setPosition(_units(self.toPlainText()[:place]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def rewrite(self, text: str) -> None:
        """Put other words in as one step for Undo; the cursor stands where the change ends."""
        before = self.toPlainText()
        head = _alike(before, text)
        tail = _alike(before[head:][::-1], text[head:][::-1])
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(_units(before[:head]))
        cursor.setPosition(_units(before[: len(before) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[head : len(text) - tail])
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def rect_of(self, mark: Marked) -> QRect:
        """The last line of marked words, in pixels of the viewport."""
        rects = [rect for rect, _ in self._lines(mark)]
        return rects[-1].toAlignedRect() if rects else QRect()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("honey"), theme.current().real(_STROKE)))
        for mark in self._marks:
            for rect, baseline in self._lines(mark):
                painter.drawPath(_wave(rect.left(), rect.right(), baseline + theme.current().real(_BELOW)))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasFocus() and event.size().height() < event.oldSize().height():
            self.ensureCursorVisible()  # something that came below took its room

    def _show_tip(self, place: QPoint, on_screen: QPoint) -> None:
        for mark in self._marks:
            for rect, _ in self._lines(mark):
                if rect.contains(QPointF(place)):
                    QToolTip.showText(on_screen, mark.tip, self.viewport(), rect.toAlignedRect())
                    return
        QToolTip.hideText()

    def _on_moved(self) -> None:
        under = self._under_cursor()
        if under != self._stood_in:
            self._stood_in = under
            self.stood_in.emit()

    def _under_cursor(self) -> list[Marked]:
        place = self.textCursor().position()
        return [mark for mark, (start, end) in self._marks.items() if start <= place <= end]

    def _lines(self, mark: Marked) -> Iterator[tuple[QRectF, float]]:
        """Yield where marked words lie in the viewport, line by line, with the baseline of each."""
        start, end = self._marks.get(mark, (0, 0))
        block = self.document().findBlock(start)
        away = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        while block.isValid() and block.position() < end:
            at = block.position()
            for rect, baseline in _lines_in(block, max(start - at, 0), min(end - at, block.length() - 1)):
                yield rect.translated(away), baseline + away.y()
            block = block.next()


def _lines_in(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        top = layout.position().y() + line.y()
        for left, right in _together(
            (run.boundingRect().left(), run.boundingRect().right())
            for run in (line.glyphRuns(first, last - first) if first < last else ())
        ):
            place = QRectF(layout.position().x() + left, top, right - left, line.height())
            yield place, top + line.ascent()


def _together(pieces: Iterator[tuple[float, float]]) -> list[tuple[float, float]]:
    """Runs of different scripts that touch are one; words that another direction parts stay parted."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted(pieces):
        if joined and left - joined[-1][1] < 1:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _wave(left: float, right: float, middle: float) -> QPainterPath:
    """Whole half waves from one end to the other."""
    half, swing = theme.current().real(_PERIOD / 2), theme.current().real(_SWING)
    number = max(1, round((right - left) / half))
    half = (right - left) / number
    path = QPainterPath(QPointF(left, middle))
    for step in range(number):
        begin = left + step * half
        path.quadTo(begin + half / 2, middle + (swing if step % 2 else -swing), begin + half, middle)
    return path


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin alike with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _units(text: str) -> int:
    """How long Qt takes a text to be: it counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _points(text: str, units: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))
