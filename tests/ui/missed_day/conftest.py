"""A plan of which one day was not kept."""

import pytest

from tests.builders import TODAY, a_live_plan
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession


@pytest.fixture
def missed(session: VaultSession) -> MarkKey:
    action = a_live_plan(session).actions[0]
    following_through.mark(session, action.id, TODAY, Outcome.NOT_KEPT)
    return MarkKey(action.id, TODAY)
