"""A plan from its draft to a changed action, and back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import FIRST_DAY, NOW, TODAY, a_live_plan, a_plan_draft, an_action_draft, session_at
from trust_desktop.domain.agreement import told_version
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft, Step
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent, Openness, Said
from trust_desktop.domain.talk import Answer
from trust_desktop.services import finding, following_through, kept_words, planning, talking

TOMORROW = TODAY + timedelta(days=1)


def new_terms(text="Call at seven", **changes):
    return replace(an_action_draft(text, **changes).terms(), why="I sleep better.")


def broken(rule: Rule, slot: int | None = None):
    return pytest.raises(RuleBroken, match=repr((rule.name, slot)).replace("(", "\\(").replace(")", "\\)"))


def test_a_draft_waits_where_it_was_left(tmp_path):
    session = session_at(tmp_path)
    assert planning.load_draft(session) is None
    assert planning.discard_draft(session) is None
    draft = PlanDraft(partner="Sam", step=Step.ACTION_TWO, actions=[an_action_draft("half a")])
    planning.save_draft(session, draft)
    planning.save_draft(session, replace(draft, step=Step.ACTION_THREE))
    session.close()
    again = session_at(tmp_path)
    assert planning.load_draft(again) == replace(draft, step=Step.ACTION_THREE)
    taken = planning.discard_draft(again)
    assert planning.load_draft(again) is None
    planning.save_draft(again, taken)
    assert planning.load_draft(again) == taken
    again.close()


def test_a_plan_goes_live_as_it_was_drafted_and_the_draft_is_gone(session):
    draft = a_plan_draft()
    planning.save_draft(session, draft)
    plan = planning.go_live(session, draft)
    assert plan == planning.live_plan(session)
    assert planning.load_draft(session) is None
    assert (plan.partner, plan.said, plan.went_live_at) == ("Sam", None, NOW)
    assert [action.slot for action in plan.actions] == [1, 2, 3, 4]
    assert [action.newest.terms for action in plan.actions] == [action.terms() for action in draft.actions]


def test_openness_is_kept_with_its_conditions(session):
    draft = a_plan_draft(first_day=TODAY)
    draft.actions[1] = replace(
        draft.actions[1], about_openness=True, consent=Consent.AGREED, purpose="to sleep", ends=TOMORROW
    )
    plan = planning.go_live(session, draft)
    assert plan.actions[1].newest.terms.openness == Openness(Consent.AGREED, "to sleep", TOMORROW)


def test_what_is_unfinished_or_second_does_not_go_live(session):
    draft = a_plan_draft()
    draft.actions[3].text = " "
    with broken(Rule.ACTION_EMPTY, 4):
        planning.go_live(session, draft)
    assert planning.live_plan(session) is None
    plan = a_live_plan(session)
    with broken(Rule.ONE_LIVE_PLAN):
        planning.go_live(session, a_plan_draft(partner="Kim"))
    assert planning.live_plan(session) == plan


def test_it_was_said_on_a_day_between_going_live_and_today(session, clock):
    plan = planning.go_live(session, a_plan_draft())
    clock.forward(days=2)
    with broken(Rule.DAY_BEFORE_START):
        planning.record_said(session, plan.id, TODAY - timedelta(days=1), Way.ALOUD)
    with broken(Rule.SAID_IN_FUTURE):
        planning.record_said(session, plan.id, TODAY + timedelta(days=3), Way.ALOUD)
    assert planning.record_said(session, plan.id, TODAY, Way.NOTE).said == Said(TODAY, Way.NOTE)
    assert planning.put_back_said(session, plan.id, plan.said).said is None
    with broken(Rule.UNKNOWN_ACTION):
        planning.record_said(session, plan.id + 1, TODAY, Way.ALOUD)


@pytest.mark.parametrize("slot", [1, 5])
def test_the_day_it_was_said_moves_past_no_mark(session, clock, slot):
    """Not to a later day, nor to an earlier one: what was counted stays counted, and what was not does not begin to be."""
    draft = a_plan_draft(first_day=TODAY)
    draft.commitments = [an_action_draft("I say it once", first_day=TODAY)]
    plan = planning.go_live(session, draft)
    action = plan.lanes[slot - 1]
    clock.forward(days=3)
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    marked = TODAY + timedelta(days=1)
    following_through.mark(session, action.id, marked, Outcome.KEPT)
    with broken(Rule.SAID_PAST_A_MARK):
        planning.record_said(session, plan.id, TODAY + timedelta(days=2), Way.ALOUD)
    assert planning.record_said(session, plan.id, marked, Way.ALOUD).said.day == marked
    following_through.clear(session, action.id, marked)
    following_through.mark(session, action.id, TODAY, Outcome.NOT_KEPT)
    with broken(Rule.SAID_PAST_A_MARK):
        planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    assert planning.record_said(session, plan.id, marked, Way.NOTE).said == Said(marked, Way.NOTE)
    following_through.clear(session, action.id, TODAY)
    assert planning.record_said(session, plan.id, TODAY, Way.ALOUD).said.day == TODAY


def test_what_is_changed_later_on_the_day_it_was_said_was_not_told(session, clock):
    plan = planning.go_live(session, a_plan_draft(first_day=TODAY))
    clock.forward(hours=1)
    planning.change_action(session, plan.id, 1, new_terms("Call at six"))
    said = planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    assert told_version(said, said.actions[0]).number == 2
    clock.forward(hours=1)
    changed = planning.change_action(session, plan.id, 1, new_terms())
    assert told_version(changed, changed.actions[0]).number == 2
    assert [view.not_told for view in talking.answers(session)] == [True, False, False, False]
    righted = planning.record_said(session, plan.id, TODAY, Way.NOTE)
    assert told_version(righted, righted.actions[0]).number == 2
    planning.put_back_said(session, plan.id, None)
    again = planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    assert told_version(again, again.actions[0]).number == 3
    assert not talking.answers(session)[0].not_told


def test_put_right_to_a_later_day_what_was_changed_before_it_was_told(session, clock):
    plan = planning.go_live(session, a_plan_draft(first_day=TODAY))
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    clock.forward(hours=1)
    planning.change_action(session, plan.id, 1, new_terms())
    clock.forward(days=1)
    righted = planning.record_said(session, plan.id, session.today, Way.ALOUD)
    assert told_version(righted, righted.actions[0]).number == 2
    reread = session.plans_in  # the moment is read again from the file
    session._plans = None
    with session.read() as transaction:
        assert reread(transaction)[0].said.recorded == righted.said.recorded


def test_a_change_begins_today_and_leaves_yesterday_as_it_was(session):
    a_live_plan(session)
    yesterday = TODAY - timedelta(days=1)
    before = following_through.day(session, yesterday)
    plan = planning.change_action(session, 1, 1, new_terms(first_day=FIRST_DAY))
    assert plan.actions[0].newest.from_day == TODAY
    assert following_through.day(session, yesterday) == before
    assert following_through.day(session, TODAY).actions[0].title == "Call at seven"


def test_a_change_waits_for_tomorrow_when_today_is_marked(session):
    a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    plan = planning.change_action(session, 1, 1, new_terms())
    assert plan.actions[0].newest.from_day == TOMORROW
    assert following_through.day(session, TODAY).actions[0].title == "Phone on the table at dinner"
    following_through.clear(session, 1, TODAY)
    plan = planning.change_action(session, 1, 1, new_terms("Call at eight"))
    assert [version.from_day for version in plan.actions[0].versions] == [FIRST_DAY, TOMORROW, TODAY]
    shown = [following_through.day(session, day).actions[0] for day in (TODAY, TOMORROW)]
    assert [(action.version, action.title) for action in shown] == [(3, "Call at eight")] * 2


def test_a_clock_set_back_does_not_reach_days_that_are_marked(session, clock):
    a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    clock.forward(days=-7)
    plan = planning.change_action(session, 1, 1, new_terms())
    assert plan.actions[0].newest.from_day == TOMORROW
    other = planning.change_action(session, 1, 2, new_terms())
    assert other.actions[1].newest.from_day == TODAY - timedelta(days=7)


def test_the_second_change_of_a_day_is_in_force_and_the_first_is_history(session):
    a_live_plan(session)
    planning.change_action(session, 1, 2, new_terms("One"))
    plan = planning.change_action(session, 1, 2, new_terms("Two"))
    assert [version.terms.text for version in plan.actions[1].versions][1:] == ["One", "Two"]
    assert following_through.day(session, TODAY).actions[1].title == "Two"


def test_a_change_keeps_the_rules_and_names_its_slot(session):
    a_live_plan(session)
    with broken(Rule.CADENCE_INCOMPLETE, 3):
        planning.change_action(session, 1, 3, new_terms(cadence=Cadence(CadenceKind.WEEKDAYS)))
    with broken(Rule.UNKNOWN_ACTION, 5):
        planning.change_action(session, 1, 5, new_terms())
    assert all(len(action.versions) == 1 for action in planning.live_plan(session).actions)


def test_a_change_can_be_taken_back_until_a_day_was_marked_under_it(session):
    plan = a_live_plan(session)
    changed = planning.change_action(session, 1, 1, new_terms())
    with broken(Rule.MARKED_ALREADY, 1):
        planning.take_back_change(session, 1, 1, 1)
    assert planning.take_back_change(session, 1, 1, 2) == plan
    with broken(Rule.MARKED_ALREADY, 1):
        planning.take_back_change(session, 1, 1, 1)
    assert planning.change_action(session, 1, 1, new_terms()) == changed
    following_through.mark(session, 1, TODAY, Outcome.PARTLY)
    with broken(Rule.MARKED_ALREADY, 1):
        planning.take_back_change(session, 1, 1, 2)


def test_the_remarks_kept_on_a_change_are_with_the_action_as_long_as_their_words_are(session):
    draft = a_plan_draft(first_day=TODAY)
    first = draft.actions[0].kept = frozenset({"trait: at dinner"})
    action = planning.go_live(session, draft).actions[0].id
    kept = first | {"late_jab: call at", "openness: lying there", "trait: be more"}
    for _ in range(2):
        planning.change_action(session, 1, 1, new_terms(), kept=kept)
        assert kept_words.load(session, 1, action) == kept - {"trait: be more"}
        planning.take_back_change(session, 1, 1, 2)
        assert kept_words.load(session, 1, action) == first | {"openness: lying there"}


def test_a_change_that_was_answered_stays(session):
    a_live_plan(session)
    planning.change_action(session, 1, 1, new_terms())
    talking.record_answer(session, 1, Answer.YES, day=TODAY, words="Gladly.")
    with broken(Rule.MARKED_ALREADY, 1):
        planning.take_back_change(session, 1, 1, 2)
    assert finding.find(session, "gladly")[0].about == new_terms().title


def test_the_wall_clock_of_going_live_decides_its_day(session, clock):
    clock.moment = NOW.replace(day=25, hour=1)  # still the 24th for the person
    plan = planning.go_live(session, a_plan_draft())
    assert planning.record_said(session, plan.id, date(2026, 11, 24), Way.ALOUD).said.day == TODAY
