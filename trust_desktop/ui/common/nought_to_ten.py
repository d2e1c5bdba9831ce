"""A scale of eleven cells from 0 to 10, of which one is chosen; none at first."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.day_words import number
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.latin_keys import digit
from trust_desktop.ui.common.pressable import Pressable, mirrored, round_box, text_size

_CELLS = range(11)
_INSET = 3
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ACROSS = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class Cell(Pressable):
    """One strength, which a screen reader knows as one of several."""

    limits_height = False

    def __init__(self, strength: int, parent: QWidget) -> None:
        self.strength = strength
        super().__init__(number(strength), parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # its role follows from this
        set_focus_radius(self, tokens.RADIUS_INNER)

    @override
    def sizeHint(self) -> QSize:
        words = text_size(self.words, theme.font(tokens.LABEL))
        return QSize(words.width() + theme.mark(4), words.height() + theme.space(16))

    @override
    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        scale = self.parentWidget()
        if event.modifiers() in _PLAIN and isinstance(scale, NoughtToTen) and scale.step(self, event.key()):
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen or self.hovered:
            ground = theme.color("pine" if chosen else "hover")
            side = min(self.width(), max(theme.mark(26), self.sizeHint().width()))
            place = QRectF((self.width() - side) / 2, 0, side, self.height())
            round_box(painter, place, theme.radius(tokens.RADIUS_INNER), ground, None)
        painter.setFont(theme.font(tokens.LABEL if chosen else tokens.BODY))
        painter.setPen(theme.color("on_pine" if chosen else "ink"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.words)


class NoughtToTen(QGroupBox):
    """`chosen` carries what was pressed, typed or reached with the arrows; `name` says what is asked.

    A group, so that its name is spoken where it is entered; the keyboard comes to one of its cells, the chosen one.
    """

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = [Cell(strength, self) for strength in _CELLS]
        self._group = QButtonGroup(self)
        for cell in self.cells:
            self._group.addButton(cell, cell.strength)
        self._group.idClicked.connect(self.chosen)
        self._group.buttonToggled.connect(self._keep_one_stop)
        self._keep_one_stop()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        theme.follow(self._retheme)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        pattern = self.tr("{strength} of {most}")
        for cell in self.cells:
            spoken = pattern.format(strength=number(cell.strength), most=number(_CELLS[-1]))
            cell.setAccessibleName(spoken)

    def value(self) -> int | None:
        return self._group.checkedId() if self._group.checkedButton() is not None else None

    def set_value(self, strength: int | None) -> None:
        """Show what was chosen, or that nothing was; nothing is said about it."""
        if strength is not None:
            self.cells[strength].setChecked(True)
            return
        self._group.setExclusive(False)
        for cell in self.cells:
            cell.setChecked(False)
        self._group.setExclusive(True)
        self._keep_one_stop()

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.cells[self.value() or 0].setFocus(reason)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(342), self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        hints = [cell.sizeHint() for cell in self.cells]
        inset = 2 * theme.space(_INSET)
        width = len(hints) * max(hint.width() for hint in hints) + inset
        return QSize(width, max(hint.height() for hint in hints) + inset)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        written = digit(event)
        if written is not None:
            self._choose(written)
        else:
            super().keyPressEvent(event)

    def step(self, cell: Cell, key: int) -> bool:
        """Go along from a cell with an arrow, and say whether the key was one; it ends where the scale does."""
        by = _STEPS.get(Qt.Key(key), 0)
        if by and key in _ACROSS and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            by = -by
        if by and cell.strength + by in _CELLS:
            self._choose(cell.strength + by)
        return by != 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        radius = theme.radius(tokens.RADIUS_CONTROL)
        round_box(painter, whole, radius, theme.color("surface"), theme.color("edge"))
        painter.setPen(theme.color("line"))
        chosen = self.value()
        top, bottom = round(self.height() * 0.25), round(self.height() * 0.75)
        for at in _CELLS[1:]:
            if chosen in (at, at - 1):
                continue
            x = round(mirrored(self._place(at), whole, self.layoutDirection()).left())
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                x = round(mirrored(self._place(at - 1), whole, self.layoutDirection()).left())
            painter.drawLine(x, top, x, bottom)

    def _choose(self, strength: int) -> None:
        self.cells[strength].setFocus()
        self.cells[strength].click()

    def _keep_one_stop(self, *_: object) -> None:
        stop = self.cells[self.value() or 0]
        for cell in self.cells:
            strong = cell is stop
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _place(self, at: int) -> QRectF:
        inset = theme.space(_INSET)
        across = (self.width() - 2 * inset) / len(_CELLS)
        return QRectF(inset + at * across, inset, across, self.height() - 2 * inset)

    def _lay_out(self) -> None:
        for cell in self.cells:
            place = mirrored(self._place(cell.strength), QRectF(self.rect()), self.layoutDirection())
            cell.setGeometry(place.toRect())

    def _retheme(self) -> None:
        self.updateGeometry()
        self._lay_out()
        self.update()
