"""Marking days, one or many, and what month, day and list show of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import FIRST_DAY, NOW, TODAY, Clock, a_live_plan
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome
from trust_desktop.services import acknowledging, following_through, planning
from trust_desktop.services.following_through import Before
from trust_desktop.services.session import VaultSession
from trust_desktop.storage.database import Database

YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)


def outcomes(session, day=TODAY):
    return [action.outcome for action in following_through.day(session, day).actions]


def test_a_mark_stands_until_it_is_corrected_cleared_or_put_back(session):
    a_live_plan(session)
    assert following_through.mark(session, 1, TODAY, Outcome.KEPT) is None
    kept = FollowThrough(1, TODAY, Outcome.KEPT, "", NOW)
    assert following_through.mark(session, 1, TODAY, Outcome.COULD_NOT, " ill ") == kept
    ill = FollowThrough(1, TODAY, Outcome.COULD_NOT, "ill", NOW)
    assert following_through.day(session, TODAY).actions[0].reason == "ill"
    assert following_through.clear(session, 1, TODAY) == ill
    assert following_through.clear(session, 1, TODAY) is None
    following_through.put_back(session, 1, TODAY, ill)
    assert outcomes(session)[0] is Outcome.COULD_NOT
    following_through.put_back(session, 1, TODAY, None)
    assert outcomes(session) == [None] * 4


@pytest.mark.parametrize(
    ("action_id", "day", "rule"),
    [
        (1, TOMORROW, Rule.DAY_IN_FUTURE),
        (1, FIRST_DAY - timedelta(days=1), Rule.DAY_BEFORE_START),
        (5, TODAY, Rule.UNKNOWN_ACTION),
    ],
)
def test_a_day_that_cannot_hold_a_mark_is_refused(session, action_id, day, rule):
    a_live_plan(session)
    with pytest.raises(RuleBroken) as caught:
        following_through.mark(session, action_id, day, Outcome.KEPT)
    assert caught.value.rule is rule


def test_nothing_is_marked_or_due_before_the_plan_was_said(session):
    a_live_plan(session, said=False)
    with pytest.raises(RuleBroken) as caught:
        following_through.mark(session, 1, TODAY, Outcome.KEPT)
    assert caught.value.rule is Rule.NOT_SAID_YET
    month = following_through.month(session, 2026, 11, 0)
    assert not any(mark.due or mark.shown for cell in month.cells for mark in cell.marks)
    assert not any(action.can_mark for action in following_through.day(session, TODAY).actions)


def test_filling_in_leaves_what_is_recorded_and_can_be_put_back(session):
    a_live_plan(session)
    following_through.mark(session, 1, YESTERDAY, Outcome.NOT_KEPT, "ill")
    wanted = [(1, YESTERDAY, Outcome.KEPT), (1, TODAY, Outcome.KEPT), (2, TODAY, Outcome.PARTLY)]
    before = following_through.mark_days(session, wanted)
    assert before == Before(((MarkKey(1, TODAY), None), (MarkKey(2, TODAY), None)))
    assert outcomes(session, YESTERDAY)[0] is Outcome.NOT_KEPT
    following_through.put_back_all(session, before)
    assert outcomes(session) == [None] * 4
    replaced = following_through.mark_days(session, wanted, replace=True)
    assert outcomes(session, YESTERDAY)[0] is Outcome.KEPT
    following_through.put_back_all(session, replaced)
    assert following_through.day(session, YESTERDAY).actions[0].reason == "ill"


def test_filling_in_nothing_does_nothing(session):
    a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    told = []
    session.on_commit = told.append
    assert following_through.mark_days(session, []) == Before(())
    assert told == []
    assert following_through.mark_days(session, [(1, TODAY, Outcome.PARTLY)]) == Before(())
    assert outcomes(session)[0] is Outcome.KEPT


def test_filling_in_is_all_or_nothing(session):
    a_live_plan(session)
    with pytest.raises(RuleBroken):
        following_through.mark_days(session, [(1, TODAY, Outcome.KEPT), (1, TOMORROW, Outcome.KEPT)])
    assert outcomes(session) == [None] * 4


def test_the_same_day_twice_in_one_filling_is_put_back_to_what_stood_first(session):
    a_live_plan(session)
    twice = [(1, TODAY, Outcome.KEPT), (1, TODAY, Outcome.PARTLY)]
    before = following_through.mark_days(session, twice)
    assert outcomes(session)[0] is Outcome.PARTLY
    following_through.put_back_all(session, before)
    assert outcomes(session)[0] is None


def test_not_recorded_lists_what_was_due_by_now(session):
    a_live_plan(session)
    following_through.mark(session, 1, YESTERDAY, Outcome.KEPT)
    found = following_through.not_recorded(session, YESTERDAY, TODAY + timedelta(days=9))
    assert found == (MarkKey(2, YESTERDAY), MarkKey(1, TODAY), MarkKey(2, TODAY))
    following_through.mark_days(session, [(*key, Outcome.KEPT) for key in found])
    assert following_through.not_recorded(session, YESTERDAY, TODAY) == ()


@pytest.mark.parametrize(
    ("year", "month", "first_weekday", "first", "rows"),
    [
        (2026, 11, 0, date(2026, 10, 26), 6),
        (2026, 11, 6, date(2026, 11, 1), 5),
        (2026, 2, 6, date(2026, 2, 1), 4),
        (2024, 2, 0, date(2024, 1, 29), 5),
        (2026, 12, 0, date(2026, 11, 30), 5),
    ],
)
def test_a_month_is_shown_in_whole_weeks(session, year, month, first_weekday, first, rows):
    view = following_through.month(session, year, month, first_weekday)
    days = [cell.day for cell in view.cells]
    assert (days[0], view.rows, len(days)) == (first, rows, 7 * rows)
    assert days == [first + timedelta(days=n) for n in range(len(days))]
    inside = [cell.day for cell in view.cells if cell.in_month]
    assert {(day.year, day.month) for day in inside} == {(year, month)}
    assert [cell.day for cell in view.cells if cell.is_today] == [TODAY for day in days if day == TODAY]


def test_a_cell_carries_what_is_painted_and_spoken(session):
    a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    following_through.mark(session, 3, TODAY, Outcome.PARTLY)
    following_through.set_note(session, TODAY, "rain")
    cells = {cell.day: cell for cell in following_through.month(session, 2026, 11, 0).cells}
    cell = cells[TODAY]
    assert [(mark.slot, mark.outcome, mark.due) for mark in cell.shown] == [
        (1, Outcome.KEPT, True),
        (2, None, True),
        (3, Outcome.PARTLY, False),
    ]
    assert (cell.unsaid, cell.not_recorded, cell.count(Outcome.KEPT, Outcome.PARTLY), cell.has_note) == (
        1,
        1,
        2,
        True,
    )
    later = cells[TODAY + timedelta(days=5)]
    assert [mark.due for mark in later.marks] == [True, False, False, True]
    assert (later.shown, later.not_recorded, later.has_note) == ((), 0, False)
    assert cells[FIRST_DAY - timedelta(days=1)].shown == ()


def test_without_a_plan_days_are_empty_but_may_have_notes(session):
    following_through.set_note(session, TODAY, "rain")
    view = following_through.day(session, TODAY)
    assert (view.actions, view.note, view.is_today) == ((), "rain", True)
    assert all(cell.marks == () for cell in following_through.month(session, 2026, 11, 0).cells)
    assert following_through.not_recorded(session, FIRST_DAY, TODAY) == ()


def test_a_day_says_how_each_thing_was_said(session):
    a_live_plan(session)
    for action_id in (1, 2):
        following_through.mark(session, action_id, TODAY, Outcome.KEPT)
    following_through.mark(session, 3, TODAY, Outcome.PARTLY)
    draft = AcknowledgementDraft(text="Thank you", covers=frozenset({MarkKey(1, TODAY)}))
    acknowledging.deliver(session, draft, Way.CARD, TODAY)
    first, second, third, _ = following_through.day(session, TODAY).actions
    assert (first.said, first.unsaid, first.detail) == (
        Way.CARD,
        False,
        "From sitting down until the plates are cleared.",
    )
    assert (second.said, second.unsaid, second.mention) == (None, True, False)
    assert (third.said, third.unsaid, third.mention) == (None, False, True)


def test_before_its_first_day_an_action_is_shown_but_cannot_be_marked(session):
    a_live_plan(session, first_day=TODAY)
    planning.change_action(session, 1, 1, planning.live_plan(session).actions[1].newest.terms)
    action = following_through.day(session, YESTERDAY).actions[0]
    assert (action.title, action.version, action.can_mark) == ("Text when the train leaves", 2, False)


def test_notes_are_put_changed_and_taken_away(session):
    assert following_through.set_note(session, TODAY, "rain") == ""
    assert following_through.set_note(session, TODAY, "snow") == "rain"
    assert following_through.note(session, TODAY) == "snow"
    assert following_through.set_note(session, TODAY, "") == "snow"
    assert following_through.note(session, TODAY) == ""


def test_a_note_is_kept_to_the_letter_and_half_a_character_does_no_harm(session):
    for text, stored in ((" a\0b\n😀", " a\0b\n😀"), ("x\ud83dy", "x\ufffdy"), (" \n", "")):
        following_through.set_note(session, TODAY, text)
        assert following_through.note(session, TODAY) == stored


def test_the_list_shows_the_same_days_as_the_day_panel(session):
    a_live_plan(session)
    following_through.mark(session, 2, YESTERDAY, Outcome.NOT_KEPT)
    span = following_through.days(session, FIRST_DAY, TOMORROW)
    assert span == tuple(following_through.day(session, view.day) for view in span)
    assert [view.day for view in span][-3:] == [YESTERDAY, TODAY, TOMORROW]


cadences = st.sampled_from(
    [
        Cadence(),
        Cadence(CadenceKind.WEEKDAYS, frozenset({1, 5})),
        Cadence(CadenceKind.MONTHLY, month_day=31),
        Cadence(CadenceKind.WHENEVER),
    ]
)
marks = st.dictionaries(
    st.builds(MarkKey, st.integers(1, 4), st.integers(0, 22).map(lambda n: FIRST_DAY + timedelta(days=n))),
    st.sampled_from(Outcome),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(cadences, min_size=4, max_size=4), marks, st.sampled_from([0, 6]))
def test_month_and_day_agree_on_every_day(chosen, given_marks, first_weekday):
    session = VaultSession(Database.in_memory(), now=Clock())
    a_live_plan(session, *chosen)
    following_through.mark_days(session, [(*key, outcome) for key, outcome in given_marks.items()])
    cells = following_through.month(session, 2026, 11, first_weekday).cells
    views = following_through.days(session, cells[0].day, cells[-1].day)
    for cell, view in zip(cells, views, strict=True):
        shared = [(mark.action_id, mark.outcome, mark.due, mark.unsaid) for mark in cell.marks]
        assert shared == [(each.action_id, each.outcome, each.due, each.unsaid) for each in view.actions]
        for mark in cell.marks:
            assert mark.outcome == given_marks.get(MarkKey(mark.action_id, cell.day))
    session.close()
