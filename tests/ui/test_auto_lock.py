"""The window locks when nobody touches it, and time spent asleep counts."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.stretch import within
from trust_desktop.ui.auto_lock import AutoLock, seconds_awake_or_asleep


@dataclass
class Seconds:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def lock(qtbot: QtBot, seconds: Seconds) -> AutoLock:
    parent = QObject()
    one = AutoLock(5, parent, clock=seconds)
    one.kept = parent  # type: ignore[attr-defined]  # for as long as the test runs
    return one


def test_it_locks_after_the_minutes_and_not_before(qtbot: QtBot, lock: AutoLock, seconds: Seconds) -> None:
    seconds.now += 299
    assert not lock.look()
    seconds.now += 1
    with qtbot.waitSignal(lock.lock_asked):
        assert lock.look()


def test_it_locks_by_itself(qtbot: QtBot, lock: AutoLock, seconds: Seconds) -> None:
    seconds.now += 300
    with within(3), qtbot.waitSignal(lock.lock_asked):
        pass


def test_it_asks_once(qtbot: QtBot, lock: AutoLock, seconds: Seconds) -> None:
    seconds.now += 400
    lock.look()
    with qtbot.assertNotEmitted(lock.lock_asked):
        assert not lock.look()


@pytest.mark.parametrize("touch", ["key", "mouse", "move"])
def test_a_touch_begins_the_time_anew(qtbot: QtBot, lock: AutoLock, seconds: Seconds, touch: str) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    seconds.now += 200
    if touch == "key":
        qtbot.keyClick(field, "a")
    elif touch == "mouse":
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    else:
        qtbot.mouseMove(field)
        qtbot.waitUntil(lambda: lock._touched == seconds.now)
    seconds.now += 200
    assert not lock.look()
    seconds.now += 100
    assert lock.look()


def test_the_first_touch_after_sleep_locks_and_writes_nothing(
    qtbot: QtBot, lock: AutoLock, seconds: Seconds
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    seconds.now += 3600
    with qtbot.waitSignal(lock.lock_asked):
        qtbot.keyClick(field, "a")
    assert field.text() == ""


def test_what_the_window_does_by_itself_is_no_touch(qtbot: QtBot, lock: AutoLock, seconds: Seconds) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    seconds.now += 299
    field.show()
    field.setText("a draft comes back")
    qtbot.wait(10)
    assert not lock.eventFilter(field, QEvent(QEvent.Type.Paint))
    seconds.now += 1
    assert lock.look()


def test_other_minutes_count_from_now_on(lock: AutoLock, seconds: Seconds) -> None:
    seconds.now += 61
    lock.set_minutes(1)
    assert lock.look()


def test_stopped_it_never_asks(qtbot: QtBot, lock: AutoLock, seconds: Seconds) -> None:
    lock.stop()
    seconds.now += 9999
    with qtbot.assertNotEmitted(lock.lock_asked):
        assert not lock.look()


def test_the_clock_goes_on() -> None:
    before = seconds_awake_or_asleep()
    assert seconds_awake_or_asleep() >= before
