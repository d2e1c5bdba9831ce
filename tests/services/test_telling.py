"""The person's own story: in parts, kept while it is typed, and with nothing in it that they did not put there."""

from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, TODAY, a_live_plan, a_plan_draft
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import RuleBroken
from trust_desktop.domain.plan import Said
from trust_desktop.domain.plan_life import PlanEnd
from trust_desktop.domain.story import StoryPart
from trust_desktop.services import acknowledging, finding, planning, telling
from trust_desktop.services.session import Change
from trust_desktop.storage import plan_lives


def test_it_begins_empty_though_there_is_a_plan(session):
    a_live_plan(session)
    assert telling.story(session) == dict.fromkeys(StoryPart, "")


def test_what_is_typed_is_there_at_once_and_found_once_it_is_settled(session):
    told: list[Change] = []
    session.on_commit = told.append
    telling.keep(session, StoryPart.HOPE, "A summer without asking")
    assert telling.story(session)[StoryPart.HOPE] == "A summer without asking"
    assert (told, finding.find(session, "summer")) == ([Change.DRAFTS], ())
    telling.settle(session)
    telling.settle(session)
    assert told == [Change.DRAFTS, Change.REFLECTIONS]
    assert telling.story(session)[StoryPart.HOPE] == "A summer without asking"
    assert [line.found.story for line in finding.find(session, "summer")] == ["hope"]


def test_a_part_that_is_emptied_stays_empty(session):
    telling.put_in(session, {StoryPart.HOPE: "A summer"})
    telling.keep(session, StoryPart.HOPE, "")
    assert telling.story(session)[StoryPart.HOPE] == ""
    assert finding.find(session, "summer") == ()


def test_parts_are_taken_out_and_put_back(session):
    telling.put_in(session, {StoryPart.HOPE: "A summer", StoryPart.BEFORE: "Winter"})
    telling.keep(session, StoryPart.HOPE, "A long summer")
    before = telling.put_in(session, {StoryPart.HOPE: "", StoryPart.NOTICED: ""})
    assert before == {StoryPart.HOPE: "A long summer", StoryPart.NOTICED: ""}
    assert telling.story(session)[StoryPart.BEFORE] == "Winter"
    telling.put_in(session, before)
    assert telling.story(session)[StoryPart.HOPE] == "A long summer"


def test_what_was_taken_out_comes_back_above_what_was_written_since(session):
    hope, before = StoryPart.HOPE, StoryPart.BEFORE
    telling.put_in(session, {hope: "A summer", before: "Winter"})
    taken = telling.put_in(session, {hope: "", before: ""})
    telling.keep(session, hope, "Rain")
    states = telling.bring_back(session, taken)
    assert states[1] == {hope: "A summer\n\nRain", before: "Winter"}
    telling.put_in(session, *states)
    assert telling.story(session)[hope] == "Rain"
    telling.bring_back(session, taken)
    telling.keep(session, before, "Snow")
    with pytest.raises(RuleBroken):
        telling.put_in(session, *states)
    assert telling.story(session)[before] == "Snow"


def test_a_plan_of_the_small_hours_began_on_the_day_that_was_not_over(session, clock):
    clock.moment = clock.moment.replace(hour=1)
    plan = planning.go_live(session, a_plan_draft(first_day=session.today))
    planning.record_said(session, plan.id, session.today, Way.ALOUD)
    (facts,) = telling.plan_facts(session)
    assert facts.began == facts.said.day == TODAY - timedelta(days=1)


def test_facts_are_dates_and_what_was_asked_and_nothing_private(session):
    plan = a_live_plan(session)
    (facts,) = telling.plan_facts(session)
    assert (facts.began, facts.said, facts.ended) == (FIRST_DAY, Said(FIRST_DAY, Way.ALOUD), None)
    assert facts.asked[0] == "Phone on the table at dinner"
    assert len(facts.asked) == 4
    with session.write(Change.PLANS) as transaction:
        plan_lives.set_plan_end(transaction, plan.id, PlanEnd(TODAY, "Enough", session.now()))
    assert telling.plan_facts(session)[0].ended == TODAY
    assert "wondering" not in str(telling.plan_facts(session))


def test_words_that_were_said_can_be_put_in_the_newest_first(session):
    yesterday = TODAY - timedelta(days=1)
    for words, day in (("Thank you.", yesterday), ("Thank you both.", TODAY)):
        acknowledging.deliver(session, AcknowledgementDraft(text=words), Way.ALOUD, day)
    said = acknowledging.said(session)[0]
    assert [(each.words, each.day) for each in telling.said_facts(session)] == [
        ("Thank you both.", TODAY),
        ("Thank you.", yesterday),
    ]
    acknowledging.erase_words(session, said.id)
    assert [each.words for each in telling.said_facts(session)] == ["Thank you."]
