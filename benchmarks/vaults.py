"""Vaults to measure with: years of marks, written by the product's own services into a real encrypted file."""

import secrets
from datetime import date, datetime, timedelta
from pathlib import Path

from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, planning
from trust_desktop.services.session import VaultSession, local_now
from trust_desktop.storage.database import Database

DAYS_A_YEAR = 365


def filled_vault(folder: Path, years: int) -> VaultSession:
    """Return an open session with four daily actions, all marked for `years` up to today."""
    vault_id = secrets.token_bytes(16)
    database = Database.create(folder / f"{years}.db", bytearray(secrets.token_bytes(32)), vault_id)
    moment = local_now() - timedelta(days=years * DAYS_A_YEAR)
    session = VaultSession(database, now=lambda: moment)
    fill(session, moment)
    session.now = local_now
    mark_all(session, years)
    return session


def fill(session: VaultSession, moment: datetime) -> None:
    """Let a plan of four daily actions go live at `moment`, said on that day."""
    first_day = session.today
    actions = [
        ActionDraft(
            text=f"Action {slot}, in the words of an ordinary evening",
            known_by="I see it",
            cadence=Cadence(CadenceKind.DAILY),
            first_day=first_day,
            review_day=date(moment.year + 200, 1, 1),
            about_openness=False,
        )
        for slot in range(1, 5)
    ]
    plan = planning.go_live(session, PlanDraft(partner="Sam", actions=actions))
    planning.record_said(session, plan.id, first_day, Way.ALOUD)


def mark_all(session: VaultSession, years: int) -> None:
    plan = planning.live_plan(session)
    assert plan is not None
    outcomes = list(Outcome)
    marks = [
        (action.id, session.today - timedelta(days=back), outcomes[(back + action.slot) % len(outcomes)])
        for back in range(1, years * DAYS_A_YEAR + 1)
        for action in plan.actions
    ]
    following_through.mark_days(session, marks)
