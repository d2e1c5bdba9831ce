"""A destroyed vault is gone from disk, list and keyring; what could not go is said, and tried again."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.destroying_vaults import a_vault, finish, info_of, missing
from tests.support.keyrings import FaultyStore, Prompt, raising
from tests.support.vaults import bytes_below
from trust_desktop.domain.errors import (
    DiskFull,
    KeyringLocked,
    KeyringUnavailable,
    SomethingInTheWay,
    VaultInUse,
    VaultProblem,
)
from trust_desktop.security import header as headers
from trust_desktop.security.key_store import service_of
from trust_desktop.services import destroying, vault_listing, vaults
from trust_desktop.services.destroying import Remains
from trust_desktop.services.vaults import Asking, Places
from trust_desktop.storage import vault_numbers
from trust_desktop.storage.vault_folder import VaultFolder


def test_nothing_of_it_is_left(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    destroying.mark(places, info)
    assert vaults.list_vaults(places) == ()
    assert missing(places) == ()
    assert vault_listing.unfinished(places)
    assert finish(places, store) == Remains()
    assert bytes_below(places.data) == {}
    assert list(places.data.iterdir()) == []
    assert store.items() == []
    assert not vault_listing.unfinished(places)


def test_the_others_stay_and_no_number_comes_back(places: Places, store: FaultyStore) -> None:
    a_vault(places, store)
    second = a_vault(places, store)
    destroying.mark(places, second)
    finish(places, store)
    assert [one.info.number for one in vaults.list_vaults(places)] == [1]
    assert missing(places) == ()
    assert a_vault(places, store).number == 3
    vaults.unlock(places, store, 1, None).close()


def test_every_item_of_the_keyring_goes_and_no_other(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    a_vault(places, store)
    store.write(service_of(info.folder), 7, bytearray(32))
    destroying.mark(places, info)
    finish(places, store)
    assert [service for service, _ in store.items()] == [service_of(info_of(places, 2).folder)]


def test_one_that_is_open_is_not_marked(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    session = vaults.unlock(places, store, info.number, None)
    for mark in (destroying.mark, destroying.mark_everything):
        with pytest.raises(VaultInUse):
            mark(places, info)
    session.close()
    assert not vault_listing.unfinished(places)
    vaults.unlock(places, store, info.number, None).close()


@pytest.mark.parametrize("kind", [KeyringLocked, KeyringUnavailable])
def test_a_keyring_that_does_not_give_it_up_is_said_and_asked_again_later(
    places: Places, store: FaultyStore, kind: type[VaultProblem]
) -> None:
    info = a_vault(places, store)
    destroying.mark(places, info)
    store.faults["forget_all"] = raising(kind())
    assert finish(places, store) == Remains(keyring=True)
    assert bytes_below(places.data) == {}
    assert not vault_listing.unfinished(places), "nothing is left to do on a page"
    assert (vaults.list_vaults(places), missing(places)) == ((), ())

    store.open = False
    destroying.finish_quietly(places, store)
    assert store.items() != []
    store.open = True
    destroying.finish_quietly(places, store)
    assert store.items() != []
    store.faults.clear()
    destroying.finish_quietly(places, store)
    assert store.items() == []
    assert list(places.data.iterdir()) == []
    destroying.finish_quietly(places, store)


def test_an_unanswered_prompt_holds_nothing_else_up(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    destroying.mark(places, info)
    prompt = Prompt()
    store.faults["forget_all"] = prompt
    assert finish(places, store) == Remains(keyring=True)
    assert bytes_below(places.data) == {}
    prompt.answer()


def test_who_goes_on_without_the_keyring_is_not_held_up(places: Places, store: FaultyStore) -> None:
    for _ in range(2):
        destroying.mark(places, a_vault(places, store))
    asking = Asking()
    asking.cancel()
    assert destroying.finish(places, store, asking) == Remains(keyring=True)
    assert bytes_below(places.data) == {}


def test_a_vault_without_a_keyring_asks_none(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    folder = VaultFolder(places.data / info.folder)
    header = vault_listing.read_headers(folder)[0]
    header = replace(header, backend="", slots=header.slots[1:])
    folder.write_header(headers.encode(header))
    store.faults["forget_all"] = raising(AssertionError())
    destroying.mark(places, info)
    assert finish(places, store) == Remains()


def test_a_header_too_new_or_damaged_goes_too(places: Places, store: FaultyStore) -> None:
    for _ in range(2):
        info = a_vault(places, store)
        for copy in ("header.1", "header.2"):
            (places.data / info.folder / copy).write_bytes(b"noise")
        destroying.mark(places, info)
        assert finish(places, store) == Remains()
    assert store.items() == []


def test_a_copy_put_back_meanwhile_keeps_its_key(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    copy = places.data.parent / "copy"
    shutil.copytree(places.data / info.folder, copy)
    destroying.mark(places, info)
    copy.rename(places.data / info.folder)
    assert finish(places, store) == Remains()
    vaults.unlock(places, store, info.number, None).close()


def test_a_second_name_is_left_and_said(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    header = places.data / info.folder / "header.1"
    other = places.data.parent / "elsewhere"
    os.link(header, other)
    before = other.read_bytes()
    destroying.mark(places, info)
    assert finish(places, store) == Remains(linked=True)
    assert other.read_bytes() == before
    assert bytes_below(places.data) == {}


def test_the_header_is_overwritten_before_it_is_unlinked(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    header = (places.data / info.folder / "header.1").open("rb")
    before = header.read()
    destroying.mark(places, info)
    finish(places, store)
    header.seek(0)
    after = header.read()
    header.close()
    assert len(after) == len(before)
    assert after[:16] != before[:16]


def test_a_vault_behind_a_link_is_refused(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    real = (places.data / info.folder).rename(places.data.parent / "real")
    (places.data / info.folder).symlink_to(real)
    with pytest.raises(SomethingInTheWay):
        destroying.mark(places, info)
    assert (real / "vault.db").exists()


def test_what_only_looks_marked_is_left(places: Places, store: FaultyStore, tmp_path: Path) -> None:
    a_vault(places, store)
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "letter").write_text("of someone")
    (places.data / ".old-00aa11bb").symlink_to(letters)
    (places.data / ".old-letters").mkdir()
    (places.data / ".old-22cc33dd").write_text("a file")
    assert not vault_listing.unfinished(places)
    assert finish(places, store) == Remains()
    assert (letters / "letter").exists()
    assert len(list(places.data.glob(".old-*"))) == 3


def test_links_inside_are_not_followed(places: Places, store: FaultyStore, tmp_path: Path) -> None:
    info = a_vault(places, store)
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "letter").write_text("of someone")
    folder = places.data / info.folder
    (folder / "more").symlink_to(letters)
    (folder / "header.3").symlink_to(letters / "letter")
    (folder / "inside").mkdir()
    (folder / "inside" / "file").write_text("x")
    destroying.mark(places, info)
    assert finish(places, store) == Remains()
    assert (letters / "letter").read_text() == "of someone"


def test_a_mark_that_stands_for_a_stray_entry_gives_way(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    (places.data / f".old-{info.folder}").mkdir()
    destroying.mark(places, info)
    assert finish(places, store) == Remains()
    assert list(places.data.iterdir()) == []


def test_without_room_the_number_goes_at_the_next_start(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_vault(places, store)
    info = a_vault(places, store)
    destroying.mark(places, info)

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr("trust_desktop.storage.safe_files.write_safely", full)
        assert finish(places, store) == Remains(files=True)
    assert missing(places) == ()
    destroying.finish_quietly(places, store)
    assert list(places.data.glob(".old-*")) == []
    assert vault_numbers.known(places.data) == {info_of(places, 1).folder: 1}


def test_what_was_set_aside_of_it_goes_too_and_of_no_other(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    other = a_vault(places, store)
    for one in (info, other):
        shutil.copytree(places.data / one.folder, places.data / f"aside-{one.folder}-2026-11-24")
    shutil.rmtree(places.data / other.folder)
    assert destroying.held_back(places, info)
    destroying.mark(places, info)
    assert finish(places, store) == Remains()
    left = {path.name for path in places.data.iterdir()}
    assert left == {"numbers", f"aside-{other.folder}-2026-11-24"}


def test_one_put_back_keeps_what_was_set_aside_of_it(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    aside = places.data / f"aside-{info.folder}-2026-11-24"
    shutil.copytree(places.data / info.folder, aside)
    assert not destroying.held_back(places, info)
    (places.data / f".old-{info.folder}").mkdir()
    assert finish(places, store) == Remains()
    assert (aside / "vault.db").exists()
    vaults.unlock(places, store, info.number, None).close()
