"""Looking back on paper: tables and drawings that read well in grey, without a check-in's line and without urges."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from trust_desktop.domain.check_in import CheckIn, Feeling
from trust_desktop.domain.progress import LATELY
from trust_desktop.services.looking_back import Lately, Months, PlanStrips, StripRow
from trust_desktop.ui import theme
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.fonts import serif_family
from trust_desktop.ui.looking_back import count_words, words_of
from trust_desktop.ui.looking_back.chart import Chart, Look
from trust_desktop.ui.looking_back.drawing import Drawings
from trust_desktop.ui.looking_back.strip import paint_marks, paint_numbers
from trust_desktop.ui.looking_back.table import Words

translate = QCoreApplication.translate

_INK: Final = QColor("#000000")
_GREY: Final = QColor("#555555")
_HAIR: Final = QColor("#bbbbbb")
_PAPER: Final = QColor("#ffffff")
_STRIP: Final = QSizeF(264, 13)
_CHART: Final = QSizeF(540, 180)


def document(lately: Lately, months: Months, check_ins: Sequence[CheckIn]) -> QTextDocument:
    """Everything the page can show, on paper."""
    return _Sheet().written(lately, months, check_ins)


class _Sheet:
    def __init__(self) -> None:
        self.document = QTextDocument()
        font = QFont(theme.current().family)
        font.setPointSizeF(9)
        self.document.setDefaultFont(font)
        self._cursor = QTextCursor(self.document)
        self._drawings = Drawings(self.document)

    def written(self, lately: Lately, months: Months, check_ins: Sequence[CheckIn]) -> QTextDocument:
        self._heading(translate("LookingBackSheet", "Looking back"), 18, serif=True)
        span = translate("LookingBackSheet", "{first} to {last}")
        self._line(span.format(first=day_with_year(lately.start), last=day_with_year(lately.end)))
        if lately.plans:
            self._heading(translate("LookingBackSheet", "The last 21 days"), 12)
        for plan in lately.plans:
            if len(lately.plans) > 1:
                self._heading(words_of.plan_title(plan), 10)
            self._strips(lately, plan)
        for block in months.plans:
            self._heading(words_of.plan_title(block), 12)
            self._table(words_of.month_grid(months, block))
        if check_ins:
            self._heading(translate("LookingBackSheet", "Check-ins"), 12)
            self._chart(check_ins)
            self._table(words_of.check_ins(check_ins, lines=False))
        if lately.soon.said:
            self._heading(translate("LookingBackSheet", "How soon it was said"), 12)
            self._table(words_of.soon([(translate("LookingBackSheet", "The last 21 days"), lately.soon)]))
        self._line(
            translate(
                "LookingBackSheet",
                "These are one person’s notes, a help for noticing. They prove nothing about anybody.",
            )
        )
        return self.document

    def _strips(self, lately: Lately, plan: PlanStrips) -> None:
        rows = (*plan.rows, *plan.own)
        table = self._cursor.insertTable(len(rows) + 1, 3, _format((30, 45, 25)))
        numbers = table.cellAt(0, 1).firstCursorPosition()
        self._drawings.insert(numbers, _STRIP, partial(_paint_numbers, lately))
        for at, row in enumerate(rows, start=1):
            table.cellAt(at, 0).firstCursorPosition().insertText(row.title, _bold())
            cell = table.cellAt(at, 1).firstCursorPosition()
            self._drawings.insert(cell, _STRIP, partial(_paint_strip, row, lately.start))
            counts = table.cellAt(at, 2).firstCursorPosition()
            counts.insertText(count_words.counted(row.tally, whenever=row.whenever), _bold())
            beside = count_words.besides(row.tally, whenever=row.whenever)
            if beside:
                counts.insertText(f"\n{count_words.together(beside)}", QTextCharFormat())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _table(self, words: Words) -> None:
        parts = words.parts
        shares = tuple(100 * part // sum(parts) for part in parts)
        table = self._cursor.insertTable(len(words.rows) + 1, len(words.columns), _format(shares))
        for column, name in enumerate(words.columns):
            table.cellAt(0, column).firstCursorPosition().insertText(name, _bold())
        for at, row in enumerate(words.rows, start=1):
            for column, cell in enumerate(row):
                table.cellAt(at, column).firstCursorPosition().insertText(cell)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _chart(self, check_ins: Sequence[CheckIn]) -> None:
        self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        days = [each.day for each in check_ins]
        chart = Chart(check_ins, min(days), max(days))
        self._drawings.insert(
            self._cursor, _CHART, lambda painter, place: chart.paint(painter, place, _on_paper())
        )

    def _heading(self, words: str, points: int, *, serif: bool = False) -> None:
        kind = QTextBlockFormat()
        kind.setTopMargin(0 if serif else 14)
        kind.setBottomMargin(4)
        look = QTextCharFormat()
        font = QFont(serif_family() if serif else self.document.defaultFont().family())
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.Normal if serif else QFont.Weight.DemiBold)
        look.setFont(font)
        self._write(words, kind, look)

    def _line(self, words: str) -> None:
        kind = QTextBlockFormat()
        kind.setTopMargin(6)
        look = QTextCharFormat()
        look.setForeground(_GREY)
        self._write(words, kind, look)

    def _write(self, words: str, kind: QTextBlockFormat, look: QTextCharFormat) -> None:
        if self.document.isEmpty():
            self._cursor.setBlockFormat(kind)
            self._cursor.setCharFormat(look)
        else:
            self._cursor.insertBlock(kind, look)
        self._cursor.insertText(words, look)


def _paint_strip(row: StripRow, start: date, painter: QPainter, place: QRectF) -> None:
    direction = Qt.LayoutDirection.LeftToRight
    paint_marks(painter, place, row.days, start, direction=direction, ground=_PAPER, ink=_INK)


def _paint_numbers(lately: Lately, painter: QPainter, place: QRectF) -> None:
    days = [lately.start + timedelta(days=number) for number in range(LATELY)]
    direction = Qt.LayoutDirection.LeftToRight
    paint_numbers(painter, place, days, lately.end, direction=direction, ink=_INK, font=_small())


def _on_paper() -> Look:
    return Look(
        lines=dict.fromkeys(Feeling, _INK),
        ground=_PAPER,
        grid=_HAIR,
        words=_INK,
        axis=_GREY,
        label_font=_small(),
        axis_font=_small(),
        unit=0.7,
    )


def _small() -> QFont:
    font = QFont(theme.current().family)
    font.setPixelSize(8)
    return font


def _bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    return look


def _format(shares: tuple[int, ...]) -> QTextTableFormat:
    """Columns by their share of the page, parted by thin lines, the first row again on each page."""
    kind = QTextTableFormat()
    kind.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
    )
    kind.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    kind.setHeaderRowCount(1)
    kind.setCellPadding(4)
    kind.setCellSpacing(0)
    kind.setBorder(0.5)
    kind.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    kind.setBorderBrush(_HAIR)
    kind.setBorderCollapse(True)
    return kind
