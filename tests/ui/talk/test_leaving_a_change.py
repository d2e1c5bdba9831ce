"""A change that was begun and cannot be taken away: it says so, and what was typed is not forgotten."""

from pytestqt.qtbot import QtBot

from tests.builders import a_live_plan
from tests.support.full_disk import full_disk
from tests.ui.talk.conftest import Open
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.talk.change_step import ChangeStep
from trust_desktop.ui.talk.step import Step


def test_words_that_are_not_kept_yet_stay_to_be_kept(open_page: Open, session: VaultSession) -> None:
    a_live_plan(session)
    page = open_page()
    page.go_on(Step.CHANGE, 1)
    assert isinstance(page.step, ChangeStep)
    step = page.step
    step.editor.request.set_text("Phone on the table, not on Fridays")
    step.save_now()
    step.editor.request.set_text("Phone on the table, not on Saturdays")
    with full_disk():
        step.back.click()
    assert page.step is step
    assert step.reason.text() == "There is no room left on the disk. Nothing was changed."
    assert step.unsaved
    step.back.click()
    assert page.step.step is Step.ANSWERS


def test_a_change_that_could_frighten_is_noticed_and_holds_nothing_back(
    open_page: Open, session: VaultSession, qtbot: QtBot
) -> None:
    a_live_plan(session)
    page = open_page()
    page.go_on(Step.CHANGE, 1)
    assert isinstance(page.step, ChangeStep)
    step = page.step
    assert step.noticed.rows == []
    step.editor.request.set_text("Kneel in front of me and confess every evening")
    qtbot.waitUntil(lambda: step.noticed.isVisibleTo(page))
    assert step.on.isEnabled()
