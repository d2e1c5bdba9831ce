"""What can be read of a damaged file is read, the rest is said to be missing, and no byte is changed."""

import random
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import insert

from tests.builders import KEY, NOW, TODAY, VAULT_ID
from tests.storage.vault_files import CANARY, untouched
from trust_desktop.domain.errors import ReadOnlyFolder, VaultDamaged, VaultProblem, VaultSwapped
from trust_desktop.storage import rescue, sqlcipher
from trust_desktop.storage.database import Database
from trust_desktop.storage.rescue import Reader, Wanted
from trust_desktop.storage.tables import notes

PAGE = 4096
NOTES = Wanted("notes", ("day",), ("text", "in_a_later_version"))
DAYS = [(TODAY + timedelta(days=n)).isoformat() for n in range(300)]
SAID = Wanted("acknowledgements", ("id",), ("text",))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The bytes and salt of a vault with 300 notes on as many days and 300 thanks."""
    folder = tmp_path_factory.mktemp("written")
    path = folder / "vault.db"
    database = Database.create(path, bytearray(KEY), VAULT_ID)
    with database.transaction(write=True) as transaction:
        days = [TODAY + timedelta(days=n) for n in range(300)]
        rows = [{"day": day, "text": CANARY * 20, "written_at": NOW} for day in days]
        transaction.connection.execute(insert(notes), rows)
        said = [{"text": CANARY * 20, "way": "aloud", "day": TODAY, "delivered_at": NOW, "erased": 0}] * 300
        transaction.connection.exec_driver_sql(
            "INSERT INTO acknowledgements (text, way, day, delivered_at, erased) "
            "VALUES (:text, :way, :day, :delivered_at, :erased)",
            [{**row, "day": TODAY.isoformat(), "delivered_at": ""} for row in said],
        )
    database.close()
    return path.read_bytes(), database.salt


@pytest.fixture
def vault(tmp_path, written):
    path = tmp_path / "vault.db"
    path.write_bytes(written[0])
    return path, written[1]


def reader(path, salt, **other) -> Reader:
    return Reader(path, bytearray(other.get("key", KEY)), vault_id=other.get("vault_id", VAULT_ID), salt=salt)


def read(path, salt, wanted):
    with untouched(path.parent):
        one = reader(path, salt)
        found = one.read(wanted)
        one.close()
    return found


def flip(path, *places) -> None:
    changed = bytearray(path.read_bytes())
    for place in places:
        changed[place] ^= 1
    path.write_bytes(changed)


def test_a_whole_vault_is_read_whole(vault):
    found = read(*vault, NOTES)
    assert found.whole
    assert [row["day"] for row in found.rows] == DAYS
    assert {row["text"] for row in found.rows} == {CANARY * 20}


def test_a_changed_salt_costs_nothing(vault):
    path, salt = vault
    flip(path, 3)
    assert len(read(path, salt, NOTES).rows) == 300


def test_without_its_first_page_nothing_can_be_read(vault):
    path, salt = vault
    flip(path, 100)
    with untouched(path.parent), pytest.raises(VaultDamaged):
        reader(path, salt)


def test_another_key_reads_nothing(vault, capfd):
    with pytest.raises(VaultDamaged):
        reader(*vault, key=bytes(32))
    assert capfd.readouterr() == ("", "")


def test_another_vault_s_words_are_not_shown(vault):
    with pytest.raises(VaultSwapped):
        reader(*vault, vault_id=bytes(16))


def test_a_missing_file_is_not_made(tmp_path):
    with pytest.raises(ReadOnlyFolder):
        reader(tmp_path / "vault.db", bytes(16))
    assert not list(tmp_path.iterdir())


def test_a_connection_that_cannot_be_set_up_is_closed(vault, monkeypatch):
    monkeypatch.setattr(sqlcipher, "_ONLY_READING", ("query_only = (",))
    with pytest.raises(VaultProblem):
        reader(*vault)


def lost_by(path, salt, *places) -> tuple[int, int] | None:
    """How many notes and thanks are missing with these bytes changed; None if nothing can be read."""
    whole = path.read_bytes()
    flip(path, *places)
    try:
        one = reader(path, salt)
    except VaultDamaged:
        return None
    else:
        found = [one.read(wanted) for wanted in (NOTES, SAID)]
        one.close()
        assert all(each.whole == (len(each.rows) == 300) for each in found)
        return 300 - len(found[0].rows), 300 - len(found[1].rows)
    finally:
        path.write_bytes(whole)


def test_a_page_that_is_lost_costs_what_stood_on_it_and_no_more(vault):
    path, salt = vault
    pages = range(len(path.read_bytes()) // PAGE)
    lost = {page: lost_by(path, salt, page * PAGE + 100) for page in pages}
    leaves = [page for page, both in lost.items() if both is not None and 0 < sum(both) <= 10]
    nothing = [page for page, both in lost.items() if both == (0, 0)]
    assert len(leaves) > 60
    assert len(leaves) + len(nothing) >= len(pages) - 14  # the schema's own pages and the roots of the two

    chance = random.Random(5)
    for _ in range(5):
        two = chance.sample(leaves, 2)
        both = lost_by(path, salt, *(page * PAGE + 100 for page in two))
        assert both is not None
        assert sum(both) <= 20


def test_what_lies_between_two_lost_pages_is_given_up_at_last(vault, monkeypatch):
    path, salt = vault
    monkeypatch.setattr(rescue, "MOST_IN_VAIN", 1)
    found = _read_with_lost_pages(path, salt)
    assert not found.whole
    assert 0 < len(found.rows) < 300


def _read_with_lost_pages(path, salt):
    whole = path.read_bytes()
    for page in range(1, len(whole) // PAGE - 3):
        flip(path, page * PAGE + 100, (page + 3) * PAGE + 100)
        with suppress(VaultDamaged):
            found = read(path, salt, NOTES)
            days = {row["day"] for row in found.rows}
            if not found.whole and {DAYS[0], DAYS[-1]} <= days:
                return found
        path.write_bytes(whole)
    raise AssertionError("no page of the notes was lost")


def test_a_table_that_is_not_there_is_not_missed(vault):
    found = read(*vault, Wanted("of_a_later_version", ("id",), ("text",)))
    assert (found.rows, found.whole) == ((), True)


def test_a_table_with_another_key_is_not_understood(vault):
    found = read(*vault, Wanted("notes", ("week",), ("text",)))
    assert (found.rows, found.whole) == ((), False)


def test_words_by_name_have_nothing_between(vault):
    path, salt = vault
    raw = sqlcipher.connect(path, bytearray(KEY))
    raw.executemany("INSERT INTO stories VALUES (?, ?, '')", [(f"part {n}", CANARY * 40) for n in range(90)])
    raw.close()
    wanted = Wanted("stories", ("part",), ("text",))
    pages = range(len(path.read_bytes()) // PAGE)
    whole = path.read_bytes()
    counts = []
    for page in pages[-20:]:
        flip(path, page * PAGE + 100)
        counts.append(len(read(path, salt, wanted).rows))
        path.write_bytes(whole)
    assert min(counts) < 90
    assert max(counts) == 90


def test_a_log_that_was_left_is_named(vault):
    path, salt = vault
    one = reader(path, salt)
    assert not one.newest_missing
    path.with_name("vault.db-wal").write_bytes(b"")
    assert not one.newest_missing
    path.with_name("vault.db-wal").write_bytes(b"more")
    assert one.newest_missing
    one.close()
