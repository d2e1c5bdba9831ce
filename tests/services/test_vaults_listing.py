"""How vaults look from outside: right for every damage, cheap, and never *no vaults* while there are some."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.vaults import bytes_below, finished_vault
from trust_desktop.domain.errors import (
    HeaderDamaged,
    VaultDamaged,
    VaultMissing,
    VaultProblem,
    VaultTooNew,
)
from trust_desktop.domain.vault import VaultState
from trust_desktop.security import header as headers
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places

WELL_FORMED = "000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKG"


@pytest.fixture
def vault(places: Places, store: MemoryStore) -> Path:
    finished_vault(places, store)
    return places.data / vaults.list_vaults(places)[0].info.folder


def _newer_format() -> bytes:
    body = headers.MAGIC + (headers.FORMAT + 1).to_bytes(2, "big") + b"unknown"
    return body + headers.checksum_of(body)


def test_without_a_folder_there_are_no_vaults(places: Places) -> None:
    assert vaults.list_vaults(places) == ()


@pytest.mark.parametrize(
    ("damage", "state", "problem"),
    [
        ({"header.1": b"", "header.2": None}, VaultState.HEADER_DAMAGED, HeaderDamaged),
        ({"header.1": b"x" * 400, "header.2": b"y" * 400}, VaultState.HEADER_DAMAGED, HeaderDamaged),
        ({"header.1": _newer_format()}, VaultState.NEWER_FORMAT, VaultTooNew),
        ({"header.2": _newer_format()}, VaultState.NEWER_FORMAT, VaultTooNew),
        ({"vault.db": None}, VaultState.DATABASE_MISSING, VaultMissing),
        ({"vault.db": b""}, VaultState.DATABASE_EMPTY, VaultDamaged),
    ],
)
def test_damage_seen_from_outside_has_a_state_and_a_problem_and_stays_as_it_is(
    places: Places,
    store: MemoryStore,
    vault: Path,
    damage: dict[str, bytes | None],
    state: VaultState,
    problem: type[VaultProblem],
) -> None:
    for name, data in damage.items():
        (vault / name).unlink() if data is None else (vault / name).write_bytes(data)
    before = bytes_below(places.data)

    (listing,) = vaults.list_vaults(places)
    assert (listing.info.number, listing.state) == (1, state)
    with pytest.raises(problem) as raised:
        vaults.unlock(places, store, 1, None)
    assert type(raised.value) is problem
    assert raised.value.number == 1
    with pytest.raises(problem):
        vaults.recover(places, store, 1, WELL_FORMED, None)
    assert bytes_below(places.data) == before


def test_a_damaged_vault_still_counts_and_the_others_open(
    places: Places, store: MemoryStore, vault: Path
) -> None:
    finished_vault(places, store)
    for name in ("header.1", "header.2"):
        (vault / name).write_bytes(b"noise")

    assert [listing.info.number for listing in vaults.list_vaults(places)] == [1, 2]
    vaults.unlock(places, store, 2, None).close()


def test_with_its_number_lost_too_a_damaged_vault_is_still_shown(places: Places, vault: Path) -> None:
    (places.data / "numbers").unlink()
    for name in ("header.1", "header.2"):
        (vault / name).write_bytes(b"noise")

    (listing,) = vaults.list_vaults(places)
    assert (listing.info.number, listing.info.folder) == (0, vault.name)


def test_other_things_in_the_folder_are_not_vaults(places: Places, vault: Path) -> None:
    (places.data / "Photos").mkdir()
    (places.data / "0123abcd").write_text("a file")
    (places.data / ".new-00000000").mkdir()

    assert [listing.info.folder for listing in vaults.list_vaults(places)] == [vault.name]


def test_looking_changes_nothing_and_makes_nothing(places: Places, vault: Path) -> None:
    (vault / "lock").unlink()
    before = bytes_below(places.data)

    assert vaults.list_vaults(places)[0].state is VaultState.READY
    assert bytes_below(places.data) == before


def test_the_lock_screen_loads_no_cipher_no_sql_and_no_keyring() -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from trust_desktop.services import vaults\n"
        "vaults.list_vaults(vaults.Places(Path('/nowhere'), Path('/nowhere')))\n"
        "heavy = {'cryptography', 'sqlalchemy', 'sqlcipher3', 'keyring', 'alembic', 'zxcvbn', 'secretstorage', 'shutil', '_hashlib', 'subprocess'}\n"
        "print(*sorted(heavy & set(sys.modules)))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )

    assert ended.stdout.strip() == ""
