"""On a long page the sentence that says why nothing was done comes into view, wherever the button was."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_live_plan
from tests.support.full_disk import full_after_the_next_write, full_disk
from tests.ui.plan.pages import press, view
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage


@pytest.fixture
def page(
    qapp: QApplication, vault: OpenVault, session: VaultSession, in_front: Callable[..., None]
) -> PlanPage:
    """In a small window, with large text."""
    theme.apply(qapp, "light", 2.0)
    a_live_plan(session)
    made = PlanPage(vault)
    in_front(made, 1000, 600)
    return made


def in_sight(label: QWidget) -> bool:
    return label.visibleRegion().boundingRect() == label.rect()


def test_what_stays_over_after_a_change(qtbot: QtBot, page: PlanPage, vault: OpenVault) -> None:
    press(view(page).cards[3].change)
    page.change.editor.request.set_text("Sunday call, at five")
    page.save_now()
    with full_after_the_next_write(vault):
        press(page.change.keep)
    assert page.page.reason.text().startswith("It is done.")
    qtbot.waitUntil(lambda: in_sight(page.page.reason))


def test_words_that_could_not_be_deleted(qtbot: QtBot, page: PlanPage) -> None:
    erase = view(page).cards[3].erase
    bring_into_view(erase)
    qtbot.waitUntil(lambda: in_sight(erase))
    with full_disk():
        press(erase)
    qtbot.waitUntil(lambda: in_sight(page.page.reason))


def test_what_deletes_words_once_it_is_unfolded(qtbot: QtBot, page: PlanPage) -> None:
    words = view(page).cards[0].words
    bring_into_view(words.fold)
    qtbot.waitUntil(lambda: in_sight(words.fold))
    press(words.fold)
    qtbot.waitUntil(lambda: all(map(in_sight, [*words.buttons, words.fold])))
