"""A destroyed vault is gone from disk, list and keyring; what could not go is said, and tried again."""

import os
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.keyrings import FaultyStore, Prompt, raising
from tests.support.vaults import begin_vault, bytes_below, finished_vault, places_in
from trust_desktop.domain.errors import (
    Cancelled,
    DiskFull,
    KeyringLocked,
    KeyringUnavailable,
    SomethingInTheWay,
    VaultGone,
    VaultInUse,
    VaultProblem,
)
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.security import header as headers
from trust_desktop.security.key_store import service_of
from trust_desktop.services import destroying, vault_listing, vaults
from trust_desktop.services.destroying import Remains
from trust_desktop.services.vaults import Asking, Places
from trust_desktop.storage import ending, vault_numbers
from trust_desktop.storage.vault_folder import VaultFolder


def info_of(places: Places, number: int) -> VaultInfo:
    return next(one.info for one in vaults.list_vaults(places) if one.info.number == number)


_MADE: list[tuple[Path, dict[tuple[str, int], bytearray]]] = []


def a_vault(places: Places, store: FaultyStore) -> VaultInfo:
    """The first of a test is a copy of one that was made once: making one takes most of a small test's time."""
    if places.data.exists():
        return info_of(places, finished_vault(places, store)[0])
    if not _MADE:
        made, first = places_in(Path(tempfile.mkdtemp())), FaultyStore()
        finished_vault(made, first)
        _MADE.append((made.data, dict(first._items)))
    data, items = _MADE[0]
    shutil.copytree(data, places.data)
    for (service, item), secret in items.items():
        store.write(service, item, secret)
    return info_of(places, 1)


def missing(places: Places) -> tuple[int, ...]:
    return vaults.missing(places, vaults.list_vaults(places))


def finish(places: Places, store: FaultyStore) -> Remains:
    return destroying.finish(places, store, Asking(slow_seconds=0.2))


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
    assert finish(places, store) == Remains(everything=True, files=True)
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
