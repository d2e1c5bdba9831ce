"""What was noticed and not said, derived from marks alone."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY
from trust_desktop.domain.acknowledgement import THANKED, UNSAID_DAYS, unsaid
from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome

MARKED = datetime(2026, 11, 24, 12, tzinfo=UTC)


def mark(action_id: int, age: int, outcome: Outcome) -> FollowThrough:
    return FollowThrough(action_id, TODAY - timedelta(days=age), outcome, "", MARKED)


keys = st.builds(MarkKey, st.integers(1, 4), st.integers(-2, 20).map(lambda age: TODAY - timedelta(days=age)))
marks = st.dictionaries(keys, st.sampled_from(Outcome)).map(
    lambda found: [
        FollowThrough(key.action_id, key.day, outcome, "", MARKED) for key, outcome in found.items()
    ]
)


@given(marks, st.frozensets(keys), st.frozensets(keys))
def test_each_open_mark_stands_in_exactly_its_place(found, said, rested):
    tray = unsaid(found, said, rested, TODAY)
    for each in found:
        age = (TODAY - each.day).days
        is_open = each.key not in said | rested and age >= 0
        recent = age < UNSAID_DAYS
        assert (each in tray.counted) == (is_open and recent and each.outcome in THANKED)
        assert (each in tray.could_mention) == (is_open and recent and each.outcome is Outcome.PARTLY)
        assert (each in tray.earlier) == (
            is_open and not recent and each.outcome in THANKED | {Outcome.PARTLY}
        )


def test_the_newest_come_first_and_on_one_day_the_order_of_the_plan():
    found = [mark(2, 3, Outcome.KEPT), mark(1, 3, Outcome.KEPT_LATE_TOLD), mark(4, 0, Outcome.KEPT)]
    assert [each.action_id for each in unsaid(found, (), (), TODAY).counted] == [4, 1, 2]


def test_fourteen_days_count_today_included():
    found = [mark(1, 13, Outcome.KEPT), mark(1, 14, Outcome.KEPT)]
    tray = unsaid(found, (), (), TODAY)
    assert tray.counted == (found[0],)
    assert tray.earlier == (found[1],)
