"""What is put into a column or a draft comes out the same."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from tests.domain.test_day import ZONES
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft, PlanDraft, Step
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.domain.plan import Consent
from trust_desktop.storage import draft_text
from trust_desktop.storage.column_types import Choice, Day, Moment, Weekdays, Words, moment_of, moment_text

SQLITE = dialect()
days = st.dates(date(1990, 1, 1), date(2200, 1, 1))
some_days = st.none() | days


def through(column, value):
    return column.process_result_value(column.process_bind_param(value, SQLITE), SQLITE)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.sampled_from(ZONES))  # noqa: DTZ001
def test_a_moment_keeps_its_instant_its_wall_clock_and_its_zone(moment, zone):
    local = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    back = moment_of(moment_text(local))
    assert back == local
    assert back.replace(tzinfo=None) == local.replace(tzinfo=None)
    assert back.tzname() == zone


def test_moments_sort_as_they_happened_whatever_their_zone():
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    moments = [
        (noon + timedelta(minutes=n)).astimezone(timezone(timedelta(hours=9 - 5 * n))) for n in range(4)
    ]
    assert [moment_of(text) for text in sorted(map(moment_text, reversed(moments)))] == moments


def test_a_moment_is_readable_without_this_program():
    moment = datetime(2026, 11, 24, 18, tzinfo=ZoneInfo("Asia/Kathmandu"))
    assert moment_text(moment) == "2026-11-24T12:15:00.000000Z +0545 Asia/Kathmandu"


@pytest.mark.parametrize(
    ("column", "value", "stored"),
    [
        (Choice(Way), Way.NOTE, "note"),
        (Day(), date(2028, 2, 29), "2028-02-29"),
        (Weekdays(), frozenset({6, 0, 3}), "0,3,6"),
        (Weekdays(), frozenset(), ""),
    ],
)
def test_values_stand_as_plain_text(column, value, stored):
    assert column.process_bind_param(value, SQLITE) == stored
    assert through(column, value) == value


@pytest.mark.parametrize("column", [Choice(Way), Day(), Weekdays(), Moment()])
def test_nothing_stays_nothing(column):
    assert column.process_bind_param(None, SQLITE) is None
    assert through(column, None) is None


@given(st.text(st.characters(exclude_categories=[])))
def test_words_of_any_kind_can_be_stored(text):
    stored = Words().process_bind_param(text, SQLITE)
    assert stored.encode().decode() == stored
    if text.encode(errors="replace").decode() == text:
        assert stored == text
    assert Words().process_bind_param(None, SQLITE) is None


actions = st.builds(
    ActionDraft,
    text=st.text(),
    known_by=st.text(),
    why=st.text(),
    cadence=st.builds(
        Cadence, st.sampled_from(CadenceKind), st.frozensets(st.integers(0, 6)), st.integers(1, 7)
    ),
    first_day=some_days,
    review_day=some_days,
    about_openness=st.none() | st.booleans(),
    consent=st.none() | st.sampled_from(Consent),
    purpose=st.text(),
    ends=some_days,
    fought=st.none() | st.booleans(),
)
plans = st.builds(
    PlanDraft,
    partner=st.text(),
    ready=st.frozensets(st.text()),
    harm_stopped=st.none() | st.booleans(),
    truth_told=st.none() | st.booleans(),
    fair_chance=st.text(),
    actions=st.lists(actions, max_size=4),
    step=st.sampled_from(Step),
    kept=st.frozensets(st.text()),
    commitments=st.lists(actions, max_size=4),
    place=st.text(),
    time=st.text(),
    message=st.text(),
    drafted=st.text(),
    kept_words=st.frozensets(st.text()),
)


@given(plans)
def test_a_plan_draft_comes_back_as_it_was(draft):
    assert draft_text.plan_of(draft_text.of_plan(draft)) == draft


def test_a_plan_draft_of_an_earlier_version_loses_nothing():
    draft = PlanDraft(partner="Sam", step=Step.BOTH_WAYS, actions=[ActionDraft(text="Call me at lunch")])
    fields = json.loads(draft_text.of_plan(draft))
    fields["step"] = 6
    for name in ("commitments", "place", "time", "message", "drafted", "kept_words"):
        del fields[name]
    for part in (fields, *fields["actions"]):
        part.pop("kept", None)
        part.pop("fought", None)
    assert draft_text.plan_of(json.dumps(fields)) == draft


@pytest.mark.parametrize(
    ("number", "step"), [(0, Step.BEFORE), (5, Step.ACTION_FOUR), (7, Step.READ_AGAIN), (99, Step.READ_AGAIN)]
)
def test_a_step_kept_as_a_number_is_the_page_it_was(number, step):
    fields = json.loads(draft_text.of_plan(PlanDraft()))
    assert draft_text.plan_of(json.dumps(fields | {"step": number})).step is step


@given(st.text(), st.frozensets(st.builds(MarkKey, st.integers(1, 99), days)), st.sampled_from(Way))
def test_words_being_written_come_back_as_they_were(text, covers, way):
    draft = AcknowledgementDraft(5, text, covers, way)
    assert draft_text.acknowledgement_of(5, draft_text.of_acknowledgement(draft)) == draft
