"""The click that answers the warning keeps the window open and presses nothing; Hide and Lock are heard all the same."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.warned import Warned, warned_over
from trust_desktop.override import override
from trust_desktop.ui.answering_press import MEANT
from trust_desktop.ui.corner import Corner

LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


class Page(QWidget):
    """A button below the corner; `did` is what came of the presses."""

    def __init__(self) -> None:
        super().__init__()
        self.did: list[str] = []
        self.button = QPushButton("Send")
        self.button.clicked.connect(lambda: self.did.append("sent"))
        column = QVBoxLayout(self)
        column.addSpacing(120)
        column.addWidget(self.button)
        self.resize(700, 400)
        self.corner = Corner(self)
        self.corner.hide_asked.connect(lambda: self.did.append("hidden"))
        self.corner.lock_asked.connect(lambda: self.did.append("locked"))
        self.corner.arrange()

    @property
    def handle(self) -> QWindow:
        found = self.windowHandle()
        assert found is not None
        return found

    def click(self, on: QWidget | None = None) -> None:
        QTest.mouseClick(self.handle, LEFT, NOTHING, self.middle(on or self.button))

    def middle(self, of: QWidget) -> QPoint:
        return of.mapTo(self, of.rect().center())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.did.append("menu")
        super().contextMenuEvent(event)


@pytest.fixture
def warned(qtbot: QtBot) -> Iterator[Warned[Page]]:
    with warned_over(qtbot, Page()) as found:
        yield found


def test_a_click_presses_only_after_it(warned: Warned[Page]) -> None:
    warned.page.click()
    assert warned.page.did == []
    assert not warned.lock._is_warned
    warned.now += 1
    warned.page.click()
    assert warned.page.did == ["sent"]


def test_a_hand_that_moves_the_mouse_to_click_is_still_answering(qtbot: QtBot, warned: Warned[Page]) -> None:
    at = warned.page.middle(warned.page.button)
    for place in (at + QPoint(9, 9), at):
        QTest.mouseMove(warned.page.handle, place)
    qtbot.waitUntil(lambda: not warned.lock._is_warned)
    warned.now += MEANT / 2
    warned.page.click()
    assert warned.page.did == []
    warned.now += MEANT
    warned.page.click()
    assert warned.page.did == ["sent"]


def test_a_double_click_is_one_answer(warned: Warned[Page]) -> None:
    QTest.mouseClick(warned.page.handle, LEFT, NOTHING, warned.page.middle(warned.page.button))
    QTest.mouseDClick(warned.page.handle, LEFT, NOTHING, warned.page.middle(warned.page.button))
    assert warned.page.did == []


def test_hide_and_lock_are_heard(warned: Warned[Page]) -> None:
    warned.page.click(warned.page.corner.hide)
    warned.again()
    warned.page.click(warned.page.corner.lock)
    assert warned.page.did == ["hidden", "locked"]


def test_they_are_heard_where_another_window_seems_to_lie_over_them(
    qtbot: QtBot, warned: Warned[Page]
) -> None:
    """Under Wayland every window says that it begins in the corner of the screen."""
    over = QWidget()
    qtbot.addWidget(over)
    over.setGeometry(warned.page.geometry())
    with qtbot.waitExposed(over):
        over.show()
    warned.page.click(warned.page.corner.hide)
    assert warned.page.did == ["hidden"]


def test_a_finger_presses_nothing_either(warned: Warned[Page]) -> None:
    finger = QTest.createTouchDevice()
    assert isinstance(finger, QPointingDevice)
    at = warned.page.middle(warned.page.button)
    for did in ([], ["sent"]):
        QTest.touchEvent(warned.page.handle, finger).press(0, at).commit()
        QTest.touchEvent(warned.page.handle, finger).release(0, at).commit()
        assert warned.page.did == did
        warned.now += 1


def test_the_right_button_opens_no_menu(warned: Warned[Page]) -> None:
    at = warned.page.middle(warned.page.button)
    for did in ([], ["menu"]):
        QTest.mousePress(warned.page.handle, Qt.MouseButton.RightButton, NOTHING, at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, warned.page.mapToGlobal(at))
        QApplication.sendEvent(warned.page.handle, event)
        QTest.mouseRelease(warned.page.handle, Qt.MouseButton.RightButton, NOTHING, at)
        assert sorted({*warned.page.did}) == did
        warned.now += 1


def test_what_is_held_down_is_let_go_unheard(warned: Warned[Page]) -> None:
    heard: list[QEvent.Type] = []

    class Listener(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease}:
                heard.append(event.type())
            return False

    listener = Listener()
    warned.page.button.installEventFilter(listener)
    at = warned.page.middle(warned.page.button)
    QTest.mousePress(warned.page.handle, LEFT, NOTHING, at)
    warned.now += 1
    QTest.mouseRelease(warned.page.handle, LEFT, NOTHING, at)
    assert heard == []


def test_a_press_whose_end_went_elsewhere_holds_up_none_of_the_next(warned: Warned[Page]) -> None:
    """A screen shot, or a list that came up, may get the end of a press."""
    QTest.mousePress(warned.page.handle, LEFT, NOTHING, warned.page.middle(warned.page.button))
    warned.now += 1
    warned.page.click()
    assert warned.page.did == ["sent"]
    warned.again()
    QTest.mousePress(warned.page.handle, LEFT, NOTHING, warned.page.middle(warned.page.button))
    warned.page.click(warned.page.corner.hide)
    assert warned.page.did == ["sent", "hidden"]
