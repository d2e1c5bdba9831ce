"""A vault held by one process is closed to every other, whatever the first one did meanwhile."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.vaults import finished_vault, places_in
from trust_desktop.domain.errors import VaultDamaged
from trust_desktop.domain.vault import VaultState
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import settings, vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places

_BY_THE_FRONT_DOOR = """
import sys
from pathlib import Path
from tests.support.vaults import places_in
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
try:
    vaults.recover(places_in(Path(sys.argv[1])), MemoryStore(), 1, sys.argv[2], None).session.close()
    print("opened")
except VaultProblem as problem:
    print(type(problem).__name__)
"""
# Past our own lock, as another program or an older version might try.
_BY_THE_FILE = """
import sys
from pathlib import Path
from sqlcipher3 import dbapi2
for path in Path(sys.argv[1]).glob("data/*/vault.db"):
    connection = dbapi2.connect(path.as_uri() + "?mode=rw", uri=True, timeout=0)
    try:
        connection.execute("PRAGMA journal_mode").fetchone()
        connection.execute("BEGIN IMMEDIATE")
        print("opened")
    except dbapi2.Error as error:
        print(error.sqlite_errorname)
"""


def _elsewhere(program: str, places: Places, code: str = "") -> str:
    ended = subprocess.run(
        [sys.executable, "-c", program, str(places.data.parent), code],
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.strip()


def _nothing(_session: VaultSession, _places: Places) -> None:
    pass


def _save(session: VaultSession, _places: Places) -> None:
    settings.save(session, replace(settings.load(session), idle_minutes=12))


def _check(session: VaultSession, _places: Places) -> None:
    session._open_database().check()


def _look(_session: VaultSession, places: Places) -> None:
    assert [listing.state for listing in vaults.list_vaults(places)] == [VaultState.IN_USE]


@pytest.mark.parametrize("meanwhile", [_nothing, _save, _check, _look])
def test_an_open_vault_is_closed_to_a_second_process(
    tmp_path: Path, meanwhile: Callable[[VaultSession, Places], None]
) -> None:
    places, store = places_in(tmp_path), MemoryStore()
    number, code = finished_vault(places, store)
    session = vaults.unlock(places, store, number, None)
    meanwhile(session, places)

    assert _elsewhere(_BY_THE_FRONT_DOOR, places, code) == "VaultInUse"
    assert _elsewhere(_BY_THE_FILE, places) == "SQLITE_BUSY"
    _save(session, places)
    session.close()
    assert _elsewhere(_BY_THE_FRONT_DOOR, places, code) == "opened"
    vaults.unlock(places, store, number, None).close()


def test_a_problem_on_the_way_in_leaves_the_vault_free(tmp_path: Path) -> None:
    places, store = places_in(tmp_path), MemoryStore()
    number, code = finished_vault(places, store)
    database = next(places.data.glob("*/vault.db"))
    whole = database.read_bytes()
    database.write_bytes(whole[:-4096])
    assert _elsewhere(_BY_THE_FRONT_DOOR, places, code) == "VaultDamaged"
    with pytest.raises(VaultDamaged):
        vaults.unlock(places, store, number, None)

    database.write_bytes(whole)
    assert _elsewhere(_BY_THE_FRONT_DOOR, places, code) == "opened"
