"""The page of the pause itself: before it, while it runs, and coming back."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from trust_desktop.domain.pause import Pause, Phase
from trust_desktop.override import override
from trust_desktop.services import pausing
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.columns import ROOM, Columns
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.pause.back_view import BackView
from trust_desktop.ui.pause.begin_view import BeginView
from trust_desktop.ui.pause.desk import Desk, tell
from trust_desktop.ui.pause.leaving_form import LeavingForm
from trust_desktop.ui.pause.left_with import LeftWith
from trust_desktop.ui.pause.lone_urge_card import LoneUrgeCard
from trust_desktop.ui.pause.more_form import MoreForm
from trust_desktop.ui.pause.soothing import Soothing
from trust_desktop.ui.pause.timer_view import TimerView
from trust_desktop.ui.pause.urge_card import UrgeCard

SECOND: Final = 1000
_ASIDE: Final = 392
_GAP: Final = 40


class NowPage(Page):
    """Everything is read from the vault and the clock each time: nothing is lost by lock, restart or sleep."""

    journal_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Pause"))
        self._desk = desk
        self.pause: Pause | None = None
        today = desk.session.today
        self.begin, self.form = BeginView(today), LeavingForm(desk)
        self.timer, self.back, self.more = TimerView(desk), BackView(desk), MoreForm(desk)
        self.urge, self.lone = UrgeCard(desk), LoneUrgeCard(desk)
        self.left_with, self.soothing = LeftWith(desk), Soothing(today)
        self._mains: tuple[QWidget, ...] = (self.begin, self.form, self.timer, self.back, self.more)
        self._main: QWidget = self.begin
        self._rested = False
        self._left: QWidget | None = None
        columns = Columns(aside_width=_ASIDE, gap=_GAP)
        for widget in self._mains:
            columns.main.addWidget(widget)
        columns.main.addStretch(1)
        for part in (self.urge, self.lone, self.left_with, self.soothing):
            columns.aside.addWidget(part)
        columns.aside.addStretch(1)
        self.body.addWidget(columns, 1)
        self._columns = columns
        self._second = QTimer(self, interval=SECOND)
        self._second.timeout.connect(self.look_at_the_clock)
        self._connect()
        self.refresh()
        theme.follow(self._keep_in_sight)

    def refresh(self) -> None:
        """Read the running pause again and show where it stands."""
        before, self.pause = self.pause, pausing.running(self._desk.session)
        if self.pause is None:
            self._show_none(was_running=before is not None)
            return
        self.urge.show_pause(self.pause)
        self.left_with.show_words(self.pause.leaving)
        self.timer.show_pause(self.pause)
        self.back.show_pause(self.pause)
        self._show(self._main if before is not None and self._main in _of(self) else self.timer)
        self.look_at_the_clock()

    def _show_none(self, *, was_running: bool) -> None:
        if was_running:
            self.form.load()
        stays = self._main is self.form and not was_running
        self._show(self.form if stays or self.form.begun else self.begin)

    def look_at_the_clock(self) -> None:
        """Move what moves with the time; at the return time the way back is offered."""
        if self._desk.session.closed:
            return
        pause = self.pause
        if pause is None:
            if self._main is self.form:
                self.form.follow_clock()
            return
        self.urge.show_time()
        self.timer.show_pause(pause)
        self.back.show_time()
        if self._main is self.more:
            self.more.follow_clock()
        elif pause.phase(self._desk.session.now()) is Phase.TIME_HAS_COME and self._main is self.timer:
            self._show(self.back)
            tell(self.back, f"{self.back.returns.text()}. {self.back.stands.text()}")

    def runs_for(self) -> float:
        """Return for how many seconds the pause still runs; none where there is no pause."""
        if self.pause is None or self._desk.session.closed:
            return 0.0
        return max(0.0, (self.pause.returns_at - self._desk.session.now()).total_seconds())

    def rest(self, *, rested: bool) -> None:
        """Put every word of the person away, and bring it back as it was left."""
        if rested == self._rested or (rested and self.pause is None):
            return
        focus = QApplication.focusWidget()
        if rested:
            self._left = focus if focus is not None and self.isAncestorOf(focus) else None
            if self._left is not None:
                self._left.clearFocus()  # or Qt hands it on to the rail, which would speak up
        self._rested = rested
        self.timer.rest(rested=rested)
        self._show(self._main)
        if not rested and focus is None:
            # Not before the key that woke it has come and gone: it was meant for nothing that could be seen.
            QTimer.singleShot(0, self, self._take_up_again)

    def _take_up_again(self) -> None:
        left = self._left
        if left is not None and isValid(left) and not self._rested and QApplication.focusWidget() is None:
            left.setFocus()

    def save_now(self) -> None:
        for part in (self.form, self.back, self.more, self.urge, self.lone):
            part.keeper.save_now()

    def first_control(self) -> QWidget:
        """Where the keyboard begins."""
        first: dict[QWidget, QWidget] = {
            self.begin: self.begin.button,
            self.form: self.form.words.words,
            self.timer: self.timer.am_back,
            self.back: self.back.words.words,
            self.more: self.more.words.words,
        }
        return first[self._main]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_sight()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_at_the_clock()
        self._second.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def _begin_at_the_top(self) -> None:
        if self._reading is not None:
            self._reading.verticalScrollBar().setValue(0)

    def _keep_in_sight(self) -> None:
        """Hold the ring in the middle of the window, however long the column beside it is."""
        self._columns.aside.setSpacing(theme.space(16))
        width = self.width() - 2 * theme.space(tokens.PAGE_MARGIN)
        room = self.height() - self.title.height() - theme.space(2 * tokens.PAGE_MARGIN)
        beside = width >= theme.em(ROOM)
        self.timer.fit(width - theme.px(_ASIDE + _GAP) if beside else width, room)
        self.timer.setMinimumHeight(max(room, self.timer.minimumSizeHint().height()) if beside else 0)

    def _connect(self) -> None:
        self.begin.begin.connect(self._on_begin)
        self.begin.journal.connect(self.journal_requested)
        self.form.left.connect(self._on_form_left)
        self.timer.back.connect(self._on_back)
        self.timer.more.connect(self._on_more)
        self.back.more.connect(self._on_more)
        self.back.not_yet.connect(lambda: self._turn_to(self.timer))
        self.more.left.connect(self._on_more_left)

    def _on_begin(self) -> None:
        self.form.follow_clock()
        self._turn_to(self.form)

    def _on_form_left(self) -> None:
        self._turn_to(self.begin)

    def _on_back(self) -> None:
        self.back.show_time()
        self._turn_to(self.back)

    def _on_more(self) -> None:
        if self.pause is not None:
            self.more.show_pause(self.pause)
            self._turn_to(self.more)

    def _on_more_left(self) -> None:
        self._turn_to(self.timer)
        self.look_at_the_clock()

    def _turn_to(self, main: QWidget) -> None:
        self._show(main)
        self.first_control().setFocus()

    def _show(self, main: QWidget) -> None:
        focus = QApplication.focusWidget()
        lost = focus is not None and main is not self._main and self._main.isAncestorOf(focus)
        if main is not self._main:
            QTimer.singleShot(0, self, self._begin_at_the_top)
        self._main = main
        shown = self.timer if self._rested else main
        for widget in self._mains:
            widget.setVisible(widget is shown)
        runs = self.pause is not None and not self._rested
        self.urge.setVisible(runs)
        self.soothing.setVisible(runs)
        self.left_with.setVisible(runs and self.pause is not None and bool(self.pause.leaving))
        self.lone.setVisible(main is self.begin)
        self._keep_in_sight()
        follow_layout(self)
        if lost:
            self.first_control().setFocus()


def _of(page: NowPage) -> tuple[QWidget, ...]:
    """Return what may stay shown while a pause runs."""
    return page.timer, page.back, page.more
