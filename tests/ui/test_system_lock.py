"""A screen that locks, a computer that sleeps, a person who is switched away: told by real processes on a real bus."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from tests.support.logind import Desktop
from tests.support.stretch import within
from trust_desktop.ui.system_lock import SCREEN_SAVERS, SystemLock

pytestmark = [pytest.mark.real_keyring, pytest.mark.skipif(sys.platform != "linux", reason="Linux's own")]


@pytest.fixture
def desktop(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        desktop = Desktop(Path(folder), logind=getattr(request, "param", True))
        yield desktop
        desktop.stop()


@pytest.fixture
def lock(qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[SystemLock]:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    names = [f"{each} {desktop.address}" for each in ("people", "system")]
    parent = QObject()
    buses = [QDBusConnection.connectToBus(desktop.address, name) for name in names]
    one = SystemLock(parent, *buses)
    for bus in buses:  # it answers in order: what is listened for is known to the bus then
        assert bus.interface().isServiceRegistered("org.freedesktop.DBus").value()
    del buses, bus
    yield one
    parent.deleteLater()
    del one
    for name in names:
        QDBusConnection.disconnectFromBus(name)


def is_listening(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: any(line.startswith("Inhibit") for line in desktop.asked()))
    qtbot.waitUntil(lambda: any(line.startswith("GetSession") for line in desktop.asked()))
    qtbot.wait(50)  # the answer, and the rule that follows from it, go their way


@pytest.mark.parametrize("name", SCREEN_SAVERS)
@pytest.mark.parametrize("desktop", [False], indirect=True)
def test_a_covered_screen_is_heard_without_logind(
    qtbot: QtBot, desktop: Desktop, lock: SystemLock, name: str
) -> None:
    with qtbot.assertNotEmitted(lock.lock_asked, wait=100):
        desktop.screen_saver(name, active=False)
    with within(1), qtbot.waitSignal(lock.lock_asked):
        desktop.screen_saver(name, active=True)


@pytest.mark.parametrize("what", ["sleep", "lock", "away", "locked"])
def test_what_logind_says_is_heard_within_a_second(
    qtbot: QtBot, desktop: Desktop, lock: SystemLock, what: str
) -> None:
    is_listening(qtbot, desktop)
    with within(1), qtbot.waitSignal(lock.lock_asked):
        desktop.say(what)


@pytest.mark.parametrize("what", ["wake", "other"])
def test_what_means_nothing_locks_nothing(
    qtbot: QtBot, desktop: Desktop, lock: SystemLock, what: str
) -> None:
    is_listening(qtbot, desktop)
    with qtbot.assertNotEmitted(lock.lock_asked, wait=200):
        desktop.say(what)


def test_sleep_waits_until_the_lock_and_no_longer(qtbot: QtBot, desktop: Desktop, lock: SystemLock) -> None:
    is_listening(qtbot, desktop)
    assert "Inhibit sleep Daybook Saves before sleep delay" in desktop.asked()
    assert "let go" not in desktop.asked()
    qtbot.waitUntil(lambda: lock._held is not None)
    desktop.say("sleep")
    qtbot.waitUntil(lambda: "let go" in desktop.asked())


def test_a_session_without_a_name_is_found_otherwise(
    qtbot: QtBot, desktop: Desktop, lock: SystemLock
) -> None:
    lock._try(["nowhere", "2"])
    qtbot.waitUntil(lambda: "GetSession nowhere" in desktop.asked())
    qtbot.waitUntil(lambda: desktop.asked().count("GetSession 2") == 2)


def test_without_any_bus_nothing_comes_and_nothing_is_raised(qtbot: QtBot) -> None:
    nowhere = QDBusConnection("there is none of this name")
    lock = SystemLock(QObject(), nowhere, nowhere)
    assert lock._held is None
