"""The first page: one sentence says how the day stands, and what else there is; one step before there is a plan."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY, Clock
from tests.ui.today.rows import row, texts
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Consent, Plan
from trust_desktop.services import acknowledging, following_through, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


def fill_past(session: VaultSession, plan: Plan) -> None:
    for action in plan.actions:
        days = plan.due_between(action, builders.FIRST_DAY, TODAY - timedelta(days=1))
        following_through.mark_days(session, [(action.id, day, Outcome.NOT_KEPT) for day in days])


def test_without_a_plan_there_is_one_next_step(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.title.text().startswith("Tuesday")
    assert page.step.button.text() == "Start a plan"
    assert not page.due.isVisible()
    with qtbot.waitSignal(page.go_to_plan_requested):
        qtbot.mouseClick(page.step.button, Qt.MouseButton.LeftButton)


def test_a_plan_begun_is_gone_on_with(show: Show, session: VaultSession) -> None:
    planning.save_draft(session, builders.a_plan_draft())
    assert show().step.button.text() == "Go on with the plan"


def test_before_the_plan_is_said_there_is_only_saying_it(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    plan = builders.a_live_plan(session, said=False)
    page = show()
    assert page.step.button.text() == "Say it"
    assert any("Sam" in text for text in texts(page.step))
    assert not page.due.isVisible()
    assert not page.waiting.isVisible()
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    assert page.due.isVisible()
    assert not page.step.isVisible()


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ({1: Outcome.KEPT, 2: Outcome.KEPT_LATE_TOLD}, "Two things are kept. Nothing else is due today."),
        ({1: Outcome.NOT_KEPT, 2: Outcome.KEPT}, "Today is written down."),
        ({1: Outcome.COULD_NOT}, "One thing is open today, and there is time."),
    ],
)
def test_lead_says_how_the_day_stands(
    show: Show, session: VaultSession, marks: dict[int, Outcome], words: str
) -> None:
    plan = builders.a_live_plan(session)
    for slot, outcome in marks.items():
        following_through.mark(session, plan.actions[slot - 1].id, TODAY, outcome)
    assert show().lead.text() == words


def test_a_day_without_anything_due_says_so(show: Show, session: VaultSession, clock: Clock) -> None:
    sundays = Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({6}))
    builders.a_live_plan(session, sundays, sundays, sundays, sundays)
    page = show()
    assert page.lead.text() == "Nothing is due today."
    assert page.due.heading.text() == "Today"


def test_last_day_not_filled_in_is_a_door_to_it(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    assert page.due.past.text() == "Fill in Monday 23"
    with qtbot.waitSignal(page.open_day_requested) as asked:
        qtbot.mouseClick(page.due.past, Qt.MouseButton.LeftButton)
    assert asked.args == [TODAY - timedelta(days=1)]
    fill_past(session, plan)
    assert not page.due.past.isVisible()


def test_words_left_open_show_how_they_begin(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    builders.a_live_plan(session)
    page = show()
    assert not page.left_open.isVisible()
    acknowledging.save_draft(
        session, AcknowledgementDraft(None, "On Sunday you called at six, " + "as agreed, " * 9)
    )
    assert page.left_open.isVisible()
    assert page.left_open.words.text().startswith("“On Sunday you called")
    assert page.left_open.words.text().endswith(" …”")
    with qtbot.waitSignal(page.say_it_requested) as asked:
        qtbot.mouseClick(page.left_open.button, Qt.MouseButton.LeftButton)
    assert asked.args == [frozenset()]


def test_what_is_not_said_stands_beside_with_its_age(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    assert page.waiting.empty.isVisible()
    first, second = MarkKey(plan.actions[0].id, TODAY - timedelta(days=1)), MarkKey(plan.actions[1].id, TODAY)
    following_through.mark(session, *first, Outcome.KEPT)
    following_through.mark(session, *second, Outcome.KEPT)
    following_through.mark(session, plan.actions[2].id, TODAY, Outcome.PARTLY)
    assert page.waiting.count.text() == "2", "what could be mentioned is never counted"
    QApplication.processEvents()  # rows put into a layout are shown by the next turn of the loop
    rows = [each.accessibleName() for each in page.waiting.findChildren(ListRow) if each.isVisible()]
    assert len(rows) == 3
    assert any("yesterday" in name for name in rows)
    assert page.waiting.say.text() == "Say it to Sam"
    with qtbot.waitSignal(page.say_it_requested) as asked:
        qtbot.mouseClick(page.waiting.say, Qt.MouseButton.LeftButton)
    assert asked.args == [frozenset({second})], "the newest first"
    acknowledging.save_draft(session, AcknowledgementDraft(None, "begun"))
    with qtbot.waitSignal(page.say_it_requested) as asked:
        qtbot.mouseClick(page.waiting.say, Qt.MouseButton.LeftButton)
    assert asked.args == [frozenset()], "words begun go on"


def test_no_figure_above_nine(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session)
    for days in range(12):
        following_through.mark(session, plan.actions[0].id, TODAY - timedelta(days=days), Outcome.KEPT)
    page = show()
    assert page.waiting.count.text() == "9"
    assert "The rest stands on Say it." in texts(page.waiting)


def test_after_its_review_day_an_action_goes_on_with_one_quiet_line(
    show: Show, session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    builders.a_live_plan(session)
    assert not [text for text in texts(show().reminders) if "looking at them again" in text]
    clock.forward(days=60)
    page = show()
    assert texts(page.reminders)[0] == (
        "4 of your actions have come to the day for looking at them again. Until you do, they go on."
    ), "one line for all of them"
    assert page.due.isVisible()
    with qtbot.waitSignal(page.go_to_requested) as asked:
        qtbot.mouseClick(page.reminders.doors[0], Qt.MouseButton.LeftButton)
    assert asked.args == [Place.PLAN]


def test_openness_that_has_ended_says_so_and_is_not_asked_for(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    draft = builders.a_plan_draft()
    opened = draft.actions[0]
    opened.about_openness, opened.consent, opened.purpose = True, Consent.AGREED, "Calm evenings"
    opened.first_day, opened.ends = TODAY, TODAY + timedelta(days=10)
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    page = show()
    assert page.due.row(plan.actions[0].id) is not None
    clock.forward(days=11)
    page.check_day()
    assert page.due.row(plan.actions[0].id) is None
    assert texts(page.reminders)[0].endswith("and it has ended.")


def test_page_follows_the_day(show: Show, session: VaultSession, clock: Clock) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    row(page, plan, 1).bar.buttons[0].click()
    clock.forward(hours=10)  # four in the morning
    page.check_day()
    assert page.title.text().startswith("Wednesday")
    assert row(page, plan, 1).action.outcome is None


def test_hidden_page_catches_up_when_it_is_shown(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    page.hide()
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    assert row(page, plan, 1).action.outcome is None
    page.show()
    assert row(page, plan, 1).action.outcome is Outcome.KEPT


def test_tab_goes_down_the_page(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    order = [
        row(page, plan, 1),
        row(page, plan, 1).bar.buttons[0],
        row(page, plan, 2),
        page.due.nearly,
        page.due.past,
    ]
    chain: list[QWidget] = [page]
    while (following := chain[-1].nextInFocusChain()) is not page:
        chain.append(following)
    places = [chain.index(widget) for widget in order]
    assert places == sorted(places)


def test_narrow_page_puts_the_second_column_under_the_first(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    builders.a_live_plan(session)
    page = show()
    corner = QPoint(0, 0)
    assert page.waiting.mapTo(page, corner).x() > page.due.mapTo(page, corner).x() + page.due.width()
    page.resize(600, 900)
    qtbot.waitUntil(
        lambda: page.waiting.mapTo(page, corner).y() > page.due.mapTo(page, corner).y() + page.due.height()
    )
