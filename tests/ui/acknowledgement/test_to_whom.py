"""Words are said to whoever the plan names that they are about, also after it has ended."""

from collections.abc import Callable

from tests import builders
from tests.builders import TODAY, Clock
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through, plan_living, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.open_vault import OpenVault


def test_the_name_is_that_of_the_plan_the_words_are_about(
    session: VaultSession,
    plan: Plan,
    clock: Clock,
    open_again: Callable[[], OpenVault],
    in_front: Callable[..., None],
) -> None:
    noticed = MarkKey(plan.actions[0].id, TODAY)
    following_through.mark(session, *noticed, Outcome.KEPT)
    clock.forward(days=1)
    plan_living.end(session, plan.id)
    page = SayItPage(open_again())
    in_front(page)
    assert page.composer.to.text() == "To Sam"  # the last there was
    second = planning.go_live(session, builders.a_plan_draft(partner="Alex", first_day=session.today))
    planning.record_said(session, second.id, session.today, Way.ALOUD)
    assert page.composer.to.text() == "To Alex"
    page.compose_for([noticed])
    assert page.composer.to.text() == "To Sam"
