"""A link among the backups is removed as a link: what it leads to may be the vault itself."""

from pathlib import Path

from tests.support.backup_vaults import a_drive, a_vault, names_in, opened
from tests.support.vaults import bytes_below
from trust_desktop.services import backing_up
from trust_desktop.services.asking import Asking
from trust_desktop.storage import backups
from trust_desktop.storage.backups import BackupFolder


def test_what_a_link_in_the_place_of_a_try_cut_short_leads_to_stays(tmp_path: Path) -> None:
    places, store, _ = a_vault(tmp_path)
    session, drive = opened(places, store), a_drive(tmp_path)
    assert session.info is not None
    live = places.data / session.info.folder
    drive.joinpath(f".daybook-{live.name}-0001-20200101-000000.part").symlink_to(live)
    backing_up.choose(session, drive)

    made = backing_up.back_up(session, places, Asking())

    assert names_in(drive) == [str(made)]
    session.close()
    opened(places, store).close()


def test_what_a_link_in_the_place_of_an_old_backup_leads_to_stays(tmp_path: Path) -> None:
    places, _, _ = a_vault(tmp_path)
    drive, (live,) = a_drive(tmp_path), places.data.glob("????????")
    before = bytes_below(live)
    link = drive / f"daybook-{live.name}-0001-20200101-000000"
    link.symlink_to(live)

    assert backups.remove(BackupFolder(link))

    assert names_in(drive) == []
    assert bytes_below(live) == before
