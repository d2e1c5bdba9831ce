"""One small step at a time: chosen, done or put away, and nothing of it is counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from tests.support.full_disk import full_disk
from tests.support.reading import cut_off, unnamed
from tests.ui.openings.conftest import Show
from trust_desktop import resources
from trust_desktop.dev import translations
from trust_desktop.services import opening_up, writing
from trust_desktop.services.opening_up import Openings
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.openings import choose_card, step_card
from trust_desktop.ui.openings.openings_page import OpeningsPage

STEPS = resources.content("openings")["steps"]


def now(session: VaultSession) -> Openings:
    return opening_up.view(session, STEPS)


def words(page: OpeningsPage) -> list[str]:
    QApplication.processEvents()  # a layout shows what is new in it a moment later
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def doors(page: OpeningsPage) -> list[QPushButton]:
    QApplication.processEvents()
    return [each for each in page.earlier.findChildren(QPushButton) if each.isVisible()]


def test_a_suggested_step_is_taken_and_done_with_a_private_line(
    show: Show, session: VaultSession, vault: OpenVault
) -> None:
    page = show()
    page.choose.another.click()
    page.choose.take.click()
    assert now(session).open.text == STEPS[1]
    assert page.open.step.text() == f"“{STEPS[1]}”"
    assert page.choose.isHidden()

    QTest.keyClicks(page.open.line, "Shaky, then fine.")
    page.save_now()
    assert writing.load(session, step_card.DRAFT) == "Shaky, then fine."
    assert show().open.line.text() == "Shaky, then fine."
    page.open.did.click()
    (done,) = now(session).earlier
    assert (done.done_day, done.words) == (TODAY, "Shaky, then fine.")
    assert writing.load(session, step_card.DRAFT) == ""
    assert "Done, Tue 24" in words(page)

    vault.undo_stack.undo()
    assert page.open.line.text() == "Shaky, then fine."
    vault.undo_stack.undo()
    assert now(session).open is None
    vault.undo_stack.redo()
    vault.undo_stack.redo()
    assert now(session).earlier[0].words == "Shaky, then fine."


def test_a_step_in_own_words(show: Show, session: VaultSession, vault: OpenVault, qapp: QApplication) -> None:
    page = show()
    assert not page.choose.take_own.isEnabled()
    QTest.keyClicks(page.choose.own, "Hum in the kitchen")
    page.save_now()
    assert writing.load(session, choose_card.DRAFT) == "Hum in the kitchen"
    page.choose.take_own.click()
    assert now(session).open.text == "Hum in the kitchen"
    assert qapp.focusWidget() is page.open.line
    assert writing.load(session, choose_card.DRAFT) == ""
    vault.undo_stack.undo()
    assert page.choose.own.text() == "Hum in the kitchen"
    vault.undo_stack.redo()
    assert now(session).open.text == "Hum in the kitchen"


def test_what_is_put_away_does_not_come_back_unless_it_is_undone(
    show: Show, session: VaultSession, vault: OpenVault
) -> None:
    page = show()
    page.choose.away.click()
    assert now(session).suggestions == tuple(STEPS[1:])
    assert page.choose.suggestion.text() == f"“{STEPS[1]}”"
    page.choose.take.click()
    page.open.away.click()
    assert now(session).suggestions == tuple(STEPS[2:])
    assert page.earlier.isHidden()
    for _ in range(3):
        vault.undo_stack.undo()
    assert now(session).suggestions == tuple(STEPS)
    for _ in range(3):
        vault.undo_stack.redo()
    assert now(session).suggestions == tuple(STEPS[2:])


def test_when_none_is_left_there_are_ones_own_words(show: Show, session: VaultSession) -> None:
    for step in STEPS:
        opening_up.decline(session, step)
    page = show()
    assert not page.choose.take.isVisible()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert QApplication.focusWidget() is page.choose.own


def test_every_word_of_ones_own_can_be_taken_out(show: Show, session: VaultSession, vault: OpenVault) -> None:
    step = opening_up.choose(session, "Hum in the kitchen")
    opening_up.done(session, step.id, "It went well")
    page = show()
    assert len(doors(page)) == 2
    doors(page)[0].click()
    doors(page)[0].click()
    (left,) = now(session).earlier
    assert (left.text, left.words) == ("", "")
    assert doors(page) == []
    vault.undo_stack.undo()
    vault.undo_stack.undo()
    assert now(session).earlier[0].text == "Hum in the kitchen"
    vault.undo_stack.redo()
    assert len(doors(page)) == 1


def test_without_room_on_the_disk_nothing_is_lost(show: Show, session: VaultSession) -> None:
    page = show()
    QTest.keyClicks(page.choose.own, "Hum")
    with full_disk():
        page.choose.take_own.click()
    assert "no room left" in page.choose.reason.text()
    assert page.choose.own.text() == "Hum"
    page.choose.take_own.click()
    QTest.keyClicks(page.open.line, "Fine")
    with full_disk():
        page.open.did.click()
    assert "no room left" in page.open.reason.text()
    assert now(session).open.text == "Hum"
    page.save_now()
    assert writing.load(session, step_card.DRAFT) == "Fine"


def test_what_is_copied_is_gone_at_lock(show: Show) -> None:
    page = show()
    QTest.keyClicks(page.choose.own, "Hum")
    page.choose.own.selectAll()
    page.choose.own.copy()
    assert QGuiApplication.clipboard().text() == "Hum"
    page.save_now()
    assert QGuiApplication.clipboard().text() == ""


def test_it_reads_again_what_changed_while_it_was_not_seen(show: Show, session: VaultSession) -> None:
    page = show()
    page.hide()
    opening_up.choose(session, "Hum")
    assert page.open.isHidden()
    page.show()
    assert page.open.isVisible()


def test_after_the_vault_is_closed_nothing_is_written(show: Show, session: VaultSession) -> None:
    page = show()
    QTest.keyClicks(page.choose.own, "Hum")
    page.open.line.set_text("Fine")
    session.close()
    page.save_now()
    assert page.choose.own.text() == "Hum"


@pytest.fixture(params=["choose", "open", "earlier"])
def state(request: pytest.FixtureRequest, session: VaultSession) -> str:
    if request.param != "choose":
        step = opening_up.choose(session, "Hum in the kitchen")
        if request.param == "earlier":
            opening_up.done(session, step.id, "It went well")
    return str(request.param)


@pytest.mark.usefixtures("pseudo_locale", "state")
def test_every_word_comes_through_translation_content_or_the_person(show: Show) -> None:
    page = show()
    content = resources.content("openings")
    own = {*STEPS, *(text for text in content.values() if isinstance(text, str))}
    own |= {"Hum in the kitchen", "It went well", ""}
    shown = words(page) + [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    plain = [text for text in shown if text not in own and not translations.is_pseudo(text)]
    assert [text for text in plain if text.strip("“”") not in own] == []


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_has_room_and_a_name(show: Show, scale: float, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "dark", scale)
    page = show()
    page.resize(700, 700)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert unnamed(page) == []


@pytest.mark.usefixtures("state")
def test_nothing_is_counted(show: Show) -> None:
    said = [text for text in words(show()) if any(character.isdigit() for character in text)]
    assert said in ([], ["Done, Tue 24"])
