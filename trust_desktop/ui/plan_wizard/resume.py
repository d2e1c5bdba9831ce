"""The draft to go on with, and the day weeks begin on."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QLocale

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import REVIEW_DAYS
from trust_desktop.services import planning, settings
from trust_desktop.services.session import VaultSession


def week_start(session: VaultSession) -> int:
    """Return the weekday of the setting, or else of the place (0 is Monday)."""
    chosen = settings.load(session).first_weekday
    return QLocale().firstDayOfWeek().value - 1 if chosen is None else chosen


def draft_to_go_on_with(session: VaultSession, week_start: int) -> PlanDraft:
    """Return the kept draft or a new one, with days offered where none was chosen."""
    draft = planning.load_draft(session) or PlanDraft()
    for action in (*draft.actions, *draft.commitments):
        if not action.started:
            action.cadence = replace(action.cadence, week_start=week_start)
        _offer_days(action, session)
    return draft


def _offer_days(action: ActionDraft, session: VaultSession) -> None:
    """A first day that went by while the draft lay waiting moves to today, the review with it."""
    first = action.first_day or session.today
    shift = max(timedelta(), session.today - first)
    action.first_day = first + shift
    action.review_day = (action.review_day or first + timedelta(days=REVIEW_DAYS)) + shift
