"""The chosen action is the one a key will mark: never one that is recorded, unless a person chose it."""

from dataclasses import replace
from datetime import date

import pytest

from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import ActionTerms
from trust_desktop.services.following_through import ActionOnDay, DayView
from trust_desktop.ui.calendar.choosing import choice_after, needs_no_asking

_DAY = date(2026, 11, 24)
_KEPT = Outcome.KEPT


def an_action(
    slot: int, outcome: Outcome | None, *, due: bool = True, kind: CadenceKind = CadenceKind.DAILY
) -> ActionOnDay:
    return ActionOnDay(
        action_id=10 + slot,
        slot=slot,
        version=1,
        terms=ActionTerms(f"Action {slot}", Cadence(kind), _DAY, _DAY),
        outcome=outcome,
        reason="",
        due=due,
        can_mark=True,
        stopped=False,
        unsaid=False,
        mention=False,
        said=None,
    )


def a_day(*recorded: Outcome | None, day: date = _DAY) -> DayView:
    actions = tuple(an_action(slot, outcome) for slot, outcome in enumerate(recorded, start=1))
    return DayView(day, is_today=True, actions=actions, note="")


def test_a_day_begins_with_its_first_action_not_recorded() -> None:
    assert choice_after(None, a_day(_KEPT, None, None), None, move_on=True) == 12


def test_a_day_fully_recorded_begins_with_none() -> None:
    assert choice_after(None, a_day(_KEPT, _KEPT), None, move_on=True) is None


def test_another_day_begins_anew() -> None:
    before = a_day(None, None, day=date(2026, 11, 23))
    assert choice_after(before, a_day(None, None), 12, move_on=True) == 11


def test_a_mark_moves_the_choice_on() -> None:
    assert choice_after(a_day(None, None, None), a_day(_KEPT, None, None), 11, move_on=True) == 12


def test_the_choice_stays_where_a_reason_may_follow() -> None:
    assert choice_after(a_day(None, None), a_day(Outcome.COULD_NOT, None), 11, move_on=False) == 11


def test_after_the_last_mark_the_choice_stays_to_be_corrected() -> None:
    assert choice_after(a_day(_KEPT, None), a_day(_KEPT, _KEPT), 12, move_on=True) == 12


def test_a_correction_keeps_the_choice() -> None:
    assert choice_after(a_day(_KEPT, None), a_day(Outcome.PARTLY, None), 11, move_on=True) == 11


def test_a_mark_taken_back_brings_the_choice_back() -> None:
    assert choice_after(a_day(_KEPT, None), a_day(None, None), 12, move_on=True) == 11


def test_an_action_that_is_gone_is_not_chosen() -> None:
    assert choice_after(a_day(None, None), a_day(None), 12, move_on=True) == 11


@pytest.mark.parametrize(
    ("action", "there"),
    [
        (an_action(1, None), True),
        (an_action(1, _KEPT, due=False), True),
        (an_action(1, None, due=False), False),
        (an_action(1, None, due=False, kind=CadenceKind.WHENEVER), True),
        (replace(an_action(1, None, due=False, kind=CadenceKind.WHENEVER), can_mark=False), False),
    ],
    ids=["due", "recorded", "not due", "whenever", "whenever, to come"],
)
def test_rows_that_are_there_without_asking(action: ActionOnDay, there: bool) -> None:
    assert needs_no_asking(action) is there
