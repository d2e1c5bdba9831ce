"""The rest of looking back: rows that lead to other pages, or open a card on this one."""

from collections.abc import Collection
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.progress import HowSoon
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.pressable import mirrored
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.common.wrapping import let_wrap
from trust_desktop.ui.looking_back import count_words
from trust_desktop.ui.nav_rail import Place

_CHEVRON: Final = 16


class DoorRow(ListRow):
    """A row that leads somewhere, and says so with a chevron."""

    def __init__(self, title: str, second: str, *, icon_name: str) -> None:
        self._tall: dict[int, int] = {}
        super().__init__(title, second, icon_name=icon_name)

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._tall:
            self._tall[width] = super().heightForWidth(width)
        return self._tall[width]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.mark(_CHEVRON)
        box = QRectF(self.width() - side - theme.mark(4), (self.height() - side) / 2, side, side)
        box = mirrored(box, QRectF(self.rect()), self.layoutDirection())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.setTransform(QTransform(-1, 0, 0, 1, 2 * box.center().x(), 0))
        paint_icon(painter, box, "chevron-right", theme.color("ink2"))

    @override
    def _end(self) -> int:
        return super()._end() + theme.mark(_CHEVRON + 4)

    @override
    def _retheme(self) -> None:
        self._tall.clear()
        super()._retheme()


class Doors(QWidget):
    """`opened` carries a place; `soon_wanted` asks for how soon things were said."""

    opened = Signal(object)
    soon_wanted = Signal()

    def __init__(self, places: Collection[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.soon = self._add(self.tr("How soon you said it"), "", "clock")
        self.soon.clicked.connect(self.soon_wanted)
        self._below_soon = Hairline()
        self._column.addWidget(self._below_soon)
        self.places: dict[Place, DoorRow] = {}
        for place, (title, second, icon) in self._known().items():
            if place not in places:
                continue
            if self.places:
                self._column.addWidget(Hairline())
            self.places[place] = self._add(title, second, icon)
            self.places[place].clicked.connect(partial(self._open, place))

    def show_soon(self, soon: HowSoon | None) -> None:
        """None while the counts have not been asked for: the door is not there then."""
        for widget in (self.soon, self._below_soon):
            widget.setVisible(soon is not None)
        if soon is None or not soon.said:
            self.soon.set_second(self.tr("Nothing said about these days yet") if soon else "")
        else:
            within = count_words.of(soon.within_a_day, soon.said)
            self.soon.set_second(self.tr("Within a day: {count}").format(count=within))

    def _known(self) -> dict[Place, tuple[str, str, str]]:
        return {
            Place.CALENDAR: (
                self.tr("Anything you nearly missed?"),
                self.tr("Look through the days again"),
                "calendar-days",
            ),
            Place.PAUSE: (self.tr("Pauses and urges"), self.tr("Only for you"), "circle-pause"),
            Place.OPENINGS: (
                self.tr("Openings"),
                self.tr("Small steps of your own, when you like"),
                "hand-heart",
            ),
            Place.WEEKLY_TALK: (
                self.tr("Weekly talk sheet"),
                self.tr("To fill in for the two of you"),
                "clipboard-list",
            ),
            Place.STORY: (self.tr("My story so far"), self.tr("To print or keep"), "feather"),
        }

    def _add(self, title: str, second: str, icon: str) -> DoorRow:
        row = DoorRow(title, second, icon_name=icon)
        let_wrap(row)
        self._column.addWidget(row)
        return row

    def _open(self, place: Place, *_: object) -> None:
        self.opened.emit(place)
