"""Any text of the person's own can be deleted: every column of the vault with words has its way, and leaves no trace.

A new column with text fails here until somebody says how its words are deleted.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

import pytest
from sqlalchemy import Text

from tests.builders import TODAY, a_plan_draft, session_at
from tests.storage.pages import deciphered
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent
from trust_desktop.domain.safety import Answered, Reply, Side
from trust_desktop.domain.story import StoryPart
from trust_desktop.domain.talk import Answer
from trust_desktop.domain.weekly_talk import WeekSheet
from trust_desktop.services import (
    acknowledging,
    checking_in,
    erasing,
    following_through,
    helping,
    opening_up,
    pausing,
    plan_living,
    planning,
    talking,
    talking_weekly,
    telling,
    writing,
)
from trust_desktop.services.erasing import Kind, Where
from trust_desktop.services.pausing import PauseText
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import reflection_tables, tables, unlock_tables
from trust_desktop.storage.column_types import Words

WEEK = TODAY - timedelta(days=TODAY.weekday())

NO_WORDS = {
    "settings.name": "of a setting",
    "settings.value": "numbers, days and folders; the label of a vault stands in its header, and is changed in Settings",
    "stories.part": "which of the six parts",
    "writings.name": "of a field",
}


class Deleting(NamedTuple):
    """How words are deleted, how they come back, and where the window has it."""

    erase: Callable[[VaultSession], object]
    back: Callable[[VaultSession, object], object]
    where: str


def _in_plan(
    kind: Kind, where: str, find: Callable[[VaultSession], int] = lambda _s: 0, version: int = 0
) -> Deleting:
    def erase(s: VaultSession) -> object:
        return erasing.erase(s, Where(kind, 1, find(s), version))

    return Deleting(erase, erasing.put_back, where)


def _with_action(s: VaultSession) -> int:
    return plan_living.every_plan(s)[0].actions[0].id


def _sheet(_part: str) -> Deleting:
    return Deleting(
        lambda s: talking_weekly.put_in(s, WeekSheet(WEEK)),
        talking_weekly.put_in,
        "Weekly talk: “Take these words out”, or in its field",
    )


def _pause(which: PauseText) -> Deleting:
    return Deleting(
        lambda s: pausing.erase_words(s, 1, which),
        lambda s, before: pausing.put_back_words(s, before, which),
        "Pauses and urges: “Take these words out”",
    )


def _opening(erase: Callable[[VaultSession, int], object]) -> Deleting:
    return Deleting(
        lambda s: erase(s, 1), opening_up.put_back, "Openings, earlier ones: “Take these words out”"
    )


def _erase_entry(s: VaultSession) -> object:
    entry = helping.entries(s)[0]
    helping.erase_entry(s, entry.id)
    return entry


def _erase_answers(s: VaultSession) -> object:
    kept = helping.kept_answers(s)[0]
    helping.erase_answers(s, kept.id)
    return kept


def _empty_field(s: VaultSession) -> str:
    before = writing.load(s, "check-in.line")
    writing.keep(s, "check-in.line", "")
    return before


def _erase_reason(s: VaultSession) -> object:
    return following_through.mark(s, _with_action(s), TODAY, Outcome.KEPT)


def _put_reason_back(s: VaultSession, before: object) -> None:
    following_through.put_back(s, _with_action(s), TODAY, before)


_ACTION = "Plan, on the action or any of its wordings, and in the history: “Delete its words…”"
_HISTORY = "Plan, “Every plan, in the words of its days”: “Delete these words”"

WAYS = {
    "plans.partner": _in_plan(Kind.PARTNER, "Plan: “Delete the name”, and in the history"),
    "plans.fair_chance": _in_plan(Kind.FAIR_CHANCE, "Plan: “Delete these words”, and in the history"),
    "action_versions.text": _in_plan(Kind.TEXT, _ACTION, _with_action, 1),
    "action_versions.known_by": _in_plan(Kind.KNOWN_BY, _ACTION, _with_action, 1),
    "action_versions.purpose": _in_plan(Kind.PURPOSE, _ACTION, _with_action, 1),
    "action_versions.why": _in_plan(
        Kind.WHY, "Plan: “Delete this line”, and in the history", _with_action, 1
    ),
    "plan_sayings.place": _in_plan(Kind.PLACE, _HISTORY),
    "plan_sayings.time": _in_plan(Kind.TIME, _HISTORY),
    "plan_sayings.message": _in_plan(Kind.MESSAGE, _HISTORY),
    "plan_rests.words": _in_plan(Kind.REST, _HISTORY, lambda s: plan_living.every_plan(s)[0].rests[0].id),
    "plan_endings.words": _in_plan(Kind.END, _HISTORY),
    "answers.words": _in_plan(
        Kind.ANSWER,
        "Talk, on the answer: “Delete these words”, and in the history",
        lambda s: plan_living.every_plan(s)[0].answers[0].id,
    ),
    "follow_throughs.reason": Deleting(_erase_reason, _put_reason_back, "Calendar, in the day's field"),
    "notes.text": Deleting(
        lambda s: following_through.set_note(s, TODAY, ""),
        lambda s, before: following_through.set_note(s, TODAY, before),
        "Calendar, in the day's field",
    ),
    "acknowledgements.text": Deleting(
        lambda s: acknowledging.erase_words(s, 1),
        acknowledging.restore_words,
        "Say it, under “Said”: “Take these words out”",
    ),
    "plan_drafts.body": Deleting(
        planning.discard_draft, planning.save_draft, "the wizard and “Change”, in each field"
    ),
    "acknowledgement_drafts.body": Deleting(
        lambda s: acknowledging.discard_draft(s, acknowledging.open_draft(s).id),
        acknowledging.restore_draft,
        "Say it, in its field",
    ),
    "pauses.leaving": _pause(PauseText.LEAVING),
    "pauses.opener": _pause(PauseText.OPENER),
    "pauses.instead": _pause(PauseText.INSTEAD),
    "urges.words": Deleting(
        lambda s: pausing.erase_urge_words(s, 1),
        pausing.put_back_urge,
        "Pauses and urges: “Take these words out”",
    ),
    "openings.text": _opening(opening_up.erase_text),
    "openings.words": _opening(opening_up.erase_words),
    "check_ins.line": Deleting(
        lambda s: checking_in.set_line(s, 1, ""),
        lambda s, before: checking_in.set_line(s, 1, before),
        "Check-in, earlier ones: “Take these words out”",
    ),
    **{
        f"weekly_talks.{part}": _sheet(part)
        for part in ("appreciations", "went_well", "feel", "about", "need", "wish")
    },
    "stories.text": Deleting(
        lambda s: telling.put_in(s, {StoryPart.ASKED: ""}), telling.put_in, "My story so far, in its field"
    ),
    "safety_answers.body": Deleting(
        _erase_answers, helping.restore_answers, "Help & safety, the kept answers: “Erase”"
    ),
    "help_entries.name": Deleting(
        _erase_entry, helping.put_entry, "Help & safety, one's own entries: “Erase”"
    ),
    "help_entries.text": Deleting(
        _erase_entry, helping.put_entry, "Help & safety, one's own entries: “Erase”"
    ),
    "writings.body": Deleting(
        _empty_field,
        lambda s, before: writing.keep(s, "check-in.line", before),
        "whatever field it is written in",
    ),
}


def test_every_column_with_text_has_a_way_to_delete_it():
    assert reflection_tables.metadata is unlock_tables.metadata is tables.metadata
    texts = {
        f"{table.name}.{column.name}"
        for table in tables.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Words) or type(column.type) is Text
    }
    assert texts == WAYS.keys() | NO_WORDS.keys()
    assert not WAYS.keys() & NO_WORDS.keys()
    assert all(way.where for way in WAYS.values())


def mark_of(column: str) -> str:
    """Letters no other column's begin with: an index keeps only what a word does not share with the one before it."""
    return column.replace(".", "").replace("_", "")[::-1] + "otter"


def a_vault_with_words_everywhere(session: VaultSession) -> None:
    """Every column with text holds words that stand nowhere else."""
    word = mark_of
    _a_whole_plan(session)
    _days(session)
    helping.keep_answers(session, [Answered(Side.YOU, word("safety_answers.body"), Reply.YES)])
    helping.add_entry(session, word("help_entries.name"), word("help_entries.text"))
    writing.keep(session, "check-in.line", word("writings.body"))
    planning.save_draft(session, PlanDraft(partner=word("plan_drafts.body")))
    acknowledging.save_draft(session, AcknowledgementDraft(text=word("acknowledgement_drafts.body")))


def _a_whole_plan(session: VaultSession) -> None:
    word = mark_of
    draft = replace(
        a_plan_draft(first_day=TODAY),
        partner=word("plans.partner"),
        fair_chance=word("plans.fair_chance"),
        place=word("plan_sayings.place"),
        time=word("plan_sayings.time"),
        message=word("plan_sayings.message"),
    )
    draft.actions[0] = replace(
        draft.actions[0],
        text=word("action_versions.text"),
        known_by=word("action_versions.known_by"),
        why=word("action_versions.why"),
        purpose=word("action_versions.purpose"),
        about_openness=True,
        consent=Consent.AGREED,
        ends=TODAY + timedelta(days=20),
    )
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    talking.record_answer(session, plan.actions[0].id, Answer.YES, day=TODAY, words=word("answers.words"))
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT, word("follow_throughs.reason"))
    plan_living.rest(session, plan.id, word("plan_rests.words"))
    plan_living.end(session, plan.id, word("plan_endings.words"))


def _days(session: VaultSession) -> None:
    word = mark_of
    following_through.set_note(session, TODAY, word("notes.text"))
    said = acknowledging.save_draft(session, AcknowledgementDraft(text=word("acknowledgements.text")))
    acknowledging.deliver(session, said, Way.ALOUD, TODAY)
    pause = pausing.start(session, timedelta(minutes=20), word("pauses.leaving"))
    pausing.write(session, pause.id, PauseText.INSTEAD, word("pauses.instead"))
    pausing.end(session, pause.id, word("pauses.opener"))
    pausing.note_urge(session, 4, word("urges.words"))
    opening = opening_up.choose(session, word("openings.text"))
    opening_up.done(session, opening.id, word("openings.words"))
    checking_in.keep(session, Noted(steadiness=5, line=word("check_ins.line")))
    parts = ("appreciations", "went_well", "feel", "about", "need", "wish")
    talking_weekly.put_in(session, WeekSheet(WEEK, *(word(f"weekly_talks.{part}") for part in parts)))
    telling.put_in(session, {StoryPart.ASKED: word("stories.text")})


@pytest.mark.parametrize("deleted", WAYS)
def test_deleted_words_are_on_no_page_and_come_back_as_they_were(tmp_path, deleted):
    session = session_at(tmp_path)
    a_vault_with_words_everywhere(session)
    before = WAYS[deleted].erase(session)
    session.close()
    pages = deciphered(tmp_path / "vault.db")
    assert mark_of(deleted).encode() not in pages
    others = [column for column in WAYS if column.partition(".")[0] != deleted.partition(".")[0]]
    assert all(mark_of(column).encode() in pages for column in others)
    session = session_at(tmp_path)
    WAYS[deleted].back(session, before)
    session.close()
    assert mark_of(deleted).encode() in deciphered(tmp_path / "vault.db")


def test_words_deleted_before_a_crash_are_in_no_log_once_it_opens_again(tmp_path):
    """The log still holds the page as it was; opening brings it into the file and empties it."""
    session = session_at(tmp_path)
    a_vault_with_words_everywhere(session)
    WAYS["action_versions.text"].erase(session)
    left = tmp_path / "left"
    left.mkdir()
    for name in ("vault.db", "vault.db-wal"):
        (left / name).write_bytes((tmp_path / name).read_bytes())
        (left / name).chmod(0o600)
    session.close()
    again = session_at(left)
    assert (left / "vault.db-wal").stat().st_size == 0
    again.close()
    assert mark_of("action_versions.text").encode() not in deciphered(left / "vault.db")


def test_a_long_text_leaves_none_of_its_pages_behind(tmp_path):
    session = session_at(tmp_path)
    draft = a_plan_draft(first_day=TODAY)
    draft.actions[2].text = " ".join(f"marmalade{number}" for number in range(3000))
    plan = planning.go_live(session, draft)
    erasing.erase(session, Where(Kind.TEXT, plan.id, plan.actions[2].id, 1))
    session.close()
    assert b"marmalade" not in deciphered(tmp_path / "vault.db")
