"""One sheet a week: kept while it is typed, settled when it is left, and never lost."""

from datetime import date, timedelta

import pytest

from tests.builders import TODAY, a_live_plan
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import RuleBroken
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.weekly_talk import SheetPart, WeekSheet
from trust_desktop.services import acknowledging, finding, following_through, talking_weekly
from trust_desktop.services.session import Change

MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 22)


def changes(session):
    told: list[Change] = []
    session.on_commit = told.append
    return told


def test_a_week_begins_as_the_setting_says_until_its_sheet_is_begun(session, clock):
    assert talking_weekly.current_week(session, 0) == MONDAY
    assert talking_weekly.current_week(session, 6) == SUNDAY
    talking_weekly.put_in(session, WeekSheet(SUNDAY, wish="An hour outside"))
    assert talking_weekly.current_week(session, 0) == SUNDAY
    clock.forward(days=5)
    assert talking_weekly.current_week(session, 0) == date(2026, 11, 23)


def test_what_is_typed_is_on_the_sheet_at_once_and_found_once_it_is_settled(session):
    told = changes(session)
    talking_weekly.keep(session, MONDAY, SheetPart.NEED, "An hour to myself")
    assert talking_weekly.sheet(session, MONDAY) == WeekSheet(MONDAY, need="An hour to myself")
    assert (told, talking_weekly.weeks(session)) == ([Change.DRAFTS], ())
    assert finding.find(session, "hour") == ()

    talking_weekly.settle(session, MONDAY)
    assert told[1:] == [Change.REFLECTIONS]
    assert talking_weekly.sheet(session, MONDAY) == WeekSheet(MONDAY, need="An hour to myself")
    assert (talking_weekly.weeks(session), len(finding.find(session, "hour"))) == ((MONDAY,), 1)

    talking_weekly.settle(session, MONDAY)
    assert len(told) == 2


def test_a_field_that_is_emptied_stays_empty(session):
    talking_weekly.put_in(session, WeekSheet(MONDAY, feel="Tense", need="Rest"))
    talking_weekly.keep(session, MONDAY, SheetPart.FEEL, "Tense and")
    talking_weekly.keep(session, MONDAY, SheetPart.FEEL, " ")
    assert talking_weekly.sheet(session, MONDAY) == WeekSheet(MONDAY, need="Rest")
    talking_weekly.keep(session, MONDAY, SheetPart.NEED, "")
    talking_weekly.keep(session, MONDAY - timedelta(days=7), SheetPart.NEED, "")
    assert talking_weekly.weeks(session) == ()


def test_a_sheet_is_taken_out_and_put_back_whole(session):
    talking_weekly.put_in(session, WeekSheet(MONDAY, feel="Tense", need="Rest"))
    talking_weekly.keep(session, MONDAY, SheetPart.WISH, "An hour outside")
    before = talking_weekly.put_in(session, WeekSheet(MONDAY))
    assert before == WeekSheet(MONDAY, feel="Tense", need="Rest", wish="An hour outside")
    assert talking_weekly.sheet(session, MONDAY).empty
    assert finding.find(session, "tense") == ()
    talking_weekly.put_in(session, before)
    assert talking_weekly.sheet(session, MONDAY) == before


def test_what_was_taken_out_comes_back_above_what_was_written_since(session):
    talking_weekly.put_in(session, WeekSheet(MONDAY, feel="Tense", need="Rest"))
    taken = talking_weekly.put_in(session, WeekSheet(MONDAY))
    talking_weekly.keep(session, MONDAY, SheetPart.NEED, "Sleep")
    talking_weekly.keep(session, MONDAY, SheetPart.FEEL, "Tense")
    states = talking_weekly.bring_back(session, taken)
    assert talking_weekly.sheet(session, MONDAY) == WeekSheet(MONDAY, feel="Tense", need="Rest\n\nSleep")
    talking_weekly.put_in(session, *states)
    assert talking_weekly.sheet(session, MONDAY) == WeekSheet(MONDAY, feel="Tense", need="Sleep")
    talking_weekly.bring_back(session, taken)
    talking_weekly.keep(session, MONDAY, SheetPart.WISH, "Rain")
    with pytest.raises(RuleBroken):
        talking_weekly.put_in(session, *states)
    assert talking_weekly.sheet(session, MONDAY).wish == "Rain"


def test_the_newest_week_comes_first(session):
    for back in (7, 0, 14):
        talking_weekly.put_in(session, WeekSheet(MONDAY - timedelta(days=back), wish="Rain"))
    assert talking_weekly.weeks(session) == (MONDAY, MONDAY - timedelta(days=7), MONDAY - timedelta(days=14))


@pytest.fixture
def plan(session):
    return a_live_plan(session)


def test_what_was_noticed_and_not_said_is_offered_by_action(session, plan):
    first, second = plan.actions[0].id, plan.actions[1].id
    following_through.mark(session, second, MONDAY, Outcome.KEPT)
    following_through.mark(session, first, MONDAY, Outcome.KEPT_LATE_TOLD)
    following_through.mark(session, first, TODAY, Outcome.KEPT)
    following_through.mark(session, second, TODAY, Outcome.NOT_KEPT)
    following_through.mark(session, first, SUNDAY, Outcome.KEPT)
    found = talking_weekly.offers(session, MONDAY)
    assert [(each.title, each.days) for each in found.noticed] == [
        ("Phone on the table at dinner", (MONDAY, TODAY)),
        ("Text when the train leaves", (MONDAY,)),
    ]
    assert found.said == ()


def test_what_was_said_is_offered_in_its_words(session, plan):
    key = MarkKey(plan.actions[0].id, TODAY)
    following_through.mark(session, *key, Outcome.KEPT)
    draft = AcknowledgementDraft(text="Thank you for dinner.", covers=frozenset({key}))
    said = acknowledging.deliver(session, draft, Way.ALOUD, TODAY)
    acknowledging.deliver(session, AcknowledgementDraft(text="Before that."), Way.NOTE, SUNDAY)
    found = talking_weekly.offers(session, MONDAY)
    assert [(each.id, each.words, each.day) for each in found.said] == [
        (said.id, "Thank you for dinner.", TODAY)
    ]
    assert found.noticed == ()
    acknowledging.erase_words(session, said.id)
    assert talking_weekly.offers(session, MONDAY).said == ()
