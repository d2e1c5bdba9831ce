"""Walking through the wizard: every word is kept, nothing blocks but the person's own answers."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, Clock, a_plan_draft
from tests.support.stretch import within
from tests.ui.plan_wizard.walking import (
    BOTH_WAYS,
    REVIEW,
    SAYING,
    YOUR_SIDE,
    Button,
    Open,
    go_to,
    kept,
    ready_draft,
)
from trust_desktop.domain.draft import Step
from trust_desktop.domain.plan import Consent
from trust_desktop.services import planning, settings
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.plan_wizard.step_list import StepState

NEWER = {"commitments", "place", "time", "message", "drafted", "kept_words"}


def test_next_keeps_the_draft_and_the_step(open_wizard: Open, session: VaultSession) -> None:
    wizard = open_wizard()
    wizard.before.partner.set_text("Sam")
    go_to(wizard, 2)
    wizard.actions_asked[0].editor.request.set_text("Put your phone in the drawer at dinner")
    go_to(wizard, 3)
    draft = kept(session)
    assert (draft.partner, draft.step) == ("Sam", Step.ACTION_TWO)
    assert draft.actions[0].text == "Put your phone in the drawer at dinner"
    assert draft.actions[0].review_day == TODAY + timedelta(days=28)


def test_taken_up_where_it_was_left_and_back_leads_through_every_step(open_wizard: Open) -> None:
    first = open_wizard()
    go_to(first, 3)
    first.actions_asked[1].editor.request.set_text("Call me at lunch")
    first.leave()
    again = open_wizard()
    assert again.currentId() == 3
    assert again.actions_asked[1].editor.request.text() == "Call me at lunch"
    assert again.steps.rows[3].state is StepState.HERE
    assert [row.state for row in again.steps.rows[:3]] == [
        StepState.DONE,
        StepState.UNWRITTEN,
        StepState.OPEN,
    ]
    for step in (2, 1, 0):
        again.button(Button.BackButton).click()
        assert again.currentId() == step


def test_typing_is_kept_within_two_seconds(open_wizard: Open, session: VaultSession, qtbot: QtBot) -> None:
    wizard = open_wizard()
    go_to(wizard, 1)
    with within(2):
        QTest.keyClicks(wizard.fair_chance.words, "calmer evenings")
        assert kept(session).fair_chance == ""
        qtbot.waitUntil(lambda: kept(session).fair_chance == "calmer evenings")


def test_locking_keeps_the_last_letter(open_wizard: Open, session: VaultSession) -> None:
    wizard = open_wizard()
    go_to(wizard, 1)
    QTest.keyClicks(wizard.fair_chance.words, "x")
    wizard.save_now()
    assert kept(session).fair_chance == "x"


def test_leaving_by_escape_keeps_everything(open_wizard: Open, session: VaultSession, qtbot: QtBot) -> None:
    wizard = open_wizard()
    QTest.keyClicks(wizard.before.partner.edit, "Robin")
    with qtbot.waitSignal(wizard.left):
        QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert kept(session).partner == "Robin"
    assert wizard.isVisible()


def test_nothing_opened_is_nothing_kept_when_only_looked_at(open_wizard: Open, session: VaultSession) -> None:
    wizard = open_wizard()
    wizard.leave()
    assert planning.load_draft(session) is None


def test_next_never_waits_for_an_answer(open_wizard: Open) -> None:
    wizard = open_wizard()
    for step in range(REVIEW):
        assert wizard.currentId() == step
        assert wizard.button(Button.NextButton).isEnabled()
        wizard.button(Button.NextButton).click()
    assert wizard.currentId() == REVIEW


def test_harm_that_goes_on_opens_help_and_locks_nobody_out(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    assert not wizard.before.harm_card.isVisibleTo(wizard.before)
    QTest.keyClick(wizard.before.harm.buttons[1], Qt.Key.Key_Space)
    assert wizard.before.harm_card.isVisibleTo(wizard.before)
    assert wizard.draft.harm_stopped is False
    assert wizard.draft.truth_told is None
    assert wizard.button(Button.NextButton).isEnabled()
    with qtbot.waitSignal(wizard.look_requested):
        wizard.before.safety.click()


def test_what_is_missing_is_named_and_leads_there(open_wizard: Open, session: VaultSession) -> None:
    draft = ready_draft()
    draft.actions[2].text = ""
    draft.actions[3].about_openness = None
    planning.save_draft(session, draft)
    wizard = open_wizard()
    go_to(wizard, REVIEW)
    assert not wizard.button(Button.FinishButton).isEnabled()
    assert wizard.review.missing.isVisibleTo(wizard)
    assert "2" in wizard.review.missing.text()
    assert "Action three" in wizard.review.links[3].accessibleName()
    assert wizard.review.links[3].hasFocus(), "the first that is open"
    wizard.review.links[3].click()
    assert wizard.page_now is wizard.actions_asked[2]
    wizard.actions_asked[2].editor.request.set_text("Walk with me on Sunday")
    go_to(wizard, REVIEW)
    assert "1" in wizard.review.missing.text()


def test_a_tick_stands_only_beside_what_is_written(open_wizard: Open, session: VaultSession) -> None:
    draft = ready_draft()
    draft.actions[2].text = ""
    planning.save_draft(session, draft)
    wizard = open_wizard()
    go_to(wizard, REVIEW)
    states = [row.state for row in wizard.steps.rows]
    assert states == [
        *[StepState.DONE] * 4,
        StepState.OPEN,
        StepState.DONE,
        StepState.UNWRITTEN,
        *[StepState.DONE] * 2,
        StepState.HERE,
    ]
    assert "nothing written" in wizard.steps.rows[6].accessibleName()
    assert "still open" in wizard.steps.rows[4].accessibleName()
    wizard.review.links[1].click()
    assert [row.state for row in wizard.steps.rows[2:]] == [
        StepState.HERE,
        StepState.DONE,
        StepState.TO_COME,
        StepState.DONE,
        *[StepState.TO_COME] * 2,
        StepState.DONE,
        StepState.TO_COME,
    ]


def test_with_nothing_written_the_steps_that_ask_for_nothing_have_no_tick(open_wizard: Open) -> None:
    wizard = open_wizard()
    go_to(wizard, SAYING)
    wizard.saying.message.set_text("")
    wizard.draft.message = wizard.draft.drafted = ""
    go_to(wizard, REVIEW)
    states = [wizard.steps.rows[step].state for step in (1, YOUR_SIDE, BOTH_WAYS, SAYING)]
    assert states == [StepState.UNWRITTEN] * 4


def test_with_nothing_open_the_keyboard_begins_at_going_live(
    open_wizard: Open, session: VaultSession, qtbot: QtBot
) -> None:
    planning.save_draft(session, ready_draft())
    wizard = open_wizard()
    go_to(wizard, REVIEW)
    assert QApplication.focusWidget() is wizard.button(Button.FinishButton)
    with qtbot.waitSignal(wizard.went_live):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_wide_window_made_narrow_keeps_its_buttons(
    qapp: QApplication, open_wizard: Open, session: VaultSession, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    planning.save_draft(session, ready_draft())
    wizard = open_wizard()
    go_to(wizard, REVIEW)
    wizard.resize(theme.px(360), theme.px(320))
    qapp.processEvents()
    finish = wizard.button(Button.FinishButton)
    assert wizard.width() == theme.px(360)
    assert wizard.rect().contains(finish.geometry())


def test_a_complete_plan_goes_live(open_wizard: Open, session: VaultSession, qtbot: QtBot) -> None:
    planning.save_draft(session, ready_draft())
    wizard = open_wizard()
    go_to(wizard, REVIEW)
    assert wizard.button(Button.FinishButton).text() == "Make this my plan"
    with qtbot.waitSignal(wizard.went_live):
        QTest.keyClick(wizard.button(Button.FinishButton), Qt.Key.Key_Space)
    plan = planning.live_plan(session)
    assert plan is not None
    assert [action.newest.terms.text for action in plan.actions] == [
        each.text for each in ready_draft().actions
    ]
    assert planning.load_draft(session) is None
    wizard.save_now()
    assert planning.load_draft(session) is None


def test_a_second_plan_is_refused_in_words(open_wizard: Open, session: VaultSession, qtbot: QtBot) -> None:
    planning.save_draft(session, ready_draft())
    wizard = open_wizard()
    go_to(wizard, REVIEW)
    planning.go_live(session, ready_draft())
    with qtbot.assertNotEmitted(wizard.went_live):
        wizard.accept()
    assert "One at a time" in wizard.review.missing.text()


@pytest.mark.parametrize("consent", [Consent.NOT_ASKED, Consent.WILL_NOT_KNOW])
def test_only_openness_without_consent_holds_a_plan_back(
    open_wizard: Open, session: VaultSession, consent: Consent
) -> None:
    planning.save_draft(session, ready_draft())
    wizard = open_wizard()
    go_to(wizard, 2)
    openness = wizard.actions_asked[0].editor.openness
    openness.about.buttons[0].click()
    openness.purpose.set_text("So that the bills are clear")
    openness.consent.buttons[
        [Consent.AGREED, Consent.NOT_ASKED, Consent.WILL_NOT_KNOW].index(consent)
    ].click()
    assert openness.consent.reason
    go_to(wizard, REVIEW)
    assert not wizard.button(Button.FinishButton).isEnabled()
    wizard.review.links[1].click()
    openness.consent.buttons[0].click()
    assert not openness.consent.reason
    go_to(wizard, REVIEW)
    assert wizard.button(Button.FinishButton).isEnabled()


def test_weeks_begin_where_the_setting_says(open_wizard: Open, session: VaultSession) -> None:
    settings.save(session, settings.load(session).__class__(first_weekday=6))
    wizard = open_wizard()
    go_to(wizard, 3)
    toggles = wizard.actions_asked[0].editor.cadence.days.toggles
    assert toggles[0].day == 6
    assert kept(session).actions[0].cadence.week_start == 6


def test_weeks_begin_where_the_place_says(open_wizard: Open) -> None:
    QLocale.setDefault(QLocale("ar_EG"))
    wizard = open_wizard()
    assert {action.cadence.week_start for action in wizard.draft.actions} == {5}


def test_a_first_day_gone_by_moves_to_today(open_wizard: Open, session: VaultSession, clock: Clock) -> None:
    planning.save_draft(session, a_plan_draft(first_day=TODAY))
    clock.forward(days=9)
    wizard = open_wizard()
    action = wizard.draft.actions[0]
    assert action.first_day == TODAY + timedelta(days=9)
    assert action.review_day == TODAY + timedelta(days=9 + 56)


def test_an_example_is_put_in_and_taken_out_again(open_wizard: Open) -> None:
    wizard = open_wizard()
    go_to(wizard, 2)
    page = wizard.actions_asked[0]
    page.editor.request.set_text("my own words")
    QTest.keyClick(wizard.examples, Qt.Key.Key_Space)
    assert wizard.sheet is not None
    assert wizard.sheet.rows[0].hasFocus()
    QTest.keyClick(wizard.sheet.rows[0], Qt.Key.Key_Down)
    assert wizard.sheet.rows[1].hasFocus()
    QTest.keyClick(wizard.sheet.rows[1], Qt.Key.Key_Space)
    assert wizard.sheet is None
    assert page.editor.draft().text.startswith("Call me")
    assert wizard.draft.actions[0].cadence.times == 3
    assert page.editor.parts.asked is None
    page.put_back.click()
    assert page.editor.draft().text == "my own words"


def test_escape_closes_the_examples_first(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    go_to(wizard, 2)
    wizard.examples.click()
    assert wizard.sheet is not None
    with qtbot.assertNotEmitted(wizard.left):
        QTest.keyClick(wizard.sheet.rows[0], Qt.Key.Key_Escape)
    assert wizard.sheet is None
    assert wizard.examples.hasFocus()


def test_whether_the_two_fought_is_asked_and_holds_nothing_up(
    open_wizard: Open, session: VaultSession
) -> None:
    planning.save_draft(session, ready_draft())
    wizard = open_wizard()
    go_to(wizard, 2)
    fought = wizard.actions_asked[0].editor.fought
    assert fought.isVisible()
    assert not fought.reason
    QTest.keyClick(fought.buttons[0], Qt.Key.Key_Space)
    assert "a calmer one" in fought.reason
    wizard.save_now()
    assert kept(session).actions[0].fought is True
    go_to(wizard, REVIEW)
    assert wizard.button(Button.FinishButton).isEnabled()
    wizard.review.links[1].click()
    assert fought.fought() is True
    assert fought.reason
    QTest.keyClick(fought.buttons[1], Qt.Key.Key_Space)
    assert not fought.reason
    wizard.examples.click()
    assert wizard.sheet is not None
    wizard.sheet.rows[0].click()
    assert fought.fought() is None, "other words, another question"
    wizard.actions_asked[0].put_back.click()
    assert fought.fought() is False


@pytest.mark.parametrize(("number", "step"), [(1, 1), (5, 5), (6, 7), (7, 9), (99, 9)])
def test_a_draft_of_eight_pages_finds_its_page_among_ten(
    open_wizard: Open, session: VaultSession, number: int, step: int
) -> None:
    planning.save_draft(session, ready_draft())
    with session.write(Change.DRAFTS) as transaction:
        table = transaction.connection.exec_driver_sql
        (body,) = table("SELECT body FROM plan_drafts").one()
        older = {name: value for name, value in json.loads(body).items() if name not in NEWER}
        table("UPDATE plan_drafts SET body = ?", (json.dumps(older | {"step": number}),))
    wizard = open_wizard()
    assert wizard.currentId() == step
    assert [action.text for action in wizard.draft.actions] == [each.text for each in ready_draft().actions]
    for page in reversed(range(step)):
        wizard.button(Button.BackButton).click()
        assert wizard.currentId() == page
