"""The wizard by keyboard, in every direction and size, and with no room on the disk."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from tests.support.reading import cut_off, unnamed
from tests.ui.plan_wizard.walking import REVIEW, Button, Open, go_to, kept, ready_draft
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_field import CadenceField
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.action_page import ActionPage
from trust_desktop.ui.plan_wizard.draft_edits import DraftDesk


def test_each_page_begins_at_its_first_field(open_wizard: Open) -> None:
    wizard = open_wizard()
    for step in range(REVIEW):
        go_to(wizard, step)
        wizard.setFocus()
        assert wizard.page_now.first_control().hasFocus()


def test_by_keyboard_alone_from_the_words_to_next(open_wizard: Open) -> None:
    wizard = open_wizard()
    go_to(wizard, 2)
    page = wizard.page_now
    assert isinstance(page, ActionPage)
    reached = []
    focus = QApplication.focusWidget()
    for _ in range(60):
        reached.append(focus)
        if focus is wizard.button(Button.NextButton):
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
    editor = page.editor
    order = [
        editor.request,
        editor.known_by.edit,
        editor.first_day,
        editor.why,
        wizard.button(Button.NextButton),
    ]
    places = [reached.index(control) for control in order]
    assert places == sorted(places)
    assert any(isinstance(control.parentWidget(), CadenceField) for control in reached)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_page_is_named_and_nothing_is_cut_off(
    open_wizard: Open,
    qapp: QApplication,
    qtbot: QtBot,
    session: VaultSession,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    draft = ready_draft()
    draft.harm_stopped = draft.truth_told = False
    draft.actions[0].about_openness = True
    draft.actions[
        1
    ].text = "Rechtsschutzversicherungsgesellschaftenvertreterbesprechungsprotokoll bitte vorlesen"
    planning.save_draft(session, draft)
    wizard = open_wizard()
    for step in range(REVIEW + 1):
        go_to(wizard, step)
        qtbot.waitUntil(lambda: cut_off(wizard.page_now) == [])
        assert unnamed(wizard) == []
        assert wizard.page_now.accessibleName()


@contextmanager
def no_room_on_disk() -> Iterator[None]:
    """No file of this process may grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_said_and_the_words_stay(open_wizard: Open, session: VaultSession) -> None:
    wizard = open_wizard()
    wizard.before.partner.set_text("Sam")
    with no_room_on_disk():
        wizard.save_now()
    assert "could not be kept" in wizard.steps.kept.text()
    wizard.save_now()
    assert wizard.steps.kept.text() == "Everything you typed is kept."
    assert kept(session).partner == "Sam"


def test_words_that_could_not_be_kept_outlive_the_wizard(
    open_wizard: Open, session: VaultSession, vault: OpenVault
) -> None:
    wizard = open_wizard()
    wizard.before.partner.set_text("Sam")
    with no_room_on_disk():
        wizard.leave()
        again = open_wizard()
        assert again.before.partner.text() == "Sam"
        again.before.partner.set_text("Samira")
        again.leave()
    assert planning.load_draft(session) is None
    DraftDesk.of(vault)._again.timeout.emit()
    assert kept(session).partner == "Samira"


def test_a_full_disk_leaves_the_plan_a_draft(open_wizard: Open, session: VaultSession, qtbot: QtBot) -> None:
    planning.save_draft(session, ready_draft())
    wizard = open_wizard()
    go_to(wizard, REVIEW)
    with no_room_on_disk(), qtbot.assertNotEmitted(wizard.went_live):
        wizard.accept()
    assert "could not be kept" in wizard.steps.kept.text()
    assert planning.live_plan(session) is None


def test_the_list_of_steps_gives_up_its_words_first(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    wide = wizard.steps.width()
    assert wizard.steps.leave.isVisible()
    assert not wizard.leave_above.isVisible()
    wizard.resize(700, 700)
    assert wizard.steps.width() < wide
    assert not wizard.steps.rows[0].words.isVisibleTo(wizard)
    assert wizard.steps.rows[0].accessibleName() == "Step 1: Before you start, you are here"
    assert not wizard.steps.leave.isVisible()
    assert wizard.leave_above.text() == "Leave for now"
    with qtbot.waitSignal(wizard.left):
        wizard.leave_above.click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_way_out_keeps_its_words_beside_lock(
    qapp: QApplication, open_wizard: Open, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    wizard = open_wizard()
    for width, height in ((800, 760), (theme.px(360), theme.px(320))):
        wizard.resize(width, height)
        qapp.processEvents()
        place, page = wizard.leave_above.geometry(), wizard.page_now
        assert wizard.leave_above.isVisible()
        assert wizard.rect().contains(place)
        assert not place.intersects(wizard.steps.geometry())
        assert place.width() >= wizard.leave_above.minimumSizeHint().width()
        assert place.bottom() < page.heading.mapTo(wizard, QPoint()).y()
        free = place.left() if direction is Qt.LayoutDirection.RightToLeft else wizard.width() - place.right()
        assert free >= theme.em(7), "room for Lock"


def test_in_a_narrow_window_a_full_disk_is_said_on_the_page(open_wizard: Open) -> None:
    wizard = open_wizard()
    wizard.resize(700, 700)
    wizard.before.partner.set_text("Sam")
    with no_room_on_disk():
        wizard.save_now()
    assert wizard.page_now.not_kept.isVisible()
    assert "could not be kept" in wizard.page_now.not_kept.text()
    wizard.save_now()
    assert not wizard.page_now.not_kept.isVisible()


def test_the_first_day_is_not_before_today(open_wizard: Open) -> None:
    wizard = open_wizard()
    go_to(wizard, 2)
    editor = wizard.actions_asked[0].editor
    editor.first_day.set_day(date(2026, 11, 1))
    assert editor.draft().first_day == TODAY
