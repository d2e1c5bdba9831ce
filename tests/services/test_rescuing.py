"""The words of a vault that cannot be opened, as far as they can be read; no byte of it is changed."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.builders import TODAY, Clock, a_live_plan, a_plan_draft
from tests.support.keyrings import FaultyStore
from tests.support.other_user import as_nobody, give_to_nobody
from tests.support.vaults import PASSPHRASE, bytes_below, finished_vault, places_in
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import (
    NothingReadable,
    VaultDamaged,
    VaultInUse,
    VaultProblem,
    VaultSwapped,
    VaultTooNew,
    WrongPassphrase,
)
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.safety import Answered, Reply, Side
from trust_desktop.domain.vault import Protection
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import (
    acknowledging,
    checking_in,
    following_through,
    helping,
    planning,
    rescued_words,
    rescuing,
    vaults,
    writing,
)
from trust_desktop.services.asking import Asking
from trust_desktop.services.rescued_words import RescuedKind, RescuedLine, RescuedPart
from trust_desktop.services.rescuing import RescuedWords
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage import reflection_tables
from trust_desktop.storage.column_types import Words
from trust_desktop.storage.vault_folder import VaultFolder

AFRAID = Answered(Side.YOU, "Are you afraid?", Reply.YES)


def _write(session: VaultSession) -> None:
    session.now = Clock()
    a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    following_through.mark(session, 2, TODAY, Outcome.COULD_NOT, "The train stood still")
    following_through.set_note(session, TODAY, "A long day")
    acknowledging.deliver(
        session,
        AcknowledgementDraft(text="Thank you", covers=frozenset({MarkKey(1, TODAY)})),
        Way.ALOUD,
        TODAY,
    )
    named = frozenset({"late_jab: for yesterday"})
    acknowledging.save_draft(session, AcknowledgementDraft(text="And for yesterday", kept=named))
    checking_in.keep(session, Noted(6, None, 8, "Calmer"))
    planning.save_draft(session, a_plan_draft())
    writing.keep(session, "check-in.line", "Not done yet")
    helping.keep_answers(session, [AFRAID, Answered(Side.PARTNER, "Are they?", Reply.OPEN)])


@pytest.fixture
def vault(places: Places, store: FaultyStore) -> tuple[int, str]:
    number, code = finished_vault(places, store)
    session = vaults.unlock(places, store, number, None)
    _write(session)
    session.close()
    return number, code


def _daily(places: Places, store: FaultyStore, number: int, typed: str | None = None) -> RescuedWords:
    before = bytes_below(places.data)
    try:
        return rescuing.read_daily(places, store, number, typed, Asking())
    finally:
        assert bytes_below(places.data) == before


def _database(places: Places) -> Path:
    return places.data / vaults.list_vaults(places)[0].info.folder / "vault.db"


def _flip(path: Path, place: int) -> None:
    changed = bytearray(path.read_bytes())
    changed[place] ^= 1
    path.write_bytes(changed)


def test_every_word_is_there_with_its_day(places, store, vault):
    words = _daily(places, store, vault[0])
    assert (words.number, words.whole, words.newest_missing) == (vault[0], True, False)
    of = {kind: [line for line in words.lines if line.kind is kind] for kind in RescuedKind}
    assert {(line.day, line.part, line.text, line.outcome) for line in of[RescuedKind.DAYS]} == {
        (TODAY, RescuedPart.MARK, "Phone on the table at dinner", Outcome.KEPT),
        (TODAY, RescuedPart.MARK, "Text when the train leaves\nThe train stood still", Outcome.COULD_NOT),
        (TODAY, RescuedPart.NOTE, "A long day", None),
    }
    assert [(line.day, line.text) for line in of[RescuedKind.SAID]] == [(TODAY, "Thank you")]
    assert [(line.text, line.numbers) for line in of[RescuedKind.CHECK_INS]] == [("Calmer", (6, None, 8))]
    assert {line.part for line in of[RescuedKind.PLAN]} >= {
        RescuedPart.ACTION,
        RescuedPart.WHY,
        RescuedPart.KNOWN_BY,
    }
    being_written = {line.text for line in of[RescuedKind.OTHER]}
    assert {"Not done yet", "And for yesterday", "I would like to stop checking the clock."} <= being_written
    assert "aloud" not in being_written
    assert not any("late_jab" in text for text in being_written), "it names a remark, it is no word of theirs"
    looks = [line for line in of[RescuedKind.OTHER] if line.part is RescuedPart.LOOK]
    assert [(line.day, line.answers) for line in looks] == [(TODAY, (AFRAID,))]


def test_the_recovery_code_reads_as_well(places, store, vault):
    before = bytes_below(places.data)
    words = rescuing.read_by_code(places, *vault, None, Asking())
    assert words.lines == _daily(places, store, vault[0]).lines
    after = bytes_below(places.data)
    tried = {name for name in after if before.get(name) != after[name]}
    assert all(name.endswith("/tries") for name in tried)


def test_with_a_passphrase_a_wrong_one_reads_nothing(places, store):
    number, code = finished_vault(
        places, store, Protection.DEVICE_AND_PASSPHRASE, recovery_with_passphrase=True
    )
    with pytest.raises(WrongPassphrase):
        rescuing.read_daily(places, store, number, "something else entirely", Asking())
    assert rescuing.read_daily(places, store, number, PASSPHRASE, Asking()).whole
    assert rescuing.read_by_code(places, number, code, PASSPHRASE, Asking()).whole


def test_a_damaged_salt_costs_nothing(places, store, vault):
    _flip(_database(places), 5)
    with pytest.raises(VaultDamaged):
        vaults.unlock(places, store, vault[0], None)
    words = _daily(places, store, vault[0])
    assert words.whole
    assert any(line.text == "Thank you" for line in words.lines)


def test_a_damaged_beginning_is_said(places, store, vault):
    _flip(_database(places), 200)
    with pytest.raises(NothingReadable) as raised:
        _daily(places, store, vault[0])
    assert raised.value.number == vault[0]


def test_the_words_of_another_vault_are_not_shown(places, store, vault):
    session = vaults.unlock(places, store, vault[0], None)
    with session._open_database().transaction(write=True) as transaction:
        transaction.connection.exec_driver_sql("UPDATE vault SET vault_id = zeroblob(16)")
    session.close()
    with pytest.raises(VaultSwapped) as raised:
        _daily(places, store, vault[0])
    assert raised.value.number == vault[0]


def test_a_damaged_page_is_said_and_the_rest_is_read(places, store, vault):
    path = _database(places)
    whole = path.read_bytes()
    found = []
    for page in range(0, len(whole) // 4096, 6):
        _flip(path, page * 4096 + 500)
        with suppress(NothingReadable):
            found.append(_daily(places, store, vault[0]))
        path.write_bytes(whole)
    assert any(not words.whole and words.lines for words in found)
    everything = _daily(places, store, vault[0]).lines
    assert all(words.lines == everything for words in found if words.whole)


def test_a_vault_of_a_newer_version_is_read_as_far_as_it_is_known(places, store, vault):
    session = vaults.unlock(places, store, vault[0], None)
    with session._open_database().transaction(write=True) as transaction:
        run = transaction.connection.exec_driver_sql
        run("CREATE TABLE dreams (id INTEGER PRIMARY KEY, text TEXT)")
        run("ALTER TABLE notes ADD COLUMN mood TEXT")
        run("DROP TABLE check_ins")
        run("PRAGMA user_version = 9999")
    session.close()
    with pytest.raises(VaultTooNew):
        vaults.unlock(places, store, vault[0], None)
    words = _daily(places, store, vault[0])
    assert words.whole
    assert {line.text for line in words.lines} > {"A long day", "Thank you"}


def test_one_that_is_open_is_not_read_beside_it(places, store, vault):
    session = vaults.unlock(places, store, vault[0], None)
    with pytest.raises(VaultInUse):
        rescuing.read_daily(places, store, vault[0], None, Asking())
    session.close()


def test_while_it_is_read_nobody_opens_it(places, store, vault):
    folder = vaults.list_vaults(places)[0].info.folder
    lock = VaultFolder(places.data / folder).lock_to_read()
    with pytest.raises(VaultInUse):
        vaults.unlock(places, store, vault[0], None)
    lock.release()
    vaults.unlock(places, store, vault[0], None).close()


def test_without_a_lock_file_none_is_made(places, store, vault):
    (_database(places).parent / "lock").unlink()
    assert _daily(places, store, vault[0]).whole


@pytest.fixture
def base() -> Iterator[Path]:
    """A folder every user can reach."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="td-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.second_user
@pytest.mark.parametrize(("name", "mode"), [(".", 0o500), ("vault.db", 0o400), ("lock", 0o000)])
def test_in_a_folder_that_cannot_be_written_it_is_read(base: Path, name: str, mode: int) -> None:
    places, store = places_in(base), MemoryStore()
    number, _ = finished_vault(places, store)
    session = vaults.unlock(places, store, number, None)
    _write(session)
    session.close()
    folder = places.data / vaults.list_vaults(places)[0].info.folder
    give_to_nobody(base)
    (folder / name).chmod(mode)
    before = bytes_below(places.data)
    with as_nobody():
        with pytest.raises(VaultProblem):
            vaults.unlock(places, store, number, None)
        words = rescuing.read_daily(places, store, number, None, Asking())
    assert words.whole
    assert any(line.text == "A long day" for line in words.lines)
    assert bytes_below(places.data) == before


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("", []),
        ('{"text": "On Sunday you", "way": "aloud", "covers": [[1, "2026-11-24"]]}', ["On Sunday you"]),
        ('{"words": ["a b", null, true, 4]}', ["a b"]),
        ("Not done yet", ["Not done yet"]),
        ("4", ["4"]),
    ],
)
def test_of_what_is_being_written_the_words_are_there_and_nothing_else(body, found):
    written = {"check-in.line": body, "check-in.numbers": "6 - 8", "talk.message.kept": "late_jab:finally"}
    rows = {"writings": [{"name": name, "body": text, "saved_at": "?"} for name, text in written.items()]}
    lines = rescued_words.lines(lambda wanted: rows.get(wanted.table, ()))
    assert [(line.part, line.text) for line in lines] == [(RescuedPart.BEING_WRITTEN, text) for text in found]


def test_no_words_of_a_person_are_forgotten():
    """What the partner is called stands in no list: it is no text of theirs, and says nothing by itself."""
    asked: dict[str, set[str]] = {}
    rescued_words.lines(lambda wanted: asked.setdefault(wanted.table, set()).update(wanted.columns) or ())
    written = {
        (table.name, column.name)
        for table in reflection_tables.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Words)
    }
    assert {name for name in written if name[1] not in asked.get(name[0], ())} == {("plans", "partner")}


@pytest.mark.parametrize("body", ["", "?", "[[1]]", '[["you", "Are you afraid?", "of a later version"]]'])
def test_answers_that_cannot_be_understood_stop_nothing(body):
    row = {"id": 1, "body": body, "answered_at": ""}
    assert rescued_words.lines(lambda wanted: (row,) if wanted.table == "safety_answers" else ()) == ()


def test_a_mark_without_its_action_is_still_a_mark():
    row = {"day": "2026-11-24", "action_id": 9, "outcome": "of a later version", "reason": "Rain"}
    found = rescued_words.lines(lambda wanted: (row,) if wanted.table == "follow_throughs" else ())
    assert found == (RescuedLine(RescuedKind.DAYS, RescuedPart.MARK, TODAY, "Rain"),)
