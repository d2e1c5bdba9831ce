"""What stands on Today, as tests read it."""

from PySide6.QtWidgets import QLabel, QWidget

from trust_desktop.domain.plan import Plan
from trust_desktop.ui.today.action_row import ActionRow
from trust_desktop.ui.today.today_page import TodayPage


def texts(widget: QWidget) -> list[str]:
    return [
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()
    ]


def row(page: TodayPage, plan: Plan, slot: int) -> ActionRow:
    found = page.due.row(plan.actions[slot - 1].id)
    assert found is not None
    return found
