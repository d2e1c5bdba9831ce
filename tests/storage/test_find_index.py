"""The index of words follows every writer by itself, and forgets what was erased for good."""

import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, text, update

from tests.builders import FIRST_DAY, NOW, TODAY, a_live_plan, session_at
from tests.storage.pages import deciphered
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.domain.finding import FoundPart, wanted
from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.domain.story import StoryPart
from trust_desktop.domain.talk import Answer
from trust_desktop.services.session import Change
from trust_desktop.storage import find_triggers, finding, follow_throughs, notes, reflection_tables, tables

WORDS = [
    "marmalade",
    "attic",
    "kettle",
    "harbour",
    "otter",
    "quilt",
    "velvet",
    "window",
    "thank",
    "you",
    "the",
    "train",
]


def found(session, typed, parts=tuple(FoundPart), first=date.min, last=date.max, **more):
    with session.read() as transaction:
        return finding.newest(transaction, wanted(typed), parts, first, last, **({"limit": 100} | more))


def parts_of(session, typed):
    return [each.part for each in found(session, typed)]


def write(session, statement):
    with session.write(Change.DAYS) as transaction:
        transaction.connection.execute(statement)


def assert_sound(session):
    """The index agrees with itself and with every text that stands in the vault."""
    with session.write(Change.DAYS) as transaction:
        transaction.connection.exec_driver_sql(
            "INSERT INTO find_index(find_index, rank) VALUES ('integrity-check', 1)"
        )
        connection = transaction.connection
        assert (
            connection.execute(
                text("SELECT count(*) FROM find_words WHERE words IS NULL OR words = ''")
            ).scalar()
            == 0
        )
        indexed = connection.execute(text("SELECT id FROM find_index_docsize ORDER BY id")).scalars().all()
        assert len(indexed) == connection.execute(text("SELECT count(*) FROM find_words")).scalar()


DAY = {"day": TODAY}
EVERY = {
    FoundPart.FAIR_CHANCE: (tables.plans, {"partner": "Sam", "went_live_at": NOW}, "fair_chance"),
    FoundPart.MESSAGE: (tables.plan_sayings, {"plan_id": 1, "place": "", "time": ""}, "message"),
    FoundPart.REST: (tables.plan_rests, {"plan_id": 1, "from_day": TODAY}, "words"),
    FoundPart.ENDING: (tables.plan_endings, {"plan_id": 1, "from_day": TODAY, "ended_at": NOW}, "words"),
    FoundPart.ANSWER: (
        tables.answers,
        {"action_id": 1, "version": 1, "answer": Answer.YES, "made_at": NOW} | DAY,
        "words",
    ),
    FoundPart.NOTE: (tables.notes, {"written_at": NOW} | DAY, "text"),
    FoundPart.REASON: (
        tables.follow_throughs,
        {"action_id": 1, "outcome": Outcome.KEPT, "marked_at": NOW} | DAY,
        "reason",
    ),
    FoundPart.SAID: (
        tables.acknowledgements,
        {"way": Way.ALOUD, "delivered_at": NOW, "erased": 0} | DAY,
        "text",
    ),
    FoundPart.CHECK_IN: (reflection_tables.check_ins, {"made_at": NOW} | DAY, "line"),
    FoundPart.STORY: (reflection_tables.stories, {"part": "hope", "saved_at": NOW}, "text"),
}
SHEET = ("appreciations", "went_well", "feel", "about", "need", "wish")


@pytest.mark.parametrize("part", EVERY)
def test_what_is_written_changed_or_erased_is_so_in_the_index(session, part):
    a_live_plan(session)
    write(session, delete(tables.plan_sayings))
    table, row, column = EVERY[part]
    write(session, insert(table).values(**row, **{column: "Marmalade in the attic"}))
    (first,) = found(session, "marmal")
    assert (first.part, first.day) == (part, FIRST_DAY if part is FoundPart.MESSAGE else TODAY)

    written = table.c[column] == "Marmalade in the attic"
    write(session, update(table).where(written).values(**{column: "Kettle in the attic"}))
    assert (parts_of(session, "marmalade"), parts_of(session, "kettle")) == ([], [part])
    assert_sound(session)

    write(session, update(table).where(table.c[column] == "Kettle in the attic").values(**{column: ""}))
    assert parts_of(session, "kettle") == []
    write(session, update(table).where(table.c[column] == "").values(**{column: "Otter in the attic"}))
    assert parts_of(session, "otter") == [part]

    write(session, delete(table).where(table.c[column] == "Otter in the attic"))
    assert parts_of(session, "otter") == []
    assert_sound(session)


def test_each_field_of_a_sheet_is_found_by_itself(session):
    words = dict(zip(SHEET, WORDS, strict=False))
    table = reflection_tables.weekly_talks
    write(session, insert(table).values(week=TODAY, saved_at=NOW, **words))
    assert [parts_of(session, word) for word in words.values()] == [[FoundPart(name)] for name in SHEET]
    write(session, update(table).values(need="velvet", wish=""))
    assert parts_of(session, "velvet") == [FoundPart.NEED]
    assert parts_of(session, words["wish"]) == []
    assert parts_of(session, words["feel"]) == [FoundPart.FEEL]
    assert_sound(session)


def test_a_text_moves_with_its_day(session):
    write(session, insert(tables.notes).values(day=TODAY, text="marmalade", written_at=NOW))
    write(session, update(tables.notes).values(day=TODAY - timedelta(days=40)))
    assert [each.day for each in found(session, "marmalade")] == [TODAY - timedelta(days=40)]
    assert_sound(session)


def test_every_version_of_an_action_is_found_with_what_stands_beside_it(session):
    a_live_plan(session)
    assert parts_of(session, "train leaves") == [FoundPart.ACTION]
    assert parts_of(session, "lying") == [FoundPart.KNOWN_BY] * 4
    assert parts_of(session, "wondering") == [FoundPart.WHY] * 4
    write(
        session,
        update(tables.action_versions).where(tables.action_versions.c.action_id == 2).values(purpose="otter"),
    )
    assert [(each.part, each.number, each.version) for each in found(session, "otter")] == [
        (FoundPart.PURPOSE, 2, 1)
    ]


def test_words_nobody_may_find_are_in_no_index(session):
    a_live_plan(session)
    urge = {"felt_at": NOW, "strength": 7, "words": "marmalade"}
    pause = {
        "started_at": NOW,
        "returns_at": NOW,
        "leaving": "marmalade",
        "opener": "marmalade",
        "instead": "marmalade",
    }
    write(session, insert(reflection_tables.pauses).values(**pause))
    write(session, insert(reflection_tables.urges).values(**urge))
    write(session, insert(reflection_tables.writings).values(name="x", body="marmalade", saved_at=NOW))
    write(session, insert(tables.acknowledgement_drafts).values(body="marmalade", saved_at=NOW))
    write(
        session,
        insert(reflection_tables.help_entries).values(name="marmalade", text="marmalade", added_at=NOW),
    )
    assert found(session, "marmalade") == ()


def test_the_newest_come_first_and_one_can_go_on_from_any(session):
    days = [TODAY - timedelta(days=back) for back in range(0, 400, 10)]
    with session.write(Change.DAYS) as transaction:
        for day in random.Random(1).sample(days, len(days)):
            notes.put(transaction, day, f"marmalade {day}", NOW)
    first = found(session, "marmalade", limit=25)
    rest = found(session, "marmalade", limit=25, before=first[-1].id)
    assert [each.day for each in (*first, *rest)] == days
    between = found(session, "marmalade", first=days[7], last=days[3])
    assert [each.day for each in between] == days[3:8]


def test_one_may_look_through_some_texts_only(session):
    write(session, insert(tables.notes).values(day=TODAY, text="marmalade", written_at=NOW))
    assert parts_of(session, "marmalade") == [FoundPart.NOTE]
    assert found(session, "marmalade", parts=[FoundPart.SAID, FoundPart.STORY]) == ()
    assert found(session, "marmalade", parts=[]) == ()
    assert found(session, "") == ()


def test_what_was_looked_for_is_marked_in_a_stretch_of_the_text(session):
    long = f"{' '.join(WORDS * 9)} Göttingen, at last. {' '.join(WORDS * 9)}"
    write(session, insert(tables.notes).values(day=TODAY, text=long, written_at=NOW))
    (one,) = found(session, "gotting")
    assert [piece.text for piece in one.pieces if piece.marked] == ["Göttingen"]
    whole = "".join(piece.text for piece in one.pieces)
    assert whole.startswith("…")
    assert whole.endswith("…")
    assert len(whole) < 300


def test_letters_a_person_cannot_see_leave_the_words_whole(session):
    write(
        session, insert(tables.notes).values(day=TODAY, text="\x03jam\x02\x02 and marmalade", written_at=NOW)
    )
    (one,) = found(session, "marmalade")
    assert "".join(piece.text for piece in one.pieces) == "jam and marmalade"


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_nothing_that_can_be_typed_is_an_order_to_the_index(session, typed):
    found(session, typed)
    found(session, f'"{typed}')


def test_marks_without_words_leave_the_index_alone(session):
    plan = a_live_plan(session)
    raw = session._database._link.raw
    changes = raw.total_changes
    with session.write(Change.DAYS) as transaction:
        follow_throughs.put(transaction, FollowThrough(plan.actions[0].id, TODAY, Outcome.KEPT, "", NOW))
    assert raw.total_changes == changes + 1


# --- from an older vault


def test_an_older_vault_can_be_looked_through_at_once(tmp_path):
    shutil.copy(Path(__file__).parent / "vaults" / "schema-1.db", tmp_path / "vault.db")
    older = session_at(tmp_path)
    assert parts_of(older, "quiet evening") == [FoundPart.NOTE]
    assert parts_of(older, "train stood") == [FoundPart.REASON]
    assert parts_of(older, '"thank you for today"') == [FoundPart.SAID]
    assert len(found(older, "train", parts=[FoundPart.ACTION])) == 1
    assert_sound(older)
    older.close()


# --- for good


def closed_vault(folder, *, erased):
    """A vault among whose thousand texts a canary stood; the canary is in no other word."""
    session = session_at(folder)
    canary = {"text": "the zqxwvyutkettle was on", "written_at": NOW}
    write(session, insert(tables.notes).values(day=TODAY, **canary))
    chance = random.Random(2)
    with session.write(Change.DAYS) as transaction:
        for back in range(1, 1_000):
            notes.put(transaction, TODAY - timedelta(days=back), " ".join(chance.choices(WORDS, k=12)), NOW)
    assert parts_of(session, "zqxwvyut") == [FoundPart.NOTE]
    if erased:
        with session.write(Change.DAYS) as transaction:
            notes.put(transaction, TODAY, "", NOW)
        assert_sound(session)
    session.close()
    return deciphered(folder / "vault.db")


@pytest.mark.parametrize("erased", [False, True])
def test_an_erased_text_is_on_no_page_of_the_file(tmp_path, erased):
    # The index keeps only what a word does not share with the one before it: no word begins as the canary does.
    pages = closed_vault(tmp_path, erased=erased)
    assert (b"xwvyutkettle" in pages) is not erased
    assert b"otter" in pages


def test_every_part_has_a_code_of_its_own():
    assert set(finding.CODES) == set(FoundPart)
    assert len(set(finding.CODES.values())) == len(FoundPart)
    assert max(finding.CODES.values()) < 32


@pytest.mark.parametrize("part", StoryPart)
def test_each_part_of_the_story_is_known_again(session, part):
    write(session, insert(reflection_tables.stories).values(part=part.value, saved_at=NOW, text="marmalade"))
    assert [each.story for each in found(session, "marmalade")] == [part.value]


def test_no_writer_puts_a_row_in_the_place_of_another_unseen():
    """`INSERT OR REPLACE` takes a row out without its triggers: its words would stay in the index."""
    sources = [path.read_text() for path in (Path(finding.__file__).parent).glob("*.py")]
    assert not [source for source in sources if re.search(r"OR REPLACE|prefix_with", source, re.IGNORECASE)]


def write_both(session, first, second):
    with session.write(Change.DAYS) as transaction:
        transaction.connection.execute(first)
        transaction.connection.execute(second)


def triggers(session):
    with session.read() as transaction:
        query = text("SELECT count(*) FROM temp.sqlite_schema WHERE type = 'trigger'")
        return transaction.connection.execute(query).scalar_one()


def test_a_table_is_followed_once_it_is_written(session):
    with session.write(Change.SETTINGS) as transaction:
        transaction.connection.execute(text("UPDATE settings SET value = value"))
    assert triggers(session) == 0
    for number, word in enumerate(["otter", "quilt"]):
        note = insert(tables.notes).values(day=TODAY - timedelta(number), text=word, written_at=NOW)
        write(session, note)
        assert triggers(session) == 3
        assert parts_of(session, word) == [FoundPart.NOTE]


def test_what_is_taken_back_takes_its_triggers_along(session):
    note = insert(tables.notes).values(day=TODAY, text="An otter in the attic", written_at=NOW)
    with pytest.raises(VaultProblem):
        write_both(session, note, note)  # a day has one note
    assert triggers(session) == 0
    assert parts_of(session, "otter") == []
    write(session, note)
    assert parts_of(session, "otter") == [FoundPart.NOTE]


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("INSERT INTO notes (day) VALUES (?)", "notes"),
        ("INSERT OR REPLACE INTO Notes VALUES (?)", "notes"),
        ("replace into notes VALUES (?)", "notes"),
        (" update plans SET fair_chance = ?", "plans"),
        ("UPDATE OR IGNORE plans SET fair_chance = ?", "plans"),
        ('DELETE FROM "weekly_talks"', "weekly_talks"),
        ("DELETE FROM urges", None),
        ("SELECT * FROM notes", None),
    ],
)
def test_every_way_of_writing_is_seen(statement, table):
    assert find_triggers.table_written(statement) == table


def test_without_an_index_words_are_kept_all_the_same(session):
    write(session, text("DROP TABLE find_index"))
    with session.write(Change.DAYS) as transaction:
        notes.put(transaction, TODAY, "marmalade", NOW)
    with session.read() as transaction:
        assert notes.between(transaction, TODAY, TODAY) == {TODAY: "marmalade"}
