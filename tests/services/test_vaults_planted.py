"""What someone with the same login moves away or puts between the vaults is said, and costs nobody a vault."""

import os
import shutil
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.support.keyrings import FaultyStore
from tests.support.vaults import begin_vault, bytes_below, finished_vault
from trust_desktop.domain.errors import SomethingInTheWay, VaultDamaged, VaultGone, VaultMoved
from trust_desktop.domain.vault import VaultState
from trust_desktop.services import following_through, vault_listing, vaults
from trust_desktop.services.vaults import Places
from trust_desktop.storage import vault_numbers
from trust_desktop.storage.vault_folder import VaultFolder


@pytest.fixture
def vault(places: Places, store: FaultyStore) -> Path:
    finished_vault(places, store)
    return places.data / vaults.list_vaults(places)[0].info.folder


def _missing(places: Places) -> tuple[int, ...]:
    return vaults.missing(places, vaults.list_vaults(places))


# a half-made folder that is none


def test_a_half_made_folder_with_a_vault_s_name_takes_no_secret(
    places: Places, store: FaultyStore, vault: Path
) -> None:
    planted = places.data / f".new-{vault.name}"
    planted.mkdir()
    begin_vault(places, store)
    assert planted.exists()
    vaults.unlock(places, store, 1, None).close()


def test_nor_does_one_while_the_vault_is_away(places: Places, store: FaultyStore, vault: Path) -> None:
    vault.rename(places.data / "away")
    (places.data / f".new-{vault.name}").mkdir()
    begin_vault(places, store)
    (places.data / "away").rename(vault)
    vaults.unlock(places, store, 1, None).close()


@pytest.mark.parametrize("name", [".new-", ".new-letters", ".new-00aa11bb"])
def test_what_is_not_a_half_made_vault_of_ours_stays(places: Places, store: FaultyStore, name: str) -> None:
    elsewhere = places.data / "elsewhere"
    elsewhere.mkdir(parents=True)
    (elsewhere / "letter").write_text("of someone")
    if name == ".new-00aa11bb":
        (places.data / name).symlink_to(elsewhere)
    else:
        (places.data / name).mkdir()
    store.write("org.daybook.vault.00aa11bb", 1, bytearray(32))
    begin_vault(places, store)
    assert (places.data / name).exists()
    assert sorted(path.name for path in elsewhere.iterdir()) == ["letter"]
    assert ("org.daybook.vault.00aa11bb", 1) in store.items()


def test_a_vault_that_was_noted_and_not_published_is_cleared_and_not_missed(
    places: Places, store: FaultyStore
) -> None:
    new_vault = begin_vault(places, store)
    folder = places.data / new_vault.info.folder
    folder.rename(places.data / f".new-{folder.name}")
    assert (vaults.list_vaults(places), _missing(places)) == ((), ())
    begin_vault(places, store)
    assert not (places.data / f".new-{folder.name}").exists()
    assert _missing(places) == ()
    assert len(store.items()) == 1


def test_an_attempt_that_came_to_nothing_is_not_missed(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(*_paths: object) -> None:
        raise PermissionError(13, "barred")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", barred)
        with pytest.raises(Exception, match="ReadOnlyFolder"):
            begin_vault(places, store)
    assert (store.items(), vault_numbers.known(places.data)) == ([], {})
    assert begin_vault(places, store).info.number == 1


# a vault that is away


def test_a_vault_moved_away_is_missed_until_it_is_back(
    places: Places, store: FaultyStore, vault: Path
) -> None:
    finished_vault(places, store)
    assert _missing(places) == ()
    vault.rename(places.data / "away")
    assert _missing(places) == (1,)
    (places.data / "away").rename(vault)
    assert _missing(places) == ()


def test_a_vault_given_another_vault_s_kind_of_name_is_not_missed(places: Places, vault: Path) -> None:
    vault.rename(places.data / "00000000")
    assert _missing(places) == ()


def test_a_vault_hidden_behind_a_half_made_name_is_missed(places: Places, vault: Path) -> None:
    vault.rename(places.data / f".new-{vault.name}")
    assert (vaults.list_vaults(places), _missing(places)) == ((), (1,))


@pytest.mark.parametrize("left", [(), ("header.1",)])
def test_of_a_vault_whose_files_are_gone_nothing_untrue_is_said(
    places: Places, store: FaultyStore, vault: Path, left: tuple[str, ...]
) -> None:
    for path in vault.iterdir():
        path.write_bytes(b"noise") if path.name in left else path.unlink()
    (listing,) = vaults.list_vaults(places)
    assert (listing.info.number, listing.state) == (1, VaultState.GONE)
    with pytest.raises(VaultGone):
        vaults.unlock(places, store, 1, None)


def test_without_a_lock_an_empty_file_is_said_to_be_empty(
    places: Places, store: FaultyStore, vault: Path
) -> None:
    for name in ("header.1", "header.2"):
        (vault / name).unlink()
    assert vaults.list_vaults(places)[0].state is VaultState.HEADER_DAMAGED
    (vault / "vault.db").write_bytes(b"")
    assert vaults.list_vaults(places)[0].state is VaultState.DATABASE_EMPTY
    with pytest.raises(VaultDamaged):
        vaults.unlock(places, store, 1, None)


def test_empty_folders_are_no_vaults_and_take_no_place(
    places: Places, store: FaultyStore, vault: Path
) -> None:
    for number in range(5):
        (places.data / f"0000000{number}").mkdir()
    (places.data / "00000000" / "lock").touch()
    assert [listing.info.folder for listing in vaults.list_vaults(places)] == [vault.name]
    assert begin_vault(places, store).info.number == 2
    assert len(vault_listing.folders(places)) == 2


def test_a_folder_that_cannot_be_looked_into_may_hold_a_vault(places: Places, vault: Path) -> None:
    (places.data / "00000000").touch()
    assert not VaultFolder(places.data / "00000000").bare


# beside the database


def _journal(path: Path) -> None:
    path.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\xff\xff\xff\xff" + os.urandom(16 + 4096))


def _second_name(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.link(path.with_name("header.1"), path)


@pytest.mark.parametrize(
    ("name", "put"),
    [
        ("vault.db-journal", _journal),
        ("vault.db-journal", Path.touch),
        ("vault.db-journal", Path.mkdir),
        ("vault.db-wal", Path.mkdir),
        ("vault.db-wal", lambda path: path.symlink_to("header.1")),
        ("vault.db-wal", _second_name),
    ],
)
def test_what_lies_beside_the_database_is_named_and_nothing_is_changed(
    places: Places, store: FaultyStore, vault: Path, name: str, put: object
) -> None:
    put(vault / name)  # type: ignore[operator]
    before = bytes_below(places.data)
    with pytest.raises(SomethingInTheWay) as raised:
        vaults.unlock(places, store, 1, None)
    assert (raised.value.number, raised.value.detail) == (1, name)
    assert bytes_below(places.data) == before
    (vault / name).rename(places.data / "moved")
    vaults.unlock(places, store, 1, None).close()


def test_a_journal_is_looked_for_where_a_link_leads(places: Places, store: FaultyStore, vault: Path) -> None:
    elsewhere = places.data / "elsewhere"
    elsewhere.mkdir()
    (vault / "vault.db").rename(elsewhere / "vault.db")
    (vault / "vault.db").symlink_to(elsewhere / "vault.db")
    vaults.unlock(places, store, 1, None).close()
    _journal(elsewhere / "vault.db-journal")
    before = bytes_below(places.data)
    with pytest.raises(SomethingInTheWay):
        vaults.unlock(places, store, 1, None)
    assert bytes_below(places.data) == before


# while it is open


def _away(vault: Path) -> None:
    vault.rename(vault.with_name("away"))


def _another_file(vault: Path) -> None:
    copy = vault / "copy"
    shutil.copy(vault / "vault.db", copy)
    copy.replace(vault / "vault.db")


@pytest.mark.parametrize(
    "remove",
    [
        _away,
        shutil.rmtree,
        _another_file,
        lambda vault: (vault / "vault.db").unlink(),
        lambda vault: (vault / "vault.db-wal").unlink(),
    ],
)
def test_what_could_not_be_found_again_is_not_acknowledged(
    places: Places, store: FaultyStore, vault: Path, remove: object
) -> None:
    session = vaults.unlock(places, store, 1, None)
    told: list[VaultMoved] = []
    committed: list[object] = []
    session.on_moved, session.on_commit = told.append, committed.append
    following_through.set_note(session, TODAY, "before")
    committed.clear()
    remove(vault)  # type: ignore[operator]
    for _ in range(2):
        with pytest.raises(VaultMoved):
            following_through.set_note(session, TODAY, "after")
    assert following_through.note(session, TODAY) == "before", "it can still be read and copied"
    assert (len(told), committed) == (1, [])
    session.close()


def test_a_vault_put_back_is_written_again(places: Places, store: FaultyStore, vault: Path) -> None:
    session = vaults.unlock(places, store, 1, None)
    following_through.set_note(session, TODAY, "before")
    _away(vault)
    with pytest.raises(VaultMoved):
        following_through.set_note(session, TODAY, "after")
    vault.with_name("away").rename(vault)
    following_through.set_note(session, TODAY, "after")
    session.close()
    session = vaults.unlock(places, store, 1, None)
    assert following_through.note(session, TODAY) == "after"
    session.close()


def test_a_connection_that_may_be_broken_is_kept_while_the_files_are_away(
    places: Places, store: FaultyStore, vault: Path
) -> None:
    session = vaults.unlock(places, store, 1, None)
    following_through.set_note(session, TODAY, "before")
    session._open_database()._stale = True
    _away(vault)
    with pytest.raises(VaultMoved):
        following_through.set_note(session, TODAY, "after")
    vault.with_name("away").rename(vault)
    assert following_through.note(session, TODAY) == "before"
    session.close()
