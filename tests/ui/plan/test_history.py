"""Every plan is read for ever in the words of its days; words of one's own can be deleted."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import TODAY, Clock, a_plan_draft, an_action_draft
from tests.ui.plan.pages import live, press, words_of
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.talk import Answer
from trust_desktop.services import plan_living, planning, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage

LATER = TODAY + timedelta(days=28)


def test_every_plan_is_read_in_the_words_of_its_days(
    page: PlanPage, session: VaultSession, clock: Clock
) -> None:
    plan = live(session)
    talking.record_answer(session, plan.actions[0].id, Answer.WITH_CHANGE, day=TODAY, words="At seven.")
    planning.change_action(
        session, plan.id, 1, an_action_draft("Phone in the drawer", first_day=TODAY).terms()
    )
    plan_living.keep(session, plan.id, 2, LATER)
    plan_living.finish(session, plan.id, 3)
    plan_living.put_in_place(session, plan.id, 4, an_action_draft("Call at six", first_day=TODAY).terms())
    plan_living.put_in_place(
        session, plan.id, 1, an_action_draft("I breathe first", first_day=TODAY).terms(), mine=True
    )
    clock.forward(days=5)
    plan_living.rest(session, plan.id, "A week away.")
    clock.forward(days=7)
    plan_living.take_up(session, plan.id, session.today)
    clock.forward(days=2)
    plan_living.end(session, plan.id, "It was enough.")
    second = planning.go_live(session, a_plan_draft(first_day=session.today, partner="Kim"))
    planning.record_said(session, second.id, session.today, Way.NOTE)
    page.read_again()
    press(page.page.history)
    assert page.history.back.hasFocus()
    newest, first = page.history.stories
    assert newest.fold.isChecked()
    assert not first.fold.isChecked()
    press(newest.fold)
    press(first.fold)
    shown = words_of(page)
    for words in (
        "Monday, 2 November 2026 to Monday, 7 December 2026",
        "You said it aloud on Monday, 2 November 2026.",
        "“Phone on the table at dinner\nFrom sitting down until the plates are cleared.”",
        "From Monday, 2 November 2026 to Monday, 23 November 2026",
        "“Phone in the drawer”",
        "From Tuesday, 24 November 2026 to Monday, 7 December 2026",
        "Your partner said yes with a change on Tuesday, 24 November 2026.",
        "“At seven.”",
        "Looked at again on Tuesday, 24 November 2026 and kept as it was.",
        "Finished from Tuesday, 24 November 2026 on.",
        "From Tuesday, 24 November 2026 on something else stood in its place.",
        "“Call at six”",
        "Your side",
        "“I breathe first”",
        "From Sunday, 29 November 2026 to Saturday, 5 December 2026",
        "“A week away.”",
        "From Tuesday, 8 December 2026 on nothing of it was due any more.",
        "“It was enough.”",
    ):
        assert words in shown, words


def test_own_words_are_deleted_from_an_ended_plan_and_brought_back(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    plan_living.end(session, live(session).id, "It was enough.")
    before = plan_living.every_plan(session)
    press(page.page.history)
    story = page.history.stories[0]
    assert "“It was enough.”" in words_of(page)
    buttons = [each for each in story.findChildren(QWidget) if "Delete" in each.accessibleName()]
    assert (
        len(buttons) == 11
    )  # the name, what would feel safer, four actions and reasons, the words at the end
    assert len({each.accessibleName() for each in buttons}) == 11
    press(buttons[-1])
    assert "“It was enough.”" not in words_of(page)
    assert plan_living.every_plan(session)[0].ended.words == ""
    assert page.history.isAncestorOf(QApplication.focusWidget())
    vault.undo_stack.undo()
    assert plan_living.every_plan(session) == before
    QTest.keyClick(page.history, Qt.Key.Key_Escape)
    assert page.page.isVisible()


def test_words_that_never_stood_are_told_apart_from_those_that_did(
    page: PlanPage, session: VaultSession
) -> None:
    plan = live(session)
    for text in ("One", "Two"):
        planning.change_action(session, plan.id, 1, an_action_draft(text, first_day=TODAY).terms())
    press(page.page.history)
    assert "Written for Tuesday, 24 November 2026, and changed before it began" in words_of(page)
    assert "From Tuesday, 24 November 2026 on" in words_of(page)
    assert "Since Monday, 2 November 2026" in words_of(page)


def test_a_plan_that_was_never_said_is_read_as_well(page: PlanPage, session: VaultSession) -> None:
    plan_living.end(session, live(session).id)
    second = planning.go_live(session, a_plan_draft(first_day=TODAY))
    plan_living.end(session, second.id)
    press(page.page.history)
    assert "It was not said." in words_of(page)
