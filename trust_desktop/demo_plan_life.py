"""What became of the example's plans: a first one that ended early, a rest, a second look at two actions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.services import plan_living, planning
from trust_desktop.services.session import VaultSession

_EARLIER_WEEKS: Final = 5
_LASTED_WEEKS: Final = 3
_REST_WEEK: Final = 10
_REST_DAYS: Final = 5
_LOOK_WEEK: Final = 22


def tell_earlier(
    session: VaultSession, story: dict[str, Any], start: datetime, draft_from: Callable[[date], PlanDraft]
) -> None:
    """Tell the plan before the one of the story: the same four, asked too soon and all at once."""
    now, moment = session.now, start - timedelta(weeks=_EARLIER_WEEKS)
    session.now = lambda: moment
    draft = replace(draft_from(session.today), fair_chance=story["fair_chance"], commitments=[], message="")
    for action, text in zip(draft.actions, story["texts"], strict=True):
        action.text, action.known_by, action.why = text, "", ""
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, session.today, Way.TEXT)
    moment += timedelta(weeks=_LASTED_WEEKS)
    plan_living.end(session, plan.id, story["end"])
    session.now = now


def tell(session: VaultSession, story: dict[str, Any], end: date, week: int) -> None:
    """Tell what became of the plan in a week of the story."""
    plan = planning.live_plan(session)
    assert plan is not None
    if week == _REST_WEEK:
        plan_living.rest(session, plan.id, story["rest"])
        plan_living.take_up(session, plan.id, session.today + timedelta(days=_REST_DAYS))
    if week == _LOOK_WEEK:
        plan_living.keep(session, plan.id, 1, end + timedelta(days=40))
        plan_living.keep(session, plan.id, 4, end - timedelta(days=1))
