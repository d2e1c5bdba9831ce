"""Looking back over a real vault with three weeks of marks."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests import builders
from tests.builders import TODAY, Clock
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through, looking_back, plan_living
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.looking_back.looking_back_page import LookingBackPage
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault

Show = Callable[[], LookingBackPage]


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    """Phone: 17 kept of the last 19 recorded, one of them late; 2 not recorded. Train: 11 kept, one partly."""
    plan = builders.a_live_plan(session)
    phone, train = plan.actions[:2]
    days = [TODAY - timedelta(days=back) for back in range(19)]
    outcomes = [Outcome.KEPT_LATE_TOLD, Outcome.NOT_KEPT, Outcome.COULD_NOT, *[Outcome.KEPT] * 16]
    marks = [(phone.id, day, outcome) for day, outcome in zip(days, outcomes, strict=True)]
    due = [day for day in days if day.weekday() < 4]
    marks += [(train.id, day, Outcome.PARTLY if at == 0 else Outcome.KEPT) for at, day in enumerate(due)]
    following_through.mark_days(session, marks)
    return plan


NEW_PLAN = "The plan said on Wednesday, 25 November 2026"
OLD_PLAN = "The plan said on Monday, 2 November 2026, ended on Wednesday, 25 November 2026"


@pytest.fixture
def two_plans(session: VaultSession, clock: Clock) -> None:
    """One ended on the day another was said; the counts are shown without a guess."""
    first = builders.a_live_plan(session)
    following_through.mark(session, first.actions[0].id, TODAY, Outcome.KEPT)
    clock.forward(days=1)
    plan_living.end(session, first.id)
    second = builders.a_live_plan(session, first_day=session.today)
    following_through.mark(session, second.actions[0].id, session.today, Outcome.KEPT)
    looking_back.guess(session, {second.actions[0].id: None})


@pytest.fixture
def show(open_again: Callable[[], OpenVault], in_front: Callable[..., None]) -> Show:
    """Open the page on what the vault holds by then."""

    def build() -> LookingBackPage:
        page = LookingBackPage(open_again(), (Place.CALENDAR, Place.PAUSE, Place.STORY))
        in_front(page)
        return page

    return build
