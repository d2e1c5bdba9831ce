"""The copy from before a migration holds what is deleted later: it goes once the vault was whole on three days."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import KEY, TODAY, VAULT_ID
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.storage import copies
from trust_desktop.storage.database import Database

OLD = Path(__file__).parent / "vaults" / "schema-3.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(OLD, tmp_path / "vault.db")
    return tmp_path


def opened(folder: Path, day: int | None) -> None:
    path = folder / "vault.db"
    today = None if day is None else TODAY + timedelta(days=day)
    salt = path.read_bytes()[:16]
    Database.open(path, bytearray(KEY), vault_id=VAULT_ID, salt=salt, today=today).close()


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("vault-schema*"))


def test_it_goes_on_the_third_day_and_leaves_nothing_of_itself(folder: Path) -> None:
    opened(folder, 0)  # brings it up, and makes the copy
    for day in (0, 0, 1, 1, None):
        opened(folder, day)
        assert kept(folder) == ["vault-schema3-1.db"]
    opened(folder, 2)
    assert kept(folder) == []
    opened(folder, 3)
    assert sorted(path.name for path in folder.iterdir()) == ["vault.db"]


@pytest.mark.parametrize("later", ["vault-schema4-1.db", "vault-schema10-1.db", "vault-schema3-10.db"])
def test_another_copy_begins_anew(folder: Path, later: str) -> None:
    for day in (0, 1, 2):
        opened(folder, day)
    (folder / later).write_bytes(b"made at a later migration")
    for day in (3, 4):
        opened(folder, day)
        assert len(kept(folder)) == 2
    opened(folder, 5)
    assert kept(folder) == []


def test_a_vault_that_does_not_open_costs_no_copy(folder: Path) -> None:
    for day in (0, 1, 2):
        opened(folder, day)
    whole = bytearray((folder / "vault.db").read_bytes())
    whole[len(whole) // 2] ^= 1
    (folder / "vault.db").write_bytes(whole)
    for day in (3, 4, 5):
        with pytest.raises(VaultProblem):
            opened(folder, day)
    assert kept(folder) == ["vault-schema3-1.db"]


def test_what_only_looks_like_one_stays_and_what_cannot_be_removed_keeps_nobody_out(
    folder: Path,
) -> None:
    for name in ("vault-schema3-1.db.old", "vault-schemax-1.db", "other-schema3-1.db"):
        (folder / name).write_bytes(b"somebody's own")
    for day in (0, 1, 2):
        opened(folder, day)
    (folder / "vault-schema2-1.db").mkdir()
    opened(folder, 3)
    opened(folder, 4)
    assert {"vault-schema3-1.db.old", "vault-schemax-1.db", "vault-schema2-1.db"} <= set(kept(folder))
    assert (folder / "other-schema3-1.db").exists()
    assert copies.OUTLIVED == 3
