"""The window locks when nobody touches it, and time spent asleep counts."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.stretch import within
from trust_desktop.ui.auto_lock import LONGEST, WARNING, AutoLock, seconds_awake_or_asleep


@dataclass
class Seconds:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def lock(qtbot: QtBot, seconds: Seconds) -> Iterator[AutoLock]:
    parent = QObject()
    one = AutoLock(5, parent, clock=seconds)
    yield one
    one.stop()  # it would take the touches of other tests for its own


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


def told(lock: AutoLock) -> list[str]:
    """What it says from now on, in a word each."""
    words: list[str] = []
    lock.warned.connect(lambda on: words.append("warned" if on else "not warned"))
    lock.rested.connect(lambda on: words.append("rested" if on else "back"))
    lock.lock_asked.connect(lambda: words.append("locked"))
    return words


def test_it_says_so_twenty_seconds_before(lock: AutoLock, seconds: Seconds) -> None:
    words = told(lock)
    for wait in (300 - WARNING - 1, 1, 10):
        seconds.now += wait
        lock.look()
    assert words == ["warned"]
    seconds.now += 10
    lock.look()
    assert words == ["warned", "locked"]


def test_a_touch_takes_the_warning_back(qtbot: QtBot, lock: AutoLock, seconds: Seconds) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    words = told(lock)
    seconds.now += 290
    lock.look()
    qtbot.keyClick(field, "a")
    assert words == ["warned", "not warned"]
    seconds.now += 270
    assert not lock.look()


@dataclass
class Stays:
    """For how long what is in front asks to be left open."""

    until: float
    seconds: Seconds

    def __call__(self) -> float:
        return max(0.0, self.until - self.seconds.now)


@pytest.fixture
def waiting(qtbot: QtBot, seconds: Seconds) -> Iterator[tuple[AutoLock, Stays]]:
    parent = QObject()
    stays = Stays(seconds.now, seconds)
    one = AutoLock(5, parent, clock=seconds, stays=stays)
    yield one, stays
    one.stop()


def test_it_waits_until_the_return_time_and_says_when_the_usual_time_is_over(
    waiting: tuple[AutoLock, Stays], seconds: Seconds
) -> None:
    lock, stays = waiting
    words = told(lock)
    stays.until += 1200
    for wait in (299, 1, 879):
        seconds.now += wait
        lock.look()
    assert words == ["rested"]
    seconds.now += 1
    lock.look()
    assert words == ["rested", "warned"]
    seconds.now += 20
    assert lock.look()
    assert words == ["rested", "warned", "locked"]


def test_nothing_is_left_open_longer_than_an_hour(waiting: tuple[AutoLock, Stays], seconds: Seconds) -> None:
    lock, stays = waiting
    stays.until = float("inf")
    seconds.now += LONGEST - 1
    assert not lock.look()
    seconds.now += 1
    assert lock.look()


def test_what_is_over_by_then_locks_after_the_usual_time(
    waiting: tuple[AutoLock, Stays], seconds: Seconds
) -> None:
    lock, stays = waiting
    stays.until += 200
    seconds.now += 299
    assert not lock.look()
    seconds.now += 1
    assert lock.look()


def test_a_touch_brings_back_what_was_put_away(
    qtbot: QtBot, waiting: tuple[AutoLock, Stays], seconds: Seconds
) -> None:
    lock, stays = waiting
    stays.until += 1200
    field = QLineEdit()
    qtbot.addWidget(field)
    words = told(lock)
    seconds.now += 400
    lock.look()
    qtbot.keyClick(field, "a")
    assert words == ["rested", "back"]


def test_the_clock_goes_on() -> None:
    before = seconds_awake_or_asleep()
    assert seconds_awake_or_asleep() >= before
