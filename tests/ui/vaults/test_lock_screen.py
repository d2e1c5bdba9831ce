"""The lock screen says which vaults there are, and nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from trust_desktop.domain.vault import Protection, VaultInfo, VaultState
from trust_desktop.services.vaults import VaultListing
from trust_desktop.ui import theme
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.vaults.lock_help import LockHelp
from trust_desktop.ui.vaults.lock_screen import LockScreen

Show = Callable[..., LockScreen]


def listing(
    number: int,
    protection: Protection | None = Protection.DEVICE_AND_PASSPHRASE,
    state: VaultState = VaultState.READY,
    label: str = "",
) -> VaultListing:
    return VaultListing(VaultInfo(number, f"folder{number}", label, protection), state)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def build(*listings: VaultListing, number: int | None = None) -> LockScreen:
        screen = LockScreen(listings, number)
        qtbot.addWidget(screen)
        screen.resize(1000, 800)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.setFocus()
        return screen

    return build


def shown(screen: LockScreen) -> set[str]:
    return {label.text() for label in screen.findChildren(QLabel) if label.isVisible() and label.text()}


def test_the_passphrase_is_typed_and_enter_opens(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1))
    with qtbot.waitSignal(screen.open_asked) as asked:
        qtbot.keyClicks(QApplication.focusWidget(), "five words")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [1, "five words"]


def test_what_is_typed_is_hidden_until_it_is_asked_for(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1))
    edit = screen.passphrase.edit
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert edit.echoMode() == QLineEdit.EchoMode.Normal


def test_without_a_passphrase_nothing_is_tried(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1))
    with qtbot.assertNotEmitted(screen.open_asked):
        screen.open.click()
    assert screen.passphrase.reason


def test_a_wrong_one_stays_chosen_and_one_sentence_says_so(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1))
    before = shown(screen)
    qtbot.keyClicks(screen.passphrase.edit, "walnut")
    screen.say_wrong()
    assert screen.passphrase.edit.selectedText() == "walnut"
    assert screen.passphrase.text() == "walnut"
    assert shown(screen) - before == {"This passphrase does not open it."}
    assert before <= shown(screen)
    qtbot.keyClick(screen.passphrase.edit, "x")
    assert screen.passphrase.text() == "x"
    assert shown(screen) == before


def test_one_vault_has_no_choice_and_several_are_numbers_or_labels(show: Show) -> None:
    assert "Which one?" not in shown(show(listing(1)))
    screen = show(listing(1), listing(3, label="Blue notebook"))
    assert "Which one?" in shown(screen)
    assert screen.number == 1


def test_the_only_vault_says_which_it_is(show: Show) -> None:
    assert "Blue notebook" in shown(show(listing(1, label="Blue notebook")))
    assert "Number 2" in shown(show(listing(2)))
    assert "Number 1" not in shown(show(listing(1), listing(2)))


def test_choosing_another_forgets_what_was_typed(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1), listing(3, Protection.DEVICE))
    qtbot.keyClicks(screen.passphrase.edit, "walnut")
    screen._segments.set_value(3)
    assert screen.number == 3
    assert not screen.passphrase.isVisible()
    screen._segments.set_value(1)
    assert screen.passphrase.text() == ""


def test_the_one_that_was_locked_is_chosen(show: Show) -> None:
    assert show(listing(1), listing(3), number=3).number == 3
    assert show(listing(1), listing(3), number=2).number == 1


def test_a_keyring_vault_says_what_locking_means(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1, Protection.DEVICE))
    (means,) = [words for words in shown(screen) if "Locking only covers the screen" in words]
    assert "whoever uses this login can open it" in means
    assert screen.add_passphrase.isVisible()
    with qtbot.waitSignal(screen.open_asked) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [1, ""]


def test_it_opens_by_itself_only_where_nothing_is_asked(qtbot: QtBot, show: Show) -> None:
    with qtbot.waitSignal((screen := show(listing(1, Protection.DEVICE))).open_asked):
        screen.open_if_nothing_is_asked()
    several = show(listing(1, Protection.DEVICE), listing(2, Protection.DEVICE))
    asked = show(listing(1))
    unfinished = show(listing(1, Protection.DEVICE, VaultState.SETUP_UNFINISHED))
    for screen in (several, asked, unfinished):
        with qtbot.assertNotEmitted(screen.open_asked):
            screen.open_if_nothing_is_asked()


@pytest.mark.parametrize(
    ("state", "words", "asks"),
    [
        (VaultState.SETUP_UNFINISHED, "Go on with its set-up", True),
        (VaultState.HEADER_DAMAGED, "See what happened", False),
        (VaultState.DATABASE_MISSING, "See what happened", False),
        (VaultState.DATABASE_EMPTY, "See what happened", False),
        (VaultState.NEWER_FORMAT, "See what happened", False),
        (VaultState.IN_USE, "Open", True),
        (VaultState.READ_ONLY, "Open", True),
    ],
)
def test_each_state_has_its_own_way_on(show: Show, state: VaultState, words: str, asks: bool) -> None:
    screen = show(listing(1, state=state))
    assert screen.open.words == words
    assert screen.passphrase.isVisible() is asks


def test_while_it_opens_the_window_waits_for_nothing_else(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1), listing(2))
    screen.set_busy(busy=True)
    with qtbot.assertNotEmitted(screen.open_asked), qtbot.assertNotEmitted(screen.add_asked):
        screen.open.click()
        screen._add.click()
    screen.set_busy(busy=False)
    assert screen.open.words == "Open"


def test_a_fifth_vault_is_the_last(show: Show) -> None:
    assert show(*(listing(number) for number in range(1, 5)))._add.isVisible()
    assert not show(*(listing(number) for number in range(1, 6)))._add.isVisible()


def test_caps_lock_is_noticed_by_what_it_does(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1))
    said = "Caps Lock is on."
    qtbot.keyClick(screen.passphrase.edit, "a")
    assert said not in shown(screen)
    qtbot.keyClick(screen.passphrase.edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert said not in shown(screen)
    qtbot.keyClick(screen.passphrase.edit, "A")
    assert said in shown(screen)
    qtbot.keyClick(screen.passphrase.edit, "1")
    assert said in shown(screen), "a figure says nothing"
    qtbot.keyClick(screen.passphrase.edit, "a")
    assert said not in shown(screen)
    qtbot.keyClick(screen.passphrase.edit, Qt.Key.Key_CapsLock)
    assert said in shown(screen)
    assert said in screen.passphrase.edit.accessibleDescription()
    qtbot.keyClick(screen.passphrase.edit, "b")
    assert said not in shown(screen)


@pytest.mark.parametrize("way", ["key", "link"])
def test_help_says_what_no_lock_protects_from_and_esc_leads_back(qtbot: QtBot, show: Show, way: str) -> None:
    screen = show(listing(1))
    qtbot.keyClicks(screen.passphrase.edit, "walnut")
    if way == "key":
        qtbot.keyClick(screen.passphrase.edit, Qt.Key.Key_F1)
    else:
        screen.help.click()
    (sheet,) = screen.findChildren(LockHelp)
    assert sheet.isVisible()
    said = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for promised in (
        "While it is locked",
        "A watched computer",
        "administrator rights",
        "A recording of keys or of the screen",
        "A copy guessed at elsewhere",
    ):
        assert promised in said
    with qtbot.waitSignal(sheet.destroyed):
        qtbot.keyClick(sheet.reading, Qt.Key.Key_Escape)
    assert screen.passphrase.text() == "walnut"


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast-light", "contrast-dark"])
def test_large_text_and_long_labels_stay_whole(
    qtbot: QtBot, qapp: QApplication, show: Show, appearance: str
) -> None:
    theme.apply(qapp, appearance, 2.0)
    screen = show(*(listing(number, label="Notebook by the window") for number in range(1, 6)))
    assert screen.grab().width() == 1000

    def labels_are_whole() -> None:
        for label in screen.findChildren(QLabel):
            if label.isVisible() and label.text():
                assert label.height() >= label.heightForWidth(label.width()), label.text()

    qtbot.waitUntil(labels_are_whole)
    assert screen.card.width() <= screen.width()


def test_a_label_that_wraps_pushes_no_other_out_of_the_trough(qtbot: QtBot, show: Show) -> None:
    screen = show(listing(1), listing(2, label="The name of a blue notebook of many words"), listing(3))
    (trough,) = screen.findChildren(Segmented)
    segments = trough.findChildren(QAbstractButton)
    assert segments[1].height() > segments[0].height()
    qtbot.waitUntil(lambda: all(trough.rect().contains(each.geometry()) for each in segments))


def test_with_large_text_what_is_typed_into_is_in_sight(qtbot: QtBot, qapp: QApplication, show: Show) -> None:
    theme.apply(qapp, "light", 2.0)
    screen = show(*(listing(number, label="Notebook by the window") for number in range(1, 4)))
    screen.resize(720, 480)
    (column,) = screen.findChildren(QScrollArea)
    field = screen.passphrase.edit

    def in_sight() -> bool:
        shown = column.viewport()
        return shown.rect().contains(QRect(field.mapTo(shown, QPoint()), field.size()))

    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    screen.setFocus()
    assert field.hasFocus()
    qtbot.waitUntil(in_sight)
    column.verticalScrollBar().setValue(0)
    assert not in_sight()
    qtbot.keyClicks(field, "w")
    assert in_sight()
