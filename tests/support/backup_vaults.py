"""An open vault with a plan and marks, made once and copied, and folders its backups can go to."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.builders import TODAY, Clock, a_live_plan
from tests.support.keyrings import FaultyStore
from tests.support.vaults import bytes_below, finished_vault, places_in
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import acknowledging, following_through, vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage.database import Database

MARKS = 6
_made: list[tuple[dict[str, bytes], FaultyStore, str]] = []


def a_vault(folder: Path) -> tuple[Places, FaultyStore, str]:
    """A finished vault that opens without a passphrase: its place, its keyring, its recovery code."""
    if not _made:
        with tempfile.TemporaryDirectory() as template:
            places, store = places_in(Path(template)), FaultyStore()
            number, code = finished_vault(places, store)
            session = vaults.unlock(places, store, number, None)
            session.now = Clock()
            fill(session)
            session.close()
            _made.append((bytes_below(places.data), store, code))
    files, made_with, code = _made[0]
    places, store = places_in(folder), FaultyStore()
    for name, data in files.items():
        path = places.data / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod(0o600)
    store._items.update({key: bytearray(value) for key, value in made_with._items.items()})
    return places, store, code


def opened(places: Places, store: FaultyStore, clock: Clock | None = None, number: int = 1) -> VaultSession:
    session = vaults.unlock(places, store, number, None)
    session.now = clock or Clock()
    return session


def fill(session: VaultSession) -> None:
    """A plan, marks of a week, one thank-you."""
    plan = a_live_plan(session)
    action = plan.actions[0].id
    for ago in range(MARKS):
        following_through.mark(session, action, TODAY - timedelta(days=ago), Outcome.KEPT)
    words = AcknowledgementDraft(text="Thank you for the phone on the table.")
    acknowledging.deliver(session, words, Way.ALOUD, TODAY)


def rows_of(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, the hidden ones of the index too."""
    with database.transaction(write=False) as transaction:
        raw = transaction.connection
        names = raw.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        return {
            name: [tuple(row) for row in raw.exec_driver_sql(f'SELECT * FROM "{name}"')]
            for (name,) in names.all()
        }


def a_drive(folder: Path, name: str = "drive") -> Path:
    place = folder / name
    place.mkdir()
    return place


def pull_out(drive: Path) -> Path:
    """The drive is away; what was on it comes back by `rename`."""
    away = drive.with_name(f".{drive.name}-away")
    return drive.rename(away)


def names_in(drive: Path) -> list[str]:
    return sorted(path.name for path in drive.iterdir())


def carry(backup: Path, to: Path) -> Path:
    return Path(shutil.copytree(backup, to))
