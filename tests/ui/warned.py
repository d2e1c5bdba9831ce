"""A page over which it is said that the lock comes, until somebody answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.ui.auto_lock import AutoLock

PageT = TypeVar("PageT", bound=QWidget)


class Warned(Generic[PageT]):
    """`page` is in front, and `now` is its clock."""

    def __init__(self, page: PageT, parent: QObject) -> None:
        self.page, self.now = page, 1000.0
        self.lock = AutoLock(5, parent, clock=lambda: self.now)
        self.again()

    def again(self) -> None:
        """Nobody touches it until the warning is there."""
        self.now += 285
        self.lock.look()
        assert self.lock._is_warned


@contextmanager
def warned_over(qtbot: QtBot, page: PageT) -> Iterator[Warned[PageT]]:
    parent = QObject()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    found = Warned(page, parent)
    yield found
    found.lock.stop()
