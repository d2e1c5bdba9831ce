"""The view for two: only what was said is on it, and only the word or Lock leads out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.reading import cut_off, unnamed
from tests.support.window_keys import KEYS, press
from tests.ui.together.conftest import CANARY, SAID
from trust_desktop.domain.errors import KeyringLocked, WaitFirst, WrongPassphrase
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.background import Background
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.proving import LeaveWord, PassphraseProof
from trust_desktop.ui.together.before_sheet import BeforeSheet
from trust_desktop.ui.together.together_page import TogetherPage

WORD = "marmalade"


def before(window: MainWindow) -> BeforeSheet:
    window.go_to(Place.TALK)
    window.page(Place.TALK).step.together.click()
    sheet = window.findChild(BeforeSheet)
    assert sheet is not None
    return sheet


def show(window: MainWindow, word: str = WORD) -> TogetherPage:
    sheet = before(window)
    sheet.word.set_text(word)
    sheet.show_it.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page = window.taking_over
    assert isinstance(page, TogetherPage)
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_hide_and_lock_are_reached_by_tab(window: MainWindow, key: Qt.Key) -> None:
    page = show(window)
    met: list[QWidget | None] = []
    for _ in range(5):
        met.append(QApplication.focusWidget())
        QTest.keyClick(met[-1] or page, key)
    around = [page.leave, window.hide_button, window.lock_button]
    assert met == [page, *(around if key is Qt.Key.Key_Tab else reversed(around)), page]


def try_word(page: TogetherPage, word: str) -> None:
    if page.card.isHidden():
        page.leave.click()
    page.card.field.set_text(word)
    QTest.keyClick(page.card.field.edit, Qt.Key.Key_Return)


def words_in(root: QWidget) -> Iterator[str]:
    """Whatever any widget under `root` holds or would tell a screen reader, shown or not."""
    for widget in (root, *root.findChildren(QWidget)):
        for read in ("text", "toPlainText", "placeholderText", "toolTip", "windowTitle", "title"):
            value = getattr(widget, read, None)
            found = value() if callable(value) else ""
            if isinstance(found, str):
                yield found
        yield widget.accessibleName()
        yield widget.accessibleDescription()
    yield from spoken(QAccessible.queryAccessibleInterface(root))


def spoken(interface: QAccessibleInterface | None) -> Iterator[str]:
    if interface is None or not interface.isValid():
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield interface.text(kind)
    for number in range(interface.childCount()):
        yield from spoken(interface.child(number))


def test_the_word_is_there_before_and_gone_in_the_view_for_two(window: MainWindow) -> None:
    for place in Place:
        window.go_to(place)
    window.vault.undo_stack.setUndoLimit(0)
    assert any(CANARY in words for words in words_in(window)), "the pages before hold it"

    page = show(window)

    everything = "\n".join(words_in(window))
    assert CANARY not in everything
    for said in ("Phone on the table at dinner", "Walk after dinner", "I put my phone away too", SAID):
        assert said in everything
    assert "Sunday call" not in everything, "a no is not put before the partner again"
    assert WORD not in everything
    assert not window.rail.isVisible()
    assert page.isVisible()
    assert window.lock_button.isVisible()


def test_no_key_leads_out(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window)
    for key in (*KEYS.values(), Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Comma, Qt.Key.Key_Slash, Qt.Key.Key_F):
        press(qtbot, window, key)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F7, Qt.Key.Key_Back):
        press(qtbot, window, key, Qt.KeyboardModifier.NoModifier)
    for place in Place:
        window.go_to(place)
    window.open_wizard()
    window.take_over(QWidget(), alone=True)
    assert window.taking_over is page
    assert page.isVisible()
    assert window.place is None


def test_lock_is_heard(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window)
    with qtbot.waitSignal(window.lock_requested):
        press(qtbot, window, Qt.Key.Key_L)
    with qtbot.waitSignal(window.lock_requested):
        window.lock_button.click()
    assert window.taking_over is page


def test_the_word_leads_back_to_the_talk(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window)
    try_word(page, "")
    try_word(page, "marzipan")
    assert page.card.field.reason == "That was not it."
    assert page.card.field.text() == ""
    assert window.taking_over is page

    try_word(page, f" {WORD} ")

    assert window.taking_over is None
    assert window.place is Place.TALK
    press(qtbot, window, KEYS[Place.TODAY])
    assert window.place is Place.TODAY
    qtbot.waitUntil(lambda: window.rail.rows[Place.SAY_IT].unsaid == 1)


def test_three_wrong_tries_lock(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window)
    with qtbot.assertNotEmitted(window.lock_requested):
        try_word(page, "one")
        try_word(page, "two")
    page.card.stay.click()
    assert page.card.isHidden()
    assert page.leave.hasFocus()
    with qtbot.waitSignal(window.lock_requested):
        try_word(page, "three")


def test_escape_goes_on_looking(window: MainWindow) -> None:
    page = show(window)
    page.leave.click()
    page.card.field.set_text("half a wor")
    QTest.keyClick(page.card.field.edit, Qt.Key.Key_Escape)
    assert page.card.isHidden()
    assert page.card.field.text() == ""
    assert window.taking_over is page


def test_a_word_has_four_letters(window: MainWindow) -> None:
    sheet = before(window)
    assert sheet.word.isVisible()
    sheet.word.set_text("abc")
    sheet.show_it.click()
    assert sheet.word.reason == "Make it four letters or more."
    assert window.taking_over is None
    sheet.back.click()
    assert window.taking_over is None


def test_the_passphrase_is_proved_off_the_windows_thread(window: MainWindow, qtbot: QtBot) -> None:
    answers = [KeyringLocked(1), WrongPassphrase(1), WaitFirst(2), None]
    asked: list[str] = []

    def check(typed: str) -> None:
        asked.append(typed)
        problem = answers.pop(0)
        if problem is not None:
            raise problem

    background = Background(window)
    window.vault.proof = PassphraseProof(background, check)
    sheet = before(window)
    assert not sheet.word.isVisible()
    sheet.show_it.click()
    page = window.taking_over
    assert isinstance(page, TogetherPage)
    try_word(page, "velvet harbour")
    assert not page.card.leave.isEnabled()
    QTest.keyClick(page.card.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "could not be tried" in page.card.field.reason)
    try_word(page, "velvet otter")
    qtbot.waitUntil(lambda: page.card.field.reason == "That was not it.")
    try_word(page, "velvet otter")
    qtbot.waitUntil(lambda: "it waits a little" in page.card.field.reason)
    try_word(page, "velvet harbour")
    qtbot.waitUntil(lambda: window.taking_over is None)
    assert asked == ["velvet harbour", "velvet otter", "velvet otter", "velvet harbour"]
    background.stop()


def test_what_was_typed_on_a_page_is_kept_before_it_goes(window: MainWindow, session: VaultSession) -> None:
    from trust_desktop.services import acknowledging

    window.go_to(Place.SAY_IT)
    window.page(Place.SAY_IT).composer.words.set_text("Only half a sent")
    show(window)
    assert acknowledging.open_draft(session).text == "Only half a sent"


def test_with_nothing_said_there_is_nothing_to_show(qtbot: QtBot, vault: OpenVault) -> None:
    window = MainWindow(vault)
    qtbot.addWidget(window)
    window.show()
    window.look_together()
    sheet = window.findChild(BeforeSheet)
    assert not sheet.show_it.isVisible()
    assert not sheet.word.isVisible()
    sheet.back.click()


def test_a_word_is_compared_as_it_is_meant() -> None:
    right: list[bool] = []
    word = LeaveWord("Café ")
    for typed in ("Café", "Cafe\N{COMBINING ACUTE ACCENT}", "cafe"):
        word.ask(QApplication.instance(), typed, lambda: right.append(True), lambda _: right.append(False))
    assert right == [True, True, False]


@pytest.mark.usefixtures("pseudo_locale", "right_to_left")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_longer_language_from_the_right(
    qapp: QApplication, window: MainWindow, qtbot: QtBot, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(800, 760)
    sheet = before(window)
    qtbot.waitUntil(lambda: cut_off(sheet) == [])
    assert unnamed(sheet) == []
    sheet.word.set_text(WORD)
    sheet.show_it.click()
    page = window.taking_over
    page.leave.click()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert unnamed(page) == []
    assert page.findChildren(QLabel)
