"""The days of a week to switch on and off, in the order and words of the place."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.pressable import Pressable, round_box, text_size


class DayToggle(Pressable):
    """One day; 0 is Monday."""

    def __init__(self, day: int, parent: QWidget | None = None) -> None:
        self.day = day
        super().__init__("", parent)
        self.setCheckable(True)
        self.setText(self.locale().dayName(day + 1, QLocale.FormatType.ShortFormat))
        self.setAccessibleName(self.locale().dayName(day + 1, QLocale.FormatType.LongFormat))

    @override
    def sizeHint(self) -> QSize:
        words = text_size(self.words, theme.font(tokens.LABEL))
        return QSize(max(theme.space(44), words.width() + theme.space(16)), self.heightForWidth(0))

    @override
    def heightForWidth(self, width: int) -> int:
        line = text_size(self.words, theme.font(tokens.LABEL)).height()
        return max(theme.space(tokens.CONTROL), line + theme.space(tokens.CONTROL_AIR))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        ground = "pine_tint" if on else "hover" if self.hovered else "surface"
        radius = theme.radius(tokens.RADIUS_CONTROL)
        line = theme.color("pine" if on else "line2")
        round_box(painter, QRectF(self.rect()), radius, theme.color(ground), line, 2 if on else 1)
        painter.setFont(theme.font(tokens.LABEL if on else tokens.BODY))
        painter.setPen(theme.color("pine_text" if on else "ink"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.words)


class DayToggles(FlowRow):
    """Seven toggles from the week's first day on; `name` says what the days are for."""

    changed = Signal(object)

    def __init__(
        self, name: str = "", parent: QWidget | None = None, *, first_weekday: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        first = self.locale().firstDayOfWeek().value - 1 if first_weekday is None else first_weekday
        self.toggles = [DayToggle((first + offset) % 7, self) for offset in range(7)]
        for toggle in self.toggles:
            self.flow.addWidget(toggle)
            toggle.toggled.connect(self._on_toggled)

    def days(self) -> frozenset[int]:
        return frozenset(toggle.day for toggle in self.toggles if toggle.isChecked())

    def set_days(self, days: Iterable[int]) -> None:
        wanted = set(days)
        for toggle in self.toggles:
            toggle.setChecked(toggle.day in wanted)

    def _on_toggled(self) -> None:
        self.changed.emit(self.days())
