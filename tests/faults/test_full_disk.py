"""A full disk and a disk that turns read-only: a calm problem, nothing half-made, and all well once there is room."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.keyrings import FaultyStore
from tests.support.vaults import begin_vault, bytes_below, finished_vault, places_in
from trust_desktop.domain.errors import DiskFull, ReadOnlyFolder
from trust_desktop.domain.vault import VaultState
from trust_desktop.services import settings, vaults
from trust_desktop.services.session import VaultSession

pytestmark = pytest.mark.second_user


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)], check=True)
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def _fill(disk: Path, free_kilobytes: int) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1024)):
                pass
        except OSError:
            pass
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - 1024 * free_kilobytes))
    return filler


@pytest.mark.parametrize("free", [0, 4, 8, 20, 40, 60, 68, 72, 76, 80, 84, 88, 100, 140])
def test_a_vault_that_does_not_fit_leaves_nothing_behind(disk: Path, free: int) -> None:
    places, store = places_in(disk), FaultyStore()
    finished_vault(places, store)
    items, before = store.items(), bytes_below(places.data)
    filler = _fill(disk, free)
    try:
        begin_vault(places, store)
    except DiskFull:
        assert [listing.state for listing in vaults.list_vaults(places)] == [VaultState.READY]
        assert store.items() == items
        after = bytes_below(places.data)
        after.pop("numbers"), before.pop("numbers")
        assert after == before
    else:
        assert free >= 72

    filler.unlink()
    begin_vault(places, store)
    vaults.unlock(places, store, 1, None).close()


def _save_until_full(session: VaultSession) -> None:
    for minutes in range(12, 30):
        settings.save(session, replace(settings.load(session), idle_minutes=minutes))


def test_what_does_not_fit_is_not_taken_for_saved(disk: Path) -> None:
    places, store = places_in(disk), FaultyStore()
    finished_vault(places, store)
    session = vaults.unlock(places, store, 1, None)
    settings.save(session, replace(settings.load(session), idle_minutes=11))
    filler = _fill(disk, 0)
    with pytest.raises(DiskFull):
        _save_until_full(session)
    kept = settings.load(session).idle_minutes
    session.close()

    filler.unlink()
    again = vaults.unlock(places, store, 1, None)
    assert settings.load(again).idle_minutes == kept
    settings.save(again, replace(settings.load(again), idle_minutes=30))
    again.close()


def test_a_full_disk_bars_the_way_at_worst_and_changes_nothing(disk: Path) -> None:
    places, store = places_in(disk), FaultyStore()
    number, code = finished_vault(places, store)
    before = bytes_below(places.data)
    filler = _fill(disk, 0)
    for way in (
        lambda: vaults.unlock(places, store, number, None),
        lambda: vaults.recover(places, store, number, code, None).session,
    ):
        try:
            session = way()
        except DiskFull:
            assert bytes_below(places.data) == before
        else:
            session.close()

    filler.unlink()
    vaults.unlock(places, store, number, None).close()


def test_no_room_for_a_new_device_secret_leaves_the_old_way_in(disk: Path) -> None:
    places, store = places_in(disk), FaultyStore()
    number, code = finished_vault(places, store)
    recovered = vaults.recover(places, store, number, code, None)
    filler = _fill(disk, 0)
    with pytest.raises(DiskFull):
        vaults.renew_device_secret(store, recovered)
    recovered.session.close()

    filler.unlink()
    assert [item for _, item in store.items()] == [1]
    vaults.unlock(places, store, number, None).close()


def test_a_disk_that_turned_read_only_is_named(disk: Path) -> None:
    places, store = places_in(disk), FaultyStore()
    number, code = finished_vault(places, store)
    before = bytes_below(places.data)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    assert [listing.state for listing in vaults.list_vaults(places)] == [VaultState.READ_ONLY]
    with pytest.raises(ReadOnlyFolder):
        vaults.unlock(places, store, number, None)
    with pytest.raises(ReadOnlyFolder):
        vaults.recover(places, store, number, code, None)
    with pytest.raises(ReadOnlyFolder):
        begin_vault(places, store)
    assert bytes_below(places.data) == before
    assert len(store.items()) == 1
