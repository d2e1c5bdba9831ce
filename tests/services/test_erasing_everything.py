"""A vault that is gone is taken off the list; everything goes but what is not ours or not confirmed."""

import re
import shutil
from pathlib import Path

import pytest

from tests.services.destroying_vaults import a_vault, finish, info_of, missing
from tests.support.keyrings import FaultyStore, raising
from tests.support.vaults import begin_vault
from trust_desktop.domain.errors import (
    Cancelled,
    KeyringLocked,
    VaultGone,
)
from trust_desktop.security.key_store import service_of
from trust_desktop.services import destroying, vault_listing, vaults
from trust_desktop.services.destroying import Remains
from trust_desktop.services.vaults import Asking, Places
from trust_desktop.storage import ending
from trust_desktop.storage.vault_folder import VaultFolder

# a vault that is gone already


def test_a_missing_one_is_taken_off_with_its_key(places: Places, store: FaultyStore) -> None:
    a_vault(places, store)
    info = a_vault(places, store)
    shutil.rmtree(places.data / info.folder)
    assert missing(places) == (2,)
    assert destroying.can_be_taken_off(places, 2)
    assert not destroying.can_be_taken_off(places, 1)
    assert destroying.take_off(places, store, 2, Asking()) == Remains()
    assert missing(places) == ()
    assert [service for service, _ in store.items()] == [service_of(info_of(places, 1).folder)]
    with pytest.raises(Cancelled):
        destroying.take_off(places, store, 1, Asking())


def test_an_emptied_one_is_taken_off(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    for path in (places.data / info.folder).iterdir():
        path.unlink()
    with pytest.raises(VaultGone):
        vaults.unlock(places, store, info.number, None)
    assert destroying.take_off(places, store, info.number, Asking()) == Remains()
    assert list(places.data.iterdir()) == []


def test_one_whose_file_alone_is_gone_is_not(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    VaultFolder(places.data / info.folder).database.unlink()
    assert not destroying.can_be_taken_off(places, info.number)


# everything


def test_everything_goes_but_what_is_not_ours(places: Places, store: FaultyStore, tmp_path: Path) -> None:
    gone = a_vault(places, store)
    shutil.rmtree(places.data / gone.folder)
    info = a_vault(places, store)
    for name in ("window.ini", "window.ini.tmp", "a letter"):
        (places.data / name).write_text("x")
    (places.data / "logs").mkdir()
    (places.data / "logs" / "daybook.log").write_text("x")
    half = begin_vault(places, store).info.folder
    (places.data / half).rename(places.data / f".new-{half}")
    outside = tmp_path / "autostart"
    outside.mkdir()
    (outside / "ours.desktop").write_text("x")
    (outside / "ours_desktop").write_text("x")
    destroying.mark_everything(places, info)
    assert vault_listing.erasing(places)
    assert vault_listing.unfinished(places)
    remains = destroying.finish(
        places, store, Asking(), (outside / "ours.desktop", tmp_path / "nowhere" / "file")
    )
    assert remains == Remains(everything=True)
    assert [path.name for path in places.data.iterdir()] == ["a letter"]
    assert [path.name for path in outside.iterdir()] == ["ours_desktop"]
    assert store.items() == []
    assert not vault_listing.unfinished(places)


def test_another_vault_keeps_everything_from_going(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    other = a_vault(places, store)
    assert [one.info for one in destroying.others(places, info)] == [other]
    with pytest.raises(ValueError, match="another vault"):
        destroying.mark_everything(places, info)


def test_a_note_that_everything_goes_spares_a_vault_it_does_not_name(
    places: Places, store: FaultyStore
) -> None:
    a_vault(places, store)
    ending.mark_all(places.data, ())
    assert finish(places, store) == Remains(everything=True, kept=True)
    assert not vault_listing.unfinished(places)
    vaults.unlock(places, store, 1, None).close()


def test_a_half_made_one_whose_key_stays_is_said(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    half = begin_vault(places, store).info.folder
    (places.data / half).rename(places.data / f".new-{half}")
    destroying.mark_everything(places, info)
    store.faults["forget_all"] = raising(KeyringLocked())
    remains = destroying.finish(places, store, Asking())
    assert remains == Remains(keyring=True, everything=True)
    assert list(places.data.iterdir()) == []


def test_a_note_nobody_can_read_is_none(places: Places) -> None:
    (places.data).mkdir(parents=True)
    (places.data / ".old-all").mkdir()
    assert ending.marked_all(places.data) is None
    (places.data / ".old-all").rmdir()
    (places.data / ".old-all").symlink_to(".old-all")
    assert ending.marked_all(places.data) is None


def test_what_cannot_be_removed_is_said(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = a_vault(places, store)
    destroying.mark(places, info)
    with monkeypatch.context() as disk:
        disk.setattr("trust_desktop.storage.ending._remove", lambda _path: None)
        assert finish(places, store) == Remains(files=True)
    assert vault_listing.unfinished(places)
    assert finish(places, store) == Remains()


def test_a_folder_that_is_not_there_holds_nothing_of_ours(tmp_path: Path) -> None:
    assert ending.remove_own(tmp_path / "nowhere", re.compile("x"))


def test_a_damaged_note_of_the_numbers_is_no_reason_to_stop(places: Places, store: FaultyStore) -> None:
    a_vault(places, store)
    info = a_vault(places, store)
    (places.data / "numbers").unlink()
    (places.data / "numbers").symlink_to("numbers")  # cannot be read
    destroying.mark(places, info)
    assert finish(places, store) == Remains()
    (places.data / "numbers").write_text("0000aaaa 4\n")
    info = info_of(places, 1)
    destroying.mark(places, info)
    assert finish(places, store) == Remains()
    assert missing(places) == (4,)
