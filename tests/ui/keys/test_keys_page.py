"""Keys and passphrase: what is asked, what is shown, and that nothing is changed before the last step."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.keyrings import FaultyStore, Prompt, raising
from tests.support.vaults import PASSPHRASE, bytes_below
from tests.ui.keys.conftest import Home, slow
from tests.ui.keys.steps import asked, at, keys
from trust_desktop.domain.errors import KeyringLocked, SecretMissing, WrongPassphrase
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.domain.vault import Protection
from trust_desktop.services import vaults
from trust_desktop.ui.keys.ask_step import AskStep
from trust_desktop.ui.keys.overview import Overview
from trust_desktop.ui.keys.steps import CodeStep, DoneStep, ProofStep
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.problems import Answer, ProblemPage
from trust_desktop.ui.proving import proof_now
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.vault_forms.means import Means

NEW = "kettle attic violet ladder comet"


def type_new(qtbot: QtBot, step: AskStep, text: str = NEW) -> None:
    assert step.form is not None
    step.form.first.set_text(text)
    step.form.again.set_text(text)
    qtbot.waitUntil(lambda: step.form is not None and step.form.ready, timeout=20_000)


def prove(qtbot: QtBot, window: MainWindow) -> str:
    """Copy the code from the page and type its two groups back."""
    shown = at(qtbot, window, CodeStep)
    assert isinstance(shown, CodeStep)
    groups = [label.text() for label in shown.sheet._groups]
    shown.on.click()
    step = keys(window).current
    assert isinstance(step, ProofStep)
    assert not step.on.isEnabled()
    for place, field in step.fields.asked.items():
        field.set_text(groups[place - 1])
    step.on.click()
    at(qtbot, window, DoneStep)
    return "-".join(groups)


def opens(window: MainWindow, means: Means, phrase: str | None) -> bool:
    window.vault.session.close()
    try:
        window.vault.session = vaults.unlock(means.places, means.store, 1, phrase)
    except (WrongPassphrase, SecretMissing):
        return False
    return True


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_from_settings_a_passphrase_is_added_in_two_presses(qtbot: QtBot, home: Home, means: Means) -> None:
    window = home()
    window.go_to(Place.SETTINGS)
    page = window.page(Place.SETTINGS)
    assert isinstance(page, SettingsPage)
    assert "whoever uses this login can open it" in texts(page.protection)
    page.protection.add.click()
    step = keys(window).current
    assert isinstance(step, AskStep)
    assert step.passphrase.isHidden()
    type_new(qtbot, step)
    step.on.click()
    done = at(qtbot, window, DoneStep)
    assert isinstance(done, DoneStep)
    assert done.following.text() == "Make a new code…"

    done.default.click()
    overview = keys(window).current
    assert isinstance(overview, Overview)
    assert KeyChange.PASSPHRASE in overview.buttons
    overview.left.emit()
    assert window.place is Place.SETTINGS
    qtbot.waitUntil(lambda: "passphrase and a secret" in texts(page.protection))
    assert page.protection.add.isHidden()
    assert opens(window, means, NEW)


def test_the_view_for_two_asks_for_a_passphrase_that_was_added(qtbot: QtBot, home: Home) -> None:
    window = home()
    assert proof_now(window.vault) is None
    window.open_keys(KeyChange.ADD_PASSPHRASE)
    step = keys(window).current
    assert isinstance(step, AskStep)
    type_new(qtbot, step)
    step.on.click()
    at(qtbot, window, DoneStep)
    assert proof_now(window.vault) is not None


def test_a_passphrase_is_changed_with_the_one_of_now_and_a_new_code(
    qtbot: QtBot, home: Home, means: Means
) -> None:
    window = home(Protection.DEVICE_AND_PASSPHRASE, together=True)
    step = asked(window, KeyChange.PASSPHRASE)
    assert "shows a new code" in texts(step)
    assert step.form.first.edit.accessibleName() == "New passphrase"  # beside the one of now
    assert not step.on.isEnabled()
    step.passphrase.set_text("not this one")
    type_new(qtbot, step)
    before = bytes_below(means.places.data, but="tries")
    step.on.click()
    qtbot.waitUntil(lambda: "does not open it" in step.passphrase.reason, timeout=20_000)
    assert bytes_below(means.places.data, but="tries") == before

    step.passphrase.set_text(PASSPHRASE)
    step.on.click()
    code = prove(qtbot, window)
    assert not opens(window, means, PASSPHRASE)
    assert opens(window, means, NEW)
    window.vault.session.close()
    recovered = vaults.recover(means.places, means.store, 1, code, NEW)
    window.vault.session = recovered.session


def test_dropping_it_waits_for_the_word_that_nobody_else_uses_the_account(
    qtbot: QtBot, home: Home, means: Means
) -> None:
    window = home(Protection.DEVICE_AND_PASSPHRASE)
    step = asked(window, KeyChange.DROP_PASSPHRASE)
    assert "only covers the screen" in texts(step)
    step.passphrase.set_text(PASSPHRASE)
    assert not step.on.isEnabled()
    step.nobody_else.click()
    step.on.click()
    at(qtbot, window, DoneStep)
    assert opens(window, means, None)


def test_a_new_database_key_warns_of_old_copies_and_brings_a_new_code(
    qtbot: QtBot, home: Home, means: Means
) -> None:
    window = home()
    step = asked(window, KeyChange.DATABASE_KEY)
    assert "Old copies stay readable" in texts(step)
    step.on.click()
    code = prove(qtbot, window)
    assert opens(window, means, None)
    window.vault.session.close()
    recovered = vaults.recover(means.places, means.store, 1, code, None)
    window.vault.session = recovered.session


def test_a_new_device_secret_is_one_press(qtbot: QtBot, home: Home, means: Means) -> None:
    window = home()
    asked(window, KeyChange.DEVICE_SECRET).on.click()
    assert "Another folder" not in texts(at(qtbot, window, DoneStep))
    assert opens(window, means, None)


def test_another_folder_that_keeps_the_old_lock_is_said(qtbot: QtBot, home: Home, means: Means) -> None:
    window = home()
    info = window.vault.session.info
    assert info is not None
    data = means.places.data
    shutil.copytree(data / info.folder, data / f"aside-{info.folder}-2026-11-24")
    asked(window, KeyChange.DEVICE_SECRET).on.click()
    assert "Another folder of this same vault" in texts(at(qtbot, window, DoneStep))


@pytest.mark.parametrize("alone", [False, True])
def test_with_each_new_code_it_is_asked_where_the_paper_can_be(qtbot: QtBot, home: Home, alone: bool) -> None:
    window = home(Protection.DEVICE_AND_PASSPHRASE)
    step = asked(window, KeyChange.RECOVERY_CODE)
    assert step.paper is not None
    assert step.paper.no.isChecked()
    if alone:
        step.paper.yes.click()
    step.passphrase.set_text(PASSPHRASE)
    step.on.click()
    at(qtbot, window, CodeStep)
    assert ("It works alone" in texts(keys(window))) is alone
    prove(qtbot, window)
    info = window.vault.session.info
    assert info is not None
    assert info.recovery_needs_passphrase is not alone


def test_going_back_from_the_code_changes_nothing(qtbot: QtBot, home: Home, means: Means) -> None:
    window = home()
    before = bytes_below(means.places.data, but="tries")
    asked(window, KeyChange.RECOVERY_CODE).on.click()
    shown = at(qtbot, window, CodeStep)
    assert isinstance(shown, CodeStep)
    shown.on.click()
    step = keys(window).current
    assert isinstance(step, ProofStep)
    step.back.click()
    again = keys(window).current
    assert isinstance(again, CodeStep)
    again.back.click()
    overview = keys(window).current
    assert isinstance(overview, Overview)
    assert overview.buttons[KeyChange.RECOVERY_CODE].hasFocus()
    assert bytes_below(means.places.data, but="tries") == before


def test_a_slip_is_said_beside_its_group(qtbot: QtBot, home: Home) -> None:
    window = home()
    asked(window, KeyChange.RECOVERY_CODE).on.click()
    shown = at(qtbot, window, CodeStep)
    assert isinstance(shown, CodeStep)
    shown.on.click()
    step = keys(window).current
    assert isinstance(step, ProofStep)
    for field in step.fields.asked.values():
        field.set_text("AAAAB")
    step.on.click()
    assert all("slip" in field.reason for field in step.fields.asked.values())
    other = vaults_code()
    for place, field in step.fields.asked.items():
        field.set_text(other.split("-")[place - 1])
    step.on.click()
    qtbot.waitUntil(
        lambda: any("not what was shown" in field.reason for field in step.fields.asked.values()),
        timeout=20_000,
    )


def vaults_code() -> str:
    from trust_desktop.security import recovery_code

    return recovery_code.write(recovery_code.new_secret())


def test_escape_does_nothing(qtbot: QtBot, home: Home) -> None:
    window = home()
    step = asked(window, KeyChange.DATABASE_KEY)
    qtbot.keyClick(QApplication.focusWidget() or step, Qt.Key.Key_Escape)
    assert keys(window).current is step


def test_a_keyring_that_waits_can_be_cancelled_and_nothing_is_changed(
    qtbot: QtBot, home: Home, means: Means, store: FaultyStore
) -> None:
    window = home()
    window.vault.means = slow(means)
    prompt = Prompt()
    step = asked(window, KeyChange.DEVICE_SECRET)
    store.faults["read"] = prompt
    step.on.click()
    qtbot.waitUntil(lambda: "keyring password" in step.busy.text(), timeout=20_000)
    assert not step.on.isEnabled()
    step.cancel.click()
    at(qtbot, window, Overview)
    store.faults.clear()
    prompt.answer()
    assert opens(window, means, None)


def test_no_key_leads_away_from_a_change_that_is_under_way(
    qtbot: QtBot, home: Home, store: FaultyStore
) -> None:
    window = home()
    prompt = Prompt()
    step = asked(window, KeyChange.DEVICE_SECRET)
    store.faults["write"] = prompt
    step.on.click()
    page = keys(window)
    for key in (Qt.Key.Key_2, Qt.Key.Key_F, Qt.Key.Key_Comma):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    window.open_help("list")
    window.open_wizard()
    assert keys(window) is page
    with qtbot.waitSignal(window.lock_requested):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    store.faults.clear()
    prompt.answer()
    at(qtbot, window, DoneStep)
    window.go_to(Place.TODAY)
    assert window.taking_over is None


def test_a_locked_keyring_has_its_page_and_one_may_try_again(
    qtbot: QtBot, home: Home, store: FaultyStore
) -> None:
    window = home()
    store.faults["write"] = raising(KeyringLocked())
    asked(window, KeyChange.DEVICE_SECRET).on.click()
    page = at(qtbot, window, ProblemPage)
    assert isinstance(page, ProblemPage)
    assert "Use the recovery code" not in [one.text() for one in page.findChildren(QAbstractButton)]
    store.faults.clear()
    page.answered.emit(Answer.TRY_AGAIN)
    step = keys(window).current
    assert isinstance(step, AskStep)
    step.on.click()
    at(qtbot, window, DoneStep)


def test_a_vault_that_was_closed_by_it_is_locked(qtbot: QtBot, home: Home, store: FaultyStore) -> None:
    window = home()
    step = asked(window, KeyChange.DEVICE_SECRET)
    window.vault.session.close()
    step.on.click()
    page = at(qtbot, window, ProblemPage)
    assert isinstance(page, ProblemPage)
    with qtbot.waitSignal(window.lock_requested):
        page.left.emit()


def test_to_go_elsewhere_stops_what_is_not_done(qtbot: QtBot, home: Home, means: Means) -> None:
    window = home()
    asked(window, KeyChange.RECOVERY_CODE).on.click()
    at(qtbot, window, CodeStep)
    page = keys(window)
    window.go_to(Place.TODAY)
    assert window.taking_over is None
    assert page._pending is None
    assert opens(window, means, None)


def test_an_example_has_no_keys(home: Home) -> None:
    window = home()
    window.vault.means = None
    window.open_keys()
    assert window.taking_over is None
