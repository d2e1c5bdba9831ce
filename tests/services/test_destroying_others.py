"""Destroying, taking off and erasing reach only what was confirmed, whatever lies about in the data folder."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.destroying_vaults import a_vault, finish, missing
from tests.support.keyrings import FaultyStore, raising
from tests.support.vaults import bytes_below
from trust_desktop.domain.errors import Cancelled, KeyringLocked, VaultProblem
from trust_desktop.services import destroying, quarantining, vault_listing, vaults
from trust_desktop.services.destroying import Remains
from trust_desktop.services.vaults import Asking, Places


def _refused_to_take_off(places: Places, store: FaultyStore, number: int) -> None:
    before = bytes_below(places.data)
    assert number not in missing(places)
    with pytest.raises(Cancelled):
        destroying.take_off(places, store, number, Asking())
    assert bytes_below(places.data) == before


def test_a_vault_that_is_here_under_another_number_is_not_missing(places: Places, store: FaultyStore) -> None:
    a_vault(places, store)
    numbers = places.data / "numbers"
    numbers.write_text(numbers.read_text().replace(" 1", " 9"))
    _refused_to_take_off(places, store, 9)
    vaults.unlock(places, store, 1, None).close()


def test_a_vault_with_the_header_of_another_is_not_missing(places: Places, store: FaultyStore) -> None:
    first, second = (places.data / a_vault(places, store).folder for _ in range(2))
    for name in ("header.1", "header.2"):
        shutil.copy(second / name, first / name)
    _refused_to_take_off(places, store, 1)
    vaults.unlock(places, store, 2, None).close()


def test_what_is_taken_off_takes_nothing_with_it_that_bears_its_number(
    places: Places, store: FaultyStore
) -> None:
    here, gone, aside = (a_vault(places, store) for _ in range(3))
    shutil.rmtree(places.data / gone.folder)
    quarantining.set_aside(places, aside.number)
    numbers = places.data / "numbers"
    numbers.write_text("".join(f"{one.folder} 9\n" for one in (here, gone, aside)))
    assert destroying.take_off(places, store, 9, Asking()) == Remains()
    vaults.unlock(places, store, here.number, None).close()
    assert len(quarantining.listed(places)) == 1


def test_a_mark_that_waits_for_the_keyring_leaves_what_was_put_back_and_set_aside_since(
    places: Places, store: FaultyStore, tmp_path: Path
) -> None:
    info = a_vault(places, store)
    shutil.copytree(places.data / info.folder, tmp_path / "copy")
    destroying.mark(places, info)
    store.faults["forget_all"] = raising(KeyringLocked())
    assert finish(places, store) == Remains(keyring=True)
    shutil.copytree(tmp_path / "copy", places.data / info.folder)
    quarantining.set_aside(places, info.number)
    held, items = bytes_below(places.data, but="numbers"), store.items()
    store.faults.clear()

    destroying.finish_quietly(places, store)

    assert bytes_below(places.data, but="numbers") == held
    assert store.items() == items
    assert len(quarantining.listed(places)) == 1
    assert vault_listing.stray_entries(places) == ()


def test_a_vault_under_the_name_of_a_half_made_one_keeps_everything_from_being_erased(
    places: Places, store: FaultyStore
) -> None:
    mine, other = a_vault(places, store), a_vault(places, store)
    begun = places.data / f".new-{other.folder}"
    places.data.joinpath(other.folder).rename(begun)
    assert destroying.held_back(places, mine)

    back = begun.rename(places.data.parent / "away")
    destroying.mark_everything(places, mine)
    back.rename(begun)
    assert finish(places, store) == Remains(kept=True, everything=True)
    assert (begun / "vault.db").is_file()


@pytest.mark.parametrize(
    ("mark", "holds"), [(destroying.mark, True), (destroying.mark_everything, False)], ids=["one", "all"]
)
def test_what_is_said_of_a_mark_is_so_though_the_folder_fails_to_sync(
    places: Places,
    store: FaultyStore,
    monkeypatch: pytest.MonkeyPatch,
    mark: Callable[..., None],
    holds: bool,
) -> None:
    """Either it is marked and nothing is raised, or it is raised and a vault as before."""
    info, real = a_vault(places, store), os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(5, "input/output error")
        real(handle)

    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", fsync)
        try:
            mark(places, info)
        except VaultProblem:
            assert not holds
    assert vault_listing.unfinished(places) is holds
    if not holds:
        vaults.unlock(places, store, info.number, None).close()
