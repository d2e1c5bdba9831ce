"""Wherever it says that locking only covers the screen, a passphrase is near."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.support.vaults import finished_vault
from tests.ui.vaults.conftest import OpenWay, SlowStore
from trust_desktop.domain.vault import Protection, VaultInfo, VaultState
from trust_desktop.services.vaults import Places, VaultListing
from trust_desktop.ui.vault_forms.means import Means, Then
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_screen import LockScreen


def test_the_lock_screen_leads_to_a_passphrase_with_one_press(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    opening = way_in()
    (button,) = (one for one in opening.findChildren(QAbstractButton) if one.text() == "Add a passphrase…")
    with qtbot.waitSignal(opening.opened) as opened:
        button.click()
    session, then = opened.args
    assert session.info.number == 1
    assert then is Then.KEYS


@pytest.mark.parametrize(
    ("protection", "state", "offered"),
    [
        (Protection.DEVICE, VaultState.READY, True),
        (Protection.DEVICE, VaultState.IN_USE, False),
        (Protection.DEVICE, VaultState.SETUP_UNFINISHED, False),
        (Protection.DEVICE_AND_PASSPHRASE, VaultState.READY, False),
    ],
)
def test_it_is_offered_where_the_keyring_alone_opens(
    qtbot: QtBot, protection: Protection, state: VaultState, offered: bool
) -> None:
    screen = LockScreen([VaultListing(VaultInfo(1, "a", "", protection), state)])
    qtbot.addWidget(screen)
    assert screen.add_passphrase.isVisibleTo(screen) is offered
    screen.set_busy(busy=True)
    assert not screen.add_passphrase.isEnabled()


def test_the_choice_of_the_keyring_can_be_taken_back_where_it_says_what_it_means(
    qtbot: QtBot, means: Means
) -> None:
    run = FirstRun(means)
    qtbot.addWidget(run)
    qtbot.waitUntil(lambda: run.sharing.keyring is True)
    run.frame.next.click()
    run.sharing.no.setChecked(True)
    run.frame.next.click()
    assert run.frame.page is run.keyring
    run.keyring.with_passphrase.click()
    assert run.frame.page is run.passphrase
    assert run.protection is Protection.DEVICE_AND_PASSPHRASE
