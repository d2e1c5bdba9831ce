"""Whoever goes to Help & safety from the plan being written finds the way back; nobody else is shown one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.wizard import PlanWizard
from trust_desktop.ui.safety.safety_page import SafetyPage


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    session = builders.session_at(tmp_path, Clock())
    shown = MainWindow(OpenVault(session))
    qtbot.addWidget(shown, before_close_func=lambda _: session.close())
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def help_page(window: MainWindow) -> SafetyPage:
    page = window.page(Place.HELP)
    assert isinstance(page, SafetyPage)
    return page


def test_from_the_wizard_and_back_by_keyboard(window: MainWindow) -> None:
    window.open_wizard()
    wizard = window.taking_over
    assert isinstance(wizard, PlanWizard)
    wizard.help_requested.emit()
    window.go_to(Place.HELP)  # once more changes nothing
    back = help_page(window).overview.way_back
    assert back is not None
    assert back.isVisible()
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert isinstance(window.taking_over, PlanWizard)


def test_from_another_page_nothing_is_offered(window: MainWindow) -> None:
    window.go_to(Place.HELP)
    assert help_page(window).overview.way_back is None
    window.open_wizard()
    window.go_to(Place.HELP)
    window.go_to(Place.TODAY)
    window.go_to(Place.HELP)
    back = help_page(window).overview.way_back
    assert back is not None
    assert not back.isVisible()


def test_the_line_on_the_wizards_first_page_leads_to_the_questions_and_back(window: MainWindow) -> None:
    window.open_wizard()
    wizard = window.taking_over
    assert isinstance(wizard, PlanWizard)
    wizard.before.safety.click()
    page = help_page(window)
    assert page.current is page.page("look")
    back = page.current.way_back
    assert back is not None
    assert back.isVisible()
    back.click()
    assert isinstance(window.taking_over, PlanWizard)
    window.go_to(Place.TODAY)
    window.open_help("look")
    assert not back.isVisible()
