"""The quiet time: the ring, when to be back, and the two ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from trust_desktop.domain.pause import Pause
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import BodyLabel, DisplayLabel
from trust_desktop.ui.pause.breath_ring import BreathRing
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.time_words import back_words, stands_words


class TimerView(QWidget):
    """`more` and `back` are pressed here; what time it is is asked for by the page."""

    more = Signal()
    back = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ring = BreathRing()
        self.returns = DisplayLabel()
        self.stands = BodyLabel(color="ink2")
        for label in (self.returns, self.stands):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.ask = QuietButton(self.tr("Ask for more time"))
        self.ask.clicked.connect(self.more)
        self.am_back = PrimaryButton(self.tr("I am back"))
        self.am_back.padding = 36
        self.am_back.clicked.connect(self.back)
        self._buttons = Ends(self.ask, self.am_back, gap=12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._column.addWidget(self.ring)
        self._column.addWidget(self.returns)
        self._column.addWidget(self.stands)
        self._air = QSpacerItem(0, 0)
        self._column.addItem(self._air)
        self._column.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        theme.follow(self._retheme)

    def show_pause(self, pause: Pause) -> None:
        now = self._desk.now()
        left, returns = self._desk.shown(pause.started_at), self._desk.shown(pause.returns_at)
        self.ring.set_filled(pause.filled(now))
        self.returns.setText(back_words(returns, now))
        self.stands.setText(stands_words(pause, left, returns, now))

    def rest(self, *, rested: bool) -> None:
        """Keep nothing but the ring and the time, in their places."""
        self._buttons.setVisible(not rested)

    def fit(self, width: int, room: int) -> None:
        """Let the ring give way where the words are large, so that the buttons stay in sight."""
        words = self.returns.heightForWidth(width) + self.stands.heightForWidth(width)
        rest = words + self._buttons.heightForWidth(width) + 6 * self._column.spacing()
        self.ring.setMaximumHeight(max(self.ring.minimumSizeHint().height(), room - rest))

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(10))
        self.returns.setContentsMargins(0, theme.space(14), 0, 0)
        self._air.changeSize(0, theme.space(10))
