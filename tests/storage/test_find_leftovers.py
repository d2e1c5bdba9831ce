"""Of deleted words not even those are left with which a page of the index began, and everything else is still found."""

import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOW, TODAY, session_at
from tests.storage.pages import deciphered
from tests.support.full_disk import full_disk
from trust_desktop.domain.finding import FoundPart, wanted
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import find_leftovers, finding, notes

LEFT = "SELECT count(*) FROM find_index_idx WHERE instr(CAST(term AS TEXT), 'marmalade')"

GONE_OVER = (
    "SELECT count(*) FROM find_index_idx AS i LEFT JOIN find_index_data AS d ON d.id = (i.segid << 37) + (i.pgno >> 1)"
    " WHERE length(i.term) > 1 AND d.id IS NULL"
)


def note(session: VaultSession, days_ago: int, words: str) -> None:
    with session.write(Change.DAYS) as transaction:
        notes.put(transaction, TODAY - timedelta(days=days_ago), words, NOW)


def many(word: str, chance: random.Random, number: int) -> str:
    return " ".join(f"{word}{chance.randrange(10**6)}" for _ in range(number))


def a_long_text_came_and_went(session: VaultSession) -> None:
    """Among others, as after a while: a text that is alone in its part of the index goes with all of it."""
    chance = random.Random(1)
    note(session, 400, many("marmalade", chance, 600))
    note(session, 401, many("otter", chance, 200))
    session._database._link.raw.execute("INSERT INTO find_index (find_index) VALUES ('optimize')")
    note(session, 400, "")


def left(session: VaultSession) -> int:
    return int(session._database._link.raw.execute(LEFT).fetchone()[0])


def found(session: VaultSession, word: str) -> int:
    with session.read() as transaction:
        days = (TODAY - timedelta(days=999), TODAY)
        return len(finding.newest(transaction, wanted(word), list(FoundPart), *days, limit=99))


@pytest.mark.parametrize("seed", range(4))
def test_nothing_of_a_long_text_is_left_and_all_others_are_found(tmp_path: Path, seed: int) -> None:
    chance, session = random.Random(seed), session_at(tmp_path)
    kept = {days: many(f"kept{days}x", chance, chance.choice([3, 60, 300])) for days in range(12)}
    for days, words in kept.items():
        note(session, days, words)
    a_long_text_came_and_went(session)
    assert left(session) > 0  # which is why it is tidied
    session.close()
    assert b"marmalade" not in deciphered(tmp_path / "vault.db")
    session = session_at(tmp_path)
    assert left(session) == 0
    raw = session._database._link.raw
    raw.execute("INSERT INTO find_index (find_index, rank) VALUES ('integrity-check', 1)")
    for words in kept.values():
        assert all(found(session, word) == 1 for word in chance.sample(words.split(), 3))
    note(session, 400, many("quilt", chance, 600))
    for days in kept:
        note(session, days, "")
    raw.execute("INSERT INTO find_index (find_index) VALUES ('optimize')")
    raw.execute("INSERT INTO find_index (find_index, rank) VALUES ('integrity-check', 1)")
    assert found(session, "otter") == found(session, "quilt") == 1
    session.close()
    assert b"kept" not in deciphered(tmp_path / "vault.db").replace(b"kept_", b"")


def test_a_backup_has_nothing_of_it_either(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    a_long_text_came_and_went(session)
    session.copy_to(tmp_path / "copy.db")
    assert left(session) == 0
    session.close()
    assert b"marmalade" not in deciphered(tmp_path / "copy.db")


def test_without_room_the_vault_closes_and_it_is_done_the_next_time(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    a_long_text_came_and_went(session)
    with full_disk():
        session.close()
    session = session_at(tmp_path)
    assert left(session) > 0
    note(session, 2, "Rain.")
    session.close()
    assert b"marmalade" not in deciphered(tmp_path / "vault.db")


KILLED = """
import os, sys
from pathlib import Path
from tests.builders import session_at
from tests.storage.test_find_leftovers import a_long_text_came_and_went

a_long_text_came_and_went(session_at(Path(sys.argv[1])))
os._exit(9)
"""


def test_killed_before_the_lock_it_is_done_at_the_next_though_nothing_is_written(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, cwd=root)
    session = session_at(tmp_path)
    assert left(session) > 0
    session.close()
    assert b"marmalade" not in deciphered(tmp_path / "vault.db")


def test_nothing_is_left_while_parts_of_the_index_are_being_made_one(tmp_path: Path) -> None:
    """Pages that were gone over already are there no more; what told them apart is."""
    chance, session = random.Random(2), session_at(tmp_path)
    raw = session._database._link.raw
    raw.execute("INSERT INTO find_index (find_index, rank) VALUES ('automerge', 0)")
    for days in (300, 301):
        note(session, days, many("apple", chance, 600) + " " + many("marmalade", chance, 600))
    for _ in range(1000):
        raw.execute("INSERT INTO find_index (find_index, rank) VALUES ('merge', -1)")
        if raw.execute(GONE_OVER).fetchone()[0]:
            break
    assert raw.execute(GONE_OVER).fetchone() > (0,)
    note(session, 300, "Rain.")
    note(session, 301, "otter")
    session._database._link.tidy()
    assert raw.execute(GONE_OVER).fetchone() == (0,)
    assert left(session) == 0
    raw.execute("INSERT INTO find_index (find_index, rank) VALUES ('integrity-check', 1)")
    raw.execute("INSERT INTO find_index (find_index) VALUES ('optimize')")
    raw.execute("INSERT INTO find_index (find_index, rank) VALUES ('integrity-check', 1)")
    assert found(session, "otter") == 1
    session.close()


def test_a_page_without_words_begins_with_none(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    a_long_text_came_and_went(session)
    raw = session._database._link.raw
    segment, page, word = raw.execute(
        "SELECT segid, pgno >> 1, term FROM find_index_idx ORDER BY length(term) DESC"
    ).fetchone()
    raw.execute("UPDATE find_index_data SET block = ? WHERE id = ?", (b"\0\0\0\x04", (segment << 37) + page))
    find_leftovers.clear(raw)
    assert raw.execute("SELECT count(*) FROM find_index_idx WHERE term = ?", (word,)).fetchone() == (0,)
    session.close()


def test_what_cannot_be_written_is_not_begun(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    a_long_text_came_and_went(session)
    raw = session._database._link.raw
    raw.execute(
        "CREATE TEMP TRIGGER no BEFORE UPDATE ON main.find_index_idx BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    session._database._link.tidy()
    assert not raw.in_transaction
    assert left(session) > 0
    note(session, 3, "Rain.")
    raw.execute("DROP TRIGGER no")
    session.close()
    assert b"marmalade" not in deciphered(tmp_path / "vault.db")


def test_what_is_out_of_order_is_left_as_it_is(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    a_long_text_came_and_went(session)
    session._database._link.tidy()
    raw = session._database._link.raw
    raw.execute("UPDATE find_index_idx SET term = CAST('zz' AS BLOB) WHERE length(term) > 4 AND pgno > 6")
    before = raw.execute("SELECT * FROM find_index_idx").fetchall()
    assert any(row[1] == b"zz" for row in before)
    find_leftovers.clear(raw)
    assert raw.execute("SELECT * FROM find_index_idx").fetchall() == before
    session.close()


@pytest.mark.parametrize("block", [b"", b"\0\0\0\x04\xff", b"\0\0\0\x04\x09\x30"])
def test_where_a_page_is_not_as_the_index_writes_them_nothing_is_touched(
    tmp_path: Path, block: bytes
) -> None:
    session = session_at(tmp_path)
    a_long_text_came_and_went(session)
    raw = session._database._link.raw
    segment, page = raw.execute(
        "SELECT segid, pgno >> 1 FROM find_index_idx ORDER BY length(term) DESC"
    ).fetchone()
    raw.execute("UPDATE find_index_data SET block = ? WHERE id = ?", (block, (segment << 37) + page))
    before = raw.execute("SELECT * FROM find_index_idx").fetchall()
    with pytest.raises(IndexError):
        find_leftovers.clear(raw)
    assert raw.execute("SELECT * FROM find_index_idx").fetchall() == before
    session.close()
    assert session_at(tmp_path).closed is False
