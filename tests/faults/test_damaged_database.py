"""A damaged, foreign or missing database: the right problem, every byte as it was, and no second vault."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.vaults import bytes_below, finished_vault, opened_vault, places_in
from trust_desktop.domain.errors import (
    VaultDamaged,
    VaultMissing,
    VaultProblem,
    VaultSwapped,
    VaultTooNew,
)
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places


@dataclass
class Victim:
    """A finished vault and one of another person beside it."""

    places: Places
    store: MemoryStore
    number: int
    code: str
    database: Path
    other_database: Path


@pytest.fixture
def victim(tmp_path: Path) -> Victim:
    places, store = places_in(tmp_path), MemoryStore()
    number, code = finished_vault(places, store)
    finished_vault(places, store)
    paths = [places.data / listing.info.folder / "vault.db" for listing in vaults.list_vaults(places)]
    return Victim(places, store, number, code, *paths)


def _refused(victim: Victim, kind: type[VaultProblem]) -> None:
    before = bytes_below(victim.places.data)
    with pytest.raises(VaultProblem) as by_key:
        vaults.unlock(victim.places, victim.store, victim.number, None)
    with pytest.raises(VaultProblem) as by_code:
        vaults.recover(victim.places, victim.store, victim.number, victim.code, None)
    assert (type(by_key.value), type(by_code.value)) == (kind, kind)
    assert (by_key.value.number, by_code.value.number) == (victim.number, victim.number)
    assert bytes_below(victim.places.data) == before
    assert len(vaults.list_vaults(victim.places)) == 2


def _first_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (lambda _: b"", VaultDamaged),
        (lambda _: b"short", VaultDamaged),
        (lambda data: data[:4096], VaultDamaged),
        (_first_half, VaultDamaged),
        (lambda data: data[:-4096], VaultDamaged),
        (lambda data: data[:-1], VaultDamaged),
        (lambda data: bytes(len(data)), VaultDamaged),
        (lambda data: bytes(17 * n % 251 for n in range(len(data))), VaultDamaged),
        (lambda _: b"SQLite format 3\0" + bytes(8176), VaultDamaged),
        (lambda data: data[:16] + bytes(len(data) - 16), VaultDamaged),
        (lambda data: data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:], VaultDamaged),
    ],
    ids=[
        "empty",
        "stub",
        "page",
        "half",
        "page-less",
        "byte-less",
        "zeros",
        "noise",
        "plain",
        "salt-only",
        "pages",
    ],
)
def test_a_damaged_database_is_named_and_left_alone(
    victim: Victim, damage: Callable[[bytes], bytes], kind: type[VaultProblem]
) -> None:
    victim.database.write_bytes(damage(victim.database.read_bytes()))
    _refused(victim, kind)


def test_a_missing_database_is_never_made_anew(victim: Victim) -> None:
    victim.database.unlink()
    _refused(victim, VaultMissing)
    assert not victim.database.exists()


def test_another_vault_s_database_is_recognised(victim: Victim) -> None:
    victim.database.write_bytes(victim.other_database.read_bytes())
    _refused(victim, VaultSwapped)


def test_a_damaged_neighbour_does_not_get_in_the_way(victim: Victim) -> None:
    victim.database.write_bytes(victim.other_database.read_bytes())
    for name in ("header.1", "header.2"):
        (victim.other_database.parent / name).write_bytes(b"noise")
    _refused(victim, VaultDamaged)


def test_a_newer_schema_is_refused_and_kept(tmp_path: Path) -> None:
    places, store = places_in(tmp_path), MemoryStore()
    session = opened_vault(places, store)
    with session._open_database().transaction(write=True) as transaction:
        transaction.connection.exec_driver_sql("PRAGMA user_version = 9999")
    session.close()
    before = bytes_below(places.data)
    with pytest.raises(VaultTooNew) as raised:
        vaults.unlock(places, store, 1, None)

    assert raised.value.number == 1
    assert bytes_below(places.data) == before
