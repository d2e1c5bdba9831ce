"""A trough of a few words of which one is chosen."""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.pressable import (
    Pressable,
    longest_word,
    mirrored,
    round_box,
    text_size,
    wrap_height,
)

_SIDE: Final = 17
_TIGHT: Final = 13


class _Segment(Pressable):
    def __init__(self, key: Hashable, text: str, icon_name: str, side: int, parent: QWidget) -> None:
        self.key, self._icon_name, self._side = key, icon_name, side
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        set_focus_radius(self, tokens.RADIUS_INNER)

    @override
    def sizeHint(self) -> QSize:
        words = text_size(self.words, theme.font(tokens.LABEL))
        width = words.width() + 2 * theme.mark(self._side) + self._icon_room()
        return QSize(width, max(theme.mark(30), words.height() + theme.mark(10)))

    @override
    def minimumSizeHint(self) -> QSize:
        # Less than the words in one line: a layout measures the height of what wraps at no less than this.
        words = longest_word(self.words, theme.font(tokens.LABEL))
        return QSize(words + 2 * theme.mark(self._side) + self._icon_room(), theme.mark(30))

    @override
    def heightForWidth(self, width: int) -> int:
        inner = max(1, width - 2 * theme.mark(self._side) - self._icon_room())
        lines = text_size(self.words, theme.font(tokens.LABEL), inner).height()
        return max(theme.mark(30), lines + theme.mark(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.isChecked():
            radius = theme.radius(tokens.RADIUS_INNER)
            round_box(painter, whole, radius, theme.color("surface"), theme.color("edge"))
        elif self.hovered:
            round_box(painter, whole, theme.radius(tokens.RADIUS_INNER), theme.color("hover"), None)
        words = theme.color("ink3" if not self.isEnabled() else "ink" if self.isChecked() else "ink2")
        painter.setFont(theme.font(tokens.LABEL if self.isChecked() else tokens.BODY))
        left = (whole.width() - self.sizeHint().width()) / 2 + theme.mark(self._side)
        left = max(left, theme.mark(self._side))
        if self._icon_name:
            side = theme.mark(16)
            place = QRectF(left, (whole.height() - side) / 2, side, side)
            place = mirrored(place, whole, self.layoutDirection())
            paint_icon(painter, place, self._icon_name, words, strong=self.isChecked())
        start = left + self._icon_room()
        place = mirrored(
            QRectF(start, 0, whole.width() - start - left, whole.height()), whole, self.layoutDirection()
        )
        painter.setPen(words)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), self.words)

    def _icon_room(self) -> int:
        return theme.mark(16 + 6) if self._icon_name else 0


class Segmented(FlowRow):
    """Options are `(key, words)` or `(key, words, icon name)`; `name` says what is chosen here.

    `tight` leaves less room beside the words.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[Hashable, str] | tuple[Hashable, str, str]],
        parent: QWidget | None = None,
        *,
        tight: bool = False,
    ) -> None:
        super().__init__(parent, gap=2, row_gap=2)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        for option in options:
            icon_name = option[2] if len(option) == 3 else ""
            segment = _Segment(option[0], option[1], icon_name, _TIGHT if tight else _SIDE, self)
            self._group.addButton(segment)
            self.flow.addWidget(segment)
        self._segments()[0].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)
        wrap_height(self, QSizePolicy.Policy.Maximum)
        theme.follow(self._retheme)

    def value(self) -> Hashable:
        return next(segment.key for segment in self._segments() if segment.isChecked())

    def set_value(self, key: Hashable) -> None:
        for segment in self._segments():
            if segment.key == key:
                segment.setChecked(True)

    def set_words(self, key: Hashable, text: str) -> None:
        for segment in self._segments():
            if segment.key == key:
                segment.setText(text)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        next(segment for segment in self._segments() if segment.isChecked()).setFocus(reason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        radius = theme.radius(tokens.RADIUS_CONTROL)
        round_box(QPainter(self), QRectF(self.rect()), radius, theme.color("rail"), theme.color("line"))

    def _segments(self) -> list[_Segment]:
        return [button for button in self._group.buttons() if isinstance(button, _Segment)]

    def _on_toggled(self, button: Pressable, checked: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        if checked and isinstance(button, _Segment):
            self._lead_tab_to(button)
            self.chosen.emit(button.key)

    def _lead_tab_to(self, chosen: _Segment) -> None:
        """Qt does so for what was pressed, and for what was set by the program leaves the key on another."""
        for segment in self._segments():
            only_click, with_tab = Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.StrongFocus
            segment.setFocusPolicy(with_tab if segment is chosen else only_click)

    def _retheme(self) -> None:
        inset = theme.space(4)
        self.flow.setContentsMargins(inset, inset, inset, inset)
        self.updateGeometry()
        self.update()
