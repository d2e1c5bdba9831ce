"""The one door: what it tells, when a day ends, and how it closes."""

from datetime import UTC, date, datetime, time

import pytest

from tests.builders import NOW, TODAY, Clock, a_plan_draft, session_at
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.settings import VaultSettings
from trust_desktop.services import following_through, planning, settings
from trust_desktop.services.session import Change, VaultSession, local_now
from trust_desktop.storage.database import Database


@pytest.fixture
def told(session):
    changes = []
    session.on_commit = changes.append
    return changes


def test_a_commit_is_told_once_it_can_be_read(session):
    seen = []
    session.on_commit = lambda change: seen.append((change, following_through.note(session, TODAY)))
    following_through.set_note(session, TODAY, "rain")
    assert seen == [(Change.DAYS, "rain")]


def test_what_was_rolled_back_is_not_told(session, told):
    with pytest.raises(RuleBroken) as caught:
        following_through.mark(session, 1, TODAY, None)
    assert caught.value.rule is Rule.UNKNOWN_ACTION
    assert told == []


def test_each_use_case_tells_what_it_touched(session, told):
    planning.save_draft(session, a_plan_draft())
    planning.go_live(session, a_plan_draft())
    settings.save(session, VaultSettings())
    assert told == [
        Change.DRAFTS,
        Change.PLANS | Change.DAYS | Change.DRAFTS,
        Change.SETTINGS | Change.DAYS,
    ]


def test_today_ends_when_the_setting_says(session, clock):
    clock.moment = datetime(2026, 11, 25, 2, 30, tzinfo=NOW.tzinfo)
    assert session.today == date(2026, 11, 24)
    before = settings.save(session, VaultSettings(day_ends=time(2)))
    assert session.today == date(2026, 11, 25)
    assert before.day_ends == time(3)


def test_settings_outlive_the_session(tmp_path):
    chosen = VaultSettings(time(0), 12, 6, 60)
    first = session_at(tmp_path)
    settings.save(first, chosen)
    first.close()
    again = session_at(tmp_path)
    assert settings.load(again) == chosen
    assert again.day_ends == time(0)
    settings.save(again, VaultSettings())
    assert settings.load(again) == VaultSettings()
    again.close()


def test_settings_out_of_their_span_are_brought_into_it(session):
    settings.save(session, VaultSettings(idle_minutes=500))
    assert settings.load(session).idle_minutes == 30


def test_closing_lets_go_of_the_vault_once_and_ends_everything(tmp_path):
    released = []
    session = session_at(tmp_path, release=lambda: released.append("lock"))
    session.close()
    session.close()
    assert released == ["lock"]
    assert session.closed
    with pytest.raises(RuntimeError, match="closed"), session.read():
        pass


def test_a_vault_that_cannot_be_closed_cleanly_is_still_let_go(tmp_path):
    released = []
    session = session_at(tmp_path, release=lambda: released.append("lock"))
    with session.read(), pytest.raises(RuntimeError):
        session.close()
    assert released == ["lock"]


def test_without_a_clock_it_is_the_computers_local_time():
    session = VaultSession(Database.in_memory())
    now = session.now()
    assert now.tzinfo is not None
    assert abs((local_now() - now).total_seconds()) < 60
    assert abs((datetime.now(UTC) - now).total_seconds()) < 60
    session.close()


def test_opening_reads_what_another_opening_wrote(tmp_path):
    first = session_at(tmp_path, Clock())
    following_through.set_note(first, TODAY, "rain")
    first.close()
    second = session_at(tmp_path, Clock())
    assert following_through.note(second, TODAY) == "rain"
    second.close()
