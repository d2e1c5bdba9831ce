"""The button beside a day names whoever that day's plan was said to."""

from datetime import timedelta

from tests.builders import TODAY, Clock, a_plan_draft
from tests.ui.calendar.conftest import MakePage
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.plan import Plan
from trust_desktop.services import plan_living, planning
from trust_desktop.services.session import VaultSession


def test_an_earlier_day_names_the_partner_of_its_plan(
    session: VaultSession, plan: Plan, clock: Clock, make_page: MakePage
) -> None:
    clock.forward(days=1)
    plan_living.end(session, plan.id)
    page = make_page()
    page.show_day(TODAY)
    assert page.panel.say_it.words == "Say it to Sam"
    second = planning.go_live(session, a_plan_draft(partner="Alex", first_day=session.today))
    planning.record_said(session, second.id, session.today, Way.ALOUD)
    page.show_day(TODAY + timedelta(days=1))
    assert page.panel.say_it.words == "Say it to Alex"
    page.show_day(TODAY)
    assert page.panel.say_it.words == "Say it to Sam"
