"""The calendar in another language, from right to left, by name, by Tab and in large letters."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget

from tests.builders import TODAY
from tests.ui.calendar.conftest import MakePage
from trust_desktop.dev.translations import is_pseudo
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.fill_days import FillDays, Span
from trust_desktop.ui.calendar.toolbar import Mode

_NAME = QAccessible.Text.Name
_OWN_WORDS = {
    "Phone on the table at dinner",
    "Text when the train leaves",
    "Walk after dinner",
    "Sunday call",
}


def shown(page: QWidget) -> list[QWidget]:
    return [widget for widget in page.findChildren(QWidget) if widget.isVisible()]


def unnamed(page: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in shown(page)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(_NAME)
    ]


def cut_off(page: QWidget) -> list[str]:
    found = []
    for widget in shown(page):
        if isinstance(widget, QLabel) and widget.text():
            needed = (
                widget.heightForWidth(widget.width())
                if widget.wordWrap()
                else widget.minimumSizeHint().height()
            )
            if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
                found.append(widget.text())
        if isinstance(widget, QAbstractButton) and widget.height() < widget.heightForWidth(widget.width()):
            found.append(widget.text())
    return found


def overlapping(page: QWidget) -> list[tuple[str, str]]:
    """Pairs of controls that lie on each other."""
    controls = [
        widget
        for widget in shown(page)
        if isinstance(widget, QAbstractButton | QTextEdit) and not widget.visibleRegion().isEmpty()
    ]
    places = [(widget, QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())) for widget in controls]
    return [
        (one.accessibleName() or type(one).__name__, other.accessibleName() or type(other).__name__)
        for number, (one, place) in enumerate(places)
        for other, there in places[number + 1 :]
        if place.intersects(there) and one.parentWidget() is other.parentWidget()
    ]


@pytest.fixture
def marked(session: VaultSession, plan: Plan) -> Plan:
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT_LATE_TOLD)
    following_through.mark(session, plan.actions[1].id, TODAY, Outcome.COULD_NOT, "the bus stood still")
    following_through.set_note(session, TODAY, "We laughed.")
    return plan


@pytest.mark.parametrize("mode", list(Mode))
def test_everything_that_takes_the_keyboard_has_a_name(marked: Plan, make_page: MakePage, mode: Mode) -> None:
    page = make_page()
    page.set_mode(mode)
    page.panel.action_list.choose(marked.actions[1].id)
    assert page.panel.action_list.reason.isVisible()
    assert unnamed(page) == []


def test_filling_days_is_named_throughout(session: VaultSession, plan: Plan, qtbot: object) -> None:
    fill = FillDays(session, 0)
    fill.show()
    fill.spans.set_value(Span.CHOSEN)
    assert unnamed(fill) == []
    fill.close()
    fill.deleteLater()


def test_a_screen_reader_hears_each_cell_and_each_column(page: CalendarPage) -> None:
    table = QAccessible.queryAccessibleInterface(page.sheet.grid)
    spoken = [table.child(number).text(_NAME) for number in range(table.childCount())]
    assert "Wednesday" in spoken
    assert [
        words
        for words in spoken
        if words.startswith("Tuesday 24 November, today. 0 of 3 kept, 3 not recorded")
    ]


def test_a_screen_reader_hears_each_row_of_the_list(page: CalendarPage) -> None:
    page.set_mode(Mode.LIST)
    rows = QAccessible.queryAccessibleInterface(page.list.days)
    first = rows.child(0).text(_NAME)
    assert first == "Tuesday 24 November, today. Phone on the table at dinner. Not recorded yet."


@pytest.mark.usefixtures("pseudo_locale")
@pytest.mark.parametrize("mode", list(Mode))
def test_every_word_can_be_translated(marked: Plan, make_page: MakePage, mode: Mode) -> None:
    page = make_page()
    page.set_mode(mode)
    page.panel.action_list.choose(marked.actions[1].id)
    buttons = [button.text() for button in shown(page) if isinstance(button, QAbstractButton)]
    labels = [label.text() for label in shown(page) if isinstance(label, QLabel)]
    plain = {words for words in (*buttons, *labels) if words and not is_pseudo(words)}
    assert plain <= _OWN_WORDS
    names = [widget.accessibleName() for widget in shown(page) if widget.accessibleName()]
    assert [
        name for name in names if "⟦" not in name and name not in _OWN_WORDS and "November" not in name
    ] == []


@pytest.mark.usefixtures("pseudo_locale")
def test_a_cell_can_be_spoken_in_another_language(page: CalendarPage) -> None:
    words = str(page.sheet.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert words.count("⟦") >= 3


@pytest.mark.usefixtures("pseudo_locale")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_words_and_large_text_are_not_cut_off(
    marked: Plan, make_page: MakePage, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = make_page(width=1180, height=900)
    page.panel.action_list.choose(marked.actions[1].id)
    qapp.processEvents()
    assert cut_off(page) == []
    assert overlapping(page) == []


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("mode", list(Mode))
def test_nothing_is_cut_off_as_the_text_grows(
    marked: Plan, make_page: MakePage, qapp: QApplication, scale: float, mode: Mode
) -> None:
    theme.apply(qapp, "light", scale)
    page = make_page(width=1000, height=760)
    page.set_mode(mode)
    qapp.processEvents()
    assert cut_off(page) == []
    assert overlapping(page) == []
    QTest.keyClick(page.list.days if mode is Mode.LIST else page.sheet.grid, Qt.Key.Key_Return)
    qapp.processEvents()
    assert page.panel.isVisible()
    assert cut_off(page) == []


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_the_day_lies_on_the_left(marked: Plan, make_page: MakePage) -> None:
    page = make_page()
    assert page.panel.x() < page.sheet.mapTo(page, QPoint(0, 0)).x()
    sheet = page.sheet.grid
    assert sheet.columnViewportPosition(0) > sheet.columnViewportPosition(6)
    before = page.day()
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert (page.day() - before).days == 1


def test_tab_reaches_every_part_once_and_comes_round(page: CalendarPage) -> None:
    page.sheet.grid.setFocus()
    seen: list[QWidget] = []
    while page.focusWidget() not in seen and len(seen) < 60:
        seen.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    for part in (
        page.turner.back,
        page.toolbar.today,
        page.toolbar.fill,
        page.sheet.grid,
        page.panel.note,
        page.panel.say_it,
    ):
        assert part in seen
    assert page.focusWidget() is page.sheet.grid


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast-light", "contrast-dark"])
def test_every_view_paints_in_every_look(
    marked: Plan, make_page: MakePage, qapp: QApplication, appearance: str
) -> None:
    page = make_page()
    for mode in Mode:
        page.set_mode(mode)
        theme.apply(qapp, appearance, 1.0)
        view: QAbstractItemView = page.list.days if mode is Mode.LIST else page.sheet.grid
        picture = view.grab().toImage()
        assert theme.color("mark").rgb() in {
            picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())
        }
