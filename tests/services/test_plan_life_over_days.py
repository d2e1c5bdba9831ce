"""Whatever becomes of a plan on later days, the days before keep what was due, what was marked and in which words."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import FIRST_DAY, Clock, a_plan_draft, an_action_draft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import RuleBroken
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.services import following_through, plan_living, planning
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import plan_lives
from trust_desktop.storage.database import Database

Deed = Callable[[VaultSession, Plan, int, bool], object]


def _terms(session: VaultSession, text: str):
    return an_action_draft(text, first_day=session.today).terms()


def _mark(session: VaultSession, plan: Plan, slot: int, mine: bool) -> None:
    today = following_through.day(session, session.today)
    for lane in today.own if mine else today.actions:
        if lane.slot == slot:
            following_through.mark(session, lane.action_id, session.today, Outcome.KEPT)


def _answer(session: VaultSession, plan: Plan, slot: int, mine: bool) -> None:
    action = next(each for each in plan.current if each.slot == slot)
    answer = (Answer.YES, Answer.NO, Answer.NOT_NOW, Answer.WITH_CHANGE)[slot - 1]
    new = GivenAnswer(0, action.id, action.newest.number, answer, "", session.today, None, session.now())
    with session.write(Change.PLANS | Change.DAYS) as transaction:
        plan_lives.add_answer(transaction, new)


def _begin_another(session: VaultSession, plan: Plan, slot: int, mine: bool) -> None:
    plan_living.end(session, plan.id, "enough")
    new = planning.go_live(session, a_plan_draft(first_day=session.today))
    planning.record_said(session, new.id, session.today, Way.ALOUD)


DEEDS: dict[str, Deed] = {
    "mark": _mark,
    "answer": _answer,
    "begin another": _begin_another,
    "keep": lambda s, plan, slot, mine: plan_living.keep(
        s, plan.id, slot, s.today + timedelta(days=9), mine=mine
    ),
    "finish": lambda s, plan, slot, mine: plan_living.finish(s, plan.id, slot, mine=mine),
    "replace": lambda s, plan, slot, mine: plan_living.put_in_place(
        s, plan.id, slot, _terms(s, "another"), mine=mine
    ),
    "change": lambda s, plan, slot, mine: planning.change_action(
        s, plan.id, slot, _terms(s, "in other words"), mine=mine
    ),
    "rest": lambda s, plan, slot, mine: plan_living.rest(s, plan.id, "a rest"),
    "take up": lambda s, plan, slot, mine: plan_living.take_up(
        s, plan.id, s.today + timedelta(days=slot - 1)
    ),
}

steps = st.lists(
    st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(1, 4), st.booleans(), st.integers(0, 3)),
    min_size=1,
    max_size=12,
)


@given(steps)
@settings(max_examples=15)
def test_days_before_a_deed_stay_as_they_were(taken):
    clock = Clock()
    clock.moment = clock.moment.replace(year=FIRST_DAY.year, month=FIRST_DAY.month, day=FIRST_DAY.day)
    session = VaultSession(Database.in_memory(), now=clock)
    draft = replace(a_plan_draft(), commitments=[an_action_draft("I breathe first")])
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, FIRST_DAY, Way.ALOUD)
    for name, slot, mine, days in taken:
        clock.forward(days=days)
        yesterday = session.today - timedelta(days=1)
        before = following_through.days(session, FIRST_DAY, yesterday)
        marked = _marked(session)
        live = planning.live_plan(session)
        assert live is not None
        with suppress(RuleBroken, StopIteration):
            DEEDS[name](session, live, slot, mine)
        assert following_through.days(session, FIRST_DAY, yesterday) == before
        assert marked <= _marked(session), "a day that was marked keeps its words, today as well"
    session.close()


def _marked(session: VaultSession) -> set[tuple[object, ...]]:
    return {
        (day.day, lane.action_id, lane.terms, lane.outcome)
        for day in following_through.days(session, FIRST_DAY, session.today)
        for lane in day.actions + day.own
        if lane.outcome is not None
    }
