"""Several vaults at one login, waits after wrong tries, and when a vault was opened, for pictures."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from trust_desktop.domain.unlock import OpenedBy
from trust_desktop.domain.vault import Protection, VaultInfo, VaultState
from trust_desktop.services import noticing_openings
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places, VaultListing
from trust_desktop.storage.tries_file import Tries
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.household import Household
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.shell import Shell
from trust_desktop.ui.vaults.lock_screen import LockScreen

USUAL: Final = (1180, 760)
NARROW: Final = (720, 760)
LABELS: Final = ("", "Blue notebook", "Recipes and lists", "A rather long plain name", "Blue notebook")
WAIT: Final = 32
HERE: Final = Tries("0badcafe")

Scene = tuple[str, QWidget, tuple[int, int]]


def locked() -> Iterator[Scene]:
    protection = Protection.DEVICE_AND_PASSPHRASE
    infos = [VaultInfo(at, str(at), label, protection) for at, label in enumerate(LABELS, start=1)]
    listings = [VaultListing(info, VaultState.READY) for info in infos]
    shell = Shell()
    shell.show_page(LockScreen(listings, 2))
    yield "lock-screen-five", shell, USUAL
    screen = LockScreen(listings[:2], 2, wait_left=lambda _info: WAIT)
    shell.show_page(screen)
    screen.passphrase.set_text("velvet harbour")
    screen.say_wrong()
    yield "lock-screen-wait", shell, USUAL
    shell.close()
    shell.deleteLater()


def opened(
    session: VaultSession,
    places: Places,
    window_over: Callable[[VaultSession], AbstractContextManager[tuple[OpenVault, MainWindow]]],
    settle: Callable[[], None],
) -> Iterator[Scene]:
    session.info = VaultInfo(2, "0123abcd", "Blue", Protection.DEVICE_AND_PASSPHRASE)
    _note_openings(session)
    with window_over(session) as (vault, window):
        vault.household = Household(places, lambda: None)
        yield "today-tries", window, USUAL
        window.go_to(Place.SETTINGS)
        page = window.page(Place.SETTINGS)
        assert isinstance(page, SettingsPage)
        settle()
        for name, size in (("settings-household", USUAL), ("settings-household-narrow", NARROW)):
            window.resize(*size)
            settle()
            bring_into_view(page.vaults.label)
            yield name, window, size
        page.unlocks.show_list.click()
        settle()
        sheet = page.findChild(QDialog)
        assert sheet is not None
        yield "unlocks-list", sheet, (sheet.width(), sheet.height())
        sheet.close()


def _note_openings(session: VaultSession) -> None:
    now = session.now()
    moments = (
        (timedelta(days=4, hours=2), OpenedBy.SETUP, HERE),
        (timedelta(days=3), OpenedBy.PASSPHRASE, HERE),
        (timedelta(days=1, hours=1), OpenedBy.RECOVERY, HERE),
        (timedelta(hours=9), OpenedBy.PASSPHRASE, None),
        (timedelta(0), OpenedBy.PASSPHRASE, Tries(HERE.mark, 3, 3, 0, now - timedelta(hours=3))),
    )
    usual = session.now
    for ago, by, found in moments:
        session.now = lambda ago=ago: now - ago  # type: ignore[misc]  # bound where it is made
        noticing_openings.note(session, by, found, HERE)
    session.now = usual
