"""Someone with the same login puts other things where a vault's files belong: it opens as before, or says why not."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.vaults import begin_vault, bytes_below, finished_vault
from trust_desktop.domain.errors import SomethingInTheWay, VaultProblem
from trust_desktop.domain.vault import VaultState
from trust_desktop.security import header as headers
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places


@pytest.fixture
def vault(places: Places, store: MemoryStore) -> Path:
    finished_vault(places, store)
    return places.data / vaults.list_vaults(places)[0].info.folder


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _to_itself(path: Path) -> None:
    path.symlink_to(path)


def _to_nowhere(path: Path) -> None:
    path.symlink_to(path.parent.parent / "nowhere")


THINGS: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "endless": _endless,
    "link to itself": _to_itself,
    "link to nowhere": _to_nowhere,
}


def _put(thing: str, path: Path) -> None:
    path.unlink(missing_ok=True)
    THINGS[thing](path)


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", ["header.1", "header.2", "../numbers", "header.1.tmp", "stray"])
def test_one_thing_out_of_place_bars_nobody(
    places: Places, store: MemoryStore, vault: Path, name: str, thing: str
) -> None:
    _put(thing, vault / name)
    vaults.unlock(places, store, 1, None).close()
    vaults.unlock(places, store, 1, None).close()
    assert [listing.state for listing in vaults.list_vaults(places)] == [VaultState.READY]
    assert not (places.data / "nowhere").exists()


def test_what_stood_in_a_copy_s_place_is_kept_beside_it(
    places: Places, store: MemoryStore, vault: Path
) -> None:
    _put("folder", vault / "header.1")
    (vault / "header.1" / "letter").write_text("of someone")
    vaults.unlock(places, store, 1, None).close()
    assert (vault / "header.1").read_bytes() == (vault / "header.2").read_bytes()
    assert (vault / "header.1.damaged" / "letter").read_text() == "of someone"


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", ["vault.db-wal", "vault.db-journal"])
def test_nothing_but_a_file_is_taken_for_the_database_s_own(
    places: Places, store: MemoryStore, vault: Path, name: str, thing: str
) -> None:
    _put(thing, vault / name)
    before = bytes_below(places.data)
    with pytest.raises(SomethingInTheWay):
        vaults.unlock(places, store, 1, None)
    assert bytes_below(places.data) == before


@pytest.mark.parametrize("thing", [thing for thing in THINGS if thing != "pipe"])
def test_a_lock_that_is_none_is_said_when_it_is_opened(
    places: Places, store: MemoryStore, vault: Path, thing: str
) -> None:
    _put(thing, vault / "lock")
    assert [listing.info.number for listing in vaults.list_vaults(places)] == [1]
    with pytest.raises(VaultProblem):
        vaults.unlock(places, store, 1, None)
    assert not (places.data / "nowhere").exists()


def test_a_link_does_not_lead_what_is_written_elsewhere(
    places: Places, store: MemoryStore, vault: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter"
    letter.write_text("of someone")
    letter.chmod(0o644)
    for name in ("header.2.tmp", "stray", "../numbers.tmp"):
        (vault / name).symlink_to(letter)
    (vault / "header.2").unlink()
    vaults.unlock(places, store, 1, None).close()
    begin_vault(places, store)
    assert letter.read_text() == "of someone"
    assert letter.stat().st_mode & 0o777 == 0o644


def test_a_copied_folder_takes_nobody_s_place(places: Places, store: MemoryStore, vault: Path) -> None:
    shutil.copytree(vault, places.data / "00000000")
    _to_itself(places.data / "00000001")
    first, second = vaults.list_vaults(places)
    assert (first.info.number, first.info.folder) == (1, vault.name)
    assert (second.info.number, second.info.folder) == (2, "00000000")
    session = vaults.unlock(places, store, 1, None)
    assert session.info is not None
    assert session.info.folder == vault.name
    session.close()


def test_a_copied_header_bars_its_own_vault_only(places: Places, store: MemoryStore, vault: Path) -> None:
    finished_vault(places, store)
    other = next(each.info.folder for each in vaults.list_vaults(places) if each.info.number == 2)
    for name in ("header.1", "header.2"):
        shutil.copy(places.data / other / name, vault / name)
    assert {listing.info.folder: listing.info.number for listing in vaults.list_vaults(places)} == {
        other: 2,
        vault.name: 3,
    }
    session = vaults.unlock(places, store, 2, None)
    assert session.info is not None
    assert (session.info.folder, session.info.number) == (other, 2)
    session.close()
    with pytest.raises(VaultProblem) as raised:
        vaults.unlock(places, store, 3, None)
    assert raised.value.number == 3


def test_a_forged_copy_gives_way_whatever_it_says_is_missing(
    places: Places, store: MemoryStore, vault: Path
) -> None:
    genuine = headers.parse((vault / "header.2").read_bytes())
    slot = genuine.slots[0]
    forged = replace(genuine, generation=9, slots=(replace(slot, generation=9, check=bytes(16)),))
    foreign = replace(genuine, generation=9, backend="another")
    for copy in (forged, foreign):
        (vault / "header.1").write_bytes(headers.encode(copy))
        vaults.unlock(places, store, 1, None).close()
        assert (vault / "header.1").read_bytes() == (vault / "header.2").read_bytes()
    kept = headers.parse((vault / "header.1.damaged").read_bytes())
    assert kept == forged, "what says it is newer is kept"


def test_a_vault_renamed_to_look_half_made_is_never_dropped(
    places: Places, store: MemoryStore, vault: Path
) -> None:
    hidden = vault.rename(places.data / f".new-{vault.name}")
    before = bytes_below(hidden)
    begin_vault(places, store)
    assert bytes_below(hidden) == before
    hidden.rename(vault)
    vaults.unlock(places, store, 1, None).close()


def test_a_half_made_folder_of_a_newer_program_is_left_alone(places: Places, store: MemoryStore) -> None:
    left = places.data / ".new-00aa11bb"
    left.mkdir(parents=True)
    body = headers.MAGIC + (headers.FORMAT + 1).to_bytes(2, "big") + b"unknown"
    (left / "header.1").write_bytes(body + headers.checksum_of(body))
    begin_vault(places, store)
    assert left.exists()
