"""One action in the day panel: its mark, its title, and in words what was noticed and whether it was said."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.calendar import spoken
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.mark_words import outcome_word
from trust_desktop.ui.common.marks import Mark, mark_of, paint_mark
from trust_desktop.ui.common.pressable import Pressable, mirrored, text_size

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class ActionRow(Pressable):
    """Pressed, it becomes the action the keys 1 to 5 mark."""

    def __init__(self, parent: QWidget) -> None:
        self._action: ActionOnDay | None = None
        super().__init__("", parent)
        self.setCheckable(True)

    @property
    def action(self) -> ActionOnDay | None:
        return self._action

    def show_action(self, action: ActionOnDay) -> None:
        self._action = action
        self.setText(action.title)
        self.setAccessibleName(spoken.action(action))
        self.updateGeometry()
        self.update()

    @override
    def nextCheckState(self) -> None:
        """A press chooses; only another choice takes it away again."""
        self.setChecked(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.em(16), self.heightForWidth(max(self.width(), theme.em(16))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), self.heightForWidth(max(self.width(), theme.em(8))))

    @override
    def heightForWidth(self, width: int) -> int:
        title = text_size(self.words, theme.font(tokens.LABEL), max(1, width - theme.px(32))).height()
        lines = 1 if self._fits_one_line(width) else 2
        second = text_size("X", theme.font(tokens.SMALL)).height()
        return title + lines * second + theme.px(3) + theme.px(6)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            event.ignore()  # the list of rows moves the choice
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        action = self._action
        if action is None:
            return
        painter = QPainter(self)
        whole = QRectF(self.rect())
        top = theme.px(3)
        if action.outcome is not None or (action.due and action.can_mark):
            side = theme.px(20)
            place = mirrored(QRectF(0, top, side, side), whole, self.layoutDirection())
            paint_mark(painter, place, mark_of(action.outcome))
        room = QRectF(theme.px(32), top, whole.width() - theme.px(32), whole.height())
        title_font = theme.font(tokens.LABEL)
        painter.setFont(title_font)
        painter.setPen(theme.color("ink"))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(mirrored(room, whole, self.layoutDirection()), int(flags), self.words)
        below = top + text_size(self.words, title_font, int(room.width())).height() + theme.px(3)
        self._paint_second(painter, action, below)

    def _paint_second(self, painter: QPainter, action: ActionOnDay, top: float) -> None:
        painter.setFont(theme.font(tokens.SMALL))
        left = float(theme.px(32))
        if action.outcome is None:
            self._write(painter, left, top, spoken.nothing_recorded(action), "ink2")
            return
        said = self._said_words(action)
        one_line = self._fits_one_line(self.width())
        left = self._write(
            painter, left, top, self._first_words(action, joined=one_line and bool(said)), "ink2"
        )
        if not said:
            return
        if not one_line:
            left = float(theme.px(32))
            top += painter.fontMetrics().height()
        token = "honey_text" if action.unsaid else "ink2"
        side = float(theme.px(13))
        place = QRectF(left, top + (painter.fontMetrics().height() - side) / 2, side, side)
        place = mirrored(place, QRectF(self.rect()), self.layoutDirection())
        if action.unsaid:
            paint_mark(painter, place, Mark.UNSAID)
        else:
            paint_icon(painter, place, "check", theme.color("ink2"))
        self._write(painter, left + side + theme.px(4), top, said, token)

    def _write(self, painter: QPainter, left: float, top: float, words: str, token: str) -> float:
        """Write at a place counted from the leading edge; return where the next words begin."""
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words)
        place = QRectF(left, top, min(width + 2, self.width() - left), metrics.height())
        painter.setPen(theme.color(token))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
        place = mirrored(place, QRectF(self.rect()), self.layoutDirection())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        return left + width

    def _first_words(self, action: ActionOnDay, *, joined: bool) -> str:
        word = outcome_word(action.outcome)
        return self.tr("{outcome} · ").format(outcome=word) if joined else word

    def _said_words(self, action: ActionOnDay) -> str:
        if action.said is not None:
            return spoken.said_words(action.said)
        return self.tr("not said yet") if action.unsaid else ""

    def _fits_one_line(self, width: int) -> bool:
        action = self._action
        if action is None or action.outcome is None:
            return True
        said = self._said_words(action)
        if not said:
            return True
        words = self._first_words(action, joined=True) + said
        needed = text_size(words, theme.font(tokens.SMALL)).width() + theme.px(32 + 13 + 4)
        return needed <= width
