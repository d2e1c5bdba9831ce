"""A vault that was backed up and closed, with all that is needed to open the backup again and to compare it."""

from dataclasses import dataclass
from pathlib import Path

from tests.support.backup_vaults import a_drive, a_vault, opened, rows_of
from tests.support.keyrings import FaultyStore
from trust_desktop.security import cost as costs
from trust_desktop.services import backing_up, restoring
from trust_desktop.services.asking import Asking
from trust_desktop.services.restoring import Offer, OpenedBackup, Way
from trust_desktop.services.vaults import Places

BACKUP_PASSPHRASE = "tulip ladder orbit quarry mint"


@dataclass
class Made:
    """A vault, now closed, its backup, and the rows it had when that was made."""

    places: Places
    store: FaultyStore
    code: str
    drive: Path
    rows: dict[str, list[tuple[object, ...]]]

    @property
    def offer(self) -> Offer:
        return restoring.offers(self.places, self.drive)[0]

    def open(self, way: Way = Way.EVERY_DAY, **given: object) -> OpenedBackup:
        return restoring.open_backup(self.places, self.store, self.offer, way, **given)


def backed_up(folder: Path, *, with_passphrase: bool = False) -> Made:
    places, store, code = a_vault(folder)
    session, drive = opened(places, store), a_drive(folder)
    backing_up.choose(session, drive)
    if with_passphrase:
        slot = backing_up.make_slot(session, places, BACKUP_PASSPHRASE, costs.PORTABLE)
        backing_up.keep_slot(session, slot)
    rows = rows_of(session._database)
    backing_up.note_made(session, backing_up.back_up(session, places, Asking()))
    session.close()
    return Made(places, store, code, drive, rows)
