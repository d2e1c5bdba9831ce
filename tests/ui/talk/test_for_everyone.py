"""The talk in a longer language and from right to left, in each of its steps, with nothing cut off or unnamed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_live_plan
from tests.support.reading import cut_off, missed_by_tab, unnamed
from tests.ui.talk.conftest import Open
from trust_desktop.domain.talk import Answer
from trust_desktop.services import talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.talk.change_step import ChangeStep
from trust_desktop.ui.talk.sheet_step import SheetStep
from trust_desktop.ui.talk.step import Step


@pytest.mark.usefixtures("pseudo_locale", "right_to_left")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_longer_language_from_the_right(
    qapp: QApplication, session: VaultSession, open_page: Open, qtbot: QtBot, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    a_live_plan(session)
    talking.record_answer(session, 1, Answer.WITH_CHANGE, day=TODAY, words="Not on Fridays.")
    talking.record_answer(session, 2, Answer.NO, day=TODAY)
    page = open_page()
    page.resize(720, 800)
    for step in (Step.READY, Step.MESSAGE, Step.SHEET, Step.SAID, Step.CHANGE, Step.ANSWERS):
        page.go_on(step, 1 if step is Step.CHANGE else 0)
        qtbot.waitUntil(lambda: cut_off(page) == [])
        assert unnamed(page) == []
    page.step.cards[1].answer.click()
    page.step.cards[1].form.answers.buttons[3].click()
    page.step.cards[1].form.again.click()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert unnamed(page) == []


def test_tab_comes_to_everything_beside_a_change(session: VaultSession, open_page: Open) -> None:
    a_live_plan(session)
    talking.record_answer(session, 1, Answer.WITH_CHANGE, day=TODAY, words="Not on Fridays.")
    page = open_page()
    page.go_on(Step.CHANGE, 1)
    assert isinstance(page.step, ChangeStep)
    page.step.editor.cadence.setFocus()
    assert page.step.editor.cadence.kind.hasFocus()
    assert missed_by_tab(page) == []


@pytest.mark.usefixtures("right_to_left")
def test_from_the_right_the_left_key_turns_on(session: VaultSession, open_page: Open) -> None:
    a_live_plan(session)
    page = open_page()
    page.go_on(Step.SHEET)
    assert isinstance(page.step, SheetStep)
    QTest.keyClick(page.step.leaf, Qt.Key.Key_Left)
    assert page.step.at == 1


def test_words_follow_another_look(qapp: QApplication, session: VaultSession, open_page: Open) -> None:
    a_live_plan(session)
    page = open_page()
    for step in Step:
        if step is not Step.CHANGE:
            page.go_on(step)
            theme.apply(qapp, "dark", 1.5)
            theme.apply(qapp, "light", 1.0)
    assert page.step.isVisible()
