"""The plan in a longer language and from right to left, in all its views, with nothing cut off and nothing unnamed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_plan_draft
from tests.support.reading import cut_off, unnamed
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage


def open_page(vault: OpenVault, qtbot: QtBot) -> PlanPage:
    page = PlanPage(vault)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def stands_whole(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: cut_off(page) == [])  # once the layout has come to rest
    assert unnamed(page) == []


@pytest.mark.usefixtures("pseudo_locale", "right_to_left")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_in_a_longer_language_from_the_right(
    qapp: QApplication, vault: OpenVault, session: VaultSession, qtbot: QtBot, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = open_page(vault, qtbot)
    stands_whole(page, qtbot)
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    stands_whole(page, qtbot)
    assert page.live is not None
    page.live.cards[0].change.click()
    stands_whole(page, qtbot)


@pytest.mark.usefixtures("right_to_left")
def test_from_the_right_a_card_begins_at_the_right(
    vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    page = open_page(vault, qtbot)
    assert page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert page.live is not None
    card = page.live.cards[0]
    change = card.change.mapTo(card, QPoint(card.change.width() // 2, 0)).x()
    assert change > card.width() / 2, "the buttons under a card begin where its words begin"
