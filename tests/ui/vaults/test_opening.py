"""From the lock screen into the vault, and back out of everything that can go wrong on the way."""

import os
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support import pages
from tests.support.stretch import stretch
from tests.support.vaults import PASSPHRASE, begin_vault, bytes_below, finished_vault
from tests.ui.vaults.conftest import OpenWay, SlowStore, call_slow_at_once
from trust_desktop.domain.vault import Protection
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.vault_forms.means import Then
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening
from trust_desktop.ui.vaults.recovery_page import RecoveryPage
from trust_desktop.ui.vaults.renew_page import RenewPage
from trust_desktop.ui.vaults.waiting_page import WaitingPage


def page(opening: Opening) -> QWidget:
    current = opening._pages.currentWidget()
    assert current is not None
    return current


def press(opening: Opening, words: str) -> None:
    pages.press(page(opening), words)


def says(opening: Opening, words: str) -> bool:
    return pages.says(page(opening), words)


def wait_for(qtbot: QtBot, opening: Opening, kind: type[QWidget]) -> None:
    qtbot.waitUntil(lambda: isinstance(page(opening), kind))


def test_a_keyring_vault_opens_with_one_press(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    opening = way_in()
    with qtbot.waitSignal(opening.opened) as opened:
        press(opening, "Open")
    session, then = opened.args
    assert session.info.number == 1
    assert then is Then.TODAY


def test_it_opens_at_once_where_nothing_is_asked(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    opening = way_in()
    with qtbot.waitSignal(opening.opened):
        opening.open_at_once()
        opening.open_at_once()


def test_wrong_and_then_right(qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore) -> None:
    finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    before = bytes_below(places.data, but="tries")
    opening = way_in()
    qtbot.keyClicks(QApplication.focusWidget(), "not these words at all")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says(opening, "This passphrase does not open it."))
    assert bytes_below(places.data, but="tries") == before
    with qtbot.waitSignal(opening.opened):
        qtbot.keyClicks(QApplication.focusWidget(), PASSPHRASE)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_slow_keyring_changes_the_page_and_a_late_answer_opens(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    opening = way_in()
    store.answer.clear()
    call_slow_at_once(opening)
    press(opening, "Open")
    wait_for(qtbot, opening, WaitingPage)
    assert says(opening, "Answer it, use the recovery code, or cancel.")
    with qtbot.waitSignal(opening.opened):
        store.answer.set()


def test_waiting_can_be_cancelled_and_a_late_answer_opens_nothing(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    opening = way_in()
    store.answer.clear()
    call_slow_at_once(opening)
    press(opening, "Open")
    wait_for(qtbot, opening, WaitingPage)
    with qtbot.assertNotEmitted(opening.opened, wait=500):
        qtbot.keyClick(page(opening), Qt.Key.Key_Escape)
        wait_for(qtbot, opening, LockScreen)
        store.answer.set()
    with qtbot.waitSignal(opening.opened):
        press(opening, "Open")


def test_waiting_leads_to_the_recovery_code(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    _, code = finished_vault(places, store)
    opening = way_in()
    store.answer.clear()
    call_slow_at_once(opening)
    press(opening, "Open")
    wait_for(qtbot, opening, WaitingPage)
    press(opening, "Use the recovery code")
    wait_for(qtbot, opening, RecoveryPage)
    store.answer.set()
    qtbot.keyClicks(QApplication.focusWidget(), code.lower().replace("-", " "))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for(qtbot, opening, RenewPage)


def test_the_window_lives_while_the_keyring_is_silent(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    opening = way_in()
    store.answer.clear()
    call_slow_at_once(opening)
    press(opening, "Open")
    with stretch() as stretched:
        longest, last = 0.0, time.monotonic()
        for _ in range(60):
            qtbot.wait(10)
            now = time.monotonic()
            longest, last = max(longest, now - last), now
    assert longest < 1.0 * stretched.worst, "a beat every 10 ms"


def test_a_missing_secret_leads_to_the_code_and_to_a_new_secret_if_wanted(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    _, code = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    store._items.clear()
    opening = way_in()
    qtbot.keyClicks(QApplication.focusWidget(), PASSPHRASE)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for(qtbot, opening, ProblemPage)
    assert says(opening, "The secret is not in the keyring")
    qtbot.keyClick(page(opening), Qt.Key.Key_Return)
    wait_for(qtbot, opening, RecoveryPage)
    page(opening).code.set_text(code)  # type: ignore[attr-defined]
    press(opening, "Open")
    wait_for(qtbot, opening, RenewPage)
    renewing = page(opening)
    assert isinstance(renewing, RenewPage)
    assert renewing.form is not None, "the code alone opened it, so the new secret wants a passphrase"
    assert renewing.form.take.hasFocus(), "not the button, which waits for the passphrase"
    renewing.form.take.click()
    phrase = renewing.form.text
    renewing.form.again.set_text(phrase)
    qtbot.waitUntil(renewing._renew.isEnabled)
    with qtbot.waitSignal(opening.opened) as opened:
        press(opening, "Make a new secret")
    opened.args[0].close()
    assert vaults.unlock(places, store, 1, phrase).close() is None
    assert len(vaults.list_vaults(places)) == 1, "never a second vault"


def test_a_new_secret_may_be_declined(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    _, code = finished_vault(places, store)
    store._items.clear()
    opening = way_in()
    press(opening, "Use the recovery code")
    wait_for(qtbot, opening, RecoveryPage)
    page(opening).code.set_text(code)  # type: ignore[attr-defined]
    press(opening, "Open")
    wait_for(qtbot, opening, RenewPage)
    with qtbot.waitSignal(opening.opened):
        press(opening, "Not now")
    assert store._items == {}


def test_a_slip_in_the_code_is_shown_at_its_group(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    _, code = finished_vault(places, store)
    opening = way_in()
    press(opening, "Use the recovery code")
    wait_for(qtbot, opening, RecoveryPage)
    recovery = page(opening)
    assert isinstance(recovery, RecoveryPage)
    press(opening, "Open")
    assert "Type the code first" in recovery.code.reason
    groups = code.split("-")
    groups[3] = groups[3][:-1] + ("0" if groups[3][-1] != "0" else "1")
    recovery.code.set_text("-".join(groups))
    press(opening, "Open")
    qtbot.waitUntil(lambda: "group 4" in recovery.code.reason)
    recovery.code.set_text("-".join(code.split("-")[:7]))
    press(opening, "Open")
    qtbot.waitUntil(lambda: "Some are missing" in recovery.code.reason)
    press(opening, "Back")
    wait_for(qtbot, opening, LockScreen)


def test_code_and_passphrase_together(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    _, code = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE, recovery_with_passphrase=True)
    opening = way_in()
    press(opening, "Use the recovery code")
    wait_for(qtbot, opening, RecoveryPage)
    recovery = page(opening)
    assert isinstance(recovery, RecoveryPage)
    recovery.code.set_text(code)
    press(opening, "Open")
    assert "passphrase too" in recovery.passphrase.reason
    recovery.passphrase.set_text("some other words here")
    press(opening, "Open")
    qtbot.waitUntil(lambda: "together" in recovery.passphrase.reason and recovery.isEnabled())
    qtbot.waitUntil(recovery.passphrase.isEnabled)
    recovery.passphrase.set_text(PASSPHRASE)
    press(opening, "Open")
    wait_for(qtbot, opening, RenewPage)


@pytest.mark.parametrize(
    ("damage", "title"),
    [
        (lambda path: path.write_bytes(b""), "The file is damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:-100]), "The file is damaged"),
        (lambda path: path.write_bytes(os.urandom(8192)), "The file is damaged"),
        (lambda path: path.unlink(), "The file is not there"),
    ],
)
def test_damage_has_a_page_and_nothing_is_changed_or_made(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore, damage: object, title: str
) -> None:
    finished_vault(places, store)
    database = next(path for path in places.data.rglob("*.db"))
    damage(database)  # type: ignore[operator]
    before = bytes_below(places.data)
    opening = way_in()
    page(opening).open.click()  # type: ignore[attr-defined]
    wait_for(qtbot, opening, ProblemPage)
    assert says(opening, title)
    qtbot.keyClick(page(opening), Qt.Key.Key_Escape)
    wait_for(qtbot, opening, LockScreen)
    after = bytes_below(places.data)
    assert after == before
    assert len(vaults.list_vaults(places)) == 1


def test_an_unfinished_vault_goes_on_with_a_fresh_code(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    old = begin_vault(places, store).recovery_code
    opening = way_in()
    press(opening, "Go on with its set-up")
    wait_for(qtbot, opening, FirstRun)
    run = page(opening)
    assert isinstance(run, FirstRun)
    assert run.frame.page is run.code
    assert run._new is not None
    assert run._new.recovery_code != old


def test_without_a_vault_the_first_run_begins(way_in: OpenWay) -> None:
    assert isinstance(page(way_in()), FirstRun)


def test_adding_another_can_be_left(qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore) -> None:
    finished_vault(places, store)
    opening = way_in()
    press(opening, "Add another")
    wait_for(qtbot, opening, FirstRun)
    press(opening, "Back")
    wait_for(qtbot, opening, LockScreen)


def test_a_vault_that_is_open_elsewhere_can_be_tried_again(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    elsewhere = vaults.unlock(places, store, 1, None)
    opening = way_in()
    press(opening, "Open")
    wait_for(qtbot, opening, ProblemPage)
    assert says(opening, "It is open somewhere else")
    elsewhere.close()
    with qtbot.waitSignal(opening.opened):
        press(opening, "Try again")
