"""A pause lasts as long as it may, whatever the clock does, and asks for the urge as long as it helps."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.pause import (
    ASKED_FOR,
    LEAST,
    LENGTHS,
    MOST,
    STEP,
    Pause,
    Phase,
    Urge,
    in_order,
    later_return,
    return_time,
    scale_end,
)

LEFT = datetime(2026, 11, 24, 21, 20, tzinfo=timezone(timedelta(hours=1)))
MINUTE = timedelta(minutes=1)
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=7000)).map(lambda span: LEFT + span)


def a_pause(*felt: int, ended: int | None = None, minutes: int = 20) -> Pause:
    """A pause whose urges were felt so many minutes after it began."""
    urges = tuple(Urge(at + 1, 1, LEFT + at * MINUTE, 5, "") for at in felt)
    end = LEFT + ended * MINUTE if ended is not None else None
    return Pause(1, LEFT, LEFT + minutes * MINUTE, end, "", "", "", urges)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_no_pause_is_too_short_or_too_long(start, length):
    returns = return_time(start, length)
    assert LEAST <= returns - start <= MOST
    assert (returns.minute % 5, returns.second, returns.microsecond) == (0, 0, 0)
    if LEAST <= length <= MOST - STEP:
        assert length <= returns - start < length + STEP


def test_a_return_time_is_a_time_one_would_say():
    assert return_time(LEFT, timedelta(minutes=20)) == LEFT + 20 * MINUTE
    assert return_time(LEFT + timedelta(seconds=40), timedelta(minutes=20)) == LEFT + 25 * MINUTE
    assert return_time(LEFT, timedelta(hours=24)) == LEFT + MOST
    assert return_time(LEFT, LENGTHS[0]).tzinfo is LEFT.tzinfo


def test_a_pause_runs_until_its_time_has_come_and_is_over_when_it_is_ended():
    pause = a_pause()
    assert pause.phase(LEFT) is Phase.RUNNING
    assert pause.phase(LEFT + 19 * MINUTE) is Phase.RUNNING
    assert pause.phase(LEFT + 20 * MINUTE) is Phase.TIME_HAS_COME
    assert pause.phase(LEFT + timedelta(days=3)) is Phase.TIME_HAS_COME
    assert a_pause(ended=3).phase(LEFT) is Phase.ENDED


def test_a_clock_that_was_set_back_is_known_by_what_was_felt_meanwhile():
    assert a_pause().phase(LEFT - MINUTE) is Phase.CLOCK_SET_BACK
    assert a_pause(0, 10).phase(LEFT + 5 * MINUTE) is Phase.CLOCK_SET_BACK
    assert a_pause(0, 10).filled(LEFT + 5 * MINUTE) == 0.5
    assert a_pause().filled(LEFT - timedelta(days=1)) == 0.0


@given(st.timedeltas(timedelta(days=-40), timedelta(days=40)))
def test_what_has_passed_is_never_negative_nor_more_than_all(away):
    assert 0.0 <= a_pause(0, 5).filled(LEFT + away) <= 1.0


def test_the_urge_is_asked_for_at_once_and_every_five_minutes_up_to_thirty():
    long = 60
    assert a_pause(minutes=long).asks_again(LEFT)
    assert not a_pause(0, minutes=long).asks_again(LEFT + 4 * MINUTE)
    assert a_pause(0, minutes=long).asks_again(LEFT + 5 * MINUTE)
    assert a_pause(0, minutes=long).asks_again(LEFT + ASKED_FOR)
    assert not a_pause(0, minutes=long).asks_again(LEFT + ASKED_FOR + MINUTE)
    assert not a_pause(0).asks_again(LEFT + 20 * MINUTE)
    assert not a_pause(ended=1).asks_again(LEFT + MINUTE)


def test_within_five_minutes_a_strength_corrects_the_one_before():
    assert a_pause().corrects(LEFT) is None
    felt = a_pause(0, 5)
    assert felt.corrects(LEFT + 9 * MINUTE) == felt.urges[-1]
    assert felt.corrects(LEFT + 10 * MINUTE) is None
    assert felt.corrects(LEFT + MINUTE) == felt.urges[-1]
    assert felt.corrects(LEFT) is None  # the clock was set back


def test_more_time_counts_from_the_return_time_or_from_now_when_that_has_passed():
    pause = a_pause()
    assert later_return(pause, LEFT + 5 * MINUTE, 10 * MINUTE) == LEFT + 30 * MINUTE
    assert later_return(pause, LEFT + 40 * MINUTE, 10 * MINUTE) == LEFT + 50 * MINUTE


@given(st.timedeltas(timedelta(0), timedelta(days=2)), st.sampled_from([10, 20, 30, 60]))
def test_asked_for_again_and_again_a_pause_still_ends_within_a_day(gone, more):
    later = later_return(a_pause(), LEFT + gone, more * MINUTE)
    if later is None:
        assert gone >= MOST - STEP
    else:
        assert LEFT + gone < later <= LEFT + MOST


def test_the_line_of_the_urges_is_as_long_as_they_are_asked_for_or_were_felt():
    assert scale_end(a_pause()) == 20 * MINUTE
    assert scale_end(a_pause(minutes=600)) == ASKED_FOR
    assert scale_end(a_pause(0, 90, minutes=600)) == 90 * MINUTE
    assert scale_end(a_pause(0, 5)) == 20 * MINUTE


def test_urges_stand_in_the_order_they_were_felt():
    first, second = a_pause(0, 5).urges
    third = replace(first, id=9)
    assert in_order([second, third, first]) == (first, third, second)
