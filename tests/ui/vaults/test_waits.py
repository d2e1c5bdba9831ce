"""After wrong tries the lock screen says how long to wait, waits with the person, and forgets nothing by a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.reading import cut_off, unnamed
from tests.support.vaults import PASSPHRASE, finished_vault
from tests.ui.vaults.conftest import OpenWay
from trust_desktop.domain.errors import WaitFirst, WrongRecoveryCode
from trust_desktop.domain.vault import Protection, VaultInfo, VaultState
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vault_trying
from trust_desktop.services.vaults import Places, VaultListing
from trust_desktop.storage import tries_file
from trust_desktop.storage.tries_file import Tries
from trust_desktop.ui import theme
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening
from trust_desktop.ui.vaults.recovery_page import RecoveryPage
from trust_desktop.ui.vaults.wait_line import WaitLine


class Left:
    """Seconds left of a wait, as a test sets them."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds

    def __call__(self, _info: VaultInfo) -> int:
        return self.seconds


Front = Callable[..., None]
PHRASE = Protection.DEVICE_AND_PASSPHRASE


def _screen(left: Left, *labels: str, protection: Protection = PHRASE) -> LockScreen:
    infos = [VaultInfo(at, str(at), label, protection) for at, label in enumerate(labels, start=1)]
    return LockScreen([VaultListing(info, VaultState.READY) for info in infos], wait_left=left)


def test_the_wait_is_said_and_the_button_waits_until_it_is_over(qtbot: QtBot, in_front: Front) -> None:
    left = Left(8)
    screen = _screen(left, "")
    in_front(screen)
    assert screen.wait.text() == "You can try again in 8 second(s)."
    assert screen.wait.isVisible()
    assert "You can try again in 8" in screen.passphrase.edit.accessibleDescription()
    qtbot.keyClicks(screen.passphrase.edit, "five words")
    with qtbot.assertNotEmitted(screen.open_asked):
        qtbot.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)
    left.seconds = 0
    qtbot.waitUntil(lambda: not screen.wait.isVisible())
    assert screen.passphrase.edit.accessibleDescription() == ""
    with qtbot.waitSignal(screen.open_asked):
        qtbot.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)


def test_a_wrong_one_says_both_that_it_is_wrong_and_how_long_to_wait(in_front: Front) -> None:
    left = Left(0)
    screen = _screen(left, "")
    in_front(screen)
    screen.set_busy(busy=True)
    left.seconds = 2
    screen.set_busy(busy=False)
    screen.say_wrong()
    assert screen.passphrase.reason == "This passphrase does not open it."
    assert not screen.open.isEnabled()
    said = screen.passphrase.edit.accessibleDescription()
    assert said == "This passphrase does not open it.\nYou can try again in 2 second(s)."
    screen.set_busy(busy=True)
    screen.set_busy(busy=False)
    assert not screen.open.isEnabled()


def test_only_what_is_typed_waits(in_front: Front) -> None:
    screen = _screen(Left(9), "", protection=Protection.DEVICE)
    in_front(screen)
    assert not screen.wait.isVisible()
    assert screen.open.isEnabled()


def test_each_vault_has_its_own_wait(in_front: Front) -> None:
    class OfTheSecond(Left):
        def __call__(self, info: VaultInfo) -> int:
            return self.seconds if info.number == 2 else 0

    screen = _screen(OfTheSecond(4), "", "")
    in_front(screen)
    assert screen.open.isEnabled()
    screen._segments.set_value(2)
    assert screen.wait.isVisible()
    screen._segments.set_value(1)
    assert not screen.wait.isVisible()


def test_the_line_is_counted_down(qtbot: QtBot) -> None:
    left = Left(3)
    line = WaitLine(left)
    qtbot.addWidget(line)
    line.follow(VaultInfo(1, "a"))
    left.seconds = 1
    qtbot.waitUntil(lambda: "1 second" in line.text())
    line.follow(None)
    assert not line.waits


def test_after_a_restart_the_lock_screen_still_waits(
    way_in: OpenWay, places: Places, store: MemoryStore, qtbot: QtBot
) -> None:
    finished_vault(places, store, PHRASE)
    (folder,) = places.data.glob("????????")
    _note_failed(folder, 20)
    screen = _lock_screen(way_in())
    assert screen.wait.isVisible()
    assert not screen.open.isEnabled()
    qtbot.keyClicks(screen.passphrase.edit, PASSPHRASE)
    with qtbot.assertNotEmitted(screen.open_asked):
        qtbot.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)
    _note_failed(folder, 0)
    qtbot.waitUntil(screen.open.isEnabled)


def test_a_wait_that_only_the_services_know_of_leads_back_to_the_lock_screen(
    way_in: OpenWay, places: Places, store: MemoryStore, qtbot: QtBot
) -> None:
    """Another window tried meanwhile: the refusal does not depend on what this one shows."""
    finished_vault(places, store, PHRASE)
    (folder,) = places.data.glob("????????")
    opening = way_in()
    screen = _lock_screen(opening)
    qtbot.keyClicks(screen.passphrase.edit, PASSPHRASE)
    _note_failed(folder, 20)
    screen.open.click()
    qtbot.waitUntil(screen.wait.isVisible)
    assert opening._pages.currentWidget() is screen
    assert screen.passphrase.text() == PASSPHRASE


def test_the_recovery_page_waits_too(qtbot: QtBot, in_front: Front) -> None:
    left = Left(0)
    page = RecoveryPage(VaultInfo(1, "a"), left)
    in_front(page)
    assert page._open.isEnabled()
    left.seconds = 5
    assert page.say(WrongRecoveryCode(1))
    assert page.code.reason == "This code does not open this vault."
    assert page.wait.isVisible()
    assert not page._open.isEnabled()
    assert page.say(WaitFirst(5))
    left.seconds = 0
    qtbot.waitUntil(page._open.isEnabled)
    assert not page.wait.isVisible()


LONG = (
    "A rather long plain name",
    "Recipes and lists, all of",
    "ملاحظات يومية زرقاء",
    "",
    "Blue notebook of 2026",
)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_five_vaults_with_long_names_fit_and_can_each_be_chosen(
    qapp: QApplication, qtbot: QtBot, in_front: Front, scale: float, direction: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", scale)
    screen = _screen(Left(3), *LONG)
    screen.setLayoutDirection(direction)
    in_front(screen, 760, 700)
    assert cut_off(screen) == []
    assert unnamed(screen) == []
    segments = screen._segments.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    inside = screen._segments.rect()
    assert len(segments) == 5
    assert all(inside.contains(segment.geometry()) for segment in segments)
    tops = [segment.y() for segment in segments]
    assert tops == sorted(set(tops))
    for number in range(1, 6):
        screen._segments.set_value(number)
        assert screen.number == number
    assert not screen._add.isVisible()


def test_two_with_the_same_name_show_their_numbers(in_front: Front) -> None:
    screen = _screen(Left(0), "Blue", "Blue", "", "")
    in_front(screen)
    words = [segment.words for segment in screen._segments._segments()]
    assert words == ["Blue (1)", "Blue (2)", "3", "4"]


def _lock_screen(opening: Opening) -> LockScreen:
    screen = opening._pages.currentWidget()
    assert isinstance(screen, LockScreen)
    return screen


def _note_failed(folder: Path, in_row: int) -> None:
    tries_file.save(folder, Tries("0badcafe", 20, in_row, vault_trying.since_boot()))


def test_tab_leads_to_the_vault_that_is_chosen(qtbot: QtBot, in_front: Front) -> None:
    screen = _screen(Left(0), "Blue", "Green", "")
    screen._segments.set_value(2)
    in_front(screen)
    screen.open.setFocus()
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in screen._segments._segments():
            break
    assert getattr(QApplication.focusWidget(), "key", None) == 2
