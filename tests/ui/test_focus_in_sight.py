"""With text twice as large: a page opens at its top, and Tab leads to nothing that is out of sight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.focus_ring import install_focus_ring
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.shell import Shell

MOST = 200


@pytest.fixture
def window(
    qapp: QApplication, session: VaultSession, vault: OpenVault, in_front: Callable[..., None]
) -> MainWindow:
    install_focus_ring(qapp)
    builders.a_live_plan(session, own=[builders.a_plan_draft().actions[0].cadence])
    theme.apply(qapp, "light", 2.0)
    shown = MainWindow(vault)
    in_front(shown, 1180, 760)
    return shown


def scrolled(window: MainWindow) -> int:
    page = window.page(window.place)
    return max((area.verticalScrollBar().value() for area in page.findChildren(QScrollArea)), default=0)


@pytest.mark.once
@pytest.mark.parametrize("place", Place)
def test_tab_leads_round_and_is_always_seen(qtbot: QtBot, window: MainWindow, place: Place) -> None:
    window.go_to(place)
    QApplication.processEvents()
    first: QWidget | None = None
    for _ in range(MOST):
        here = QApplication.focusWidget()
        assert here is not None
        if here is first:
            return
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
        reached = QApplication.focusWidget()
        assert reached is not None
        assert not reached.visibleRegion().isEmpty(), f"{reached.accessibleName()} is out of sight"
        first = first or reached
    raise AssertionError("Tab did not lead round")


def test_settings_asked_for_again_show_the_field_to_look_in(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to(Place.SETTINGS)
    page = window.page(Place.SETTINGS)
    qtbot.waitUntil(lambda: page.findChildren(QScrollArea)[0].verticalScrollBar().maximum() > 0)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.keyClick(page, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bar.value() < bar.maximum() // 2)
    here = QApplication.focusWidget()
    assert here is not None
    assert not here.visibleRegion().isEmpty()


def test_the_plan_opens_at_its_top(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to(Place.PLAN)
    qtbot.wait(100)
    assert scrolled(window) == 0
    page = window.page(Place.PLAN)
    assert page.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not QApplication.focusWidget().visibleRegion().isEmpty()


def test_the_plan_opens_at_its_top_while_it_is_not_said(
    qtbot: QtBot, window: MainWindow, session: VaultSession
) -> None:
    plan = planning.live_plan(session)
    assert plan is not None
    planning.put_back_said(session, plan.id, None)
    window.go_to(Place.PLAN)
    qtbot.wait(100)
    assert scrolled(window) == 0


def test_with_large_text_the_window_is_no_larger_than_its_screen(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 2.0)
    shell = Shell()
    qtbot.addWidget(shell)
    screen = shell.screen().availableSize()
    assert shell.minimumHeight() < screen.height(), "with the frame around it"
    assert shell.height() < screen.height()
