"""What followed the example's last missed day: it was left for the weekly talk."""

from datetime import timedelta
from typing import Final

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services import following_through, setting_aside
from trust_desktop.services.session import VaultSession

_BACK: Final = timedelta(days=21)


def tell(session: VaultSession) -> None:
    days = following_through.days(session, session.today - _BACK, session.today)
    missed = [
        MarkKey(action.action_id, day.day)
        for day in days
        for action in day.actions
        if action.outcome is Outcome.NOT_KEPT
    ]
    for key in missed[-1:]:
        setting_aside.set_aside(session, key)
