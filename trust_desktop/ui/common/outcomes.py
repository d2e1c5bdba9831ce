"""The five outcomes as things to press: one button each, in a row or under each other with keys 1 to 5."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.latin_keys import digit
from trust_desktop.ui.common.mark_words import outcome_word
from trust_desktop.ui.common.marks import mark_of, paint_mark
from trust_desktop.ui.common.pressable import (
    Pressable,
    limit_height,
    mirrored,
    round_box,
    text_size,
    wrap_height,
)

ROW: Final = 37
BAR: Final = 36


class OutcomeButton(Pressable):
    """One outcome: its mark, its word and, in a list, its key."""

    limits_height = False  # its place is given by the five together

    def __init__(self, outcome: Outcome, key: int, parent: QWidget) -> None:
        self.outcome, self._key = outcome, key
        self.upright = False
        super().__init__("", parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # spoken as one of five; several presses of the same one are no change
        self.setText(outcome_word(outcome))

    def set_chosen(self, *, chosen: bool) -> None:
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def needed(self, *, upright: bool) -> int:
        """Width at which mark and word fit without wrapping, in pixels."""
        words = text_size(self._words(upright=upright), theme.font(self._role(upright=upright))).width()
        return theme.mark(12 + 18 + 12 + 40 if upright else 7 + 16 + 6 + 7) + words

    def tall(self, width: int) -> int:
        inner = max(1, width - theme.mark(12 + 18 + 12 + 40))
        lines = text_size(self._words(upright=True), theme.font(tokens.LABEL), inner).height()
        return max(theme.mark(ROW), lines + theme.mark(14))

    @override
    def sizeHint(self) -> QSize:
        width = self.needed(upright=self.upright)
        return QSize(width, self.tall(width) if self.upright else theme.mark(BAR))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        ground = "pine_tint" if self.isChecked() else "hover" if self.hovered or self.isDown() else "surface"
        box = whole.adjusted(3, 3, -3, -3)
        line = theme.color("pine") if self.isChecked() else None
        round_box(painter, box, theme.radius(tokens.RADIUS_INNER), theme.color(ground), line)
        side = theme.mark(18 if self.upright else 16)
        font = theme.font(self._role(upright=self.upright))
        words = self._words(upright=self.upright)
        left = theme.mark(14) if self.upright else (whole.width() - self._content(side)) / 2
        mark = mirrored(QRectF(left, (whole.height() - side) / 2, side, side), whole, self.layoutDirection())
        paint_mark(painter, mark, mark_of(self.outcome), theme.color(ground))
        painter.setFont(font)
        painter.setPen(theme.color("pine_text" if self.isChecked() else "ink"))
        start = left + side + theme.mark(12 if self.upright else 6)
        room = whole.width() - start - (theme.mark(40) if self.upright else 0)
        place = mirrored(QRectF(start, 0, room, whole.height()), whole, self.layoutDirection())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), words)
        if self.upright:
            self._paint_key(painter, whole)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # an arrow moves between the five; on a radio button it would mark as it goes
            return
        super().keyPressEvent(event)

    def _content(self, side: int) -> float:
        font = theme.font(self._role(upright=False))
        return side + theme.mark(6) + text_size(self._words(upright=False), font).width()

    def _paint_key(self, painter: QPainter, whole: QRectF) -> None:
        side = theme.mark(20)
        place = QRectF(whole.right() - theme.mark(11) - side, (whole.height() - side) / 2, side, side)
        cap = mirrored(place, whole, self.layoutDirection())
        round_box(painter, cap, theme.radius(tokens.RADIUS_KEY), None, theme.color("line2"))
        painter.setFont(theme.font(tokens.CAPTION))
        painter.setPen(theme.color("ink2"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self.locale().toString(self._key))

    def _words(self, *, upright: bool) -> str:
        return outcome_word(self.outcome, short=not upright)

    def _role(self, *, upright: bool) -> tokens.TypeRole:
        if self.isChecked():
            return tokens.LABEL if upright else tokens.SMALL_LABEL
        return tokens.BODY if upright else tokens.SMALL


class OutcomeChoice(QWidget):
    """Five outcomes of one action on one day; `name` is the action's title and is spoken."""

    chosen = Signal(object)

    def __init__(
        self, name: str = "", parent: QWidget | None = None, *, always_upright: bool = False
    ) -> None:
        super().__init__(parent)
        self._always_upright = always_upright
        self.buttons = [OutcomeButton(outcome, key, self) for key, outcome in enumerate(Outcome, start=1)]
        for button in self.buttons:
            button.clicked.connect(self._on_clicked)
        wrap_height(self, QSizePolicy.Policy.Preferred)
        self.set_name(name)
        theme.follow(self._retheme)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        for button in self.buttons:
            word = outcome_word(button.outcome)
            spoken = self.tr("{action}: {outcome}").format(action=name, outcome=word) if name else word
            button.setAccessibleName(spoken)

    def outcome(self) -> Outcome | None:
        return next((button.outcome for button in self.buttons if button.isChecked()), None)

    def set_outcome(self, outcome: Outcome | None) -> None:
        for button in self.buttons:
            button.set_chosen(chosen=button.outcome is outcome)
        self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        width = self._needed(upright=self._always_upright)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(button.needed(upright=True) for button in self.buttons)
        width = min(longest, theme.em(13))
        return QSize(width, min(self.heightForWidth(width), self.heightForWidth(max(width, self.width()))))

    @override
    def heightForWidth(self, width: int) -> int:
        if self._is_upright(width):
            return sum(button.tall(width - 2) for button in self.buttons) + 2
        return theme.mark(BAR)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit_height(self)
        self._lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit(event)
        if number is not None and 1 <= number <= len(self.buttons):
            self.buttons[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.buttons[number - 1].click()
            return
        if event.key() in _ARROWS:
            self._move_focus(_ARROWS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = theme.radius(tokens.RADIUS_CONTROL)
        round_box(painter, QRectF(self.rect()), radius, theme.color("surface"), theme.color("line2"))
        line = theme.color("line")
        for before, after in zip(self.buttons, self.buttons[1:], strict=False):
            if self._is_upright(self.width()):
                painter.fillRect(1, after.y(), self.width() - 2, 1, line)
            else:
                edge = after.x() if before.x() < after.x() else before.x()
                painter.fillRect(edge, theme.mark(10), 1, self.height() - 2 * theme.mark(10), line)

    def _move_focus(self, step: int) -> None:
        if not self._is_upright(self.width()) and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        at = next((number for number, button in enumerate(self.buttons) if button.hasFocus()), 0)
        self.buttons[(at + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, OutcomeButton):
            self._lay_out()
            self.chosen.emit(button.outcome)

    def _needed(self, *, upright: bool) -> int:
        widths = [button.needed(upright=upright) for button in self.buttons]
        return max(widths) + 2 if upright else sum(widths) + 2

    def _is_upright(self, width: int) -> bool:
        return self._always_upright or width < self._needed(upright=False)

    def _lay_out(self) -> None:
        upright = self._is_upright(self.width())
        spare = max(0, self.width() - 2 - self._needed(upright=False)) // len(self.buttons)
        left = top = 1
        for button in self.buttons:
            button.upright = upright
            if upright:
                tall = button.tall(self.width() - 2)
                button.setGeometry(1, top, self.width() - 2, tall)
                top += tall
            else:
                across = button.needed(upright=False) + spare
                place = QRectF(left, 1, across, self.height() - 2)
                button.setGeometry(mirrored(place, QRectF(self.rect()), self.layoutDirection()).toRect())
                left += across
            button.update()

    def _retheme(self) -> None:
        self.updateGeometry()
        limit_height(self)
        self._lay_out()
        self.update()


_ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
