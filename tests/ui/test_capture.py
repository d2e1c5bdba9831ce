"""Windows are left out of pictures where a system can, unless that was allowed; what the system is told is noted here."""

import ctypes
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.ui import capture
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.untried import macos_capture, windows_capture
from trust_desktop.ui.untried.windows_lock import WindowsLock


@dataclass
class System:
    """Takes the place of a system that can: the last that each window was told."""

    told: dict[int, bool] = field(default_factory=dict)

    def exclude(self, window: int, /, *, excluded: bool) -> bool:
        self.told[window] = excluded
        return True


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


@pytest.fixture
def guard(qapp: QApplication, system: System, preferences: Preferences) -> QObject:
    return capture.CaptureGuard(system.exclude, preferences, qapp)


def shown(qtbot: QtBot, parent: QWidget | None = None) -> QWidget:
    widget = QWidget(parent, Qt.WindowType.Window)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.usefixtures("guard")
def test_every_window_is_left_out_dialogs_too(qtbot: QtBot, system: System) -> None:
    window = shown(qtbot)
    above = shown(qtbot, window)
    assert [system.told[int(each.winId())] for each in (window, above)] == [True, True]


@pytest.mark.usefixtures("guard")
def test_the_key_allows_pictures_and_is_remembered(
    qtbot: QtBot, system: System, preferences: Preferences, tmp_path: Path
) -> None:
    window = shown(qtbot)
    capture.hear_key(window, preferences, lambda: system.exclude)
    qtbot.waitUntil(window.isActiveWindow)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_F9, modifiers)
    assert system.told[int(window.winId())] is False
    assert Preferences(tmp_path).capture_allowed
    qtbot.keyClick(window, Qt.Key.Key_F9, modifiers)
    assert system.told[int(window.winId())] is True
    assert not Preferences(tmp_path).capture_allowed


@pytest.mark.usefixtures("guard")
def test_the_argument_allows_them_for_this_once(
    qtbot: QtBot, system: System, preferences: Preferences, tmp_path: Path
) -> None:
    preferences.allow_capture_now()
    assert system.told[int(shown(qtbot).winId())] is False
    assert not Preferences(tmp_path).capture_allowed
    preferences.capture_allowed = False
    assert system.told[int(shown(qtbot).winId())] is True


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux has")
def test_linux_has_no_way_and_nothing_is_listened_to(
    qapp: QApplication, qtbot: QtBot, preferences: Preferences
) -> None:
    assert capture.of_the_system() is None
    capture.guard(qapp, preferences)
    window = shown(qtbot)
    capture.hear_key(window, preferences)
    assert window.children() == []


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="where these calls are not")
def test_what_was_never_tried_says_no_where_it_cannot_work() -> None:
    assert not windows_capture.exclude(1, excluded=True)
    assert not macos_capture.exclude(1, excluded=True)


class Told(ctypes.Structure):
    """A message as Windows lays it out."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("what", ctypes.c_size_t))


@pytest.mark.parametrize(
    ("message", "what", "locks"),
    [
        (0x02B1, 7, True),  # the session is locked
        (0x02B1, 8, False),  # and unlocked
        (0x02B1, 2, True),  # somebody else comes to the screen
        (0x0218, 4, True),  # the computer sleeps
        (0x0218, 7, False),  # and wakes
        (0x000F, 7, False),
    ],
)
def test_what_windows_would_say(qtbot: QtBot, message: int, what: int, locks: bool) -> None:
    parent = QObject()
    lock = WindowsLock(shown(qtbot), parent)
    heard: list[bool] = []
    lock.lock_asked.connect(lambda: heard.append(True))
    told = Told(None, message, what)
    lock.hear(ctypes.addressof(told))
    assert heard == [True] * locks
