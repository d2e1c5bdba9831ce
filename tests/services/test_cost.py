"""What a page reads does not grow with the history behind it: every read walks an index to what it shows."""

import re

import pytest

from tests.builders import TODAY, a_live_plan
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services import acknowledging, following_through, planning, today

GROWING = ("follow_throughs", "acknowledgements", "acknowledged_marks", "rested_marks", "notes")
HERE = MarkKey(1, TODAY)

USE_CASES = {
    "month": lambda s: following_through.month(s, 2026, 11, 0),
    "day": lambda s: following_through.day(s, TODAY),
    "list": lambda s: following_through.days(s, TODAY, TODAY),
    "gaps": lambda s: following_through.not_recorded(s, TODAY, TODAY),
    "mark": lambda s: following_through.mark(s, *HERE, Outcome.PARTLY),
    "fill": lambda s: following_through.mark_days(s, [(*HERE, Outcome.KEPT)], replace=True),
    "clear": lambda s: following_through.clear(s, *HERE),
    "note": lambda s: following_through.set_note(s, TODAY, "rain"),
    "tray": acknowledging.tray,
    "rest": lambda s: acknowledging.unrest(s, acknowledging.let_rest(s, frozenset({HERE}))),
    "said": lambda s: acknowledging.said(s, before=9),
    "said this month": acknowledging.said_in_month,
    "today": today.today,
    "change": lambda s: planning.change_action(s, 1, 1, planning.live_plan(s).actions[0].newest.terms),
}


@pytest.mark.parametrize("use_case", USE_CASES)
def test_no_table_that_grows_is_read_from_end_to_end(session, use_case):
    a_live_plan(session)
    following_through.mark(session, *HERE, Outcome.KEPT)
    said = acknowledging.deliver(
        session, AcknowledgementDraft(text="Thank you", covers=frozenset({HERE})), Way.ALOUD, TODAY
    )
    raw = session._database._link.raw
    statements: list[str] = []
    raw.set_trace_callback(statements.append)
    USE_CASES[use_case](session)
    raw.set_trace_callback(None)
    assert any(table in statement for statement in statements for table in GROWING)
    for statement in statements:
        if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE)", statement):
            plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}")]
            walked = [line for line in plan if re.match(rf"SCAN ({'|'.join(GROWING)})\b", line)]
            assert walked == [], statement
    assert said.id == 1
