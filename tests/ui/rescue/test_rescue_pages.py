"""The pages around a vault that cannot be opened: every word named, none cut off, nothing to write anywhere."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from docs.scenes_damage import FOLDER, words_of
from tests.builders import TODAY, a_live_plan
from tests.support.reading import cut_off, missed_by_tab, unnamed
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.safety import Answered, Reply, Side
from trust_desktop.services import checking_in, following_through, helping
from trust_desktop.services.quarantining import AsideVault
from trust_desktop.services.rescued_words import RescuedKind, RescuedLine, RescuedPart
from trust_desktop.services.rescuing import RescuedWords
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.printing import PrintSheet
from trust_desktop.ui.rescue import words_of as words
from trust_desktop.ui.rescue.aside_pages import AsidePage, SetAsidePage
from trust_desktop.ui.rescue.reading_page import SHOWN, ReadingPage

ASIDE = (
    AsideVault("aside-0123abcd-2026-11-24", 1, "", TODAY),
    AsideVault("b", 0, "", TODAY),
    AsideVault("c", 3, "Blue", TODAY),
)
Show = Callable[[QWidget], QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(page: QWidget) -> QWidget:
        qtbot.addWidget(page)
        page.resize(900, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return shown


@pytest.fixture
def written(session: VaultSession) -> RescuedWords:
    a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    following_through.set_note(session, TODAY, "A long day")
    checking_in.keep(session, Noted(6, None, 8, "Calmer"))
    helping.keep_answers(session, [Answered(Side.YOU, "Are you afraid?", Reply.YES)])
    return words_of(session, whole=False)


def notes(session: VaultSession, count: int) -> RescuedWords:
    lines = tuple(RescuedLine(RescuedKind.PLAN, RescuedPart.NOTE, None, f"note {n}") for n in range(count))
    return RescuedWords(1, lines, whole=True, newest_missing=False, session=session)


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_each_kind_is_read_with_its_days(show: Show, written: RescuedWords) -> None:
    page = ReadingPage(written)
    show(page)
    assert "Phone on the table at dinner" in page.text()
    page.kinds.chosen.emit(RescuedKind.DAYS)
    assert f"{day_with_year(TODAY)} · Kept\nPhone on the table at dinner" in page.text()
    assert "A long day" in page.text()
    page.kinds.chosen.emit(RescuedKind.CHECK_INS)
    assert "Felt safety 6, Steadiness 8\nCalmer" in page.text()
    page.kinds.chosen.emit(RescuedKind.OTHER)
    assert page.text() == f"{day_with_year(TODAY)} · Private look\nYes: Are you afraid?"
    page.kinds.chosen.emit(RescuedKind.SAID)
    assert page.text() == ""
    assert "There is nothing to read here." in texts(page)
    assert not page.copy.isEnabled()


def test_it_begins_with_what_there_is_and_the_keyboard_on_its_choice(
    show: Show, session: VaultSession
) -> None:
    line = RescuedLine(RescuedKind.OTHER, RescuedPart.NOTE, None, "begun")
    page = show(ReadingPage(RescuedWords(1, (line,), whole=True, newest_missing=False, session=session)))
    assert isinstance(page, ReadingPage)
    page.setFocus()
    assert page.shown == (line,)
    assert isinstance(focus := QApplication.focusWidget(), QAbstractButton)
    assert (focus.text(), focus.isChecked()) == (words.kind_words(RescuedKind.OTHER), True)


def test_nothing_on_it_can_be_written_into(show: Show, written: RescuedWords) -> None:
    page = show(ReadingPage(written))
    assert not page.findChildren(QLineEdit) + page.findChildren(QTextEdit)


def test_what_is_missing_is_said_only_where_something_is(show: Show, session: VaultSession) -> None:
    for whole in (True, False):
        for newest in (True, False):
            page = show(ReadingPage(RescuedWords(1, (), whole=whole, newest_missing=newest, session=session)))
            assert ("Some parts of the file could not be read" in texts(page)) is not whole
            assert ("The last changes before" in texts(page)) is newest


def test_a_page_holds_twenty_and_leads_on(show: Show, session: VaultSession) -> None:
    page = ReadingPage(notes(session, 2 * SHOWN + 1))
    show(page)
    assert "1 to 20 of 41" in texts(page)
    assert not page.newer.isEnabled()
    page.older.setFocus()
    page.older.click()
    page.older.click()
    assert "41 to 41 of 41" in texts(page)
    assert [line.text for line in page.shown] == ["note 40"]
    assert not page.older.isEnabled()
    assert QApplication.focusWidget() is page.newer
    page.newer.click()
    assert "21 to 40 of 41" in texts(page)


def test_copying_marks_the_words_as_private(show: Show, session: VaultSession) -> None:
    page = ReadingPage(notes(session, 2))
    show(page)
    page.copy.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "Note\nnote 0\n\nNote\nnote 1"
    assert mime.hasFormat("x-kde-passwordManagerHint")
    page._clipboard.clear_if_ours()
    assert QGuiApplication.clipboard().text() == ""


def test_printing_shows_the_pages_first(show: Show, qtbot: QtBot, session: VaultSession) -> None:
    page = ReadingPage(notes(session, 30))
    show(page)
    page.print_button.click()
    sheet = page.findChild(PrintSheet)
    assert sheet is not None
    assert "note 29" in sheet.preview.accessibleDescription()
    sheet.close_button.click()
    qtbot.waitUntil(lambda: page.findChild(PrintSheet) is None)


def test_every_part_has_words() -> None:
    for part in RescuedPart:
        assert words.heading(RescuedLine(RescuedKind.DAYS, part, None, ""))
    for kind in RescuedKind:
        assert words.kind_words(kind)


def test_one_that_is_set_aside_is_named_by_what_is_known(show: Show, qtbot: QtBot) -> None:
    page = AsidePage(ASIDE, alone=False)
    show(page)
    for expected in (
        "Number 1",
        "Its number is not known any more",
        "Blue",
        f"Set aside on {day_with_year(TODAY)}",
    ):
        assert expected in texts(page)
    foot = [button for button in page.findChildren(QuietButton) if button not in page.buttons]
    foot.sort(key=lambda button: button.mapTo(page, button.rect().topLeft()).x())
    assert [button.text() for button in foot] == ["Back", "Restore from a backup…"]
    with qtbot.waitSignal(page.put_back) as put:
        page.buttons[0].click()
    assert put.args == ["aside-0123abcd-2026-11-24"]
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_without_room_none_can_be_put_back(show: Show) -> None:
    page = AsidePage(ASIDE, alone=False, full=True)
    show(page)
    assert not any(button.isEnabled() for button in page.buttons)
    assert "as many vaults here as there can be" in texts(page)


PAGES: dict[str, Callable[[RescuedWords], QWidget]] = {
    "reading": ReadingPage,
    "asked": lambda _words: SetAsidePage(FOLDER),
    "list": lambda _words: AsidePage(ASIDE, alone=False),
    "alone": lambda _words: AsidePage(ASIDE, alone=True),
}


@pytest.mark.parametrize("name", PAGES)
def test_everything_has_a_name_and_tab_comes_to_it(show: Show, written: RescuedWords, name: str) -> None:
    page = show(PAGES[name](written))
    page.setFocus()
    assert unnamed(page) == []
    assert missed_by_tab(page) == []


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("name", PAGES)
def test_at_200_percent_nothing_is_cut_off(
    qapp: QApplication,
    show: Show,
    written: RescuedWords,
    qtbot: QtBot,
    name: str,
    direction: Qt.LayoutDirection,
) -> None:
    theme.apply(qapp, "dark", 2.0)
    page = PAGES[name](written)
    page.setLayoutDirection(direction)
    show(page)
    page.resize(720, 700)
    qtbot.waitUntil(lambda: not cut_off(page))
