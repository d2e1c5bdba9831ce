"""Copied words leave the clipboard again, but only while they are still ours."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from trust_desktop.ui.common.clipboard import EveryCopy, PrivateClipboard
from trust_desktop.ui.common.fields import LineEdit
from trust_desktop.ui.common.text_area import TextArea


@pytest.fixture
def clipboard(qtbot: QtBot) -> PrivateClipboard:
    QGuiApplication.clipboard().clear()
    return PrivateClipboard()


def test_copied_words_are_cleared_after_the_time_set(clipboard: PrivateClipboard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clipboard.cleared):
        clipboard.copy("thank you for Tuesday", 0.05)
        assert QGuiApplication.clipboard().text() == "thank you for Tuesday"
    assert not QGuiApplication.clipboard().text()


def test_what_was_copied_since_stays(clipboard: PrivateClipboard, qtbot: QtBot) -> None:
    clipboard.copy("thank you for Tuesday", 0.05)
    QGuiApplication.clipboard().setText("a shopping list")
    qtbot.wait(150)
    assert QGuiApplication.clipboard().text() == "a shopping list"


def test_same_words_taken_over_by_a_clipboard_program_are_cleared(clipboard: PrivateClipboard) -> None:
    clipboard.copy("thank you", 30)
    QGuiApplication.clipboard().setText("thank you")
    clipboard.clear_if_ours()
    assert not QGuiApplication.clipboard().text()


def test_second_copy_starts_the_time_again(clipboard: PrivateClipboard, qtbot: QtBot) -> None:
    clipboard.copy("first", 0.05)
    clipboard.copy("second", 30)
    qtbot.wait(150)
    assert QGuiApplication.clipboard().text() == "second"
    clipboard.clear_if_ours()


def test_words_selected_since_do_not_keep_copied_ones_longer(
    clipboard: PrivateClipboard, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(clipboard.cleared):
        clipboard.copy("the whole text", 0.05)
        clipboard.watch("whole", 30)
    assert not QGuiApplication.clipboard().text()
    clipboard.clear_if_ours()


def test_same_words_copied_again_have_their_whole_time_again(
    clipboard: PrivateClipboard, qtbot: QtBot
) -> None:
    clipboard.copy("thank you", 0.05)
    clipboard.copy("thank you", 30)
    qtbot.wait(150)
    assert QGuiApplication.clipboard().text() == "thank you"
    clipboard.clear_if_ours()
    assert not QGuiApplication.clipboard().text()


def test_at_quit_our_words_are_cleared(clipboard: PrivateClipboard, qapp: QGuiApplication) -> None:
    clipboard.copy("thank you", 30)
    qapp.aboutToQuit.emit()
    assert not QGuiApplication.clipboard().text()


def test_nothing_copied_means_nothing_touched(clipboard: PrivateClipboard) -> None:
    QGuiApplication.clipboard().setText("theirs")
    clipboard.clear_if_ours()
    assert QGuiApplication.clipboard().text() == "theirs"


def test_histories_are_asked_to_leave_it_out(clipboard: PrivateClipboard) -> None:
    clipboard.copy("thank you", 30)
    mime = QGuiApplication.clipboard().mimeData()
    assert bytes(mime.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert mime.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    assert bytes(mime.data("CanIncludeInClipboardHistory").data()) == bytes(4)
    assert mime.hasFormat("org.nspasteboard.ConcealedType")
    clipboard.clear_if_ours()


@pytest.mark.parametrize("field", [LineEdit, TextArea])
def test_what_is_copied_from_any_field_is_marked_and_taken_off(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, field: type[LineEdit | TextArea]
) -> None:
    monkeypatch.setattr(
        QClipboard, "ownsClipboard", lambda _clipboard: True
    )  # what this platform does not tell
    one = field()
    qtbot.addWidget(one)
    EveryCopy(lambda: 0.01, one)
    one.setText("A word of mine")
    one.selectAll()
    one.copy()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "A word of mine"
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    qtbot.waitUntil(
        lambda: clipboard.text() == ""
    )  # by it, or by a window of an earlier test that is still around


def test_what_another_program_copied_is_left_alone(qtbot: QtBot) -> None:
    owner = QObject()
    every = EveryCopy(lambda: 0.01, owner)
    QGuiApplication.clipboard().setText("Of somebody else")
    every.clear_if_ours()
    assert QGuiApplication.clipboard().text() == "Of somebody else"
    QGuiApplication.clipboard().clear()
