"""The plan page as the tests here read and press it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from trust_desktop.domain.plan import Plan
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.plan.live_view import LiveView
from trust_desktop.ui.plan.plan_page import PlanPage


def live(session: VaultSession) -> Plan:
    plan = planning.live_plan(session)
    assert plan is not None
    return plan


def view(page: PlanPage) -> LiveView:
    assert page.live is not None
    return page.live


def words_of(page: PlanPage) -> str:
    QApplication.processEvents()
    labels = page.findChildren(QLabel)
    return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisibleTo(page))


def press(button: QWidget) -> None:
    QTest.keyClick(button, Qt.Key.Key_Space)
