"""Backups in Settings, and the way from one to a vault, for pictures."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtWidgets import QWidget

from trust_desktop.domain.backup import BackupContents, BackupName
from trust_desktop.domain.vault import Protection
from trust_desktop.services import backing_up, vaults
from trust_desktop.services.backup_places import Concern, Judgement
from trust_desktop.services.restoring import Offer, Way
from trust_desktop.ui.backups.backups_page import BackupsPage
from trust_desktop.ui.backups.keeper import BackupKeeper
from trust_desktop.ui.backups.pick_page import PickPage
from trust_desktop.ui.backups.preview_page import PreviewPage
from trust_desktop.ui.backups.unlock_page import UnlockPage
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.shell import Shell
from trust_desktop.ui.vault_forms.means import Means

USUAL: Final = (1180, 760)
DRIVE: Final = Path("/media/drive/copies")
CONTENTS: Final = BackupContents(1, 118, 24, date(2026, 8, 3), date(2026, 11, 20))
MADE: Final = BackupName(31, "0a1b2c3d", datetime.fromisoformat("2026-11-20T21:40"))
DOUBTS: Final = Judgement((Concern.SYNCED, Concern.SAME_DISK), "OneDrive")

Scene = tuple[str, QWidget, tuple[int, int]]


class Given(Protocol):
    """A folder and a keyring that are gone afterwards."""

    def __call__(self) -> AbstractContextManager[Means]: ...


def offers() -> tuple[Offer, ...]:
    """Two that can be opened, and one that cannot."""
    ways = (Way.BACKUP_PASSPHRASE, Way.RECOVERY_CODE, Way.EVERY_DAY)
    days = ("2026-11-20T21:40", "2026-11-19T22:05", "2026-11-08T20:15")
    made = [Offer(DRIVE, datetime.fromisoformat(day), 1, ways=ways) for day in days]
    return (*made[:2], Offer(DRIVE, made[2].made))


def every_page(means: Given, passphrase: str) -> Iterator[Scene]:
    with means() as given:
        yield from _settings(given, passphrase)
        shell = Shell()
        pick = PickPage([DRIVE.parent], full=False)
        pick.show_offers(DRIVE, offers())
        shell.show_page(pick)
        yield "restore-1-pick", shell, USUAL
        unlock = UnlockPage(offers()[0])
        shell.show_page(unlock)
        yield "restore-2-open", shell, USUAL
        preview = PreviewPage(CONTENTS, Protection.DEVICE_AND_PASSPHRASE, given.background, full=False)
        shell.show_page(preview)
        yield "restore-3-preview", shell, USUAL
        shell.close()
        shell.deleteLater()


def _settings(given: Means, passphrase: str) -> Iterator[Scene]:
    new = vaults.create(
        given.places,
        given.store,
        protection=Protection.DEVICE_AND_PASSPHRASE,
        passphrase=passphrase,
        recovery_with_passphrase=True,
        cost=given.cost,
    )
    vault = OpenVault(vaults.prove_recovery(given.places, new, new.recovery_code))
    vault.make_keeper = lambda: BackupKeeper(vault, given.places, given.store, vault)
    window = MainWindow(vault)
    window.show()
    window.go_to(Place.BACKUPS)
    page = window.page(Place.BACKUPS)
    assert isinstance(page, BackupsPage)
    yield "backups-none-yet", window, USUAL
    page.place.say_doubts(DRIVE, DOUBTS)
    yield "backups-doubts", window, USUAL
    page.place.leave_doubts()
    session = vault.session
    assert session.info is not None
    folder = given.places.runtime
    folder.mkdir(parents=True, exist_ok=True)
    backing_up.choose(session, folder)
    backing_up.note_made(session, BackupName(MADE.number, session.info.folder, MADE.made))
    page.look()
    page.place.place.setText(str(DRIVE))
    yield "backups", window, USUAL
    vault.make_keeper = None
    vault.session.close()
    window.close()
    window.deleteLater()
