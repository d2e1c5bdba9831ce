"""Where the keyboard is: in sight wherever Tab leads, with one blue ring for the whole application around it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.pressable import round_box
from trust_desktop.ui.common.scroll import bring_into_view

_PROPERTY: Final = "focus_radius"
_ON_INK: Final = "focus_on_ink"
_INSTALLED: Final = "focus_ring"
_GAP: Final = 2
_TABS: Final = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_MOVES: Final = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


def set_focus_radius(widget: QWidget, radius: int | None) -> None:
    """Give a control's own radius (of the look); none for a control that paints its focus itself."""
    widget.setProperty(_PROPERTY, -1 if radius is None else radius)


def set_on_ink(widget: QWidget) -> None:
    """Say that the control lies on the ground of `ink`, where the ring needs its other blue."""
    widget.setProperty(_ON_INK, True)


def install_focus_ring(app: QApplication) -> None:
    """Start following the focus; once for an application."""
    if not app.property(_INSTALLED):  # looking for a child makes the binding load every class of widget first
        app.setProperty(_INSTALLED, True)
        _Follower(app)


class _Ring(QWidget):
    """The painted ring; mouse and screen readers pass through it."""

    def __init__(self, parent: QWidget, radius: int, *, on_ink: bool) -> None:
        super().__init__(parent)
        self._radius, self._on_ink = radius, on_ink
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width = theme.current().ring
        blue = theme.current().inverse_focus if self._on_ink else theme.color("focus")
        radius = theme.radius(self._radius) + _GAP + width / 2
        round_box(QPainter(self), QRectF(self.rect()), radius, None, blue, width)


class _Follower(QObject):
    """Keeps the ring around the widget that has focus, also while it scrolls, moves or grows.

    Qt scrolls only when Tab goes on within a scrolled column; from outside it, and round from the end, it may lead to
    what is out of sight.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        self._tabbed = False
        app.focusChanged.connect(self._on_focus_changed)
        theme.notifier().changed.connect(self._place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._tabbed = event.key() in _TABS
            if watched is self._target and self._ring is None:
                self._lay()
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        self._let_go()
        if new is None:
            return
        new.installEventFilter(self)
        self._watched = [new]
        tabbed, self._tabbed = self._tabbed, False
        if tabbed:
            bring_into_view(new)
        if _radius(new) < 0:
            return
        self._target = new
        # A press of the mouse puts the keyboard here too, but the person did not ask where it is.
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._lay()

    def _lay(self) -> None:
        if self._target is None or not isValid(self._target):
            return
        parent = self._target.parentWidget()
        while parent is not None and not parent.isWindow() and not _is_inside_of_scroll_area(parent):
            parent.installEventFilter(self)
            self._watched.append(parent)
            parent = parent.parentWidget()
        if parent is None:
            return
        self._ring = _Ring(parent, _radius(self._target), on_ink=bool(self._target.property(_ON_INK)))
        self._place()

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        parent = ring.parentWidget()
        if parent is None:
            return
        outside = _GAP + theme.current().ring
        corner = target.mapTo(parent, QPoint(0, 0))
        place = QRect(corner, target.size()).adjusted(-outside, -outside, outside, outside)
        ring.setGeometry(place)
        ring.setVisible(target.isVisibleTo(parent))
        ring.raise_()

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._watched, self._ring, self._target = [], None, None


def _radius(widget: QWidget) -> int:
    given = widget.property(_PROPERTY)
    if isinstance(given, int):
        return given
    return tokens.RADIUS_CONTROL if isinstance(widget, QAbstractButton) else -1


def _is_inside_of_scroll_area(widget: QWidget) -> bool:
    around = widget.parentWidget()
    area = around.parentWidget() if around is not None else None
    if isinstance(area, QScrollArea):
        return area.widget() is widget
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget
