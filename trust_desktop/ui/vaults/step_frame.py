"""The frame of the first run: which step it is, the page, and below it the way back and the way on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.sheet import Sheet, press_on_enter

STEPS = 5


class StepFrame(QWidget):
    """Pages stay alive behind each other, so what was typed on one is there on the way back."""

    back_asked = Signal()
    next_asked = Signal()
    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pages = QStackedWidget()
        self._corner = QSize(0, 0)
        self._where = SmallLabel()
        self.back = QuietButton(self.tr("Back"))
        self.next = PrimaryButton(self.tr("Next"))
        self._cancel = PlainButton(self.tr("Cancel"))
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        self._cancel.clicked.connect(self.cancel_asked)
        self._cancel.hide()
        self._column = QVBoxLayout(self)
        self._foot = QHBoxLayout()
        self._build_column()
        theme.follow(self._retheme)

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    def reserve_corner(self, room: QSize) -> None:
        """For the page that is shown and those that come."""
        self._corner = room
        if isinstance(self.page, Sheet):
            self.page.reserve_corner(room)

    def show_page(self, page: QWidget, step: int, *, back: bool, leads_on: str) -> None:
        """`leads_on` is what the button on says; without it the page has its own. Step 0 is none of the five."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.reserve_corner(self._corner)
        self._say(self.tr("Step {number} of {all}") if step else "", number=step, all=STEPS)
        self.back.setVisible(back)
        self.next.setText(leads_on)
        self.next.setVisible(bool(leads_on))
        self.setFocus()

    def set_busy(self, words: str) -> None:
        """Say what is being done and offer to stop it; nothing when it is over."""
        busy = bool(words)
        self._pages.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.next.setEnabled(not busy)
        self._cancel.setVisible(busy)
        if busy:
            self._where.setText(words)
            self._cancel.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.page
        if isinstance(page, Sheet) and page.scroll_by(event):
            return
        if not press_on_enter(self, event, self.next):
            super().keyPressEvent(event)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        find = getattr(self.page, "first_field", None)
        field = find() if find is not None else None
        if field is None and not self.next.isHidden():
            field = self.next
        target = field or self.page
        if target is not None:
            target.setFocus(reason)

    def _say(self, words: str, **numbers: int) -> None:
        spoken = {name: self.locale().toString(number) for name, number in numbers.items()}
        self._where.setText(words.format(**spoken))

    def _build_column(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(Hairline())
        self._footer = QWidget()
        self._footer.setLayout(self._foot)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._footer, 1000)
        centred.addStretch(1)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self._where, 1)
        self._foot.addWidget(self._cancel)
        self._foot.addWidget(self.next)
        self._column.addLayout(centred)

    def _retheme(self) -> None:
        side, air = theme.px(32), theme.px(12)
        self._footer.setMaximumWidth(theme.em(Sheet.WIDTH) + 2 * side)
        self._foot.setContentsMargins(side, air, side, air)
        self._foot.setSpacing(theme.px(16))
