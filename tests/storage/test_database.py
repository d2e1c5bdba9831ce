"""One encrypted file, one connection, one lock: what is committed is there, what is not is not."""

import stat
import threading
import traceback
from datetime import timedelta

import pytest
from sqlalchemy import insert

from tests.builders import KEY, NOW, TODAY, VAULT_ID
from tests.storage.vault_files import (
    CANARY,
    a_closed_vault,
    another_process_says,
    note_texts,
    opened,
    untouched,
    write_note,
)
from trust_desktop.domain.errors import VaultMoved, VaultProblem
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.storage.database import Database
from trust_desktop.storage.tables import follow_throughs, notes


@pytest.fixture
def database(tmp_path):
    made = Database.create(tmp_path / "vault.db", bytearray(KEY), VAULT_ID)
    yield made
    made.close()


def pragma(database: Database, name: str) -> object:
    with database.transaction(write=False) as transaction:
        return transaction.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_what_is_written_is_there_after_opening_again(tmp_path, database):
    write_note(database)
    database.close()
    again = opened(tmp_path / "vault.db", database.salt)
    assert note_texts(again) == [CANARY]
    again.close()


def test_files_are_private_and_unreadable(tmp_path, database):
    write_note(database)
    files = list(tmp_path.iterdir())
    assert {file.name for file in files} == {"vault.db", "vault.db-wal"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    database.close()
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert CANARY.encode() not in content
    assert b"SQLite format" not in content
    assert b"follow_throughs" not in content
    assert content[:16] == database.salt


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("locking_mode", "exclusive"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("cipher_memory_security", "1"),
        ("cipher_status", "1"),
        ("secure_delete", 1),
    ],
)
def test_the_connection_is_hardened(database, name, value):
    assert pragma(database, name) == value


def test_an_existing_file_is_never_made_anew(tmp_path):
    a_closed_vault(tmp_path)
    with untouched(tmp_path), pytest.raises(VaultProblem) as caught:
        Database.create(tmp_path / "vault.db", bytearray(KEY), VAULT_ID)
    assert caught.value.detail == "EEXIST"


def test_a_key_of_another_length_is_refused(tmp_path):
    path, salt = a_closed_vault(tmp_path)
    with untouched(tmp_path), pytest.raises(ValueError, match="32 bytes"):
        opened(path, salt, key=KEY[:31])


def write_and_break_off(database: Database) -> None:
    with database.transaction(write=True) as transaction:
        transaction.connection.execute(insert(notes).values(day=TODAY, text=CANARY, written_at=NOW))
        raise ZeroDivisionError


def test_an_error_inside_the_block_leaves_nothing(database):
    with pytest.raises(ZeroDivisionError):
        write_and_break_off(database)
    assert note_texts(database) == []


def test_a_block_that_reads_cannot_write(database):
    with pytest.raises(VaultProblem), database.transaction(write=False) as transaction:
        transaction.connection.execute(insert(notes).values(day=TODAY, text=CANARY, written_at=NOW))
    assert note_texts(database) == []


def test_transactions_are_not_nested(database):
    with database.transaction(write=True):
        with pytest.raises(RuntimeError, match="not nested"), database.transaction(write=False):
            pass
        with pytest.raises(RuntimeError, match="not nested"):
            database.close()
    assert note_texts(database) == []


def test_after_closing_nothing_is_read_and_the_key_is_gone(database):
    key = database._key
    database.close()
    database.close()
    assert key == bytes(32)
    with pytest.raises(RuntimeError, match="closed"), database.transaction(write=False):
        pass


def test_threads_take_turns(database):
    def work(number: int) -> None:
        for step in range(25):
            write_note(database, day=TODAY + timedelta(days=number * 100 + step))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(note_texts(database)) == 200


def test_another_process_is_kept_out_until_it_is_closed(tmp_path, database):
    path = tmp_path / "vault.db"
    write_note(database)
    assert another_process_says(path, database.salt) == "VaultInUse"
    database.check()
    note_texts(database)
    with pytest.raises(VaultProblem), database.transaction(write=False) as transaction:
        transaction.connection.exec_driver_sql("SELECT nonsense")
    write_note(database, day=TODAY + timedelta(days=1))  # through a new connection
    assert another_process_says(path, database.salt) == "VaultInUse"
    database.close()
    assert another_process_says(path, database.salt) == "opened"


def test_an_error_says_nothing_of_what_was_written(database, capfd, caplog):
    write_note(database)
    with pytest.raises(VaultProblem) as caught:
        write_note(database)
    assert caught.value.detail == "SQLITE_CONSTRAINT"
    told = "".join(traceback.format_exception(caught.value)) + caplog.text + "".join(capfd.readouterr())
    assert CANARY not in told


def test_a_mark_needs_its_action(database):
    row = {"day": TODAY, "action_id": 1, "outcome": Outcome.KEPT, "reason": "", "marked_at": NOW}
    with pytest.raises(VaultProblem) as caught, database.transaction(write=True) as transaction:
        transaction.connection.execute(insert(follow_throughs).values(**row))
    assert caught.value.detail == "SQLITE_CONSTRAINT"


def test_after_an_error_the_file_is_opened_again(database):
    link = database._link
    with pytest.raises(VaultProblem), database.transaction(write=False) as transaction:
        transaction.connection.exec_driver_sql("SELECT nonsense")
    write_note(database)
    assert database._link is not link
    assert note_texts(database) == [CANARY]


def test_an_integrity_error_keeps_the_connection(database):
    write_note(database)
    link = database._link
    with pytest.raises(VaultProblem):
        write_note(database)
    assert note_texts(database) == [CANARY]
    assert database._link is link


def test_a_connection_that_does_not_begin_is_replaced(database):
    write_note(database)
    database._link.raw.close()
    assert note_texts(database) == [CANARY]


def test_a_file_that_is_away_for_a_while_is_used_again_when_it_is_back(tmp_path, database):
    write_note(database)
    database._link.close()  # as after an error: nothing holds the file
    (tmp_path / "vault.db").rename(tmp_path / "away.db")
    for _ in range(2):
        with pytest.raises(VaultMoved):
            note_texts(database)
    (tmp_path / "away.db").rename(tmp_path / "vault.db")
    assert note_texts(database) == [CANARY]


def test_in_memory_nothing_can_be_opened_again():
    database = Database.in_memory()
    write_note(database)
    with pytest.raises(VaultProblem), database.transaction(write=False) as transaction:
        transaction.connection.exec_driver_sql("SELECT nonsense")
    assert note_texts(database) == [CANARY]
    database._link.raw.close()
    with pytest.raises(VaultProblem):
        note_texts(database)
    database.close()
