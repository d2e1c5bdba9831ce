"""The line of a pause's urges over its time, and the same as a table for reading aloud."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from trust_desktop.domain.pause import Pause, scale_end
from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.day_words import clock, number
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.common.pressable import mirrored, text_size
from trust_desktop.ui.pause.urge_words import Shown, series_words

_GRID: Final = (10, 5, 0)
_STEPS: Final = tuple(timedelta(minutes=step) for step in (5, 10, 15, 30, 60, 120, 240, 480, 1440))
_MOST_STEPS: Final = 7
_ROWS: Final = 96
"""Height from 10 to 0."""


class UrgeChart(QWidget):
    """Points with their strength beside them; `shown` brings moments to the clock on the wall."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._pause: Pause | None = None
        self._now: datetime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_focus_radius(self, tokens.RADIUS_INNER)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How the urge went"))
        theme.follow(self._retheme)

    def show_pause(self, pause: Pause, now: datetime) -> None:
        self._pause, self._now = pause, now
        self.setAccessibleDescription(series_words(pause.urges, self._shown))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = text_size("0", theme.font(tokens.CAPTION)).height()
        return QSize(theme.px(300), theme.px(_ROWS + 8 + 6) + 2 * line)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(10), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pause is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_grid(painter, plot)
        self._paint_times(painter, plot, self._pause)
        self._paint_line(painter, plot, self._pause)

    def _plot(self) -> QRectF:
        font = theme.font(tokens.CAPTION)
        start = text_size(number(_GRID[0]), font).width() + theme.px(6)
        line = text_size("0", font).height()
        return QRectF(start, line + theme.px(8), self.width() - start - theme.px(13), theme.px(_ROWS))

    def _inset(self) -> int:
        return theme.px(11)

    def _paint_grid(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(theme.font(tokens.CAPTION))
        line = text_size("0", painter.font()).height()
        for strength in _GRID:
            y = round(self._height_of(plot, strength)) + 0.5
            painter.setPen(QPen(theme.color("line"), 1))
            ends = self._facing(QRectF(plot.left(), y, plot.width(), 0))
            painter.drawLine(QPointF(ends.left(), y), QPointF(ends.right(), y))
            place = QRectF(0, y - line / 2, plot.left() - theme.px(6), line)
            painter.setPen(theme.color("ink2"))
            painter.drawText(self._facing(place), int(_END), number(strength))

    def _paint_times(self, painter: QPainter, plot: QRectF, pause: Pause) -> None:
        end = scale_end(pause)
        step = next((each for each in _STEPS if end <= each * (_MOST_STEPS - 1)), _STEPS[-1])
        line = text_size("0", painter.font()).height()
        at = timedelta(0)
        while at <= end:
            moment = pause.started_at + at
            words = clock(self._shown(moment))
            width = text_size(words, painter.font()).width()
            x = self._across(plot, pause, moment)
            painter.setPen(theme.color("ink3" if self._now and moment > self._now else "ink2"))
            place = QRectF(x - width / 2, plot.bottom() + theme.px(6), width, line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
            at += step

    def _paint_line(self, painter: QPainter, plot: QRectF, pause: Pause) -> None:
        points = [
            QPointF(self._across(plot, pause, urge.felt_at), self._height_of(plot, urge.strength))
            for urge in pause.urges
        ]
        painter.setPen(QPen(theme.color("mark"), theme.current().real(2)))
        painter.drawPolyline(QPolygonF(points))
        painter.setFont(theme.font(tokens.SMALL_LABEL))
        for urge, point in zip(pause.urges, points, strict=True):
            painter.setPen(QPen(theme.color("surface"), theme.current().real(2.5)))
            painter.setBrush(theme.color("mark"))
            radius = theme.current().real(5)
            painter.drawEllipse(point, radius, radius)
            words = number(urge.strength)
            size = text_size(words, painter.font())
            place = QRectF(point.x() + theme.px(7), point.y() - size.height(), size.width(), size.height())
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft or place.right() > self.width():
                place.moveRight(point.x() - theme.px(7))
            painter.setPen(theme.color("ink"))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def _across(self, plot: QRectF, pause: Pause, moment: datetime) -> float:
        part = min(1.0, max(0.0, (moment - pause.started_at) / scale_end(pause)))
        x = plot.left() + self._inset() + part * (plot.width() - 2 * self._inset())
        return self._facing(QRectF(x, 0, 0, 0)).left()

    def _height_of(self, plot: QRectF, strength: int) -> float:
        return plot.bottom() - plot.height() * strength / _GRID[0]

    def _facing(self, place: QRectF) -> QRectF:
        return mirrored(place, QRectF(self.rect()), self.layoutDirection())

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


_END: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class UrgeTable(QWidget):
    """Time and strength of each urge, row by row."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        theme.follow(self._retheme)

    def show_pause(self, pause: Pause) -> None:
        empty(self._grid)
        self._grid.addWidget(StrongLabel(self.tr("When")), 0, 0)
        self._grid.addWidget(StrongLabel(self.tr("How strong")), 0, 1)
        for row, urge in enumerate(pause.urges, start=1):
            self._grid.addWidget(SmallLabel(clock(self._shown(urge.felt_at))), row, 0)
            self._grid.addWidget(SmallLabel(number(urge.strength)), row, 1)

    def _retheme(self) -> None:
        self._grid.setHorizontalSpacing(theme.px(32))
        self._grid.setVerticalSpacing(theme.px(4))
