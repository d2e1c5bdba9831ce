"""What stands over the calendar: turning the month, choosing month, week or list, and filling several days."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import GhostButton, IconButton, QuietButton
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.segmented import Segmented


class Mode(Enum):
    """How days are laid out."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


class MonthTurner(QWidget):
    """Back and on, beside the title; the arrows point the way the pages lie."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back, self.on = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.on)
        self.set_mode(Mode.MONTH)
        theme.follow(self._retheme)

    def set_mode(self, mode: Mode) -> None:
        week = mode is Mode.WEEK
        self.back.set_name(self.tr("Previous week") if week else self.tr("Previous month"))
        self.on.set_name(self.tr("Next week") if week else self.tr("Next month"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._point()

    def _point(self) -> None:
        left, right = "chevron-left", "chevron-right"
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self.back.set_icon_name(left)
        self.on.set_icon_name(right)

    def _retheme(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(2))
        self._point()


class Toolbar(QWidget):
    """`chosen` carries a Mode. In little room the tools at the end go into a menu, and the legend with them."""

    chosen = Signal(object)
    today_pressed = Signal()
    fill_pressed = Signal()
    legend_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = [(Mode.MONTH, self.tr("Month")), (Mode.WEEK, self.tr("Week")), (Mode.LIST, self.tr("List"))]
        self.modes = Segmented(self.tr("Show days as"), words)
        self.modes.chosen.connect(self.chosen)
        self.today = QuietButton(self.tr("Today"))
        self.today.clicked.connect(self.today_pressed)
        self.fill = GhostButton(self.tr("All kept, except…"), icon_name="list-checks")
        self.fill.clicked.connect(self.fill_pressed)
        self.more = IconButton("ellipsis", self.tr("More"))
        self._build_menu()
        leading = QWidget()
        self._flow = FlowLayout(leading, gap=12)
        self._flow.addWidget(self.modes)
        self._flow.addWidget(self.today)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(leading, 1)
        row.addWidget(self.fill)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        self.fill.setVisible(not narrow)
        self.more.setVisible(narrow)

    def take_turner(self, turner: MonthTurner) -> None:
        """Make room for turning the month, where it does not fit beside the title."""
        self._flow.addWidget(turner)

    def set_fill_possible(self, *, possible: bool) -> None:
        self.fill.setEnabled(possible)
        self._menu_fill.setEnabled(possible)

    def _build_menu(self) -> None:
        menu = QMenu(self.more)
        self._menu_fill = menu.addAction(self.tr("All kept, except…"))
        self._menu_fill.triggered.connect(self.fill_pressed)
        self._menu_legend = menu.addAction(self.tr("What the marks mean"))
        self._menu_legend.setCheckable(True)
        self._menu_legend.toggled.connect(self.legend_toggled)
        self.more.clicked.connect(lambda: menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
