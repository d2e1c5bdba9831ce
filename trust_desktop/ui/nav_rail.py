"""The rail of pages at the leading edge: words where there is room, icons where there is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop import identity
from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import IconButton
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.labels import SaidLabel
from trust_desktop.ui.common.marks import Mark, paint_mark
from trust_desktop.ui.common.pressable import Pressable, mirrored, round_box, text_size
from trust_desktop.ui.common.scroll import ScrollColumn

WORDS: Final = 208
ICONS: Final = 58
_MOST: Final = 9
"""The number beside *Say it* grows no further: it is a reminder, not a debt."""


class Place(Enum):
    """A page one can go to; those of the rail come first, in the order of the keys from Ctrl+1 on."""

    TODAY = auto()
    PLAN = auto()
    CALENDAR = auto()
    SAY_IT = auto()
    PAUSE = auto()
    LOOKING_BACK = auto()
    HELP = auto()
    SETTINGS = auto()
    TALK = auto()
    OPENINGS = auto()
    CHECK_IN = auto()
    WEEKLY_TALK = auto()
    STORY = auto()
    FIND = auto()
    BACKUPS = auto()


BELONGS_TO: Final = {
    Place.TALK: Place.PLAN,
    Place.OPENINGS: Place.TODAY,
    Place.CHECK_IN: Place.LOOKING_BACK,
    Place.WEEKLY_TALK: Place.LOOKING_BACK,
    Place.STORY: Place.LOOKING_BACK,
    Place.FIND: Place.LOOKING_BACK,
    Place.BACKUPS: Place.SETTINGS,
}
"""Pages without a row of their own in the rail, each with the row that is marked while it is shown."""


@dataclass(frozen=True)
class Stop:
    """One row of the rail."""

    place: Place
    icon_name: str
    words: str


def stops() -> tuple[Stop, ...]:
    translate = QCoreApplication.translate
    return (
        Stop(Place.TODAY, "sun", translate("NavRail", "Today")),
        Stop(Place.PLAN, "list-checks", translate("NavRail", "Plan")),
        Stop(Place.CALENDAR, "calendar-days", translate("NavRail", "Calendar")),
        Stop(Place.SAY_IT, "message-circle", translate("NavRail", "Say it")),
        Stop(Place.PAUSE, "circle-pause", translate("NavRail", "Pause")),
        Stop(Place.LOOKING_BACK, "book-open", translate("NavRail", "Looking back")),
        Stop(Place.HELP, "life-buoy", translate("NavRail", "Help & safety")),
        Stop(Place.SETTINGS, "settings-2", translate("NavRail", "Settings")),
    )


BOTTOM: Final = frozenset({Place.HELP, Place.SETTINGS})


class NavRow(Pressable):
    """One page; the chosen one has the pine ground and the bar."""

    focus_came = Signal()

    def __init__(self, stop: Stop, parent: QWidget) -> None:
        self.stop = stop
        self.current, self.unsaid, self.words_shown = False, 0, True
        self.returns = ""
        super().__init__(stop.words, parent)
        self._say()

    def set_current(self, *, current: bool) -> None:
        self.current = current
        self._say()

    def set_unsaid(self, number: int) -> None:
        self.unsaid = min(number, _MOST)
        self._say()

    def set_returns(self, time: str) -> None:
        """Show when a running pause ends, in the words of the clock; none when there is no pause."""
        self.returns = time
        self._say()

    def show_words(self, *, shown: bool) -> None:
        self.words_shown = shown
        self.setToolTip("" if shown else self.accessibleName())
        self._retheme()

    @override
    def sizeHint(self) -> QSize:
        words = text_size(self.words, theme.font(tokens.LABEL)).width()
        width = theme.mark(12 + 20 + 12 + 12) + words + self._beside()
        return QSize(width if self.words_shown else theme.mark(24), self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.mark(24), self.heightForWidth(0))

    @override
    def heightForWidth(self, width: int) -> int:
        if not self.words_shown or width <= 0:
            return theme.mark(40)
        lines = text_size(self.words, theme.font(tokens.LABEL), max(1, self._room(width))).height()
        return max(theme.mark(40), lines + theme.mark(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        words = theme.color("pine_text" if self.current else "ink2")
        ground = self._paint_ground(painter, whole)
        side = theme.mark(20)
        start = theme.space(12) if self.words_shown else (whole.width() - side) / 2
        box = self._facing(QRectF(start, (whole.height() - side) / 2, side, side))
        if self._is_pause:
            paint_disc(painter, box)
        else:
            paint_icon(painter, box, self.stop.icon_name, words, strong=self.current)
        if self.words_shown:
            self._paint_words(painter, whole)
        if self.unsaid:
            self._paint_unsaid(painter, whole, ground)
        if self.returns and self.words_shown:
            self._paint_end(painter, whole, self.returns)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.focus_came.emit()

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> str:
        radius = theme.radius(tokens.RADIUS_CONTROL)
        if not self.current:
            if self._is_pause:  # always in the same place, found without reading
                ground = "hover" if self.hovered else "surface"
                round_box(painter, whole, radius, theme.color(ground), theme.color("line2"))
                return ground
            if self.hovered:
                round_box(painter, whole, radius, theme.color("hover"), None)
            return "hover" if self.hovered else "rail"
        outline = theme.color("pine") if theme.current().contrast else None
        round_box(painter, whole, radius, theme.color("pine_tint"), outline, 2)
        if outline is None:
            bar = QRectF(0, (whole.height() - theme.mark(20)) / 2, theme.mark(3), theme.mark(20))
            round_box(painter, self._facing(bar), theme.mark(3) / 2, theme.color("pine"), None)
        return "pine_tint"

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        painter.setFont(theme.font(tokens.LABEL if self.current else tokens.BODY))
        painter.setPen(theme.color("pine_text" if self.current else "ink"))
        place = QRectF(theme.mark(44), 0, self._room(self.width()), whole.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(self._facing(place), int(flags), self.words)

    def _paint_unsaid(self, painter: QPainter, whole: QRectF, ground: str) -> None:
        leaf = theme.mark(14)
        if not self.words_shown:
            corner = QRectF(whole.width() - leaf - theme.mark(2), theme.mark(3), leaf, leaf)
            paint_mark(painter, self._facing(corner), Mark.UNSAID, theme.color(ground))
            return
        end = self._paint_end(painter, whole, self.locale().toString(self.unsaid))
        box = QRectF(end - theme.mark(6) - leaf, (whole.height() - leaf) / 2, leaf, leaf)
        paint_mark(painter, self._facing(box), Mark.UNSAID, theme.color(ground))

    def _paint_end(self, painter: QPainter, whole: QRectF, words: str) -> float:
        """Paint words at the row's end; return where they begin."""
        painter.setFont(theme.font(tokens.SMALL))
        wide = text_size(words, painter.font()).width()
        start = whole.width() - theme.space(12) - wide
        painter.setPen(theme.color("ink2"))
        painter.drawText(self._facing(QRectF(start, 0, wide, whole.height())), int(_MIDDLE), words)
        return start

    @property
    def _is_pause(self) -> bool:
        return self.stop.place is Place.PAUSE

    def _beside(self) -> int:
        """Room for what stands after the words."""
        if self.returns:
            return text_size(self.returns, theme.font(tokens.SMALL)).width() + theme.mark(12)
        return theme.mark(40) if self.unsaid else 0

    def _room(self, width: int) -> int:
        return width - theme.mark(44 + 8) - self._beside()

    def _facing(self, place: QRectF) -> QRectF:
        return mirrored(place, QRectF(self.rect()), self.layoutDirection())

    def _say(self) -> None:
        name = self.words
        if self.unsaid:
            name = self.tr("{page}, %Ln not said yet", "", self.unsaid).format(page=self.words)
        if self.returns:
            name = self.tr("{page}, back at {time}").format(page=self.words, time=self.returns)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("This page is open.") if self.current else "")
        self._retheme()


class NavRail(QWidget):
    """`asked` carries the place; `widened` says that words are shown over the page for a moment."""

    asked = Signal(object)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = self._opened = False
        self.menu = IconButton("menu", self.tr("Show the names of the pages"), self)
        self.menu.clicked.connect(self._on_menu)
        self.name = SaidLabel(identity.NAME)
        self._column = QWidget()
        self._rows_layout = QVBoxLayout(self._column)
        self.rows = {stop.place: NavRow(stop, self._column) for stop in stops() if stop.place in places}
        self._build_column()
        theme.follow(self._retheme)

    def set_current(self, place: Place) -> None:
        for each, row in self.rows.items():
            row.set_current(current=each is place)

    def set_unsaid(self, number: int) -> None:
        if Place.SAY_IT in self.rows:
            self.rows[Place.SAY_IT].set_unsaid(number)

    def set_returns(self, time: str) -> None:
        if Place.PAUSE in self.rows:
            self.rows[Place.PAUSE].set_returns(time)

    def set_narrow(self, *, narrow: bool) -> None:
        """Give up the words; the menu button and the keyboard bring them back over the page."""
        self._narrow = narrow
        self._opened = self._opened and narrow
        self._arrange()

    @property
    def takes(self) -> int:
        """Width the page gives to the rail, in pixels."""
        return theme.mark(ICONS) if self._narrow else theme.px(WORDS)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(WORDS) if self._words_shown else theme.mark(ICONS), theme.em(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("rail"))
        right = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        painter.setPen(theme.color("line"))
        edge = self.width() - 1 if right else 0
        painter.drawLine(edge, 0, edge, self.height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave and self._opened and not self._holds_focus():
            self._open(opened=False)
        return super().event(event)

    @property
    def _words_shown(self) -> bool:
        return not self._narrow or self._opened

    def _holds_focus(self) -> bool:
        return any(row.hasFocus() for row in self.rows.values())

    def _build_column(self) -> None:
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        self._outer = outer
        outer.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(self.name)
        outer.addWidget(ScrollColumn(self._column), 1)
        for place, row in self.rows.items():
            if place in BOTTOM and not any(each in BOTTOM for each in _before(self.rows, place)):
                self._rows_layout.addStretch(1)
            self._rows_layout.addWidget(row)
            row.clicked.connect(lambda _=False, place=place: self._ask(place))
            row.focus_came.connect(self._on_focus_came)

    def _ask(self, place: Place) -> None:
        self._open(opened=False)
        self.asked.emit(place)

    def _on_menu(self) -> None:
        self._open(opened=not self._opened)

    def _on_focus_came(self) -> None:
        if self._narrow:
            self._open(opened=True)

    def close_words(self) -> None:
        """Take the words away again once the keyboard is elsewhere."""
        if self._opened and not self._holds_focus():
            self._open(opened=False)

    def _open(self, *, opened: bool) -> None:
        self._opened = opened and self._narrow
        self._arrange()

    def _arrange(self) -> None:
        for row in self.rows.values():
            row.show_words(shown=self._words_shown)
        self.menu.setVisible(self._narrow)
        self.name.setVisible(not self._narrow)
        self.resize(self.sizeHint().width(), self.height())
        self.raise_()
        self.updateGeometry()
        parent = self.parentWidget()
        if parent is not None and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            self.move(parent.width() - self.width(), 0)

    def _retheme(self) -> None:
        self._outer.setContentsMargins(0, theme.space(20), 1, theme.space(12))
        self.name.setContentsMargins(theme.space(24), theme.space(4), theme.space(24), theme.space(22))
        self._rows_layout.setContentsMargins(theme.space(12), theme.space(4), theme.space(11), theme.space(4))
        self._rows_layout.setSpacing(theme.space(4))
        self._arrange()


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


def paint_disc(painter: QPainter, box: QRectF) -> None:
    """The filled disc of the pause, with its two bars cut out."""
    grown = box.width() * 0.05
    round_box(painter, box.adjusted(-grown, -grown, grown, grown), box.width(), theme.color("pine"), None)
    wide, tall = box.width() * 0.1, box.height() * 0.4
    for side in (-1, 1):
        left = box.center().x() + side * box.width() * 0.125 - wide / 2
        bar = QRectF(left, box.center().y() - tall / 2, wide, tall)
        painter.fillRect(bar, theme.color("on_pine"))


def _before(rows: dict[Place, NavRow], place: Place) -> list[Place]:
    order = list(rows)
    return order[: order.index(place)]
