"""The example is believable, always the same, and leaves nothing behind."""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOW, TODAY
from tests.support.processes import PATIENCE, started, wait_until_at_rest, wait_until_up
from trust_desktop.demo import open_demo
from trust_desktop.domain.finding import FoundKind
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.talk import Answer
from trust_desktop.services import (
    acknowledging,
    finding,
    following_through,
    planning,
    setting_aside,
    talking,
    talking_weekly,
    telling,
    today,
)
from trust_desktop.services.session import VaultSession


@pytest.fixture(scope="module")
def demo() -> Iterator[VaultSession]:
    session = open_demo(NOW)
    yield session
    session.close()


def test_it_holds_half_a_year_of_a_plan_that_was_said(demo: VaultSession) -> None:
    plan = planning.live_plan(demo)
    assert plan is not None
    assert plan.said is not None
    assert TODAY - plan.said.day == timedelta(weeks=26)
    assert [len(action.versions) for action in plan.actions] == [1, 2, 1, 1]


def test_the_partner_answered_and_both_agreed(demo: VaultSession) -> None:
    assert [each.given.answer for each in talking.answers(demo)] == [
        Answer.YES,
        Answer.WITH_CHANGE,
        Answer.YES,
        Answer.YES,
    ]
    assert [each.answer for each in talking.history(demo, talking.answers(demo)[3].action.id)] == [
        Answer.YES,
        Answer.NOT_NOW,
    ]
    assert planning.live_plan(demo).agreed


def test_every_outcome_and_an_empty_day_are_in_it(demo: VaultSession) -> None:
    spans = following_through.days(demo, TODAY - timedelta(weeks=26), TODAY)
    outcomes = {action.outcome for day in spans for action in day.actions if action.due}
    assert outcomes == {*Outcome, None}


def test_one_missed_day_was_left_for_the_weekly_talk(demo: VaultSession) -> None:
    (left,) = setting_aside.listed(demo)
    assert left.key.day > TODAY - timedelta(days=21)


def test_sheets_of_talks_and_a_story_are_begun_and_found(demo: VaultSession) -> None:
    weeks = talking_weekly.weeks(demo)
    assert len(weeks) == 3
    assert not talking_weekly.sheet(demo, weeks[0]).wish
    assert sum(bool(words) for words in telling.story(demo).values()) == 4
    assert {line.found.part.kind for line in finding.find(demo, "phone")} > {FoundKind.SAID, FoundKind.STORY}


def test_some_things_were_said_and_some_are_still_unsaid(demo: VaultSession) -> None:
    assert len(acknowledging.said(demo, 200)) > 26
    assert 0 < acknowledging.tray(demo).count <= 9
    assert today.today(demo).open_draft is not None


def test_the_same_story_is_told_each_time(demo: VaultSession) -> None:
    again = open_demo(NOW)
    assert following_through.month(again, 2026, 10, 0) == following_through.month(demo, 2026, 10, 0)
    again.close()


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_on_the_disk(tmp_path: Path, end: signal.Signals) -> None:
    names = (
        "HOME",
        "TMPDIR",
        "XDG_RUNTIME_DIR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
    )
    environment = {**os.environ, **dict.fromkeys(names, str(tmp_path)), "PYTHONPATH": str(Path.cwd())}
    with started([sys.executable, "-m", "trust_desktop", "--demo"], env=environment) as program:
        wait_until_up(program)
        wait_until_at_rest(program)
        program.send_signal(end)
        assert program.wait(PATIENCE) == (-end if end is signal.SIGKILL else 0)
    left = [path for path in tmp_path.rglob("*") if path.is_file() and "qtpipelinecache" not in str(path)]
    assert left == []
