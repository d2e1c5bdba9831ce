"""Which backups are kept, and what they are called."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.backup import DAYS_KEPT, WEEKS_KEPT, BackupName, kept
from trust_desktop.domain.drill import DrillState

START = datetime.fromisoformat("2026-11-02T21:30")
VAULT = "0a1b2c3d"

moments = st.integers(0, 300_000_000).map(lambda seconds: START + timedelta(seconds=seconds))


def _daily(days: int) -> list[BackupName]:
    return [BackupName(n + 1, VAULT, START + timedelta(days=n)) for n in range(days)]


@given(st.integers(1, 999_999_999), st.from_regex(r"[0-9a-f]{8}", fullmatch=True), moments)
def test_a_name_is_read_as_it_was_written(number: int, vault: str, made: datetime) -> None:
    name = BackupName(number, vault, made)
    assert BackupName.read(str(name)) == name


@given(st.text(max_size=60))
def test_no_other_name_is_taken_for_one_of_ours(text: str) -> None:
    found = BackupName.read(text)
    assert found is None or str(found).split("-")[1] == text.split("-")[1]


def test_a_day_that_is_none_is_no_name() -> None:
    assert BackupName.read(f"daybook-{VAULT}-0001-20260230-120000") is None


def test_a_name_says_nothing_but_the_neutral_word() -> None:
    assert str(BackupName(7, VAULT, START)) == "daybook-0a1b2c3d-0007-20261102-213000"


def test_seven_days_and_four_weeks_before_them_are_kept() -> None:
    names = _daily(60)
    found = sorted(kept(names), reverse=True)
    assert [name.number for name in found[:7]] == [60, 59, 58, 57, 56, 55, 54]
    assert len(found) == DAYS_KEPT + WEEKS_KEPT
    # One in each of the four weeks before: the newest of it that is no daily one.
    assert [name.made.date() for name in found[7:]] == [
        date(2026, 12, 24),
        date(2026, 12, 20),
        date(2026, 12, 13),
        date(2026, 12, 6),
    ]


def test_of_several_on_one_day_the_newest_is_kept() -> None:
    names = [BackupName(n, VAULT, START + timedelta(minutes=n)) for n in range(1, 20)]
    assert [name.number for name in kept(names)] == [19]


def test_a_clock_that_was_wrong_keeps_nothing_out_for_long() -> None:
    wrong = BackupName(1, VAULT, START + timedelta(days=4000))
    names = [wrong, *(BackupName(n + 2, VAULT, START + timedelta(days=n)) for n in range(12))]
    assert max(names).number == 13
    assert max(names) in kept(names)


@given(st.lists(moments, max_size=80))
def test_the_newest_is_always_kept_and_never_more_than_eleven(days: list[datetime]) -> None:
    names = [BackupName(n, VAULT, day) for n, day in enumerate(days, start=1)]
    found = kept(names)
    assert len(found) <= DAYS_KEPT + WEEKS_KEPT
    assert found <= set(names)
    assert not names or names[-1] in found


def test_the_drill_is_offered_in_the_first_week_from_the_second_day_on() -> None:
    first = date(2026, 11, 24)
    state = DrillState(since=first)
    offered = [n for n in range(20) if state.offered(first + timedelta(days=n))]
    assert offered == [1, 2, 3, 4, 5, 6]
    assert not DrillState().offered(first)


def test_the_drill_put_off_comes_back_after_two_days() -> None:
    first = date(2026, 11, 24)
    state = DrillState(since=first).put_off(first + timedelta(days=1))
    assert [n for n in range(20) if state.offered(first + timedelta(days=n))] == [3, 4, 5, 6]


def test_a_drill_done_or_declined_is_not_offered_again() -> None:
    first, day = date(2026, 11, 24), date(2026, 11, 26)
    assert DrillState(first).offered(day)
    assert not DrillState(first, declined=True).offered(day)
    assert not DrillState(first, code_on=first).offered(day)
    assert not DrillState(first, backup_on=first).offered(day)
