"""A note is due only when it was asked for, at a fitting hour, and when a day is not written down."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from tests.builders import NOW, TODAY, Clock, a_live_plan
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, reminding, settings
from trust_desktop.services.session import VaultSession

DAILY = Cadence(CadenceKind.DAILY)


def _ask_for_notes(session: VaultSession) -> None:
    settings.save(session, replace(settings.load(session), tray_note=True, quiet_from=time(20)))


def test_nobody_is_reminded_who_did_not_ask(session):
    a_live_plan(session, DAILY)
    assert not reminding.is_due(session)
    _ask_for_notes(session)
    assert reminding.is_due(session)


def test_quiet_hours_are_quiet(session, clock: Clock):
    a_live_plan(session, DAILY)
    _ask_for_notes(session)
    clock.moment = datetime.combine(TODAY, time(20), NOW.tzinfo)
    assert not reminding.is_due(session)
    clock.moment = datetime.combine(TODAY, time(8, 59), NOW.tzinfo)
    assert not reminding.is_due(session)


def test_what_is_written_down_or_not_yet_asked_for_reminds_nobody(session):
    _ask_for_notes(session)
    assert not reminding.is_due(session)
    plan = a_live_plan(session, DAILY, DAILY, DAILY, DAILY)
    marks = [
        (action.id, TODAY - timedelta(days=back), Outcome.KEPT) for action in plan.actions for back in (0, 1)
    ]
    following_through.mark_days(session, marks[1:])
    assert reminding.is_due(session)
    following_through.mark_days(session, marks[:1])
    assert not reminding.is_due(session)
