"""The one window of the program: it holds one page at a time and can cover it at once."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from trust_desktop import identity
from trust_desktop.override import override
from trust_desktop.ui import theme

LOCK_KEY: Final = "Ctrl+L"
"""Locks wherever a vault is open."""

QUIT_KEY: Final = "Ctrl+Q"
"""Closes the window on any page, as its own button does."""

_FRAME: Final = 48
"""Pixels of height that the frame of a window takes, rather too many than too few; no text size changes them."""

UNTIL_PAINTED: Final = 300
"""Milliseconds before the keys of a window just opened are heard: to hand its events over takes the binding a while."""


class Shell(QWidget):
    """`closing` comes before the window goes: the last moment to save what is on a page."""

    closing = Signal()
    first_painted = Signal()
    minimised = Signal()

    def __init__(self, geometry: QByteArray | None = None) -> None:
        super().__init__()
        self.setWindowTitle(identity.NAME)
        self._painted = False
        self._page: QWidget | None = None
        self._pages = QStackedLayout(self)
        self._cover = _Cover(self)
        self._cover.hide()
        theme.follow(self._retheme)
        if geometry is None or geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(self._usual_size())

    @property
    def page(self) -> QWidget | None:
        return self._page

    def show_page(self, page: QWidget) -> None:
        """Put `page` in the window; the page before it is gone for good."""
        before = self._page
        self._page = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.hide()
            before.deleteLater()
        page.setFocus()

    def begin(self, *, small: bool) -> None:
        """Show the window for the first time, `small` in the task bar only: then nothing is painted to wait for."""
        if not small:
            self.show()
            return
        self._painted = True
        self.showMinimized()
        self.first_painted.emit()

    def cover(self) -> None:
        """Plain paper over everything, painted when this returns; what lies over the window goes.

        It is painted over too: what goes may stand on the screen until the desktop finds the time to take it away.
        """
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                _lay_over(_Cover(window), window)
                window.hide()
        _lay_over(self._cover, self)
        self._cover.setFocus()

    def rise(self) -> None:
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # a window's own ground is the palette's paper
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self.isMinimized():
            self.minimised.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _usual_size(self) -> QSize:
        return self._room().boundedTo(QSize(theme.px(1180), theme.px(780)))

    def _room(self) -> QSize:
        """What the screen has for the window without the frame that the desktop puts around it."""
        return self.screen().availableSize() - QSize(0, _FRAME)

    def _retheme(self) -> None:
        self.setMinimumSize(QSize(theme.px(360), theme.px(320)).boundedTo(self._room()))
        self.update()


def _lay_over(cover: "_Cover", window: QWidget) -> None:
    cover.setGeometry(window.rect())
    cover.show()
    cover.raise_()
    cover.repaint()


class _Cover(QWidget):
    """Says nothing, neither to eyes nor to a screen reader."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("paper"))
