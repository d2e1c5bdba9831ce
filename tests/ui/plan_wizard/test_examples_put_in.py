"""An example takes the place of what was asked; every word that stood there can be had again."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY
from tests.ui.plan_wizard.walking import Button, Open, go_to, kept
from trust_desktop.domain.draft import action_rules
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import Consent
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.action_page import ActionPage
from trust_desktop.ui.plan_wizard.wizard import PlanWizard

OWN = "Put your phone on the shelf at dinner"


@pytest.fixture
def asked(open_wizard: Open) -> tuple[PlanWizard, ActionPage]:
    """A request in the person's own words."""
    wizard = open_wizard()
    go_to(wizard, 2)
    page = wizard.actions_asked[0]
    page.editor.request.set_text(OWN)
    return wizard, page


def put_in(wizard: PlanWizard, number: int) -> str:
    wizard.examples.click()
    assert wizard.sheet is not None
    wizard.sheet.rows[number].click()
    assert QApplication.focusWidget() is wizard.page_now.first_control()
    return wizard.actions_asked[0].editor.request.text()


def type_on(page: ActionPage, words: str) -> None:
    QTest.keyClicks(page.editor.request, words)


def test_after_a_second_example_ones_own_words_are_put_back(asked) -> None:
    wizard, page = asked
    assert not page.put_back.isVisible()
    assert put_in(wizard, 0) != put_in(wizard, 1)
    page.put_back.click()
    assert page.editor.request.text() == OWN
    assert not page.put_back.isVisible()


def test_an_example_that_was_changed_is_ones_own(asked) -> None:
    wizard, page = asked
    put_in(wizard, 0)
    type_on(page, " on Sundays")
    changed = page.editor.request.text()
    put_in(wizard, 1)
    page.put_back.click()
    assert page.editor.request.text() == changed
    page.put_back.click()
    assert page.editor.request.text() == OWN
    type_on(page, " too")
    assert not page.put_back.isVisible(), "no example was put in since"
    put_in(wizard, 2)
    page.put_back.click()
    assert page.editor.request.text() == f"{OWN} too"


def test_how_one_will_know_is_ones_own_too_and_of_nothing_nothing_is_put_back(asked) -> None:
    wizard, page = asked
    page.editor.request.set_text("")
    put_in(wizard, 0)
    assert not page.put_back.isVisible()
    page.editor.request.set_text("")
    page.editor.known_by.set_text("I see it on the shelf")
    put_in(wizard, 1)
    page.put_back.click()
    assert page.editor.draft().known_by == "I see it on the shelf"


def test_it_can_be_undone_and_what_became_of_it_comes_again(asked, session, vault: OpenVault) -> None:
    wizard, page = asked
    example = put_in(wizard, 0)
    bar = page._undo_bar
    assert bar is not None
    assert bar.text() == "An example was put in."
    type_on(page, " on Sundays")
    page.editor.why.set_text("I stop wondering")
    bar.button.click()
    assert page.editor.request.text() == OWN
    assert page.editor.why.text() == "I stop wondering"
    assert not page.put_back.isVisible()
    wizard.save_now()
    assert kept(session).actions[0].text == OWN
    vault.undo_stack.redo()
    assert page.editor.request.text() == f"{example} on Sundays"
    page.put_back.click()
    assert bar.text() == "What stood here before was put back."
    assert page.editor.why.text() == "I stop wondering"
    bar.button.click()
    assert page.editor.request.text() == f"{example} on Sundays"


def test_undone_from_another_page_the_words_stand_there_on_the_way_back(asked, vault: OpenVault) -> None:
    wizard, page = asked
    put_in(wizard, 0)
    wizard.button(Button.NextButton).click()
    vault.undo_stack.undo()
    wizard.button(Button.BackButton).click()
    type_on(page, " too")
    assert wizard.draft.actions[0].text == f"{OWN} too"


def test_undone_after_leaving_ones_own_words_are_there(asked, open_wizard: Open, vault: OpenVault) -> None:
    wizard, _ = asked
    put_in(wizard, 0)
    wizard.leave()
    again = open_wizard()
    assert again.draft is not wizard.draft
    vault.undo_stack.undo()
    assert again.draft.actions[0].text == OWN


def test_consent_to_other_words_does_not_answer_for_it(asked, session: VaultSession) -> None:
    wizard, page = asked
    openness, day = page.editor.openness, TODAY + timedelta(days=9)
    openness.about.buttons[0].click()
    openness.consent.buttons[0].click()
    openness.purpose.set_text("So that the bills are clear")
    openness.ends.set_day(day)
    page.editor.first_day.set_day(TODAY + timedelta(days=2))
    put_in(wizard, 0)
    wizard.save_now()
    example = kept(session).actions[0]
    assert (example.about_openness, example.consent, example.purpose, example.ends) == (None, None, "", None)
    assert Rule.OPENNESS_UNANSWERED in action_rules(example, TODAY)
    assert example.first_day == TODAY + timedelta(days=2)
    assert not openness.purpose.isVisible()
    openness.about.buttons[0].click()
    assert openness.answers().consent is None
    page.put_back.click()
    wizard.save_now()
    own = kept(session).actions[0]
    assert (own.about_openness, own.consent, own.ends) == (True, Consent.AGREED, day)
    assert own.purpose == "So that the bills are clear"
