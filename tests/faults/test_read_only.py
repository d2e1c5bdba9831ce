"""A folder or file that cannot be written or read: a calm problem, no crash, and no second vault."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.other_user import as_nobody, give_to_nobody
from tests.support.vaults import begin_vault, bytes_below, finished_vault, places_in
from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.vault import VaultState
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession

pytestmark = pytest.mark.second_user


@dataclass
class Tried:
    """What each way into or to a vault ended in."""

    states: object
    unlock: object
    recover: object
    create: object


@pytest.fixture
def base() -> Iterator[Path]:
    """A folder every user can reach; the ones of the test run are closed to others."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="td-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _ending(work: Callable[[], object]) -> object:
    try:
        return work()
    except TrustError as problem:
        return type(problem).__name__


def _closed(session: VaultSession) -> str:
    session.close()
    return "opened"


def _try_everything(base: Path, name: str, mode: int) -> Tried:
    """With `name`, relative to the vault's folder, at `mode`; afterwards everything opens again."""
    places, store = places_in(base), MemoryStore()
    number, code = finished_vault(places, store)
    vaults.recover(places, store, number, code, None).session.close()
    folder = places.data / vaults.list_vaults(places)[0].info.folder
    target = places.data if name == ".." else folder / name
    before, usual = bytes_below(folder), target.stat().st_mode
    give_to_nobody(base)
    target.chmod(mode)
    with as_nobody():
        tried = Tried(
            _ending(lambda: [listing.state for listing in vaults.list_vaults(places)]),
            _ending(lambda: _closed(vaults.unlock(places, store, number, None))),
            _ending(lambda: _closed(vaults.recover(places, store, number, code, None).session)),
            _ending(lambda: begin_vault(places, store).info.number),
        )
    target.chmod(usual)
    after = bytes_below(folder)
    if tried.unlock == "opened":  # it notes that in the vault itself
        after["vault.db"] = before["vault.db"]
    assert after == before
    with as_nobody():
        vaults.unlock(places, store, number, None).close()
    return tried


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        (".", 0o500),
        ("vault.db", 0o400),
        ("header.2", 0o400),
        ("lock", 0o400),
        (".", 0o000),
        ("header.1", 0o000),
    ],
)
def test_what_is_closed_is_named_and_kept_and_others_can_be_made(base: Path, name: str, mode: int) -> None:
    assert _try_everything(base, name, mode) == Tried(
        [VaultState.READ_ONLY], "ReadOnlyFolder", "ReadOnlyFolder", 2
    )


def test_a_read_only_data_folder_takes_no_new_vault_but_opens_the_old_one(base: Path) -> None:
    assert _try_everything(base, "..", 0o500) == Tried(
        [VaultState.READY], "opened", "opened", "ReadOnlyFolder"
    )


def test_a_closed_data_folder_is_not_an_empty_one(base: Path) -> None:
    assert _try_everything(base, "..", 0o000) == Tried(
        "ReadOnlyFolder", "ReadOnlyFolder", "ReadOnlyFolder", "ReadOnlyFolder"
    )
