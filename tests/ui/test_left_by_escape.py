"""Esc leads back from a page that was come to from another: wherever one writes on it, and no sooner than its pop-ups."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests import builders
from tests.support.keyrings import FaultyStore
from tests.support.painted import differing
from tests.support.vaults import places_in
from trust_desktop.services import planning
from trust_desktop.ui import theme
from trust_desktop.ui.backups.backups_page import BackupsPage
from trust_desktop.ui.backups.keeper import BackupKeeper
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.journal_page import JournalPage
from trust_desktop.ui.plan.history_page import HistoryPage
from trust_desktop.ui.plan.parting_page import Parting, PartingPage
from trust_desktop.ui.plan.review_page import ReviewPage
from trust_desktop.ui.safety.list_page import ListPage
from trust_desktop.ui.safety.look_page import LookPage
from trust_desktop.ui.safety.text_pages import WeekPage

InFront = Callable[[Page], None]


def backups(vault: OpenVault, folder: Path) -> BackupsPage:
    return BackupsPage(BackupKeeper(vault, places_in(folder), FaultyStore(), vault))


def parting(vault: OpenVault, _: Path) -> PartingPage:
    page = PartingPage(vault)
    page.open_for(Parting.REST, starts=builders.TODAY, today=builders.TODAY)
    return page


def review(vault: OpenVault, _: Path) -> ReviewPage:
    plan = builders.a_live_plan(vault.session)
    page = ReviewPage()
    page.open_for(plan.actions[0], starts=builders.TODAY, today=builders.TODAY)
    return page


def history(vault: OpenVault, _: Path) -> HistoryPage:
    builders.a_live_plan(vault.session)
    page, plan = HistoryPage(), planning.live_plan(vault.session)
    assert plan is not None
    page.show_plans([plan], builders.NOW.time())
    return page


def journal(vault: OpenVault, _: Path) -> JournalPage:
    return JournalPage(Desk(vault, vault))


def help_list(vault: OpenVault, _: Path) -> ListPage:
    return ListPage(vault)


def week(_vault: OpenVault, _: Path) -> WeekPage:
    return WeekPage()


def look(vault: OpenVault, _: Path) -> LookPage:
    return LookPage(vault)


def _passphrase(page: BackupsPage) -> QWidget:
    page.passphrase.open_form()
    assert page.passphrase.form is not None
    return page.passphrase.form.first.edit


def _entry(page: ListPage) -> QWidget:
    page.own.add.click()
    assert page.own.editor is not None
    return page.own.editor.name.edit


def _month(page: ReviewPage) -> None:
    icon = QPoint(page.next_day.width() - theme.mark(16), page.next_day.height() // 2)
    QTest.mouseClick(page.next_day, Qt.MouseButton.LeftButton, pos=icon)


PAGES = (backups, parting, review, history, journal, help_list, week, look)

FIELDS = {
    backups: _passphrase,
    parting: lambda page: page.words,
    journal: lambda page: page.search.edit,
    help_list: _entry,
}

POP_UPS = {
    review: _month,
    help_list: lambda page: page.country.showPopup(),
}


class Left:
    """How often a page asked to be left; the private look goes to somewhere else than the others."""

    def __init__(self, page: Page) -> None:
        self.times = 0
        (page.gone if isinstance(page, LookPage) else page.left).connect(self._count)  # type: ignore[attr-defined]

    def _count(self) -> None:
        self.times += 1


@pytest.mark.parametrize("make", PAGES)
def test_esc_leads_back(
    make: Callable[..., Page], vault: OpenVault, tmp_path: Path, in_front: InFront
) -> None:
    page = make(vault, tmp_path)
    in_front(page)
    page.setFocus()
    left = Left(page)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert left.times == 1


@pytest.mark.parametrize("make", FIELDS)
def test_esc_in_a_text_field_leads_back_and_leaves_the_words(
    make: Callable[..., Page], vault: OpenVault, tmp_path: Path, in_front: InFront
) -> None:
    page = make(vault, tmp_path)
    in_front(page)
    left, field = Left(page), FIELDS[make](page)
    field.setFocus()
    QTest.keyClicks(field, "Canal")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert left.times == 1
    assert (field.toPlainText() if make is parting else field.text()) == "Canal"


@pytest.mark.parametrize("make", POP_UPS)
def test_esc_closes_what_popped_up_and_only_then_leads_back(
    make: Callable[..., Page], vault: OpenVault, tmp_path: Path, in_front: InFront
) -> None:
    page = make(vault, tmp_path)
    in_front(page)
    left = Left(page)
    POP_UPS[make](page)
    popped_up = QApplication.activePopupWidget()
    QTest.keyClick(popped_up.focusWidget() or popped_up, Qt.Key.Key_Escape)
    assert not popped_up.isVisible()
    assert left.times == 0
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert left.times == 1


def test_a_page_one_did_not_come_to_from_another_leaves_esc_to_the_window(in_front: InFront) -> None:
    window, page = QWidget(), Page("Here")
    page.setParent(window)
    told: list[int] = []
    window.keyPressEvent = lambda event: told.append(event.key())  # type: ignore[method-assign]
    in_front(window)  # type: ignore[arg-type]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert told == [Qt.Key.Key_Escape]


@pytest.mark.parametrize("make", [backups, review, history, help_list])
def test_the_arrow_beside_it_points_to_where_esc_leads(
    make: Callable[..., Page], vault: OpenVault, tmp_path: Path, in_front: InFront
) -> None:
    page = make(vault, tmp_path)
    in_front(page)
    left = _arrow(page)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = _arrow(page)
    assert differing(right, left) > 20
    assert differing(right.flipped(Qt.Orientation.Horizontal), left) < 4


def _arrow(page: Page) -> QImage:
    """Its way back as it is painted, without the words."""
    button = page.back  # type: ignore[attr-defined]
    button.setText("")
    button.setFixedSize(60, 38)
    image: QImage = button.grab().toImage()
    return image
