"""Three weeks and months, as drawings and as tables, and the doors to the rest."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, NOW, TODAY, Clock, a_live_plan
from tests.ui.looking_back.conftest import NEW_PLAN, OLD_PLAN, Show
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import draft_of
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.domain.progress import Tally
from trust_desktop.services import acknowledging, checking_in, following_through, looking_back, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.looking_back import count_words
from trust_desktop.ui.looking_back.months_card import MonthsCard
from trust_desktop.ui.looking_back.toolbar import Span
from trust_desktop.ui.nav_rail import Place


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


@pytest.fixture
def seen(session: VaultSession, plan: Plan) -> Plan:
    """The counts were asked to be shown this week."""
    looking_back.guess(session, {plan.actions[0].id: None})
    return plan


# --- counts in words


@pytest.mark.parametrize(
    ("tally", "whenever", "counted", "besides"),
    [
        (
            Tally(done=16, of=20, partly=3, not_kept=1, not_recorded=1),
            False,
            "16 of 20",
            "3 partly · 1 not kept · 1 not recorded",
        ),
        (Tally(done=2, of=3, late=1, could_not=1), False, "2 of 3", "1 late · 1 could not"),
        (Tally(free=3), True, "3 times", ""),
        (
            Tally(done=4, of=4, weeks=2, free=1, so_far=2),
            False,
            "4 of 4",
            "1 at other times · 2 so far this week",
        ),
        (Tally(silent_weeks=2), False, "Not recorded", "2 weeks not recorded"),
        (Tally(not_recorded=2), False, "Not recorded", "2 not recorded"),
        (Tally(), False, "Nothing due", ""),
    ],
)
def test_a_count_in_words(tally: Tally, whenever: bool, counted: str, besides: str) -> None:
    assert plain(count_words.counted(tally, whenever=whenever)) == counted
    assert plain(count_words.besides(tally, whenever=whenever)) == besides


def plain(words: str) -> str:
    """With or without the language's own plurals."""
    return words.replace("(s)", "s")


def test_what_belongs_together_stays_in_one_line() -> None:
    assert count_words.together("1 late · 1 not kept") == "1\xa0late\xa0· 1\xa0not\xa0kept"


# --- three weeks


def test_a_row_speaks_its_counts_and_each_of_its_days(show: Show, seen: Plan) -> None:
    row = show().counts.strips.rows[0]
    assert row.accessibleName() == (
        "Phone on the table at dinner: 17 of 19. 1 late, 1 not kept, 1 could not, 2 not recorded."
    )
    assert "Tuesday 24 November: Kept late, but told me" in row.accessibleDescription()
    assert "Wednesday 4 November: Not recorded" in row.accessibleDescription()


def test_it_is_read_again_when_a_day_changes(show: Show, seen: Plan, session: VaultSession) -> None:
    page = show()
    following_through.mark(session, seen.actions[0].id, TODAY - timedelta(days=20), Outcome.KEPT)
    assert "18 of 20" in page.counts.strips.rows[0].accessibleName()
    page.hide()
    following_through.mark(session, seen.actions[0].id, TODAY - timedelta(days=19), Outcome.KEPT)
    page.show()
    assert "19 of 21" in page.counts.strips.rows[0].accessibleName()


def test_the_persons_own_side_stands_apart(show: Show, session: VaultSession) -> None:
    plan = with_own_side(session)
    following_through.mark(session, plan.commitments[0].id, TODAY, Outcome.KEPT)
    strips = show().counts.strips
    assert "Your own side" in texts(strips)
    assert strips.rows[-1].accessibleName().startswith("I put my own phone away: 1 of 1")


def with_own_side(session: VaultSession) -> Plan:
    from tests.builders import a_plan_draft, an_action_draft

    draft = a_plan_draft()
    draft.commitments = [an_action_draft("I put my own phone away")]
    now, session.now = session.now, lambda: NOW - timedelta(days=22)
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, session.today, Way.ALOUD)
    session.now = now
    return plan


def test_days_after_the_guess_its_day_is_named(
    show: Show, plan: Plan, session: VaultSession, clock: Clock
) -> None:
    looking_back.guess(session, {plan.actions[0].id: 3})
    clock.forward(days=2)
    assert show().counts.strips.statement() == (
        "On Tuesday 24 November you guessed 3 for “Phone on the table at dinner”. You had recorded 17."
    )


def test_before_there_is_a_plan_it_says_what_goes_here(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert "Three weeks of days will stand here" in texts(page.counts.strips)
    with qtbot.waitSignal(page.door_opened) as opened:
        press(qtbot, page.counts.strips.findChild(QPushButton))
    assert opened.args == [Place.PLAN]
    assert "No check-ins in these months" in texts(page.chart)


# --- by month


def by_month(show: Show) -> MonthsCard:
    page = show()
    page.toolbar.span.set_value(Span.MONTHS)
    return page.counts.months


def test_months_count_under_the_words_of_their_time(show: Show, seen: Plan, session: VaultSession) -> None:
    edited = draft_of(seen.actions[0].newest.terms)
    edited.text = "Phones in the hall"
    planning.change_action(session, seen.id, 1, edited.terms())
    names = [row.accessibleName() for row in by_month(show).rows]
    assert (
        names[0]
        == "Phone on the table at dinner. November 2026: 17 of 19. 1 late, 1 not kept, 1 could not, 4 not recorded"
    )


def test_months_are_turned_as_many_as_have_room(
    show: Show, seen: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    months = by_month(show)
    assert (months.span.text(), months.later.isEnabled()) == ("June 2026 to November 2026", False)
    assert not months.earlier.isEnabled(), "there was no plan before June"
    page = months.window()
    page.resize(500, 800)
    qtbot.waitUntil(lambda: months.span.text() != "June 2026 to November 2026")
    assert months.earlier.isEnabled()
    press(qtbot, months.earlier)
    assert months.later.isEnabled()
    qtbot.waitUntil(lambda: "Nothing was recorded in these months." in texts(months))
    press(qtbot, months.later)
    assert not months.later.isEnabled()


@pytest.mark.usefixtures("two_plans")
def test_every_plan_has_its_months_under_its_own_day(show: Show, qtbot: QtBot) -> None:
    months = by_month(show)
    qtbot.waitUntil(lambda: NEW_PLAN in texts(months))
    assert OLD_PLAN in texts(months)


@pytest.mark.usefixtures("two_plans")
def test_two_plans_within_three_weeks_each_stand_under_their_own_day(show: Show, qtbot: QtBot) -> None:
    page = show()
    strips = texts(page.counts.strips)
    assert strips.index(NEW_PLAN) < strips.index(OLD_PLAN)
    press(qtbot, page.toolbar.table)
    names = [table.words.words.name for table in page.counts.tables.tables]
    assert names == [NEW_PLAN, f"{NEW_PLAN}, day by day", OLD_PLAN, f"{OLD_PLAN}, day by day"]
    assert [len(table.words.words.rows) for table in page.counts.tables.tables] == [4, 1, 3, 20]
    qtbot.waitUntil(lambda: [words for words in texts(page.counts.tables) if words in names] == names)


def test_one_plan_needs_no_heading(show: Show, seen: Plan) -> None:
    assert "The plan said" not in " ".join(texts(show().counts.strips))


# --- tables


def test_the_same_stands_in_tables_that_are_read_cell_by_cell(show: Show, seen: Plan, qtbot: QtBot) -> None:
    page = show()
    press(qtbot, page.toolbar.table)
    counts, days = page.counts.tables.tables
    assert not page.counts.strips.isVisible()
    assert counts.words.words.rows[0][:2] == ("Phone on the table at dinner", "17 of 19")
    cell = counts.words.index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Kept: 17 of 19"
    assert days.words.words.rows[0][:3] == ("Tuesday 24 November", "Kept late, but told me", "Partly")
    assert days.words.index(1, 3).data(Qt.ItemDataRole.AccessibleTextRole) == ""
    assert page.toolbar.table.text() == "Show as a drawing"
    press(qtbot, page.toolbar.table)
    assert page.counts.strips.isVisible()


def test_arrows_go_through_a_table_and_tab_leaves_it(show: Show, seen: Plan, qtbot: QtBot) -> None:
    page = show()
    press(qtbot, page.toolbar.table)
    table = page.counts.tables.tables[0]
    table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(table, key)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_months_and_check_ins_have_their_tables_too(
    show: Show, seen: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    checking_in.keep(session, Noted(6, None, 8, "Calm."))
    page = show()
    press(qtbot, page.toolbar.table)
    page.toolbar.span.set_value(Span.MONTHS)
    (months,) = page.counts.tables.tables
    assert months.words.words.rows[0][:3] == ("Phone on the table at dinner", "November 2026", "17 of 19")
    (check_ins,) = page.check_ins.tables
    assert check_ins.words.words.rows == (
        ("Tuesday, 24 November 2026", "6 of 10", "left out", "8 of 10", "Calm."),
    )


def test_with_nothing_recorded_a_table_says_so(show: Show, qtbot: QtBot) -> None:
    page = show()
    page.toolbar.span.set_value(Span.MONTHS)
    press(qtbot, page.toolbar.table)
    qtbot.waitUntil(lambda: "Nothing was recorded here." in texts(page.counts.tables))


def test_the_models_keep_qts_rules(show: Show, seen: Plan, qtbot: QtBot, qtmodeltester) -> None:
    page = show()
    press(qtbot, page.toolbar.table)
    for table in page.counts.tables.tables:
        qtmodeltester.check(table.words)


# --- doors


def test_a_door_stands_only_where_there_is_a_page(show: Show, seen: Plan) -> None:
    assert set(show().doors.places) == {Place.CALENDAR, Place.PAUSE, Place.STORY}


@pytest.mark.parametrize("place", [Place.CALENDAR, Place.PAUSE, Place.STORY])
def test_a_door_leads_to_its_page(show: Show, seen: Plan, qtbot: QtBot, place: Place) -> None:
    page = show()
    with qtbot.waitSignal(page.door_opened) as opened:
        press(qtbot, page.doors.places[place])
    assert opened.args == [place]


def test_the_check_in_is_one_press_away(show: Show, seen: Plan, qtbot: QtBot) -> None:
    page = show()
    with qtbot.waitSignal(page.door_opened) as opened:
        press(qtbot, page.chart.button)
    assert opened.args == [Place.CHECK_IN]


def test_how_soon_things_were_said(show: Show, seen: Plan, session: VaultSession, qtbot: QtBot) -> None:
    page = show()
    assert page.doors.soon.accessibleName() == "How soon you said it, Nothing said about these days yet"
    phone = seen.actions[0].id
    days = (TODAY, TODAY - timedelta(days=5), TODAY - timedelta(days=10))
    covers = frozenset(MarkKey(phone, day) for day in days)
    acknowledging.deliver(session, AcknowledgementDraft(text="Thank you", covers=covers), Way.ALOUD, TODAY)
    assert page.doors.soon.accessibleName() == "How soon you said it, Within a day: 1 of 3"
    press(qtbot, page.doors.soon)
    assert page.soon.table.words.words.rows == (
        ("The last 21 days", "1", "1", "1"),
        ("November 2026", "1", "1", "1"),
    )
    assert page.soon.close_button.hasFocus()
    press(qtbot, page.soon.close_button)
    assert page.doors.soon.hasFocus()
    assert not page.soon.isVisible()


def test_n_times_a_week_and_whenever_it_comes_up(show: Show, session: VaultSession) -> None:
    plan = a_live_plan(session, Cadence(CadenceKind.WHENEVER), Cadence(CadenceKind.TIMES_A_WEEK, times=2))
    whenever, times = plan.actions[:2]
    days = [FIRST_DAY + timedelta(days=number) for number in (7, 8, 9, 14, 22)]
    following_through.mark_days(
        session, [(action.id, day, Outcome.KEPT) for action in (whenever, times) for day in days]
    )
    looking_back.guess(session, {whenever.id: None})
    first, second = show().counts.strips.rows[:2]
    assert plain(first.accessibleName()) == "Phone on the table at dinner: 5 times."
    assert (
        second.accessibleName() == "Text when the train leaves: 3 of 4. 1 at other times, 1 so far this week."
    )


def test_the_day_changes_while_the_page_is_away(show: Show, seen: Plan, clock: Clock) -> None:
    page = show()
    page.hide()
    clock.forward(days=1)
    page.show()
    assert page.counts.strips.view.end == date(2026, 11, 25)
