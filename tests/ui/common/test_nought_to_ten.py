"""Eleven cells of which one is chosen: pressed, typed, or reached with the arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.nought_to_ten import NoughtToTen


@pytest.fixture
def scale(in_window: InWindow) -> NoughtToTen:
    made = NoughtToTen("How is it?")
    in_window(made, width=300)
    return made


def chosen(scale: NoughtToTen) -> list[int]:
    heard: list[int] = []
    scale.chosen.connect(heard.append)
    return heard


def test_nothing_is_chosen_at_first_and_setting_says_nothing(scale: NoughtToTen) -> None:
    heard = chosen(scale)
    assert scale.value() is None
    scale.set_value(4)
    assert scale.value() == 4
    scale.set_value(None)
    assert scale.value() is None
    assert heard == []


def test_a_digit_chooses_and_other_keys_go_on(scale: NoughtToTen) -> None:
    heard = chosen(scale)
    scale.setFocus()
    assert QApplication.focusWidget() is scale.cells[0]
    QTest.keyClicks(scale.cells[0], "7x")
    assert (scale.value(), heard) == (7, [7])
    assert QApplication.focusWidget() is scale.cells[7]
    QTest.keyClick(scale.cells[7], Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert heard == [7]


def test_the_arrows_go_along_it_up_to_ten(scale: NoughtToTen) -> None:
    heard = chosen(scale)
    QTest.mouseClick(scale.cells[8], Qt.MouseButton.LeftButton)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert heard == [8, 9, 10]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert scale.value() == 9


def test_an_arrow_chooses_where_nothing_was_chosen(scale: NoughtToTen) -> None:
    heard = chosen(scale)
    scale.setFocus()
    QTest.keyClick(scale.cells[0], Qt.Key.Key_Left)
    assert heard == []
    QTest.keyClick(scale.cells[0], Qt.Key.Key_Down)
    assert (heard, scale.value(), scale.cells[1].hasFocus()) == ([1], 1, True)
    QTest.keyClick(scale.cells[1], Qt.Key.Key_Up)
    QTest.keyClick(scale.cells[0], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert heard[:2] == [1, 0]


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_the_left_arrow_goes_up(in_window: InWindow) -> None:
    made = NoughtToTen("How is it?")
    in_window(made)
    made.set_value(4)
    made.setFocus()
    QTest.keyClick(made.cells[4], Qt.Key.Key_Left)
    assert made.value() == 5


def test_the_keyboard_comes_to_one_cell_of_it(in_window: InWindow) -> None:
    """Tab goes into it, to what is chosen, and on."""
    before, made, after = QuietButton("Before"), NoughtToTen("How is it?"), QuietButton("After")
    in_window(before, made, after)
    for value, stop in ((None, 0), (7, 7), (10, 10), (None, 0)):
        made.set_value(value)
        before.setFocus()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is made.cells[stop]
        QTest.keyClick(made.cells[stop], Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after


def test_a_screen_reader_hears_one_of_several_and_what_is_asked(scale: NoughtToTen) -> None:
    scale.set_value(7)
    heard = [QAccessible.queryAccessibleInterface(cell) for cell in scale.cells]
    assert heard[7].text(QAccessible.Text.Name) == "7 of 10"
    assert {each.role() for each in heard} == {QAccessible.Role.RadioButton}
    assert [each.state().checked for each in heard] == [at == 7 for at in range(11)]
    group = heard[7].parent()
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "How is it?")


@pytest.mark.parametrize("look", ["light", "dark", "contrast-light"])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_every_number_has_its_room(in_window: InWindow, put_on: PutOn, look: str, text: float) -> None:
    put_on(look, text)
    made = NoughtToTen("How is it?")
    made.set_value(10)
    window = in_window(made, width=made.minimumSizeHint().width() + 40)
    assert window.grab().width() > 0
    assert all(cell.width() >= cell.sizeHint().width() for cell in made.cells)
    assert all(
        _right(before) <= after.x() + 1 for before, after in zip(made.cells, made.cells[1:], strict=False)
    )


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_nought_stands_at_the_right(in_window: InWindow) -> None:
    made = NoughtToTen("How is it?")
    window = in_window(made)
    assert made.cells[0].x() > made.cells[10].x()
    assert window.grab().width() > 0


def _right(widget: QWidget) -> int:
    return widget.x() + widget.width()
