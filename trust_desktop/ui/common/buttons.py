"""Buttons: primary (one to a page), quiet, plain, ghost, on honey, and icons alone."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.pressable import Pressable, longest_word, mirrored, round_box, text_size

_SHORT: Final = 11
"""Buttons narrower than this, in em, keep their words in one line."""

_POINTING: Final = {"arrow-left"}
"""Icons that point to where one came from, which is the other side where rows read from the right."""


class Kind(NamedTuple):
    """Token names; an empty one paints nothing."""

    ground: str = ""
    hovered: str = "hover"
    pressed: str = "hover"
    line: str = ""
    words: str = "ink"
    strong: bool = False


class Button(Pressable):
    """Words with an icon before them, wrapped when the room is narrow."""

    kind = Kind("surface", line="line2")
    padding = 17

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, icon_name: str = "", dense: bool = False
    ) -> None:
        self._icon_name = icon_name
        self._dense = dense
        if dense:
            self.padding = min(self.padding, 13)
        if self.kind.strong:
            self.role = tokens.SMALL_LABEL if dense else tokens.LABEL
        else:
            self.role = tokens.SMALL if dense else tokens.BODY
        super().__init__(text, parent)

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self._retheme()

    @override
    def sizeHint(self) -> QSize:
        width = text_size(self.words, self.font()).width() + self._beside()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        # Beside a long sentence it is the sentence that wraps; a button does so only when it is long itself.
        hint = self.sizeHint()
        words = longest_word(self.words, self.font()) + self._beside()
        return QSize(max(words, min(hint.width(), theme.em(_SHORT))), hint.height())

    @override
    def heightForWidth(self, width: int) -> int:
        lines = text_size(self.words, self.font(), max(1, width - self._beside())).height()
        least, air = (tokens.DENSE, tokens.DENSE_AIR) if self._dense else (tokens.CONTROL, tokens.CONTROL_AIR)
        return max(theme.space(least), lines + theme.space(air))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        words = self._words_color()
        whole = QRectF(self.rect())
        beside = self._icon_room()
        text = text_size(self.words, self.font(), max(1, self.width() - self._beside()))
        left = self._begins(text.width() + beside)
        if beside:
            side = self._icon_side()
            place = QRectF(left, (whole.height() - side) / 2, side, side)
            place = mirrored(place, whole, self.layoutDirection())
            if self._icon_name in _POINTING and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                painter.setTransform(QTransform(-1, 0, 0, 1, 2 * place.center().x(), 0))
            paint_icon(painter, place, self._icon_name, words)
            painter.resetTransform()
        painter.setPen(words)
        painter.setFont(self._painted_font())
        place = QRectF(left + beside, 0, text.width() + 1, whole.height())
        flags = self._across(left) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(mirrored(place, whole, self.layoutDirection()), int(flags), self.words)

    def _painted_font(self) -> QFont:
        return self.font()

    def _across(self, left: float) -> Qt.AlignmentFlag:
        """In the middle; where nothing is free before them, from that side on."""
        if left:
            return Qt.AlignmentFlag.AlignHCenter
        mirror = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute  # whichever way the words themselves read

    def _begins(self, width: int) -> float:
        """How far in the words and their icon begin, so wide together: they stand in the middle."""
        return (self.width() - width) / 2

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self.kind.ground
        if self.isDown() or self.isChecked():
            ground = self.kind.pressed
        elif self.hovered:
            ground = self.kind.hovered
        if not self.isEnabled() and self.kind.ground:
            ground = "sunken"
        line = self.kind.line if self.isEnabled() or not self.kind.ground else "line2"
        fill = theme.color(ground) if ground else None
        outline = theme.color(line) if line else None
        if fill is not None or outline is not None:
            radius = theme.radius(tokens.RADIUS_CONTROL)
            round_box(painter, QRectF(self.rect()), radius, fill, outline)

    def _words_color(self) -> QColor:
        return theme.color(self.kind.words if self.isEnabled() else "ink3")

    def _icon_side(self) -> int:
        return theme.mark(16 if self._dense else 18)

    def _icon_room(self) -> int:
        if not self._icon_name:
            return 0
        return self._icon_side() + (theme.space(8) if self.words else 0)

    def _beside(self) -> int:
        return 2 * theme.space(self.padding) + self._icon_room()


class PrimaryButton(Button):
    """What the page is for; one to a page."""

    kind = Kind("pine", "pine_hover", "pine_press", words="on_pine", strong=True)
    padding = 21


class QuietButton(Button):
    """Everything else that is pressed."""


class PlainButton(Button):
    """A door to another place, without an outline: its words begin where other words do, and a line comes under them."""

    kind = Kind(hovered="", pressed="", words="pine_text")
    padding = 0
    folds = True

    @override
    def _painted_font(self) -> QFont:
        font = QFont(self.font())
        font.setUnderline(self.hovered or self.isDown())
        return font

    @override
    def _begins(self, width: int) -> float:
        stretched = self.width() > self.sizeHint().width()
        return super()._begins(width) if stretched else 0


class GhostButton(Button):
    """A tool in a row of tools."""

    kind = Kind(words="ink2")
    padding = 12


class HoneyButton(Button):
    """An answer to a remark."""

    kind = Kind("surface", line="honey_line")

    def __init__(self, text: str = "", parent: QWidget | None = None, *, icon_name: str = "") -> None:
        super().__init__(text, parent, icon_name=icon_name, dense=True)


class HoneyPlainButton(Button):
    """The quietest answer to a remark."""

    kind = Kind(hovered="surface", pressed="surface", words="honey_text")
    padding = 8
    folds = True

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, dense=True)


class IconButton(Button):
    """An icon alone; its name is spoken and shown on hovering."""

    kind = Kind(words="ink2")
    padding = 10

    def __init__(
        self, icon_name: str, name: str, parent: QWidget | None = None, *, dense: bool = False
    ) -> None:
        super().__init__("", parent, icon_name=icon_name, dense=dense)
        self.padding = 7 if dense else 10
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)
