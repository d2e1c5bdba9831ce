"""A table on the page, with hairlines between its rows; the page scrolls, not the table."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.long_words import breakable
from trust_desktop.ui.common.pressable import round_box, text_size
from trust_desktop.ui.common.scroll import ThinScrollBar, bare_viewport
from trust_desktop.ui.looking_back.table import AnyIndex, Words, WordsModel
from trust_desktop.ui.tokens import TypeRole

_SIDE: Final = 8
_AIR: Final = 8
_SHORT: Final = 10
"""Letters of a cell that is not broken into lines while there is room."""

_FLAGS: Final = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap


def _room(cell: QRect, *, first: bool, direction: Qt.LayoutDirection) -> QRect:
    """The first column begins where the card's other words begin."""
    side, air = theme.space(_SIDE), theme.space(_AIR)
    before = 0 if first else side
    if direction is Qt.LayoutDirection.RightToLeft:
        return cell.adjusted(side, air, -before, -air)
    return cell.adjusted(before, air, -side, -air)


def _tall(words: str, role: TypeRole, width: int) -> int:
    room = max(1, width - 2 * theme.space(_SIDE))
    return text_size(breakable(words) or "0", theme.font(role), room).height() + 2 * theme.space(_AIR)


class _Cells(QStyledItemDelegate):
    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        cell = option.rect
        if option.state & QStyle.StateFlag.State_HasFocus:
            look = theme.current()
            inside = QRectF(cell).adjusted(1, 1, -1, -1)
            round_box(painter, inside, tokens.RADIUS_INNER, None, look.color("focus"), look.ring)
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.color("line"))
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(theme.color("ink"))
        place = _room(cell, first=index.column() == 0, direction=option.direction)
        painter.drawText(place, int(_FLAGS), breakable(str(index.data())))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        return QSize(width, _tall(str(index.data()), tokens.SMALL, width))


class _Head(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sizeHint(self) -> QSize:
        tall = [
            _tall(words, tokens.SMALL_LABEL, self.sectionSize(at)) for at, words in enumerate(self._words())
        ]
        return QSize(0, max(tall, default=0))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line2"))
        painter.setFont(theme.font(tokens.SMALL_LABEL))
        painter.setPen(theme.color("ink2"))
        place = _room(rect, first=logicalIndex == 0, direction=self.layoutDirection())
        painter.drawText(place, int(_FLAGS), breakable(self._words()[logicalIndex]))
        painter.restore()

    def _words(self) -> tuple[str, ...]:
        model = self.model()
        return model.words.columns if isinstance(model, WordsModel) else ()


def _least(words: Words, column: int, *, short: int) -> int:
    """Return the width in which no word of a column is broken, and no cell of so many letters."""
    cells = {row[column] for row in words.rows}
    pieces = {piece for cell in cells for piece in ([cell] if len(cell) <= short else cell.split())}
    small, label = (QFontMetrics(theme.font(role)) for role in (tokens.SMALL, tokens.SMALL_LABEL))
    wide = [small.horizontalAdvance(piece) for piece in pieces]
    wide += [label.horizontalAdvance(piece) for piece in words.columns[column].split()]
    return min(theme.em(8), max(wide, default=0)) + 2 * theme.space(_SIDE) + 1


class TableView(QTableView):
    """Arrows go through the cells, Tab leaves the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WordsModel(self)
        self._leasts: list[list[int]] = []
        self.setHorizontalHeader(_Head(self))
        self.setModel(self.words)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBar(ThinScrollBar(Qt.Orientation.Horizontal))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        bare_viewport(self)
        set_focus_radius(self, None)
        theme.follow(self._retheme)

    def show_words(self, words: Words) -> None:
        self.setAccessibleName(words.name)
        if words != self.words.words:
            self.words.set_words(words)
            self._measure()
            self._fit()

    @override
    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        tall = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 1
        return QSize(theme.em(14), tall + (bar.sizeHint().height() if self._wide() else 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _wide(self) -> bool:
        return self.horizontalHeader().length() > self.width()

    def _fit(self) -> None:
        """Share the width by what each column wants; where that is too narrow to read, the table is moved sideways."""
        parts = self.words.words.parts if self.words.words.columns else ()
        if not parts:
            return
        whole = sum(parts)
        least = next((each for each in self._leasts if sum(each) <= self.width()), None)
        if least is not None:
            spare = self.width() - sum(least)
            widths = [wide + spare * part // whole for wide, part in zip(least, parts, strict=True)]
        else:
            widths = [max(theme.em(5.5), self.width() * part // whole) for part in parts]
            widths[0] = max(theme.em(8), widths[0])
        widths[0] = max(widths[0], self.width() - sum(widths[1:]))
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()
        self.updateGeometry()

    def _measure(self) -> None:
        """Find the widths below which a column would break a count, and those below which it would break a word."""
        words, cells = self.words.words, range(len(self.words.words.columns))
        self._leasts = [[_least(words, column, short=short) for column in cells] for short in (_SHORT, 0)]

    def _retheme(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self._measure()
        self._fit()
