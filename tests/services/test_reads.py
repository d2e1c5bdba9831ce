"""How often a page asks the database: the same for any month and any history, and the plan once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, TODAY, a_live_plan
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import erasing, following_through, plan_living, planning
from trust_desktop.services.erasing import Kind, Where
from trust_desktop.services.session import Change, VaultSession


def statements(session: VaultSession, work: Callable[[VaultSession], object]) -> list[str]:
    raw = session._database._link.raw
    asked: list[str] = []
    raw.set_trace_callback(asked.append)
    try:
        work(session)
    finally:
        raw.set_trace_callback(None)
    once = dict.fromkeys(asked)  # a trigger tells the statement that it looked at again
    return [statement for statement in once if statement.lstrip().startswith(("SELECT", "INSERT", "UPDATE"))]


def mark(session: VaultSession) -> object:
    return following_through.mark(session, 1, TODAY, Outcome.PARTLY)


@pytest.mark.parametrize(
    ("work", "most"),
    [
        (lambda s: following_through.month(s, TODAY.year, TODAY.month, 0), 4),
        (lambda s: following_through.day(s, TODAY), 4),
        (mark, 2),
    ],
)
def test_the_number_of_statements_does_not_grow(session, work, most):
    a_live_plan(session)
    following_through.day(session, TODAY)
    following_through.mark(session, 2, TODAY, Outcome.KEPT)  # from the first write on Find follows the table
    few = len(statements(session, work))
    days = [FIRST_DAY + timedelta(days=number) for number in range((TODAY - FIRST_DAY).days)]
    following_through.mark_days(session, [(1, day, Outcome.NOT_KEPT) for day in days])
    assert len(statements(session, work)) == few <= most


def reads_the_plan(session: VaultSession) -> bool:
    return any("FROM plans" in asked for asked in statements(session, planning.live_plan))


def test_the_plan_is_read_once(session):
    a_live_plan(session)
    assert reads_the_plan(session)
    mark(session)
    assert not reads_the_plan(session)


@pytest.mark.parametrize(
    "change",
    [
        lambda s, plan: planning.change_action(s, plan.id, 1, plan.actions[1].newest.terms),
        lambda s, plan: erasing.erase(s, Where(Kind.WHY, plan.id, plan.actions[0].id, 1)),
        lambda s, plan: plan_living.rest(s, plan.id),
        lambda s, plan: plan_living.finish(s, plan.id, 2),
        lambda s, plan: planning.record_said(s, plan.id, FIRST_DAY, Way.CARD),
    ],
)
def test_after_a_change_of_plans_it_is_read_again(session, change):
    plan = a_live_plan(session, said=False)
    assert planning.live_plan(session) == plan
    change(session, plan)
    assert reads_the_plan(session)


class Broken(Exception):
    """Ends a change half way."""


def rename_and_break(session: VaultSession) -> None:
    with session.write(Change.PLANS) as transaction:
        transaction.connection.exec_driver_sql("UPDATE plans SET partner = 'somebody else'")
        session.plan_in(transaction)
        raise Broken


def test_a_change_of_plans_that_came_to_nothing_leaves_the_plan_as_it_was(session):
    plan = a_live_plan(session)
    with pytest.raises(Broken):
        rename_and_break(session)
    assert planning.live_plan(session) == plan
