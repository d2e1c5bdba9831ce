"""The month in the title row, with the arrows that turn it, as far as there is room for both."""

from datetime import date

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.calendar import dates
from trust_desktop.ui.calendar.toolbar import MonthTurner, Toolbar
from trust_desktop.ui.common.labels import TitleLabel


class MonthHeading:
    """A title that does not fit becomes shorter, it does not widen the window; before that, the arrows go below."""

    def __init__(self, row: QHBoxLayout, title: TitleLabel, turner: MonthTurner, toolbar: Toolbar) -> None:
        self._row, self._title, self._turner, self._toolbar = row, title, turner, toolbar
        self._beside = True
        title.setWordWrap(False)
        title.setMinimumWidth(1)
        row.setStretch(0, 0)
        row.addWidget(turner)
        row.addStretch(1)

    def show(self, month: date, room: int) -> None:
        """Name the month in `room` pixels."""
        metrics = QFontMetrics(theme.font(tokens.TITLE))
        needed = metrics.horizontalAdvance(dates.month_title(month)) + theme.space(24)
        self._put_turner(beside=needed + self._turner.sizeHint().width() <= room)
        self._title.setText(dates.month_title(month, short=needed > room))

    def _put_turner(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        if beside:
            self._row.insertWidget(1, self._turner)
        else:
            self._row.removeWidget(self._turner)
            self._toolbar.take_turner(self._turner)
