"""Finding one's own words again, with what they were about."""

from datetime import timedelta

from tests.builders import FIRST_DAY, TODAY, a_live_plan, a_plan_draft
from trust_desktop.domain.draft import draft_of
from trust_desktop.domain.finding import USUAL, FoundKind, FoundPart
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.services import finding, following_through, plan_living, planning, talking
from trust_desktop.services.session import Change
from trust_desktop.storage import plan_lives


def about(session, typed, **narrowed):
    return [(line.found.part, line.about) for line in finding.find(session, typed, **narrowed)]


def test_a_reason_is_about_the_action_in_the_words_of_its_day(session):
    plan = a_live_plan(session)
    yesterday = TODAY - timedelta(days=1)
    action = plan.actions[1]
    following_through.mark(session, action.id, yesterday, Outcome.COULD_NOT, "Marmalade on the rails")
    changed = draft_of(action.newest.terms)
    changed.text = "Call when the train leaves"
    planning.change_action(session, plan.id, action.slot, changed.terms())
    following_through.mark(session, action.id, TODAY, Outcome.COULD_NOT, "More marmalade")

    assert about(session, "marmalade") == [
        (FoundPart.REASON, "Call when the train leaves"),
        (FoundPart.REASON, "Text when the train leaves"),
    ]
    assert about(session, '"train leaves"') == [(FoundPart.ACTION, "")] * 2


def test_what_stands_beside_an_action_carries_its_title(session):
    a_live_plan(session)
    assert about(session, "lying there")[-1] == (FoundPart.KNOWN_BY, "Phone on the table at dinner")


def test_an_answer_is_about_the_version_it_was_given_to(session):
    plan = a_live_plan(session)
    with session.write(Change.PLANS) as transaction:
        plan_lives.add_answer(
            transaction,
            GivenAnswer(0, plan.actions[0].id, 1, Answer.YES, "Gladly", TODAY, None, session.now()),
        )
    assert about(session, "gladly") == [(FoundPart.ANSWER, "Phone on the table at dinner")]


def where(session, typed):
    every = finding.find(session, typed, kinds=frozenset(FoundKind))
    stands = [finding.in_plan(session, line.found) for line in every]
    return [
        (each.plan_id, each.action.slot if each.action is not None else 0, each.now)
        for each in stands
        if each is not None
    ]


def test_words_of_a_plan_are_its_own_until_others_take_their_place(session):
    plan = a_live_plan(session)
    first = plan.actions[0]
    talking.keep_message(session, plan.id, "A kettle first")
    for words in ("Velvet", "Velvet again"):
        talking.record_answer(session, first.id, Answer.YES, day=TODAY, words=words)
    assert where(session, "checking") == [(plan.id, 0, True)]
    assert where(session, "kettle") == [(plan.id, 0, False)]
    assert where(session, "plates") == [(plan.id, 1, True)]
    assert where(session, "velvet") == [(plan.id, 1, True), (plan.id, 1, False)]

    changed = draft_of(first.newest.terms)
    changed.text = "Phone in the drawer"
    planning.change_action(session, plan.id, 1, changed.terms())
    assert where(session, "plates") == [(plan.id, 1, False)]
    plan_living.finish(session, plan.id, 2)
    assert where(session, '"train leaves"') == [(plan.id, 2, False)]

    plan_living.rest(session, plan.id, "A week of otters")
    plan_living.end(session, plan.id, "Enough harbour")
    assert where(session, "otters") == [(plan.id, 0, False)]
    assert where(session, "harbour") == [(plan.id, 0, False)]
    assert where(session, "checking") == [(plan.id, 0, False)]
    second = planning.go_live(session, a_plan_draft(first_day=TODAY))
    assert where(session, "plates") == [(second.id, 1, True), (plan.id, 1, False)]


def test_what_is_no_word_of_a_plan_stands_in_none(session):
    a_live_plan(session)
    following_through.set_note(session, TODAY, "harbour")
    assert where(session, "harbour") == []


def test_what_was_promised_to_stay_private_is_only_found_when_asked_for(session):
    a_live_plan(session)
    assert about(session, "wondering") == []
    found = about(session, "wondering", kinds=USUAL | {FoundKind.PRIVATE})
    assert found[-1] == (FoundPart.WHY, "Phone on the table at dinner")


def test_kinds_and_days_narrow_what_is_found(session):
    a_live_plan(session)
    following_through.set_note(session, TODAY, "The phone lay there")
    assert about(session, "phone", kinds={FoundKind.DAY}) == [(FoundPart.NOTE, "")]
    assert about(session, "phone", first=TODAY) == [(FoundPart.NOTE, "")]
    assert {part for part, _ in about(session, "phone", last=FIRST_DAY)} == {FoundPart.ACTION}
    assert about(session, "phone", kinds=frozenset()) == []
