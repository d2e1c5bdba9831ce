"""A file that is not the vault as it was written is named for what it is, and left as it is."""

import random
import sqlite3
import traceback
from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2

from tests.builders import KEY, TODAY, VAULT_ID
from tests.storage.vault_files import a_closed_vault, note_texts, opened, untouched
from trust_desktop.domain.errors import VaultDamaged, VaultMissing, VaultProblem, VaultSwapped, VaultTooNew
from trust_desktop.storage import opening, sqlcipher
from trust_desktop.storage.database import Database
from trust_desktop.storage.tables import SCHEMA

PAGE = 4096


@pytest.fixture
def vault(tmp_path):
    return a_closed_vault(tmp_path)


def refused(path, salt, kind, **expected) -> VaultProblem:
    with untouched(path.parent), pytest.raises(VaultProblem) as caught:
        opened(path, salt, **expected)
    assert type(caught.value) is kind
    return caught.value


def test_an_empty_file_is_not_a_new_vault(vault):
    path, salt = vault
    path.write_bytes(b"")
    assert refused(path, salt, VaultDamaged).detail == "empty"


@pytest.mark.parametrize("left", [1, 15, 16, 1000, PAGE, PAGE + 1, 20 * PAGE, -PAGE, -1])
def test_a_file_cut_short_is_damaged(vault, left):
    path, salt = vault
    path.write_bytes(path.read_bytes()[:left])
    refused(path, salt, VaultDamaged)


@pytest.mark.parametrize("length", [10_001, 2 * PAGE, 100 * PAGE])
def test_random_bytes_are_damaged(vault, length):
    path, salt = vault
    path.write_bytes(random.Random(length).randbytes(length))
    assert refused(path, salt, VaultDamaged).detail == "salt"


def test_random_bytes_behind_the_right_salt_are_damaged(vault):
    path, salt = vault
    path.write_bytes(salt + random.Random(2).randbytes(4 * PAGE - 16))
    refused(path, salt, VaultDamaged)


def test_a_plain_database_is_not_taken(vault):
    path, salt = vault
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE notes (day)")
    plain.close()
    refused(path, salt, VaultDamaged)


def test_a_missing_file_is_not_made(tmp_path):
    refused(tmp_path / "vault.db", bytes(16), VaultMissing)


def test_a_folder_in_its_place_is_a_problem_not_a_crash(tmp_path):
    (tmp_path / "vault.db").mkdir()
    refused(tmp_path / "vault.db", bytes(16), VaultProblem)


def test_the_file_of_another_vault_is_not_used(tmp_path, vault):
    (tmp_path / "other").mkdir()
    other, _ = a_closed_vault(tmp_path / "other", key=bytes(reversed(KEY)))
    path, salt = vault
    path.write_bytes(other.read_bytes())
    refused(path, salt, VaultDamaged)


def test_the_key_does_not_stay_behind_when_opening_ends_badly(vault):
    path, salt = vault
    path.write_bytes(b"")
    error = refused(path, salt, VaultDamaged)
    keys = [
        frame.f_locals["self"]._key
        for frame, _ in traceback.walk_tb(error.__traceback__)
        if isinstance(frame.f_locals.get("self"), Database)
    ]
    assert keys
    assert all(key == bytes(32) for key in keys)


def test_the_right_key_and_salt_but_another_vault_inside_is_swapped(vault):
    path, salt = vault
    assert refused(path, salt, VaultSwapped, vault_id=bytes(16)).detail == "vault id"


def test_a_wrong_key_writes_nothing_to_the_terminal(vault, capfd):
    path, salt = vault
    refused(path, salt, VaultDamaged, key=bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_newer_vault_is_left_alone(vault):
    path, salt = vault
    set_version(path, SCHEMA + 1)
    assert refused(path, salt, VaultTooNew).detail == str(SCHEMA + 1)


def test_a_vault_begun_but_not_finished_is_not_used(vault):
    path, salt = vault
    set_version(path, 0)
    assert refused(path, salt, VaultDamaged).detail == "schema"


def set_version(path, number) -> None:
    raw = sqlcipher.connect(path, bytearray(KEY))
    raw.execute(f"PRAGMA user_version = {number}")
    raw.close()


def test_one_changed_bit_anywhere_is_found(vault):
    path, salt = vault
    whole = path.read_bytes()
    chance = random.Random(7)
    places = [*range(16), PAGE - 80, PAGE - 40, *(chance.randrange(16, len(whole)) for _ in range(150))]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        refused(path, salt, VaultDamaged)
    path.write_bytes(whole)
    database = opened(path, salt)
    assert len(note_texts(database)) == 400
    database.close()


def test_damage_that_comes_while_it_is_open_is_found_by_the_check(vault):
    path, salt = vault
    database = opened(path, salt)
    database.check()
    with path.open("r+b") as file:
        file.seek(30 * PAGE + 100)
        file.write(b"\0\0\0\0")
    with pytest.raises(VaultDamaged):
        database.check()
    database.close()


@pytest.fixture
def large(vault, monkeypatch):
    """A vault that counts as a large one; its path and salt."""
    monkeypatch.setattr(opening, "FULL_CHECK_BELOW", 30 * PAGE)
    return vault


def flip(path) -> None:
    changed = bytearray(path.read_bytes())
    changed[40 * PAGE + 100] ^= 1
    path.write_bytes(changed)


@pytest.mark.parametrize(("days", "found"), [(0, False), (6, False), (7, True), (-1, True)])
def test_a_large_vault_is_read_through_once_a_week(large, days, found):
    path, salt = large
    opened(path, salt, today=TODAY).close()
    flip(path)
    if found:
        refused(path, salt, VaultDamaged, today=TODAY + timedelta(days=days))
    else:
        database = opened(path, salt, today=TODAY + timedelta(days=days))
        with pytest.raises(VaultDamaged):
            database.check()
        with pytest.raises(VaultDamaged), database.transaction(write=True):
            """Nothing is written once it is known."""
        database.close()


def test_a_large_vault_is_read_through_when_nobody_says_what_day_it_is(large):
    path, salt = large
    opened(path, salt, today=TODAY).close()
    flip(path)
    refused(path, salt, VaultDamaged)


def test_a_day_of_the_last_check_that_is_none_counts_for_nothing(large):
    path, salt = large
    opened(path, salt, today=TODAY).close()
    raw = sqlcipher.connect(path, bytearray(KEY))
    raw.execute("UPDATE settings SET value = 'soon'")
    raw.close()
    flip(path)
    refused(path, salt, VaultDamaged, today=TODAY)


def test_a_small_vault_keeps_no_day_of_a_check(vault):
    path, salt = vault
    opened(path, salt).close()
    with untouched(path.parent):
        opened(path, salt, today=TODAY).close()


def test_a_row_that_hangs_in_the_air_is_found(vault):
    path, salt = vault
    raw = sqlcipher.connect(path, bytearray(KEY))
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("INSERT INTO follow_throughs VALUES ('2026-11-24', 77, 'kept', '', '')")
    raw.close()
    assert refused(path, salt, VaultDamaged).detail == "foreign_key_check"


def test_every_check_reads_through_a_connection_of_its_own(vault):
    path, salt = vault
    database = opened(path, salt)
    link = database._link
    database.check()
    assert database._link is not link
    database.close()


def test_in_memory_there_is_nothing_but_the_tables_to_check():
    database = Database.in_memory()
    database.check()
    database.close()


def test_a_check_that_cannot_run_is_not_a_check_that_went_well(vault):
    path, _ = vault
    raw = sqlcipher.connect(path, bytearray(KEY))
    raw.close()
    with pytest.raises(dbapi2.ProgrammingError):
        sqlcipher.check(raw)


def test_a_broken_index_is_found_though_every_page_is_genuine(vault):
    path, salt = vault
    raw = sqlcipher.connect(path, bytearray(KEY))
    raw.execute("INSERT INTO acknowledgements VALUES (1, '', 'aloud', '2026-11-24', '', 0)")
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, '(day)', '(way)') WHERE name = 'acknowledgements_by_day'"
    )
    raw.close()
    assert refused(path, salt, VaultDamaged).detail == "integrity_check"


def test_a_connection_without_its_cipher_is_not_trusted(tmp_path):
    raw = sqlcipher.connect_in_memory()
    with pytest.raises(VaultDamaged) as caught:
        sqlcipher.verify(raw, vault_id=VAULT_ID, salt=bytes(16), schema=1)
    assert caught.value.detail == "cipher"
    raw.close()


def test_a_salt_that_changed_between_looking_and_opening_is_noticed(vault):
    path, _ = vault
    raw = sqlcipher.connect(path, bytearray(KEY))
    with pytest.raises(VaultSwapped):
        sqlcipher.verify(raw, vault_id=VAULT_ID, salt=bytes(16), schema=1)
    raw.close()
