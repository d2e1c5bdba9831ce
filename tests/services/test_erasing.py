"""Words of one's own are taken out of any plan and put back; days, dates, versions and marks stay."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_live_plan, a_plan_draft, an_action_draft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent, Plan
from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.services import (
    calm_message,
    erasing,
    finding,
    following_through,
    kept_words,
    looking_back,
    plan_living,
    planning,
    talking,
    telling,
    together,
    writing,
)
from trust_desktop.services.erasing import Kind, Where
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import plan_lives


def an_ended_plan_full_of_words(session: VaultSession) -> Plan:
    draft = replace(
        a_plan_draft(first_day=TODAY),
        place="In the kitchen",
        time="On Sunday",
        message="I would like to ask you four things.",
    )
    draft.actions[3] = replace(
        draft.actions[3],
        known_by="Your face on the screen",
        about_openness=True,
        consent=Consent.AGREED,
        purpose="So that I sleep",
        ends=TODAY + timedelta(days=9),
    )
    plan = planning.go_live(session, draft)
    plan_living.rest(session, plan.id, "A week away.")
    with session.write(Change.PLANS) as transaction:
        plan_lives.add_answer(
            transaction,
            GivenAnswer(
                0, plan.actions[0].id, 1, Answer.NOT_NOW, "After the move.", TODAY, None, session.now()
            ),
        )
    plan_living.end(session, plan.id, "It was enough.")
    return plan_living.every_plan(session)[0]


EACH = {
    Kind.TEXT: ("Sunday call\nAt six, before the week begins.", lambda plan: plan.actions[3].id, 1),
    Kind.KNOWN_BY: ("Your face on the screen", lambda plan: plan.actions[3].id, 1),
    Kind.PURPOSE: ("So that I sleep", lambda plan: plan.actions[3].id, 1),
    Kind.WHY: ("I stop wondering.", lambda plan: plan.actions[1].id, 1),
    Kind.FAIR_CHANCE: ("I would like to stop checking the clock.", lambda plan: 0, 0),
    Kind.PARTNER: ("Sam", lambda plan: 0, 0),
    Kind.PLACE: ("In the kitchen", lambda plan: 0, 0),
    Kind.TIME: ("On Sunday", lambda plan: 0, 0),
    Kind.MESSAGE: ("I would like to ask you four things.", lambda plan: 0, 0),
    Kind.ANSWER: ("After the move.", lambda plan: plan.answers[0].id, 0),
    Kind.REST: ("A week away.", lambda plan: plan.rests[0].id, 0),
    Kind.END: ("It was enough.", lambda plan: 0, 0),
}


@pytest.mark.parametrize("kind", Kind)
def test_words_go_and_come_back(session, kind):
    plan = an_ended_plan_full_of_words(session)
    words, find, version = EACH[kind]
    where = Where(kind, plan.id, find(plan), version)
    erased = erasing.erase(session, where)
    assert erased.words == words
    without = plan_living.every_plan(session)[0]
    assert without != plan
    assert repr(words)[1:-1] not in repr(without).replace("I stop wondering.", "", 3)
    erasing.put_back(session, erased)
    assert plan_living.every_plan(session)[0] == plan


@pytest.mark.parametrize(
    "where",
    [
        Where(Kind.FAIR_CHANCE, 9),
        Where(Kind.WHY, 1, 99, 1),
        Where(Kind.WHY, 1, 1, 9),
        Where(Kind.TEXT, 1, 99, 1),
        Where(Kind.PURPOSE, 1, 1, 1),
        Where(Kind.ANSWER, 1, 9),
        Where(Kind.REST, 1, 9),
        Where(Kind.END, 1),
    ],
)
def test_where_there_are_none_nothing_is_written(session, where):
    a_live_plan(session)
    with pytest.raises(RuleBroken, match=Rule.UNKNOWN_ACTION.name):
        erasing.erase(session, where)


WEEKLY = Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({1}))
PHONE = "Phone on the table at dinner\nFrom sitting down until the plates are cleared."


def a_plan_in_three_wordings(session: VaultSession) -> Plan:
    """The first action was put the same in its first and third version, and otherwise in the second."""
    plan = a_live_plan(session)
    for text, cadence in (("Phone in the drawer", Cadence()), (PHONE, WEEKLY)):
        terms = an_action_draft(text, cadence=cadence, first_day=TODAY, why=text[:7]).terms()
        plan = planning.change_action(session, plan.id, 1, terms)
    return plan


def test_words_go_from_every_version_that_has_the_very_same(session):
    before = a_plan_in_three_wordings(session)
    action = before.actions[0]
    erased = erasing.erase(session, Where(Kind.TEXT, before.id, action.id, 3))
    after = planning.live_plan(session).actions[0]
    assert [each.terms.text for each in after.versions] == ["", "Phone in the drawer", ""]
    assert [
        replace(now.terms, text=then.terms.text)
        for now, then in zip(after.versions, action.versions, strict=True)
    ] == [each.terms for each in action.versions]
    assert [each.from_day for each in after.versions] == [each.from_day for each in action.versions]
    erasing.put_back(session, erased)
    assert planning.live_plan(session) == before


def test_marks_and_counts_stay_what_they_were(session):
    session.call_nameless(lambda slot, mine: f"{slot} {mine}")
    plan = a_live_plan(session)
    action = plan.actions[0]
    for days, outcome in ((0, Outcome.KEPT), (1, Outcome.NOT_KEPT), (2, Outcome.KEPT)):
        following_through.mark(session, action.id, TODAY - timedelta(days=days), outcome)
    before = [(row.days, row.tally) for row in looking_back.lately(session).rows]
    months = [row.tallies for row in looking_back.months(session, TODAY, 2).plans[0].rows]
    erasing.erase(session, Where(Kind.TEXT, plan.id, action.id, 1))
    rows = looking_back.lately(session).rows
    assert [(row.days, row.tally) for row in rows] == before
    assert rows[0].title == "1 False"
    assert [row.tallies for row in looking_back.months(session, TODAY, 2).plans[0].rows] == months
    assert following_through.day(session, TODAY).actions[0].title == "1 False"
    assert finding.find(session, "plates") == ()


def test_wordings_that_were_counted_apart_are_so_without_their_words(session, clock):
    plan = a_live_plan(session)
    action = plan.actions[0]
    following_through.mark(session, action.id, TODAY - timedelta(days=1), Outcome.KEPT)
    plan = planning.change_action(
        session, plan.id, 1, an_action_draft("In the drawer", first_day=TODAY).terms()
    )
    following_through.mark(session, action.id, TODAY, Outcome.NOT_KEPT)
    before = [(row.days, row.tally) for row in looking_back.lately(session).rows]
    for number in (1, 2):
        erasing.erase(session, Where(Kind.TEXT, plan.id, action.id, number))
    assert [(row.days, row.tally) for row in looking_back.lately(session).rows] == before
    assert len([row for row in looking_back.lately(session).rows if row.action_id == action.id]) == 2


def test_the_copy_that_a_change_begun_holds_goes_and_comes_back(session):
    plan = a_live_plan(session)
    draft = a_plan_draft()
    draft.actions[0].text = "Phone in the hall"
    draft.actions[1].kept = frozenset({"no_measure: office days", "asked"})
    planning.save_draft(session, draft)
    before = planning.load_draft(session)
    erased = [
        erasing.erase(session, Where(kind, plan.id, action.id, 1))
        for kind in (Kind.TEXT, Kind.WHY)
        for action in plan.actions[:2]
    ]
    partner = erasing.erase(session, Where(Kind.PARTNER, plan.id))
    now = planning.load_draft(session)
    assert [(each.text, each.why) for each in now.actions[:2]] == [("Phone in the hall", ""), ("", "")]
    assert now.actions[1].kept == {"asked"}
    assert now.partner == ""
    erasing.put_back(session, partner)
    for each in reversed(erased):
        erasing.put_back(session, each)
    assert planning.load_draft(session) == before


def test_what_begins_in_the_place_of_a_finished_action_is_no_copy_of_it(session):
    plan = a_live_plan(session)
    plan_living.finish(session, plan.id, 2)
    planning.save_draft(session, a_plan_draft())
    before = planning.load_draft(session)
    erasing.erase(session, Where(Kind.TEXT, plan.id, plan.actions[1].id, 1))
    assert planning.load_draft(session) == before


def test_a_plan_that_has_ended_has_no_copy_in_the_next_one_begun(session):
    plan = an_ended_plan_full_of_words(session)
    planning.save_draft(session, a_plan_draft(partner="Sam"))
    erasing.erase(session, Where(Kind.PARTNER, plan.id))
    assert planning.load_draft(session).partner == "Sam"


def test_a_message_written_anew_meanwhile_stays_below(session):
    plan = a_live_plan(session)
    talking.keep_message(session, plan.id, "The old one.")
    erased = erasing.erase(session, Where(Kind.MESSAGE, plan.id))
    talking.keep_message(session, plan.id, "The new one.")
    erasing.put_back(session, erased)
    assert planning.live_plan(session).saying.message == "The old one.\n\nThe new one."


def test_the_remarks_kept_on_a_message_go_with_it_and_come_back(session):
    plan = a_live_plan(session)
    talking.keep_message(session, plan.id, "The bare minimum.", frozenset({"minimising: bare minimum"}))
    erased = erasing.erase(session, Where(Kind.MESSAGE, plan.id))
    assert kept_words.load(session, plan.id) == frozenset()
    talking.keep_message(session, plan.id, "About time.", frozenset({"late_jab: about time"}))
    erasing.put_back(session, erased)
    assert kept_words.load(session, plan.id) == {"minimising: bare minimum", "late_jab: about time"}
    ended = plan_living.end(session, plan.id)
    assert kept_words.load(session, plan.id) == frozenset()
    plan_living.go_on(session, ended)
    assert kept_words.load(session, plan.id) == {"minimising: bare minimum", "late_jab: about time"}


def test_the_remarks_an_action_went_live_with_go_with_its_words_and_come_back(session):
    draft = a_plan_draft(first_day=TODAY)
    kept = draft.actions[1].kept = frozenset({"no_measure: office days"})
    plan = planning.go_live(session, draft)
    phone, train = (action.id for action in plan.actions[:2])
    for kind, action in ((Kind.TEXT, phone), (Kind.WHY, train)):
        erasing.erase(session, Where(kind, plan.id, action, 1))
    assert kept_words.load(session, plan.id, train) == kept
    erased = erasing.erase(session, Where(Kind.TEXT, plan.id, train, 1))
    assert kept_words.load(session, plan.id, train) == frozenset()
    erasing.put_back(session, erased)
    assert kept_words.load(session, plan.id, train) == kept
    plan_living.end(session, plan.id)
    assert kept_words.load(session, plan.id, train) == frozenset()


def test_a_remark_goes_with_the_last_of_the_words_it_names_and_comes_back(session):
    draft = a_plan_draft(first_day=TODAY)
    train = draft.actions[1]
    train.known_by = "I read all your messages"
    watched, jab = "openness: read all your", "no_measure: office days"
    train.kept = frozenset({watched, jab})
    plan = planning.go_live(session, draft)
    action = plan.actions[1].id

    def kept():
        return kept_words.load(session, plan.id, action)

    erased = erasing.erase(session, Where(Kind.KNOWN_BY, plan.id, action, 1))
    assert kept() == {jab}
    erasing.put_back(session, erased)
    assert kept() == {watched, jab}
    changed = replace(plan.actions[1].newest.terms, text="Text me, and I read all your replies")
    planning.change_action(session, plan.id, 2, changed)
    every = [
        erasing.erase(session, Where(kind, plan.id, action, number))
        for kind, number in ((Kind.KNOWN_BY, 2), (Kind.TEXT, 1), (Kind.TEXT, 2))
    ]
    assert [each.said for each in every] == [frozenset(), {jab}, {watched}]
    for each, there in zip(reversed(every), ({watched}, {watched, jab}, {watched, jab}), strict=True):
        erasing.put_back(session, each)
        assert kept() == there


def test_a_remark_kept_in_a_change_begun_goes_with_the_words_it_names(session):
    plan = a_live_plan(session)
    draft = a_plan_draft()
    draft.actions[1].kept = frozenset({"openness: lying there", "no_measure: office days"})
    planning.save_draft(session, draft)
    erased = erasing.erase(session, Where(Kind.KNOWN_BY, plan.id, plan.actions[1].id, 1))
    begun = planning.load_draft(session)
    assert begun.actions[1].kept == {"no_measure: office days"}
    begun.actions[1].kept |= {"late_jab: when it"}
    planning.save_draft(session, begun)
    erasing.put_back(session, erased)
    assert planning.load_draft(session).actions[1].kept == draft.actions[1].kept | {"late_jab: when it"}


def test_remarks_kept_on_no_plan_in_particular_are_not_left_behind(session):
    """They were kept so until 28 November 2026."""
    plan = a_live_plan(session)
    writing.keep(session, "talk.message.kept", "late_jab: finally")
    talking.keep_message(session, plan.id, "Finally.")
    assert writing.load(session, "talk.message.kept") == ""


def test_what_goes_to_the_partner_or_into_a_story_leaves_out_what_has_no_words(session):
    plan = a_live_plan(session, own=[Cadence()])
    words = {"greeting": "", "good": "", "need": "", "free": "", "own": "", "close": ""}
    for action in (plan.actions[0], plan.commitments[0]):
        erasing.erase(session, Where(Kind.TEXT, plan.id, action.id, 1))
    view = together.together(session)
    assert ([each.slot for each in view.actions], view.commitments) == ([2, 3, 4], ())
    assert len(telling.plan_facts(session)[0].asked) == 3
    message = calm_message.from_plan(planning.live_plan(session), words)
    assert message.count("– ") == 3


def test_without_words_an_action_can_be_kept_changed_and_finished(session):
    plan = a_live_plan(session)
    for action in plan.actions[:3]:
        erasing.erase(session, Where(Kind.TEXT, plan.id, action.id, 1))
    plan_living.keep(session, plan.id, 1, TODAY + timedelta(days=7))
    plan_living.finish(session, plan.id, 2)
    planning.change_action(session, plan.id, 3, an_action_draft("Walk", first_day=TODAY).terms())
    titles = [action.newest.terms.title for action in planning.live_plan(session).actions]
    assert titles == ["", "", "Walk", "Sunday call"]
