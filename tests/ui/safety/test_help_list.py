"""Where to look for help: by country, never a number, and one's own entries that stay in the vault."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import NOW
from tests.support.full_disk import full_disk
from trust_desktop import resources
from trust_desktop.services import helping, writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.list_page import ELSEWHERE, ListPage, ServiceRow


@pytest.fixture(autouse=True)
def irish() -> None:
    QLocale.setDefault(QLocale("en_IE"))


def open_list(vault: OpenVault, qtbot: QtBot) -> ListPage:
    page = ListPage(vault)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def page(vault: OpenVault, qtbot: QtBot) -> ListPage:
    return open_list(vault, qtbot)


def shown(page: ListPage) -> str:
    QApplication.processEvents()  # what was laid out just now is shown by the event loop
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def choose(page: ListPage, code: str) -> None:
    page.country.setCurrentIndex(page.country.findData(code))


def test_it_begins_with_the_country_of_the_persons_region(page: ListPage) -> None:
    assert page.country.currentText() == "Ireland"
    assert "Men's Aid Ireland" in shown(page)
    assert "No telephone numbers stand here" in shown(page)
    assert "Almost everywhere" in shown(page)


def test_each_list_says_when_it_was_put_down_and_that_nobody_was_called(page: ListPage) -> None:
    assert "Put down on Thursday, 26 November 2026" in shown(page).replace("Thursday 26", "Thursday, 26")
    assert "nobody was called" in shown(page)


@pytest.mark.parametrize("country", resources.content("help_list")["country"], ids=lambda each: each["code"])
def test_every_entry_of_every_country_is_shown(page: ListPage, country: dict[str, object]) -> None:
    choose(page, str(country["code"]))
    entries = country["entries"]
    assert isinstance(entries, list)
    for entry in entries:
        assert entry["name"] in shown(page)
        assert entry["where"] in shown(page)


def test_the_kinds_come_in_their_order_and_each_is_said_once(page: ListPage) -> None:
    choose(page, "GB")
    said = [
        label.text()
        for row in page._card.findChildren(ServiceRow)
        if not row.isHidden()
        for label in row.findChildren(QLabel)[:1]
        if label.text() in resources.content("help_list")["kinds"].values()
    ]
    order = list(resources.content("help_list")["kinds"].values())
    assert said == sorted(set(said), key=order.index)


def test_the_country_stays_chosen(page: ListPage, vault: OpenVault, qtbot: QtBot) -> None:
    choose(page, "IN")
    assert "Tele-MANAS" in shown(page)
    assert open_list(vault, qtbot).country.currentText() == "India"
    choose(page, ELSEWHERE)
    again = open_list(vault, qtbot)
    assert again.country.currentText() == "Another country"
    assert "Almost everywhere" in shown(again)
    assert not again._card.isVisible()


def test_where_the_region_has_no_list_it_is_another_country(vault: OpenVault, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale("is_IS"))
    page = open_list(vault, qtbot)
    assert page.country.currentIndex() == 0 or page.country.currentData() == ELSEWHERE


def test_an_entry_that_was_read_says_so(qtbot: QtBot) -> None:
    row = ServiceRow("Violence at home", "A line", "Somewhere", "Read on a day, not called.")
    qtbot.addWidget(row)
    assert [label.text() for label in row.findChildren(QLabel)][-1] == "Read on a day, not called."


def test_an_entry_of_ones_own_by_keyboard(
    qtbot: QtBot, page: ListPage, session: VaultSession, vault: OpenVault
) -> None:
    own = page.own
    own.add.setFocus()
    qtbot.keyClick(own.add, Qt.Key.Key_Return)
    assert own.editor is not None
    assert QApplication.focusWidget() is own.editor.name.edit
    assert not own.editor.keep.isEnabled()
    assert own.editor.name.reason == "A name is enough to keep it."
    qtbot.keyClicks(own.editor.name.edit, "Aunt Rosa")
    qtbot.keyClick(own.editor.name.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Near the station, ring 0123 45678")
    own.editor.keep.click()
    (entry,) = helping.entries(session)
    assert (entry.name, entry.text, entry.added_at) == ("Aunt Rosa", "Near the station, ring 0123 45678", NOW)
    assert own.editor is None
    assert QApplication.focusWidget() is own.add
    assert "Written down on" in shown(page)
    assert writing.load(session, "help-entry.new.name") == ""
    vault.undo_stack.undo()
    assert helping.entries(session) == ()
    vault.undo_stack.redo()
    assert helping.entries(session) == (entry,)


def test_it_can_be_changed_erased_and_both_undone(
    page: ListPage, session: VaultSession, vault: OpenVault
) -> None:
    first = helping.add_entry(session, "Aunt Rosa", "Near the station")
    helping.add_entry(session, "The centre", "")
    own = page.own
    own.rows[0].edit.click()
    assert own.editor is not None
    assert (own.editor.name.text(), own.editor.text.text()) == ("Aunt Rosa", "Near the station")
    own.editor.text.set_text("Has moved")
    own.editor.keep.click()
    assert helping.entries(session)[0].text == "Has moved"
    vault.undo_stack.undo()
    assert helping.entries(session)[0] == first
    own.rows[0].erase.click()
    assert [each.name for each in helping.entries(session)] == ["The centre"]
    vault.undo_stack.undo()
    assert helping.entries(session)[0] == first


def test_what_was_begun_waits_in_the_vault(page: ListPage, vault: OpenVault, qtbot: QtBot) -> None:
    page.own.add.click()
    assert page.own.editor is not None
    page.own.editor.name.set_text("Half a na")
    page.own.editor.save_now()
    again = open_list(vault, qtbot)
    assert again.own.editor is not None
    assert again.own.editor.name.text() == "Half a na"
    again.own.editor.leave.click()
    assert again.own.editor is None
    assert open_list(vault, qtbot).own.editor is None


def test_a_change_begun_waits_under_its_entry(page: ListPage, session: VaultSession) -> None:
    helping.add_entry(session, "Aunt Rosa", "")
    helping.add_entry(session, "The centre", "")
    own = page.own
    own.rows[0].edit.click()
    assert own.editor is not None
    own.editor.name.set_text("Aunt Rosalind")
    own.rows[1].edit.click()
    assert own.editor.name.text() == "The centre"
    own.rows[0].edit.click()
    assert own.editor.name.text() == "Aunt Rosalind"


def test_own_entries_stand_first_once_there_are_some(
    page: ListPage, session: VaultSession, vault: OpenVault, qtbot: QtBot
) -> None:
    assert page.own.y() > page.country.y()
    helping.add_entry(session, "Aunt Rosa", "")
    again = open_list(vault, qtbot)
    assert again.own.y() < again._field.y()


def test_on_a_full_disk_it_says_so_and_keeps_what_was_typed(page: ListPage, session: VaultSession) -> None:
    full = "There is no room left on the disk. Nothing was changed."
    helping.add_entry(session, "Aunt Rosa", "")
    own = page.own
    own.add.click()
    assert own.editor is not None
    own.editor.name.set_text("The centre")
    with full_disk():
        own.editor.keep.click()
        assert own.editor.reason.text() == full
        own.rows[0].erase.click()
        assert own.reason.text() == full
        choose(page, "IN")
        assert page._field.reason == full
        own.editor.save_now()
    assert own.editor.name.text() == "The centre"
    own.editor.keep.click()
    assert len(helping.entries(session)) == 2


def test_after_the_lock_nothing_is_written_any_more(page: ListPage, session: VaultSession) -> None:
    page.own.add.click()
    assert page.own.editor is not None
    page.own.editor.name.set_text("Late")
    session.close()
    page.own.editor.save_now()
