"""Whether there is anything to remind somebody of: only a day that was due and is not written down."""

from datetime import timedelta

from trust_desktop.services.day_views import read_span
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import settings

DAYS_BACK = 1
"""Today and yesterday: what lies further back is in the calendar for whoever wants it."""


def is_due(s: VaultSession) -> bool:
    """Return whether a note may be shown now: asked for, outside the quiet hours, and something is not recorded.

    Only the partner's actions count: one's own side is nobody's errand.
    """
    now, today = s.now(), s.today
    with s.read() as transaction:
        kept = settings.load(transaction)
        if not kept.tray_note or kept.is_quiet(now.time()):
            return False
        plans = s.plans_in(transaction)
        span = read_span(transaction, plans, today - timedelta(days=DAYS_BACK), today, today)
    asked = {action.id for plan in plans for action in plan.actions}
    return any(key.action_id in asked for key in span.not_recorded())
