"""The wizard's side: which steps are done, where one is, what is to come, and the way out."""

from collections.abc import Collection, Sequence
from enum import Enum, auto

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import GhostButton
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.labels import SaidLabel, SmallLabel, ThemedLabel
from trust_desktop.ui.common.pressable import mirrored, round_box
from trust_desktop.ui.common.scroll import ScrollColumn

WIDTH = 280
NARROW = 68


class StepState(Enum):
    """How far one step is."""

    DONE = auto()
    HERE = auto()
    OPEN = auto()
    """Seen already, and something in it is still missing."""
    UNWRITTEN = auto()
    """Seen already, and nothing was written in it, which is allowed."""
    TO_COME = auto()


class StepMark(QWidget):
    """A tick, a full disc with the number, or an outlined one."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._state = number, StepState.TO_COME
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def set_state(self, state: StepState) -> None:
        self._state = state
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(24), theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._state is StepState.DONE:
            inset = box.width() / 8
            icon_box = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, icon_box, "check", theme.color("pine"), strong=True)
            return
        here = self._state is StepState.HERE
        fill, line = (theme.color("pine"), None) if here else (None, theme.color("edge"))
        round_box(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), box.width() / 2, fill, line, 1)
        painter.setFont(theme.font(tokens.SMALL_LABEL if here else tokens.CAPTION))
        painter.setPen(QPen(theme.color("on_pine" if here else "ink2")))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), QLocale().toString(self._number))


class StepRow(QWidget):
    """One step; its words go when the list is narrow, what is spoken stays."""

    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self._number, self._words_text, self._state = number, words, StepState.TO_COME
        self.mark = StepMark(number)
        self.words = ThemedLabel(words, color="ink2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.words, 1)
        self.set_state(StepState.TO_COME)
        theme.follow(self._retheme)

    @property
    def state(self) -> StepState:
        return self._state

    def set_state(self, state: StepState) -> None:
        self._state = state
        self.mark.set_state(state)
        here = state is StepState.HERE
        self.words.setFont(theme.font(tokens.LABEL if here else tokens.BODY))
        self.words.set_color({StepState.HERE: "pine_text", StepState.DONE: "ink"}.get(state, "ink2"))
        spoken = {
            StepState.DONE: self.tr("Step {number}: {words}, done"),
            StepState.HERE: self.tr("Step {number}: {words}, you are here"),
            StepState.OPEN: self.tr("Step {number}: {words}, still open"),
            StepState.UNWRITTEN: self.tr("Step {number}: {words}, nothing written"),
            StepState.TO_COME: self.tr("Step {number}: {words}, to come"),
        }[state]
        self.setAccessibleName(spoken.format(number=QLocale().toString(self._number), words=self._words_text))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is not StepState.HERE:
            return
        line = theme.color("pine") if theme.current().contrast else None
        radius = theme.current().real(tokens.RADIUS_CONTROL)
        inside = QRectF(self.rect()).adjusted(theme.px(12), 0, -theme.px(12), 0)
        round_box(
            QPainter(self),
            mirrored(inside, QRectF(self.rect()), self.layoutDirection()),
            radius,
            theme.color("pine_tint"),
            line,
            2,
        )

    def _retheme(self) -> None:
        self._row.setContentsMargins(theme.px(22), theme.px(6), theme.px(22), theme.px(6))
        self._row.setSpacing(theme.px(12))
        self.setMinimumHeight(theme.px(40))
        self.set_state(self._state)


class StepList(QWidget):
    """Ends with *Leave for now*; gives up its words, and then its way out, before the page gives up its room."""

    left = Signal()

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self.rows = [StepRow(number, words) for number, words in enumerate(steps, start=1)]
        self._heading = SaidLabel(self.tr("Your plan"))
        self.leave = GhostButton(self.tr("Leave for now"), icon_name="arrow-left")
        self.kept = SmallLabel()
        self.leave.clicked.connect(self.left)
        self._build_column()
        self.set_kept(kept=True)
        theme.follow(self._retheme)

    def set_here(
        self,
        index: int,
        *,
        still_open: Collection[int] = (),
        done: Collection[int] = (),
        empty: Collection[int] = (),
    ) -> None:
        """Steps before this one are done but for those still open or `empty`; later ones if they are among `done`."""
        for number, row in enumerate(self.rows):
            before = number < index
            if number == index:
                row.set_state(StepState.HERE)
            elif number in still_open:
                row.set_state(StepState.OPEN if before else StepState.TO_COME)
            elif number in empty:
                row.set_state(StepState.UNWRITTEN if before else StepState.TO_COME)
            else:
                row.set_state(StepState.DONE if before or number in done else StepState.TO_COME)
        self._keep_here_in_sight()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_here_in_sight)  # when the rows have their places

    def set_kept(self, *, kept: bool) -> None:
        """Say that typed words are safe, or that they cannot be written down just now."""
        if kept:
            self.kept.setText(self.tr("Everything you typed is kept."))
        else:
            self.kept.setText(self.tr("The last words could not be kept: the disk may be full or locked."))
        self.kept.set_color("ink2" if kept else "honey_text")

    @property
    def narrow(self) -> bool:
        """Without its words; the way out has to stand elsewhere."""
        return self._narrow

    def set_narrow(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for row in self.rows:
            row.words.setVisible(not narrow)
        self._heading.setVisible(not narrow)
        self.leave.setVisible(not narrow)
        self._retheme()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(NARROW if self._narrow else WIDTH), theme.em(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("rail"))
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(mirrored(edge, QRectF(self.rect()), self.layoutDirection()), theme.color("line"))

    def _keep_here_in_sight(self) -> None:
        for row in self.rows:
            if row.state is StepState.HERE:
                self._scroll.ensureWidgetVisible(row, 0, theme.px(8))

    def _build_column(self) -> None:
        inside = QWidget()
        self._steps = QVBoxLayout(inside)
        self._steps.setContentsMargins(0, 0, 0, 0)
        for row in self.rows:
            self._steps.addWidget(row)
        self._steps.addStretch(1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeading)
        self._foot.addWidget(self.kept)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._scroll = ScrollColumn(inside)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)

    def _retheme(self) -> None:
        self.setFixedWidth(self.sizeHint().width())
        side = theme.px(6 if self._narrow else 12)
        self._heading.setContentsMargins(theme.px(24), 0, theme.px(24), theme.px(20))
        self.kept.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        self.kept.setVisible(not self._narrow)
        self._steps.setSpacing(theme.px(4))
        self._foot.setContentsMargins(side, theme.px(8), side, 0)
        self._foot.setSpacing(theme.px(2))
        self._column.setContentsMargins(0, theme.px(26), 0, theme.px(22))
        self.update()
