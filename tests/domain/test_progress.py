"""Counts of recorded, due days: nothing that was not due is missed, and nothing that was kept goes unseen."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FIRST_DAY, NOW, TODAY, an_action_draft
from trust_desktop.domain.acknowledgement import THANKED
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Action, ActionVersion, Consent, Openness, Plan, Said
from trust_desktop.domain.plan_life import ActionEnd, ActionEnding, PlanEnd, PlanRest
from trust_desktop.domain.progress import HowSoon, Tally, how_soon, tally, wordings
from trust_desktop.domain.talk import Answer, GivenAnswer

DAY = timedelta(days=1)
TWICE = Cadence(CadenceKind.TIMES_A_WEEK, times=2)
WHENEVER = Cadence(CadenceKind.WHENEVER)


def version(number=1, *, from_day=FIRST_DAY, cadence=None, text="Walk", openness=None) -> ActionVersion:
    draft = an_action_draft(text, cadence=cadence or Cadence(), first_day=from_day)
    terms = draft.terms()
    if openness is not None:
        terms = type(terms)(terms.text, terms.cadence, terms.first_day, terms.review_day, openness=openness)
    return ActionVersion(number, from_day, terms, NOW)


def a_plan(*versions: ActionVersion, said: date | None = FIRST_DAY, **more) -> Plan:
    action = Action(1, 1, versions or (version(),), ended=more.pop("action_ended", None))
    return Plan(1, "Sam", "", NOW, Said(said, Way.ALOUD) if said else None, (action,), **more)


def count(
    plan: Plan, marks: dict[date, Outcome], *, start=FIRST_DAY, end=TODAY, carry=False, recorded=None
) -> Tally:
    action = plan.actions[0]
    counted = Tally()
    for wording in wordings(action, start, end):
        counted += tally(
            plan,
            action,
            wording,
            marks,
            recorded if recorded is not None else set(marks),
            end=end,
            weeks_from=start - 6 * DAY if carry else start,
            today=TODAY,
        )
    return counted


def on(*days: int) -> dict[date, Outcome]:
    """Kept on these days of November."""
    return {date(2026, 11, day): Outcome.KEPT for day in days}


def test_kept_ones_of_recorded_due_days_and_each_other_kind_by_its_name():
    marks = on(2, 3) | {
        date(2026, 11, day): outcome for day, outcome in zip((4, 5, 6, 7), list(Outcome)[1:], strict=True)
    }
    assert count(a_plan(), marks) == Tally(
        done=3, of=6, late=1, partly=1, not_kept=1, could_not=1, not_recorded=17
    )


def test_what_was_kept_when_nothing_was_due_is_seen_but_never_counted_in():
    plan = a_plan(version(cadence=Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({6}))))
    assert count(plan, on(8, 10)) == Tally(done=1, of=1, not_recorded=2, free=1)


@pytest.mark.parametrize(
    "more",
    [
        {"rests": (PlanRest(1, date(2026, 11, 4), None, ""),)},
        {"ended": PlanEnd(date(2026, 11, 4), "", NOW)},
        {"answers": (GivenAnswer(1, 1, 1, Answer.NOT_NOW, "", date(2026, 11, 4), None, NOW),)},
        {"action_ended": ActionEnd(date(2026, 11, 4), ActionEnding.FINISHED)},
    ],
    ids=lambda more: next(iter(more)),
)
@pytest.mark.parametrize("cadence", [Cadence(), TWICE])
def test_nothing_is_missed_while_nothing_is_asked(more, cadence):
    plan = a_plan(version(cadence=cadence), **more)
    counted = count(plan, on(2, 3, 9))
    assert (counted.not_recorded, counted.not_kept, counted.weeks) == (0, 0, 0)
    assert counted.done + counted.free == 3


def test_openness_is_over_at_its_end():
    openness = Openness(Consent.AGREED, "to sleep", date(2026, 11, 5))
    assert count(a_plan(version(openness=openness)), {}).not_recorded == 4


def test_before_the_plan_was_said_nothing_counts():
    assert count(a_plan(said=None), {}) == Tally()
    assert count(a_plan(said=date(2026, 11, 23)), {}).not_recorded == 2


def test_n_times_a_week_is_counted_by_whole_weeks():
    """From Monday 2 November: three whole weeks, and the one that is running."""
    counted = count(a_plan(version(cadence=TWICE)), on(2, 3, 4, 10, 16, 17, 24))
    assert counted == Tally(done=5, of=6, free=1, weeks=3, so_far=1)


@pytest.mark.parametrize("days", [0, 1])
def test_the_week_of_what_has_ended_does_not_go_on(days):
    ends = TODAY + days * DAY
    for more in (
        {"ended": PlanEnd(ends, "", NOW)},
        {"action_ended": ActionEnd(ends, ActionEnding.FINISHED)},
    ):
        counted = count(a_plan(version(cadence=TWICE), **more), on(23))
        assert (counted.so_far, counted.free) == (0, 1)


def test_a_week_in_which_nothing_at_all_was_recorded_says_nothing():
    marks = on(2, 3, 16, 17)
    plan = a_plan(version(cadence=TWICE))
    assert count(plan, marks) == Tally(done=4, of=4, weeks=2, silent_weeks=1)
    assert count(plan, marks, recorded={*marks, date(2026, 11, 11)}) == Tally(done=4, of=6, weeks=3)


def test_a_week_that_the_span_cuts_is_not_whole():
    plan = a_plan(version(cadence=TWICE))
    assert count(plan, on(4, 6), start=date(2026, 11, 4)).free == 2
    carried = count(plan, on(4, 6), start=date(2026, 11, 4), carry=True)
    assert (carried.done, carried.free) == (2, 0)


def test_a_week_over_the_end_of_a_month_counts_where_it_ends():
    plan = a_plan(version(from_day=date(2026, 10, 5), cadence=TWICE), said=date(2026, 10, 5))
    marks = {date(2026, 10, 30): Outcome.KEPT, date(2026, 11, 1): Outcome.KEPT}
    october = count(plan, marks, start=date(2026, 10, 1), end=date(2026, 10, 31), carry=True)
    november = count(plan, marks, start=date(2026, 11, 1), carry=True)
    assert (october.done, october.free, october.so_far) == (0, 0, 0)
    assert (november.done, november.of) == (2, 2)


def test_other_words_are_counted_for_themselves():
    plan = a_plan(
        version(cadence=TWICE),
        version(2, from_day=date(2026, 11, 11), cadence=Cadence(), text="Walk at seven"),
    )
    first, second = wordings(plan.actions[0], FIRST_DAY, TODAY)
    assert (first.title, second.title) == ("Walk", "Walk at seven")
    marks = on(2, 3, 9, 12)
    before, after = (
        tally(plan, plan.actions[0], each, marks, set(marks), end=TODAY, weeks_from=FIRST_DAY, today=TODAY)
        for each in (first, second)
    )
    assert before == Tally(done=2, of=2, weeks=1, free=1)
    assert after == Tally(done=1, of=1, not_recorded=13)


def test_what_was_kept_before_the_span_is_not_counted_when_other_words_took_over_in_the_midst_of_the_week():
    plan = a_plan(version(cadence=TWICE), version(2, from_day=FIRST_DAY + 9 * DAY, text="Other"))
    counted = count(plan, {FIRST_DAY + 7 * DAY: Outcome.KEPT}, start=FIRST_DAY + 8 * DAY)
    assert (counted.free, counted.so_far) == (0, 0)


def test_the_same_words_again_are_one_wording():
    plan = a_plan(version(), version(2, from_day=TODAY))
    (only,) = wordings(plan.actions[0], FIRST_DAY, TODAY)
    assert (len(only.spans), only.whenever) == (2, False)


def test_whenever_it_comes_up_has_a_plain_count():
    marks = on(3, 4) | {TODAY: Outcome.PARTLY}
    plan = a_plan(version(cadence=WHENEVER))
    assert count(plan, marks) == Tally(free=2, partly=1)
    assert wordings(plan.actions[0], FIRST_DAY, TODAY)[0].whenever


CADENCES = st.sampled_from(
    [Cadence(), TWICE, WHENEVER, Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({1, 4}), week_start=6)]
)
DAYS = st.integers(0, (TODAY - FIRST_DAY).days).map(lambda number: FIRST_DAY + number * DAY)


@given(
    cadences=st.tuples(CADENCES, CADENCES),
    change=DAYS.filter(lambda day: day > FIRST_DAY),
    marks=st.dictionaries(DAYS, st.sampled_from(Outcome)),
    start=DAYS,
)
def test_nothing_that_was_kept_goes_unseen_and_nothing_is_counted_twice(cadences, change, marks, start):
    plan = a_plan(
        version(cadence=cadences[0]), version(2, from_day=change, cadence=cadences[1], text="Other")
    )
    counted = count(plan, marks, start=start)
    kept = sum(outcome in THANKED for day, outcome in marks.items() if day >= start)
    assert counted.done + counted.free + counted.so_far == kept
    assert counted.done <= counted.of


@given(waits=st.lists(st.integers(0, 40)))
def test_how_soon_counts_each_once(waits):
    counted = how_soon((TODAY, TODAY + days * DAY) for days in waits)
    assert counted.said == len(waits)
    assert counted.within_a_day == sum(days <= 1 for days in waits)
    assert counted.later == sum(days > 7 for days in waits)


def test_nothing_said_is_nothing_counted():
    assert how_soon(()) == HowSoon()
