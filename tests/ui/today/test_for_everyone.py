"""The first page in another language, from right to left, by name and in large letters."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY, Clock
from trust_desktop.dev import translations
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.tour import Tour
from trust_desktop.services import acknowledging, following_through, touring
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


@pytest.fixture
def filled(session: VaultSession) -> None:
    plan = builders.a_live_plan(session)
    following_through.mark(session, plan.actions[1].id, TODAY, Outcome.KEPT)
    following_through.mark(session, plan.actions[0].id, TODAY - timedelta(days=1), Outcome.PARTLY)
    acknowledging.save_draft(session, AcknowledgementDraft(None, "begun"))
    touring.save(session, Tour(left=True))  # its cards are content


def persons_words(session: VaultSession) -> set[str]:
    view = following_through.day(session, TODAY)
    return {text for action in view.actions for text in (action.title, action.detail, action.terms.known_by)}


def cut_off(page: QWidget) -> list[str]:
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    narrow = [each.text() for each in labels if each.width() < each.minimumSizeHint().width()]
    low = [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    low += [each.text() for each in buttons if each.height() < each.heightForWidth(each.width())]
    return narrow + low


@pytest.mark.usefixtures("filled", "pseudo_locale")
def test_every_word_that_is_not_the_persons_comes_through_translation(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    page = show()
    own = persons_words(session) | {page.title.text(), "1", ""}
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    texts += [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert [text for text in texts if not translations.is_pseudo(text) and text not in own] == []


@pytest.mark.usefixtures("filled", "right_to_left")
def test_from_right_to_left_the_second_column_stands_at_the_left(show: Show) -> None:
    page = show()
    corner = QPoint(0, 0)
    assert page.waiting.mapTo(page, corner).x() < page.due.mapTo(page, corner).x()
    assert cut_off(page) == []


@pytest.mark.usefixtures("filled")
def test_everything_that_takes_focus_has_a_name(show: Show) -> None:
    page = show()
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_nothing_is_cut_off_as_the_text_grows(
    show: Show, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    page.resize(760, 700)
    qtbot.waitUntil(lambda: cut_off(page) == [])  # once the layout has come to rest
    theme.apply(qapp, "light", 1.0)


def test_row_speaks_its_outcome_and_its_keys(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session)
    row = show().due.row(plan.actions[0].id)
    assert row is not None
    name = QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)
    assert name == "Phone on the table at dinner: Not recorded. Keys 1 to 5 mark it."
    assert row.focusPolicy() & Qt.FocusPolicy.TabFocus
