"""A day, typed part by part with the keyboard or picked from a month."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QStyle, QStyleOptionComboBox, QToolButton, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.fields import control_height, paint_field
from trust_desktop.ui.common.icons import icon, paint_icon
from trust_desktop.ui.common.pressable import mirrored
from trust_desktop.ui.common.steppers import prepare_stepper

_WEEKDAY, _DAY = range(2)
"""Places of the first two parts as they are shown."""

_CHOSEN_BY_HAND: Final = {
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}


def _asks_for_month(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_F4:
        return modifiers == Qt.KeyboardModifier.NoModifier
    return event.key() == Qt.Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier


class DateField(QDateEdit):
    """Arrows and digits change the part the cursor is in, at first the day; the icon, Alt+Down or F4 opens a month."""

    day_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.dateChanged.connect(self._on_date_changed)
        theme.follow(self._retheme)

    def day(self) -> date:
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))

    def set_range(self, first: date | None, last: date | None) -> None:
        """Days outside cannot be chosen; None leaves that end open."""
        self.clearMinimumDate()
        self.clearMaximumDate()
        if first is not None:
            self.setMinimumDate(QDate(first.year, first.month, first.day))
        if last is not None:
            self.setMaximumDate(QDate(last.year, last.month, last.day))

    @override
    def sizeHint(self) -> QSize:
        longest = self.locale().toString(QDate(2026, 9, 30), self.displayFormat())
        words = self.fontMetrics().horizontalAdvance(longest) + theme.em(1)
        return QSize(words + theme.mark(13 + 8 + 18 + 14), control_height(self))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _CHOSEN_BY_HAND:
            self._go_to_day()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _asks_for_month(event):
            self._open_month()
            return
        if event.text().isdigit() and self.currentSectionIndex() == _WEEKDAY:
            self._go_to_day()  # a weekday takes no digits
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is for the page: who scrolls past must not change what is chosen here

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_field(painter, self, focused=self.hasFocus())
        whole = QRectF(self.rect())
        side = theme.mark(16)
        place = QRectF(whole.width() - side - theme.space(8), (whole.height() - side) / 2, side, side)
        paint_icon(painter, mirrored(place, whole, self.layoutDirection()), "calendar", theme.color("ink2"))

    def _on_date_changed(self, shown: QDate) -> None:
        self.day_changed.emit(date(shown.year(), shown.month(), shown.day()))

    def _open_month(self) -> None:
        """Qt opens it for a press on its own arrow only, and has no other way."""
        option = QStyleOptionComboBox()
        option.initFrom(self)
        arrow = QStyle.SubControl.SC_ComboBoxArrow
        box = QStyle.ComplexControl.CC_ComboBox
        at = QPointF(self.style().subControlRect(box, option, arrow, self).center())
        left = Qt.MouseButton.LeftButton
        place = self.mapToGlobal(at)
        self.mousePressEvent(
            QMouseEvent(QEvent.Type.MouseButtonPress, at, place, left, left, Qt.KeyboardModifier.NoModifier)
        )

    def _go_to_day(self) -> None:
        self.setCurrentSectionIndex(_DAY)
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def _retheme(self) -> None:
        prepare_stepper(self)
        self._dress_month()

    def _dress_month(self) -> None:
        month = self.calendarWidget()
        month.setVerticalHeaderFormat(month.VerticalHeaderFormat.NoVerticalHeader)
        month.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        month.setMinimumSize(theme.em(24), theme.em(18))
        mirrored_row = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        back, on = ("chevron-right", "chevron-left") if mirrored_row else ("chevron-left", "chevron-right")
        for name, icon_name, spoken in (
            ("qt_calendar_prevmonth", back, self.tr("The month before")),
            ("qt_calendar_nextmonth", on, self.tr("The month after")),
        ):
            button = month.findChild(QToolButton, name)
            if button is not None:  # Qt's own arrows are black on any ground
                button.setIcon(icon(icon_name, "on_pine", 16))
                button.setIconSize(QSize(theme.mark(16), theme.mark(16)))
                button.setAccessibleName(spoken)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            shape = month.weekdayTextFormat(weekday)
            shape.setForeground(theme.color("ink"))  # a weekend is no warning
            month.setWeekdayTextFormat(weekday, shape)
