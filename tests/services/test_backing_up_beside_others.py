"""What somebody else puts into the folder of the backups keeps none from being made and counted."""

from pathlib import Path

from tests.support.backup_vaults import a_drive, a_vault, opened
from trust_desktop.domain.backup import HIGHEST, BackupName
from trust_desktop.services import backing_up, restoring
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places


def _made(session: VaultSession, places: Places) -> BackupName:
    made = backing_up.back_up(session, places, Asking())
    assert backing_up.note_made(session, made).last == made
    return made


def test_a_header_right_in_the_folder_hides_no_backup(tmp_path: Path) -> None:
    places, store, _ = a_vault(tmp_path)
    session, drive = opened(places, store), a_drive(tmp_path)
    backing_up.choose(session, drive)
    first = _made(session, places)
    drive.joinpath("header.1").write_bytes(b"of no backup")

    second = _made(session, places)

    assert second.number == first.number + 1
    assert [one.name for one in backing_up.found(session)] == [second]
    assert [one.usable for one in restoring.offers(places, drive)] == [True, False]
    session.close()


def test_a_number_at_the_end_of_all_numbers_is_not_counted_beyond(tmp_path: Path) -> None:
    places, store, _ = a_vault(tmp_path)
    session, drive = opened(places, store), a_drive(tmp_path)
    assert session.info is not None
    name = session.info.folder
    planted = drive / f"daybook-{name}-{HIGHEST}-20200101-000000"
    planted.mkdir()
    planted.joinpath("header.1").write_bytes((places.data / name / "header.1").read_bytes())
    backing_up.choose(session, drive)

    made = _made(session, places)

    assert made.number == HIGHEST
    assert next(iter(backing_up.found(session))).name == made
    session.close()
