"""A bound that gives way to other programs does not give way to a window that stands still."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.processes import started
from tests.support.stretch import stretch, within

OTHERS = 3
BUSY = [sys.executable, "-c", "while True: pass"]


@pytest.fixture
def crowd() -> Iterator[None]:
    """Everything that is started meanwhile shares one processor with programs that never rest."""
    here = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(here)})
    try:
        with ExitStack() as others:
            for _ in range(OTHERS):
                others.enter_context(started(BUSY))
            yield
    finally:
        os.sched_setaffinity(0, here)


@pytest.mark.usefixtures("crowd")
def test_who_shares_the_processor_is_given_the_time_of_the_others_too() -> None:
    with stretch() as stretched:
        time.sleep(2)
    assert stretched.worst > OTHERS - 1


def test_nothing_is_ever_asked_to_be_faster_than_alone() -> None:
    with stretch() as stretched:
        pass
    assert stretched.worst >= 1


def test_what_stands_still_is_not_excused_by_itself() -> None:
    """Shorter than one piece of the work beside it: no other program could stretch it to that."""
    with pytest.raises(AssertionError, match="took "), within(0.001):
        time.sleep(1)


@pytest.mark.usefixtures("crowd")
def test_a_window_that_waits_for_a_keyring_is_not_excused_by_the_busiest_machine() -> None:
    """In the proportions of the journeys: alive within half a second, frozen for ten and more, never nine."""
    with pytest.raises(AssertionError, match="took "), within(0.05, never=0.9):
        time.sleep(1)


def test_a_mistake_inside_is_told_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError), within(1):
        1 / 0  # noqa: B018
