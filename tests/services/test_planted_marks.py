"""Anyone at the login can give a folder a mark; only what the person confirmed is destroyed, and all of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.destroying_vaults import a_vault, finish, info_of
from tests.support.keyrings import FaultyStore
from tests.support.vaults import bytes_below
from trust_desktop.domain.errors import ReadOnlyFolder, SomethingInTheWay
from trust_desktop.security import header as header_files
from trust_desktop.services import destroying, quarantining, vault_listing, vaults, whole_keys
from trust_desktop.services.destroying import Remains
from trust_desktop.services.vaults import Places

DAY = "2026-11-24"


def opens(places: Places, store: FaultyStore, number: int = 1) -> None:
    vaults.unlock(places, store, number, None).close()


def marked(places: Places, name: str) -> Path:
    return places.data / f".old-{name}"


def set_aside_copy(places: Places, name: str, of: str | None = None) -> Path:
    target = places.data / f"aside-{name}-{DAY}"
    shutil.copytree(places.data / (of or name), target)
    return target


def headers(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("header*") if path.is_file()]


def later_version(source: Path, target: Path) -> None:
    body = b"\x89DYB\x00\x02" + source.read_bytes()[6:-4]
    target.write_bytes(body + header_files.checksum_of(body))


# marks that nobody confirmed


def test_a_vault_that_somebody_marked_is_put_back(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    held, items = bytes_below(places.data), store.items()
    (places.data / info.folder).rename(marked(places, info.folder))
    assert vault_listing.unfinished(places)
    destroying.finish_quietly(places, store)
    assert finish(places, store) == Remains(kept=True)
    assert (bytes_below(places.data), store.items()) == (held, items)
    assert not vault_listing.unfinished(places)
    opens(places, store)


def test_a_note_that_names_a_vault_erases_nothing(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    (places.data / "window.ini").write_text("x")
    held, items = bytes_below(places.data), store.items()
    (places.data / ".old-all").write_text(f"{info.folder}\n")
    assert vault_listing.erasing(places)
    assert not destroying.erases(places)
    assert finish(places, store) == Remains(kept=True, everything=True)
    assert (bytes_below(places.data), store.items()) == (held, items)
    opens(places, store)


def test_a_marked_vault_is_not_erased_with_everything(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    (places.data / info.folder).rename(marked(places, info.folder))
    (places.data / ".old-all").write_text(f"{info.folder}\n")
    assert not destroying.erases(places)
    assert finish(places, store) == Remains(kept=True, everything=True)
    opens(places, store)


@pytest.mark.parametrize("inside", ["header.1", "letters/more/a name of its own"])
def test_one_whole_key_anywhere_keeps_it(places: Places, store: FaultyStore, inside: str) -> None:
    info = a_vault(places, store)
    folder = (places.data / info.folder).rename(marked(places, info.folder))
    (folder / "header.2").write_bytes(b"noise")
    key = folder / inside
    key.parent.mkdir(parents=True, exist_ok=True)
    (folder / "header.1").rename(key)
    assert finish(places, store) == Remains(kept=True)
    back = places.data / info.folder
    (back / inside).replace(back / "header.1")
    opens(places, store)


def test_a_key_of_a_later_version_keeps_it_too(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    folder = (places.data / info.folder).rename(marked(places, info.folder))
    for path in headers(folder):
        later_version(path, path)
    assert finish(places, store) == Remains(kept=True)
    assert (places.data / info.folder / "vault.db").exists()


@pytest.mark.parametrize("name", ["vault.db", "letters/a name of its own"])
def test_a_database_whose_key_is_elsewhere_is_kept(places: Places, store: FaultyStore, name: str) -> None:
    info = a_vault(places, store)
    planted = marked(places, "00aa11bb") / name
    planted.parent.mkdir(parents=True)
    planted.with_name("loop").symlink_to("loop")
    database = places.data / info.folder / "vault.db"
    database.rename(planted)
    assert finish(places, store) == Remains(kept=True)
    (places.data / "00aa11bb" / name).rename(database)
    opens(places, store)


def test_what_cannot_be_read_there_is_nobodys_database(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    (places.data / info.folder / "vault.db").rename(places.data / "vault.db")
    planted = marked(places, "00aa11bb")
    planted.mkdir()
    (planted / "loop").symlink_to("loop")
    assert not whole_keys.has_a_missed_database(places, planted)
    (places.data / "vault.db").rename(planted / "vault.db")
    assert whole_keys.has_a_missed_database(places, planted)


def test_one_that_was_copied_before_is_destroyed_all_the_same(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    shutil.copytree(places.data / info.folder, places.data / "00aa11bb")
    destroying.mark(places, info)
    assert finish(places, store) == Remains()
    assert not marked(places, info.folder).exists()
    assert (places.data / "00aa11bb" / "vault.db").exists()


@pytest.fixture
def five(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("trust_desktop.identity.MAX_VAULTS", 1)
    return


@pytest.mark.parametrize("taken", [True, False], ids=["its place is taken", "no room"])
def test_where_it_cannot_be_put_back_it_is_set_aside(
    places: Places, store: FaultyStore, five: None, taken: bool
) -> None:
    del five
    info = a_vault(places, store)
    name = info.folder if taken else "00aa11bb"
    shutil.copytree(places.data / info.folder, marked(places, name))
    assert finish(places, store) == Remains(kept=True)
    assert [path.name[:14] for path in places.data.iterdir() if path.name.startswith("aside")] == [
        f"aside-{name}"
    ]
    assert not vault_listing.unfinished(places)
    opens(places, store)


def test_what_cannot_be_renamed_stays_as_it_is(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = a_vault(places, store)
    (places.data / info.folder).rename(marked(places, info.folder))
    held = bytes_below(places.data)

    def refused(*_: object) -> None:
        raise PermissionError(13, "no")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "rename", refused)
        assert finish(places, store) == Remains(kept=True)
    assert bytes_below(places.data) == held


# what was confirmed


@pytest.mark.parametrize("everything", [False, True])
def test_from_the_confirmation_on_no_key_is_left(
    places: Places, store: FaultyStore, everything: bool
) -> None:
    info = a_vault(places, store)
    set_aside_copy(places, info.folder)
    mark = destroying.mark_everything if everything else destroying.mark
    mark(places, info)
    assert headers(places.data) == []
    assert vault_listing.unfinished(places)
    assert destroying.erases(places) is everything
    assert finish(places, store) == Remains(everything=everything)
    assert list(places.data.iterdir()) == []


def test_what_was_set_aside_and_could_not_be_removed_is_tried_again(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = a_vault(places, store)
    set_aside_copy(places, info.folder)
    destroying.mark(places, info)
    remove = destroying.ending._remove

    def not_what_is_aside(path: Path) -> None:
        if not path.name.startswith("aside"):
            remove(path)

    with monkeypatch.context() as disk:
        disk.setattr("trust_desktop.storage.ending._remove", not_what_is_aside)
        assert finish(places, store) == Remains(files=True)
    assert vault_listing.unfinished(places)
    assert finish(places, store) == Remains()
    assert list(places.data.iterdir()) == []


def test_what_bears_its_name_and_is_another_s_stays(places: Places, store: FaultyStore) -> None:
    mine, other = a_vault(places, store), a_vault(places, store)
    theirs = set_aside_copy(places, mine.folder, of=other.folder)
    shutil.rmtree(places.data / other.folder)
    held = bytes_below(theirs)
    assert destroying.held_back(places, mine)
    destroying.mark(places, mine)
    assert finish(places, store) == Remains()
    assert bytes_below(theirs) == held


@pytest.mark.parametrize("copied", [True, False])
def test_a_key_of_another_vault_is_only_taken_if_it_is_a_copy(
    places: Places, store: FaultyStore, copied: bool
) -> None:
    mine, other = a_vault(places, store), a_vault(places, store)
    theirs, here = places.data / other.folder, places.data / mine.folder
    shutil.copy(theirs / "header.1", here / "header.1.damaged")
    if copied:
        destroying.mark(places, mine)
        assert finish(places, store) == Remains()
    else:
        for path in headers(theirs):
            path.unlink()
        with pytest.raises(SomethingInTheWay):
            destroying.mark(places, mine)
        opens(places, store)


def test_a_copy_of_its_header_that_nobody_can_read_goes_too(places: Places, store: FaultyStore) -> None:
    info = a_vault(places, store)
    folder = places.data / info.folder
    later_version(folder / "header.1", folder / "header.1.damaged")
    destroying.mark(places, info)
    assert finish(places, store) == Remains()


@pytest.mark.parametrize("everything", [False, True])
def test_a_vault_whose_key_cannot_be_taken_is_a_vault_as_before(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch, everything: bool
) -> None:
    info = a_vault(places, store)
    aside = set_aside_copy(places, info.folder)
    held = bytes_below(places.data)
    mark = destroying.mark_everything if everything else destroying.mark
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.name.startswith("header") and path.parent.name.startswith("aside"):
            raise PermissionError(13, "no")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "unlink", refused)
        with pytest.raises(ReadOnlyFolder):
            mark(places, info)
    assert bytes_below(places.data).keys() == held.keys()
    assert aside.is_dir()
    assert not vault_listing.unfinished(places)
    assert len(quarantining.listed(places)) == 1
    opens(places, store)


def test_a_key_that_is_noise_and_cannot_be_removed_yet_is_no_key(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = a_vault(places, store)
    (places.data / info.folder / "header.2").unlink()
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.name == "header.1":
            raise PermissionError(13, "no")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "unlink", refused)
        destroying.mark(places, info)
    assert finish(places, store) == Remains()


def test_a_folder_that_has_the_name_of_a_vault_that_was_to_go_with_everything_stays(
    places: Places, store: FaultyStore
) -> None:
    info = a_vault(places, store)
    destroying.mark_everything(places, info)
    note = places.data / ".old-all"
    note.write_text(note.read_text() + "00aa11bb\n")
    (places.data / "00aa11bb").mkdir()
    assert finish(places, store) == Remains(everything=True)
    assert [path.name for path in places.data.iterdir()] == ["00aa11bb"]


def test_the_rest_of_a_folder_without_keys_goes_at_the_next_start(places: Places, store: FaultyStore) -> None:
    a_vault(places, store)
    info = a_vault(places, store)
    destroying.mark(places, info)
    (marked(places, info.folder) / "header.1").write_bytes(b"noise")
    assert finish(places, store) == Remains()
    assert [one.info for one in vaults.list_vaults(places)] == [info_of(places, 1)]
