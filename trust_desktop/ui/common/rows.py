"""A row of a list: a mark or an icon, a title, a small second line, and a word at the end."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.long_words import breakable, unbroken
from trust_desktop.ui.common.marks import Mark, paint_mark
from trust_desktop.ui.common.pressable import Pressable, mirrored, round_box, text_size

_LEAD = 20
_SIDE = 12


class ListRow(Pressable):
    """Pressed as a whole; a selectable one keeps the pine ground while its thing is open.

    `spoken` replaces what a screen reader says; by default that is everything on the row.
    """

    def __init__(
        self,
        title: str,
        second: str = "",
        parent: QWidget | None = None,
        *,
        mark: Mark | None = None,
        icon_name: str = "",
        trailing: str = "",
        selectable: bool = False,
        spoken: str = "",
    ) -> None:
        self._second, self._trailing, self._mark, self._icon_name = (
            breakable(second),
            trailing,
            mark,
            icon_name,
        )
        self._spoken = spoken
        super().__init__(title, parent)
        self.setCheckable(selectable)
        self.toggled.connect(self._retheme)
        self._say()

    def set_second(self, text: str) -> None:
        self._second = breakable(text)
        self._say()

    def set_trailing(self, text: str) -> None:
        self._trailing = text
        self._say()

    def set_mark(self, mark: Mark | None) -> None:
        self._mark = mark
        self._say()

    @override
    def sizeHint(self) -> QSize:
        title = text_size(self.words, self._title_font()).width()
        second = text_size(self._second, theme.font(tokens.SMALL)).width()
        width = max(title, second) + self._start() + self._end()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = min(self.sizeHint().width(), theme.em(12) + self._end())
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def heightForWidth(self, width: int) -> int:
        title, second = self._heights(width)
        least = 62 if self._second else tokens.CONTROL
        return max(theme.space(least), title + second + theme.space(tokens.CONTROL_AIR + 2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        ground = self._paint_ground(painter, whole)
        title, second = self._heights(self.width())
        top = (whole.height() - title - second) / 2
        self._paint_lead(painter, whole, top, title, ground)
        room = max(1, self.width() - self._start() - self._end())
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.setFont(self._title_font())
        painter.setPen(theme.color("ink"))
        place = QRectF(self._start(), top, room, title)
        painter.drawText(self._facing(place), int(flags), self.words)
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(theme.color("ink2"))
        place = QRectF(self._start(), top + title, room, second)
        painter.drawText(self._facing(place), int(flags), self._second)
        place = QRectF(whole.width() - self._end(), 0, self._end() - theme.mark(_SIDE), whole.height())
        ends = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(self._facing(place), int(ends), self._trailing)

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> str:
        radius = theme.radius(tokens.RADIUS_CONTROL)
        if self.isChecked():
            line = theme.color("pine") if theme.current().contrast else None
            round_box(painter, whole, radius, theme.color("pine_tint"), line, 2)
            if line is not None:
                return "pine_tint"
            bar = QRectF(0, (whole.height() - theme.mark(30)) / 2, theme.mark(3), theme.mark(30))
            round_box(painter, self._facing(bar), theme.mark(3) / 2, theme.color("pine"), None)
            return "pine_tint"
        if self.hovered:
            round_box(painter, whole, radius, theme.color("hover"), None)
            return "hover"
        return "paper"

    def _paint_lead(self, painter: QPainter, whole: QRectF, top: float, title: int, ground: str) -> None:
        line = text_size(self.words, theme.font(tokens.BODY)).height()
        side = theme.mark(_LEAD)
        at = top + (min(line, title) - side) / 2
        box = self._facing(QRectF(theme.mark(_SIDE), at, side, side))
        if self._mark is not None:
            paint_mark(painter, box, self._mark, theme.color(ground))
        elif self._icon_name:
            paint_icon(painter, box, self._icon_name, theme.color("ink2"))

    def _facing(self, place: QRectF) -> QRectF:
        return mirrored(place, QRectF(self.rect()), self.layoutDirection())

    def _start(self) -> int:
        lead = self._mark is not None or self._icon_name
        return theme.mark(_SIDE + (_LEAD + 12 if lead else 0))

    def _end(self) -> int:
        words = text_size(self._trailing, theme.font(tokens.SMALL)).width() if self._trailing else 0
        return words + theme.mark(_SIDE + (8 if words else 0))

    def _title_font(self) -> QFont:
        return theme.font(tokens.LABEL if self.isChecked() else tokens.BODY)

    def _heights(self, width: int) -> tuple[int, int]:
        room = max(1, width - self._start() - self._end())
        title = text_size(self.words, self._title_font(), room).height()
        second = text_size(self._second, theme.font(tokens.SMALL), room).height() if self._second else 0
        return title, second

    def _say(self) -> None:
        parts = [part for part in (self.words, self._second, self._trailing) if part]
        self.setAccessibleName(self._spoken or unbroken(", ".join(parts)))
        self._retheme()
