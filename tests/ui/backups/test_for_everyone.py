"""The pages of backups: every word translated or from a file, every control named, nothing cut off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from docs.scenes_backups import CONTENTS, DOUBTS, DRIVE, offers
from tests.support.reading import cut_off, missed_by_tab, unnamed
from tests.ui.backups.conftest import Kept
from trust_desktop.domain.vault import Protection
from trust_desktop.ui import theme
from trust_desktop.ui.backups.backups_page import BackupsPage
from trust_desktop.ui.backups.pick_page import PickPage
from trust_desktop.ui.backups.preview_page import PreviewPage
from trust_desktop.ui.backups.unlock_page import UnlockPage

pytestmark = pytest.mark.once


def backups_page(kept: Kept) -> QWidget:
    page = BackupsPage(kept.keeper)
    page.place.say_doubts(DRIVE, DOUBTS)
    page.passphrase.open_form()
    page.drill._on_code()
    page.drill._on_backup()
    return page


def pick_page(_kept: Kept) -> QWidget:
    page = PickPage([Path("/media/drive")], full=True)
    page.show_offers(DRIVE, offers())
    page.say("The folder is not there.")
    return page


def unlock_page(_kept: Kept) -> QWidget:
    page = UnlockPage(offers()[0])
    page._on_open()
    return page


def preview_page(kept: Kept) -> QWidget:
    page = PreviewPage(CONTENTS, Protection.PASSPHRASE, kept.keeper.worker, full=False)
    page.say("Stopped. Nothing was set up.")
    return page


PAGES: tuple[Callable[[Kept], QWidget], ...] = (backups_page, pick_page, unlock_page, preview_page)


@pytest.mark.parametrize("build", PAGES)
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_and_everything_is_named(
    qtbot: QtBot,
    qapp: QApplication,
    kept: Kept,
    build: Callable[[Kept], QWidget],
    direction: Qt.LayoutDirection,
    scale: float,
) -> None:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    try:
        page = build(kept)
        qtbot.addWidget(page)
        page.resize(700, 600)
        page.show()
        QApplication.processEvents()
        assert unnamed(page) == []
        assert cut_off(page) == []
    finally:
        qapp.setLayoutDirection(before)
        theme.apply(qapp, "light", 1.0)


@pytest.mark.parametrize("build", PAGES)
def test_tab_comes_to_everything(qtbot: QtBot, kept: Kept, build: Callable[[Kept], QWidget]) -> None:
    page = build(kept)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    assert missed_by_tab(page) == []
