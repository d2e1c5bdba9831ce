"""A day and a row are spoken in whole sentences; the same facts stand in one short line."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY
from tests.ui.calendar.conftest import action_on
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.following_through import CellMark, DayCell
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import translations
from trust_desktop.ui.calendar import spoken


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Plural forms come with the English catalogue."""
    translations.install(qapp, "en_GB")


def a_cell(
    *recorded: Outcome | None, unsaid: int = 0, today: bool = True, note: bool = False, due: bool = True
) -> DayCell:
    marks = tuple(
        CellMark(slot, slot, outcome, due=due, shown=due or outcome is not None, unsaid=slot <= unsaid)
        for slot, outcome in enumerate(recorded, start=1)
    )
    return DayCell(TODAY, in_month=True, is_today=today, marks=marks, has_note=note)


def test_a_day_is_spoken_as_the_design_has_it() -> None:
    cell = a_cell(Outcome.KEPT, Outcome.KEPT, Outcome.PARTLY, None, unsaid=1)
    said = "Tuesday 24 November, today. 2 of 4 kept, 1 partly, 1 not recorded, 1 unsaid."
    assert spoken.cell(cell) == said


def test_another_day_is_not_called_today() -> None:
    assert spoken.cell(a_cell(Outcome.KEPT, today=False)) == "Tuesday 24 November. 1 of 1 kept."


def test_every_outcome_has_its_words() -> None:
    words = spoken.cell(a_cell(*Outcome))
    for part in ("2 of 5 kept", "1 of them late but told me", "1 partly", "1 not kept", "1 could not"):
        assert part in words


def test_what_was_told_first_is_kept_in_every_count() -> None:
    told = a_cell(Outcome.KEPT_LATE_TOLD, None, today=False)
    assert (
        spoken.cell(told) == "Tuesday 24 November. 1 of 2 kept, 1 of them late but told me, 1 not recorded."
    )
    assert spoken.summary(told) == "1 kept · 1 of them late but told me · 1 not recorded"


def test_ones_own_side_is_spoken_last_and_counted_apart() -> None:
    own = a_cell(Outcome.KEPT, None).marks
    day = replace(a_cell(Outcome.KEPT, Outcome.KEPT, unsaid=1), own=own)
    said = "Tuesday 24 November, today. 2 of 2 kept, 1 unsaid. Your side: 1 of 2 kept, 1 not recorded."
    assert spoken.cell(day) == said
    assert spoken.summary(day) == "2 kept · 1 not said · your side: 1 kept, 1 not recorded"
    pending = replace(day, own=own[1:])
    assert spoken.summary(pending) == "2 kept · 1 not said · your side: 1 not recorded"
    alone = replace(a_cell(None, due=False, today=False), own=own[:1])
    assert spoken.cell(alone) == "Tuesday 24 November. Your side: 1 of 1 kept."


def test_a_day_without_anything_is_its_name() -> None:
    assert spoken.cell(a_cell(None, due=False, today=False)) == "Tuesday 24 November."


def test_a_note_is_mentioned_not_read() -> None:
    assert spoken.cell(a_cell(note=True)) == "Tuesday 24 November, today. With a note."
    kept = "Tuesday 24 November, today. 1 of 1 kept. With a note."
    assert spoken.cell(a_cell(Outcome.KEPT, note=True)) == kept


def test_the_short_line_is_that_of_the_picture() -> None:
    cell = a_cell(Outcome.KEPT, Outcome.KEPT, None, unsaid=1)
    assert spoken.summary_day(cell) == "Tuesday 24, today"
    assert spoken.summary(cell) == "2 kept · 1 not recorded · 1 not said"


def test_a_quiet_day_has_an_empty_line() -> None:
    assert spoken.summary(a_cell()) == ""


def test_the_order_of_the_date_is_the_locales() -> None:
    QLocale.setDefault(QLocale("ja_JP"))
    assert spoken.cell(a_cell()).startswith("11月24日火曜日")


def test_a_row_not_recorded(session: VaultSession, plan: Plan) -> None:
    assert spoken.action(action_on(session, TODAY, 3)) == "Walk after dinner. Not recorded yet."


def test_a_row_kept_and_not_said(session: VaultSession, plan: Plan) -> None:
    following_through.mark(session, plan.actions[2].id, TODAY, Outcome.KEPT)
    assert spoken.action(action_on(session, TODAY, 3)) == "Walk after dinner. Kept, not said yet."


def test_a_row_of_the_list_names_its_day_and_its_note(session: VaultSession, plan: Plan) -> None:
    name = spoken.day_name(TODAY, today=True)
    words = spoken.list_row(action_on(session, TODAY, 3), name, note=True)
    assert words == "Tuesday 24 November, today. Walk after dinner. Not recorded yet, a note."
    assert spoken.list_row(None, name, note=False) == "Tuesday 24 November, today. Nothing was due."


def test_a_day_to_come_and_a_day_off(session: VaultSession, plan: Plan) -> None:
    assert spoken.nothing_recorded(action_on(session, date(2026, 11, 25), 1)) == "Still to come"
    assert spoken.nothing_recorded(action_on(session, TODAY, 4)) == "Not due this day"


@pytest.mark.parametrize("way", list(Way))
def test_every_way_of_saying_has_words(way: Way) -> None:
    assert spoken.said_words(way).startswith("said ")
