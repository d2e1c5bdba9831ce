"""Damage that comes while a vault is open: told once, nothing written any more, and well again when the file is."""

from pathlib import Path

import pytest

from tests.builders import TODAY
from trust_desktop.domain.errors import DamagedWhileOpen, VaultProblem
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession


@pytest.fixture
def damaged(session: VaultSession, tmp_path: Path) -> Path:
    """The file changed behind an open vault, which has just met an error and so looks anew."""
    following_through.set_note(session, TODAY, "before")
    database = session._open_database()
    database.check()  # takes the log into the file
    path = tmp_path / "vault.db"
    _flip(path)
    with pytest.raises(VaultProblem), session.read() as transaction:
        transaction.connection.exec_driver_sql("SELECT nonsense")
    return path


def _flip(path: Path) -> None:
    changed = bytearray(path.read_bytes())
    changed[10 * 4096 + 100] ^= 1
    path.write_bytes(changed)


def test_it_is_told_once_and_nothing_is_written_any_more(session: VaultSession, damaged: Path) -> None:
    told: list[VaultProblem] = []
    session.on_moved = told.append
    before = damaged.read_bytes()
    for _ in range(3):
        with pytest.raises(DamagedWhileOpen):
            following_through.note(session, TODAY)
        with pytest.raises(DamagedWhileOpen):
            following_through.set_note(session, TODAY, "after")
    assert [type(problem) for problem in told] == [DamagedWhileOpen]
    assert damaged.read_bytes() == before


def test_what_was_only_read_wrongly_once_is_read_again(session: VaultSession, damaged: Path) -> None:
    with pytest.raises(DamagedWhileOpen):
        following_through.note(session, TODAY)
    _flip(damaged)
    assert following_through.note(session, TODAY) == "before"
    following_through.set_note(session, TODAY, "after")
    assert following_through.note(session, TODAY) == "after"
