"""A column that scrolls when its words outgrow the window, with a thin bar of the theme."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.pressable import round_box

_ROUNDS: Final = 4


class ThinScrollBar(QScrollBar):
    """A round thumb without arrows."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Vertical, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        theme.follow(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        across = max(12, theme.space(12))
        return QSize(across, 3 * across) if self._upright() else QSize(3 * across, across)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() <= self.minimum():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # dear on the way to the first window

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        thumb = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        inset = self.sizeHint().width() / 6 if self._upright() else self.sizeHint().height() / 6
        rect = QRectF(thumb).adjusted(inset, inset, -inset, -inset)
        painter = QPainter(self)
        name = "edge" if self.underMouse() or self.isSliderDown() else "line2"
        round_box(painter, rect, min(rect.width(), rect.height()) / 2, theme.color(name), None)

    def _upright(self) -> bool:
        return self.orientation() is Qt.Orientation.Vertical


def bare_viewport(area: QAbstractScrollArea) -> None:
    """Let the ground behind an area show through.

    Its own viewport has a ground; and asking for that one makes the binding load every class of widget first.
    """
    area.setViewport(QWidget())


class ScrollColumn(QScrollArea):
    """Scrolls up and down only; its inside is as wide as it is and shows the ground behind it."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bare_viewport(self)
        self.verticalScrollBar().setSingleStep(theme.em(2))
        self.setWidget(inside)
        inside.setAutoFillBackground(False)


def scrolls(widget: QWidget) -> QScrollArea | None:
    """Return what holds a widget and scrolls it."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def bring_into_view(widget: QWidget) -> None:
    """Scroll what holds a widget until all of it is seen, or from its top on if it is taller than that."""
    area = scrolls(widget)
    inside = area.widget() if area is not None else None
    if area is None or inside is None:
        return
    bar, air, shown = area.verticalScrollBar(), theme.space(8), area.viewport().height()
    top = widget.mapTo(inside, QPoint()).y() - air
    bottom = top + widget.height() + 2 * air
    if top < bar.value() or bottom > bar.value() + shown:
        bar.setValue(min(top, bottom - shown) if top >= bar.value() else top)


def lead_to(control: QWidget, around: QWidget | None = None) -> None:
    """Give a control the keyboard and show it, with what belongs `around` it; Qt alone scrolls for the Tab key only."""
    control.setFocus()
    _bring_once_placed(around or control, _ROUNDS)


def bring_once_placed(shown: QWidget) -> None:
    """Bring into view what was shown just now, as soon as it has its place."""
    _bring_once_placed(shown, _ROUNDS)


def _bring_once_placed(shown: QWidget, rounds: int) -> None:
    """What was shown just now has no place yet, and a height that depends on a width settles in a few rounds."""

    def bring() -> None:
        bring_into_view(shown)
        if rounds > 1:
            _bring_once_placed(shown, rounds - 1)

    QTimer.singleShot(0, shown, bring)
