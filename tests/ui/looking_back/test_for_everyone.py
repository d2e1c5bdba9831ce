"""Looking back in another language, from right to left, by name and in large letters."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looking_back.conftest import Show
from trust_desktop.dev import translations
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.plan import Plan
from trust_desktop.services import checking_in, following_through, looking_back
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.looking_back.month_row import MonthRowView
from trust_desktop.ui.looking_back.strip_row import StripRowView
from trust_desktop.ui.looking_back.table_view import TableView
from trust_desktop.ui.looking_back.toolbar import Span


@pytest.fixture
def filled(session: VaultSession, plan: Plan) -> Plan:
    checking_in.keep(session, Noted(6, 4, 8, "A calm week."))
    looking_back.guess(session, {plan.actions[0].id: 3})
    return plan


def cut_off(page: QWidget) -> list[str]:
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    low = [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]
    narrow = [each.text() for each in labels if each.width() < each.minimumSizeHint().width()]
    painted = [*page.findChildren(StripRowView), *page.findChildren(MonthRowView)]
    painted += page.findChildren(QAbstractButton)
    low += [
        each.accessibleName()
        for each in painted
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
    return narrow + low


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("span", Span)
def test_nothing_is_cut_off_as_the_text_grows(
    show: Show, filled: Plan, qtbot: QtBot, qapp: QApplication, scale: float, span: Span
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    page.resize(742, 700)
    page.toolbar.span.set_value(span)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    page.toolbar.table.click()
    page.doors.soon.click()
    qtbot.waitUntil(lambda: cut_off(page) == [])


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_guess_fits_in_large_letters(
    show: Show, plan: Plan, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    page.resize(742, 700)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert all(field.width() >= field.sizeHint().width() for field in page.guess.fields.values())


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_the_doors_stand_at_the_left(show: Show, filled: Plan, qtbot: QtBot) -> None:
    page = show()
    page.resize(1200, 800)
    corner = QPoint(0, 0)
    qtbot.waitUntil(lambda: page.doors.mapTo(page, corner).x() < page.chart.mapTo(page, corner).x())
    assert cut_off(page) == []


@pytest.mark.usefixtures("pseudo_locale")
def test_every_word_that_is_not_the_persons_comes_through_translation(
    show: Show, filled: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    own = {each.title for each in following_through.day(session, session.today).actions} | {""}
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    texts += [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert [text for text in texts if not translations.is_pseudo(text) and text not in own] == []


def test_everything_that_takes_focus_has_a_name(show: Show, filled: Plan) -> None:
    page = show()
    for _ in range(2):
        unnamed = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert unnamed == []
        page.toolbar.table.click()


def test_the_chart_is_told_in_words(show: Show, filled: Plan) -> None:
    chart = show().chart.chart
    assert chart.accessibleDescription() == "24 November: Felt safety 6 · Closeness 4 · My steadiness 8"


@pytest.mark.parametrize("span", Span)
def test_in_large_letters_the_counts_are_read_without_moving_the_table(
    show: Show, filled: Plan, qtbot: QtBot, qapp: QApplication, span: Span
) -> None:
    theme.apply(qapp, "light", 2.0)
    page = show()
    page.resize(742, 700)
    page.toolbar.span.set_value(span)
    page.toolbar.table.click()
    counts = page.findChildren(TableView)[0]
    qtbot.waitUntil(lambda: counts.horizontalHeader().length() == counts.width())
