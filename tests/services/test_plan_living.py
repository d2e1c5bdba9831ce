"""An action kept, finished, replaced; a plan at rest, taken up again, ended: and each taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, TODAY, a_live_plan, a_plan_draft, an_action_draft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan_life import ActionEnd, ActionEnding
from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.services import (
    changing,
    following_through,
    kept_words,
    plan_living,
    planning,
    today,
    writing,
)
from trust_desktop.services.session import Change
from trust_desktop.storage import plan_lives

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LATER = TODAY + timedelta(days=28)


def new_terms(text="Call at seven", **changes):
    return an_action_draft(text, first_day=TODAY, **changes).terms()


def broken(rule: Rule):
    return pytest.raises(RuleBroken, match=rule.name)


def due_today(session):
    return [each.title for each in today.today(session).due]


def test_an_action_kept_at_its_review_says_what_it_said_and_waits_for_the_next(session):
    plan = a_live_plan(session)
    before = following_through.days(session, FIRST_DAY, LATER)
    kept = plan_living.keep(session, plan.id, 1, LATER)
    assert kept.actions[0].review_day == LATER
    assert kept.actions[0].versions == plan.actions[0].versions
    assert following_through.days(session, FIRST_DAY, LATER) == before
    again = plan_living.keep(session, plan.id, 1, LATER + timedelta(days=1))
    assert again.actions[0].review_day == LATER + timedelta(days=1)
    assert plan_living.take_back_keep(session, plan.id, 1) == kept
    assert plan_living.take_back_keep(session, plan.id, 1) == plan
    with broken(Rule.REVIEW_BEFORE_FIRST_DAY):
        plan_living.keep(session, plan.id, 1, TODAY)


def test_other_words_bring_their_own_day_to_look_at_them(session):
    plan = a_live_plan(session)
    plan_living.keep(session, plan.id, 1, LATER)
    changed = planning.change_action(session, plan.id, 1, new_terms(review_day=TOMORROW))
    assert changed.actions[0].review_day == TOMORROW


def test_what_was_kept_is_not_asked_about_on_the_first_page_until_then(session, clock):
    plan = a_live_plan(session)
    clock.forward(days=40)
    assert len(today.today(session).review) == 4
    plan_living.keep(session, plan.id, 1, session.today + timedelta(days=2))
    assert [each.slot for each in today.today(session).review] == [2, 3, 4]
    clock.forward(days=2)
    review = today.today(session).review
    assert [each.slot for each in review] == [1, 2, 3, 4]
    assert review[0].terms.review_day == session.today


def test_a_finished_action_is_not_due_from_today(session):
    plan = a_live_plan(session)
    before = following_through.days(session, FIRST_DAY, YESTERDAY)
    done = plan_living.finish(session, plan.id, 1)
    assert done.actions[0].ended == ActionEnd(TODAY, ActionEnding.FINISHED)
    assert [each.slot for each in done.current] == [2, 3, 4]
    assert due_today(session) == ["Text when the train leaves"]
    assert following_through.days(session, FIRST_DAY, YESTERDAY) == before
    with broken(Rule.UNKNOWN_ACTION):
        plan_living.finish(session, plan.id, 1)
    assert plan_living.take_back_finish(session, plan.id, plan.actions[0].id) == plan
    with broken(Rule.NO_PLACE_LEFT):
        plan_living.take_back_finish(session, plan.id, 99)


def test_an_action_marked_today_is_finished_tomorrow(session):
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    assert plan_living.starts(session, *plan.actions[1:]) == TODAY
    assert plan_living.starts(session, *plan.actions) == TOMORROW
    assert plan_living.finish(session, plan.id, 1).actions[0].ended.from_day == TOMORROW
    assert following_through.day(session, TODAY).actions[0].outcome is Outcome.KEPT


def test_another_action_takes_the_place_and_the_old_one_keeps_its_days(session):
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, YESTERDAY, Outcome.PARTLY)
    before = following_through.days(session, FIRST_DAY, YESTERDAY)
    changed = plan_living.put_in_place(session, plan.id, 1, new_terms())
    old, new = changed.actions[:2]
    assert (old.ended, new.slot) == (ActionEnd(TODAY, ActionEnding.REPLACED), 1)
    assert changed.current[0].newest.terms.title == "Call at seven"
    assert due_today(session) == ["Call at seven", "Text when the train leaves"]
    assert following_through.days(session, FIRST_DAY, YESTERDAY) == before
    assert plan_living.take_out_of_place(session, plan.id, 1) == plan
    again = plan_living.put_in_place(session, plan.id, 1, new_terms(), again=new.id)
    assert again == changed


def test_the_remarks_kept_on_what_is_put_in_place_leave_it_with_it(session):
    plan = a_live_plan(session)
    kept, number = frozenset({"late_jab: call at"}), 0
    for _ in range(2):
        changed = plan_living.put_in_place(
            session, plan.id, 1, new_terms(), again=number, kept=kept | {"trait: at dinner"}
        )
        number = changed.current[0].id
        assert kept_words.load(session, plan.id, number) == kept
        plan_living.take_out_of_place(session, plan.id, 1)
        assert kept_words.load(session, plan.id, number) == frozenset()


def test_what_is_put_in_place_in_the_small_hours_leaves_no_day_without_it(session, clock):
    """The day is not over for the person, but by the calendar; and it is asked for from a later one."""
    plan = a_live_plan(session)
    clock.moment = clock.moment.replace(day=25, hour=1)
    later = an_action_draft("Call at seven", first_day=TODAY + timedelta(days=5)).terms()
    plan_living.put_in_place(session, plan.id, 1, later)
    titles = [each.actions[0].title for each in following_through.days(session, YESTERDAY, TOMORROW)]
    assert titles == ["Phone on the table at dinner", "Call at seven", "Call at seven"]


def test_where_today_is_marked_the_other_begins_tomorrow(session):
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    changed = plan_living.put_in_place(session, plan.id, 1, new_terms())
    assert changed.actions[0].ended.from_day == changed.actions[1].newest.from_day == TOMORROW
    shown = [following_through.day(session, day).actions[0].title for day in (TODAY, TOMORROW)]
    assert shown == ["Phone on the table at dinner", "Call at seven"]


def test_an_empty_place_takes_another_action_and_days_between_keep_it_empty(session, clock):
    plan = a_live_plan(session)
    plan_living.finish(session, plan.id, 1)
    clock.forward(days=5)
    before = following_through.days(session, FIRST_DAY, session.today - timedelta(days=1))
    terms = replace(new_terms(), first_day=session.today)
    changed = plan_living.put_in_place(session, plan.id, 1, terms)
    assert len(changed.current) == 4
    assert following_through.days(session, FIRST_DAY, session.today - timedelta(days=1)) == before
    with broken(Rule.NO_PLACE_LEFT):
        plan_living.take_back_finish(session, plan.id, plan.actions[0].id)
    back = plan_living.take_out_of_place(session, plan.id, 1)
    assert back.actions[0].ended.how is ActionEnding.FINISHED


def test_a_place_whose_last_day_is_to_come_is_taken_after_it(session):
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    plan_living.finish(session, plan.id, 1)
    following_through.clear(session, plan.actions[0].id, TODAY)
    assert plan_living.put_in_place(session, plan.id, 1, new_terms()).actions[1].newest.from_day == TOMORROW


def test_what_was_marked_already_stays_in_its_place(session):
    plan = a_live_plan(session)
    changed = plan_living.put_in_place(session, plan.id, 1, new_terms())
    following_through.mark(session, changed.current[0].id, TODAY, Outcome.KEPT)
    with broken(Rule.MARKED_ALREADY):
        plan_living.take_out_of_place(session, plan.id, 1)


def test_only_what_meets_the_rules_comes_in_and_only_where_there_is_a_place(session):
    plan = a_live_plan(session)
    incomplete = Cadence(CadenceKind.WEEKDAYS)
    with broken(Rule.CADENCE_INCOMPLETE):
        plan_living.put_in_place(session, plan.id, 1, new_terms(cadence=incomplete))
    with broken(Rule.CADENCE_INCOMPLETE):
        plan_living.put_in_place(session, plan.id, 1, new_terms(cadence=incomplete), mine=True)
    for slot, mine in ((5, False), (5, True)):
        with broken(Rule.NO_PLACE_LEFT):
            plan_living.put_in_place(session, plan.id, slot, new_terms(), mine=mine)


def test_up_to_four_commitments_of_ones_own_come_and_go(session):
    plan = a_live_plan(session)
    before = following_through.days(session, FIRST_DAY, YESTERDAY)
    for slot in (1, 2, 3, 4):
        assert plan_living.free_place(plan) == slot
        plan = plan_living.put_in_place(session, plan.id, slot, new_terms(f"Own {slot}"), mine=True)
    assert plan_living.free_place(plan) is None
    assert [each.title for each in today.today(session).own_due] == ["Own 1", "Own 2", "Own 3", "Own 4"]
    assert following_through.days(session, FIRST_DAY, YESTERDAY) == before
    plan = plan_living.finish(session, plan.id, 2, mine=True)
    assert plan_living.free_place(plan) == 2
    plan = plan_living.put_in_place(session, plan.id, 2, new_terms("Own again"), mine=True)
    assert [each.newest.terms.text for each in plan.commitments if each.slot == 2] == ["Own 2", "Own again"]
    assert plan_living.keep(session, plan.id, 1, LATER, mine=True).commitments[0].review_day == LATER
    assert plan_living.take_back_keep(session, plan.id, 1, mine=True) == plan
    assert len(plan_living.take_out_of_place(session, plan.id, 4, mine=True).commitments) == 4


def test_a_plan_rests_and_is_taken_up_again(session, clock):
    plan = a_live_plan(session)
    resting = plan_living.rest(session, plan.id, " We need the week for her mother. ")
    assert [(each.from_day, each.back_day, each.words) for each in resting.rests] == [
        (TODAY, None, "We need the week for her mother.")
    ]
    assert due_today(session) == []
    assert today.today(session).resting
    with broken(Rule.ALREADY_AT_REST):
        plan_living.rest(session, plan.id)
    clock.forward(days=7)
    with broken(Rule.DAY_BEFORE_START):
        plan_living.take_up(session, plan.id, session.today - timedelta(days=1))
    ahead = plan_living.take_up(session, plan.id, session.today + timedelta(days=2))
    assert ahead.resting is None
    assert ahead.rest_at(session.today) is not None
    assert due_today(session) == []
    sooner = plan_living.take_up(session, plan.id, session.today)
    assert sooner.rest_at(session.today) is None
    assert due_today(session) != []
    assert plan_living.put_back_rest(session, plan.id, resting.rests[0]).resting == resting.rests[0]
    assert plan_living.take_back_rest(session, plan.id) == plan
    with broken(Rule.UNKNOWN_ACTION):
        plan_living.take_up(session, plan.id, session.today)


def test_a_day_that_was_marked_is_the_last_before_a_rest(session):
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    resting = plan_living.rest(session, plan.id)
    assert resting.rests[0].from_day == TOMORROW
    with broken(Rule.DAY_BEFORE_START):
        plan_living.take_up(session, plan.id, TODAY)
    assert plan_living.take_up(session, plan.id, TOMORROW).rest_at(TODAY) is not None


def test_a_plan_ends_and_another_begins_and_the_first_can_be_read(session):
    plan = a_live_plan(session)
    ended = plan_living.end(session, plan.id, "It was enough.")
    assert ended == plan_living.Ended(plan, None)
    assert planning.live_plan(session) is None
    assert due_today(session) == []
    assert [(each.ended.from_day, each.ended.words) for each in plan_living.every_plan(session)] == [
        (TODAY, "It was enough.")
    ]
    assert plan_living.go_on(session, ended) == plan
    again = plan_living.end(session, plan.id)
    second = planning.go_live(session, a_plan_draft(first_day=TODAY))
    assert [each.id for each in plan_living.every_plan(session)] == [plan.id, second.id]
    with broken(Rule.ONE_LIVE_PLAN):
        plan_living.go_on(session, again)


def test_a_plan_marked_today_ends_tomorrow(session):
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    plan_living.end(session, plan.id)
    assert plan_living.every_plan(session)[0].ended.from_day == TOMORROW
    assert following_through.day(session, TODAY).actions[0].outcome is Outcome.KEPT


def test_changes_begun_in_a_plan_that_ends_do_not_wait_as_a_new_plan(session):
    plan = a_live_plan(session)
    begun = a_plan_draft()
    planning.save_draft(session, begun)
    ended = plan_living.end(session, plan.id)
    assert planning.load_draft(session) is None
    plan_living.go_on(session, ended)
    assert planning.load_draft(session) == begun
    ended = plan_living.end(session, plan.id)
    other = replace(begun, partner="Kim")
    planning.save_draft(session, other)
    plan_living.go_on(session, ended)
    assert planning.load_draft(session) == other


def test_words_begun_in_a_plan_that_ends_go_with_it_and_come_back_with_it(session):
    plan = a_live_plan(session)
    asked, mine = an_action_draft("Call at seven"), an_action_draft("Say when I am late")
    changing.keep(session, plan.id, 2, asked)
    changing.keep(session, plan.id, 1, mine, mine=True)
    changing.keep(session, plan.id * 10, 1, asked)
    answer, of_another = (f"talk.answer.{each}" for each in (plan.actions[0].id, 99))
    for name in (answer, of_another, "check-in.line"):
        writing.keep(session, name, "Not on Wednesdays")
    ended = plan_living.end(session, plan.id)
    assert changing.load(session, plan.id, 2) is changing.load(session, plan.id, 1, mine=True) is None
    assert writing.load(session, answer) == ""
    assert changing.load(session, plan.id * 10, 1) == asked
    assert writing.load(session, of_another) == writing.load(session, "check-in.line") == "Not on Wednesdays"
    writing.keep(session, answer, "Written since")
    plan_living.go_on(session, ended)
    assert changing.load(session, plan.id, 2) == asked
    assert changing.load(session, plan.id, 1, mine=True) == mine
    assert writing.load(session, answer) == "Written since"


def test_an_action_that_was_answered_is_kept_with_its_answer(session):
    plan = a_live_plan(session)
    changed = plan_living.put_in_place(session, plan.id, 1, new_terms())
    given = GivenAnswer(0, changed.current[0].id, 1, Answer.YES, "", TODAY, None, session.now())
    with session.write(Change.PLANS) as transaction:
        plan_lives.add_answer(transaction, given)
    with broken(Rule.MARKED_ALREADY):
        plan_living.take_out_of_place(session, plan.id, 1)
