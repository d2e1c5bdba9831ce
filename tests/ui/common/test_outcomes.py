"""Marking a day: five outcomes, one press or one key each."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.ui import theme
from trust_desktop.ui.common.choice_list import ChoiceList
from trust_desktop.ui.common.mark_bar import MarkBar
from trust_desktop.ui.common.outcomes import OutcomeChoice

Shown = Callable[..., OutcomeChoice]

WALK = "Walk after dinner"


@pytest.fixture
def shown(in_window: InWindow) -> Shown:
    def show(choice: OutcomeChoice, width: int = 700) -> OutcomeChoice:
        in_window(choice, width=width)
        return choice

    return show


@pytest.mark.parametrize("kind", [MarkBar, ChoiceList])
@pytest.mark.parametrize("outcome", Outcome)
def test_one_press_says_the_outcome(
    qtbot: QtBot, kind: type[OutcomeChoice], outcome: Outcome, shown: Shown
) -> None:
    choice = shown(kind(WALK))
    button = next(button for button in choice.buttons if button.outcome is outcome)

    with qtbot.waitSignal(choice.chosen) as said:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert said.args == [outcome]
    assert choice.outcome() is outcome


@pytest.mark.parametrize(("key", "outcome"), list(zip("12345", Outcome, strict=True)))
def test_keys_mark_while_the_keyboard_is_inside(
    qtbot: QtBot, key: str, outcome: Outcome, shown: Shown
) -> None:
    choice = shown(ChoiceList(WALK))
    choice.buttons[4].setFocus()

    with qtbot.waitSignal(choice.chosen) as said:
        qtbot.keyClicks(choice.buttons[4], key)

    assert said.args == [outcome]
    assert choice.buttons[list(Outcome).index(outcome)].hasFocus()


def test_a_key_with_control_marks_nothing(qtbot: QtBot, shown: Shown) -> None:
    choice = shown(ChoiceList(WALK))

    qtbot.keyClick(choice.buttons[0], Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(choice.buttons[0], Qt.Key.Key_6)

    assert choice.outcome() is None


def test_arrows_move_and_space_marks(qtbot: QtBot, shown: Shown) -> None:
    choice = shown(ChoiceList(WALK))
    choice.set_outcome(Outcome.KEPT)
    choice.buttons[0].setFocus()

    with qtbot.assertNotEmitted(choice.chosen):
        qtbot.keyClick(choice.buttons[0], Qt.Key.Key_Down)
        qtbot.keyClick(choice.buttons[1], Qt.Key.Key_Down)
    assert (choice.outcome(), choice.buttons[2].hasFocus()) == (Outcome.KEPT, True)

    qtbot.keyClick(choice.buttons[2], Qt.Key.Key_Space)
    assert choice.outcome() is Outcome.PARTLY


@pytest.mark.parametrize(("direction", "next_one"), [("LeftToRight", 1), ("RightToLeft", 4)])
def test_arrows_follow_what_the_eye_sees(qtbot: QtBot, direction: str, next_one: int, shown: Shown) -> None:
    bar = MarkBar(WALK)
    bar.setLayoutDirection(Qt.LayoutDirection[direction])
    shown(bar)
    bar.buttons[0].setFocus()

    qtbot.keyClick(bar.buttons[0], Qt.Key.Key_Right)

    assert bar.buttons[next_one].hasFocus()


@pytest.mark.parametrize(("direction", "first_is_left"), [("LeftToRight", True), ("RightToLeft", False)])
def test_the_row_is_mirrored(direction: str, first_is_left: bool, shown: Shown) -> None:
    bar = MarkBar(WALK)
    bar.setLayoutDirection(Qt.LayoutDirection[direction])
    shown(bar)

    assert (bar.buttons[0].x() < bar.buttons[1].x()) is first_is_left


def test_an_outcome_can_be_taken_away_again(qtbot: QtBot, shown: Shown) -> None:
    choice = shown(MarkBar(WALK))
    choice.set_outcome(Outcome.NOT_KEPT)

    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_outcome(None)

    assert choice.outcome() is None


def test_words_that_do_not_fit_go_under_each_other(qtbot: QtBot, put_on: PutOn, shown: Shown) -> None:
    bar = shown(MarkBar(WALK))
    assert len({button.y() for button in bar.buttons}) == 1

    put_on("light", 2.0)
    qtbot.waitUntil(lambda: len({button.y() for button in bar.buttons}) == 5)

    qtbot.waitUntil(lambda: bar.height() >= sum(button.height() for button in bar.buttons))
    assert all(button.width() >= button.needed(upright=True) for button in bar.buttons)


def test_long_words_wrap_and_nothing_is_cut(put_on: PutOn, shown: Shown) -> None:
    put_on("light", 2.0)
    choice = shown(ChoiceList(WALK), width=theme.em(12))

    assert all(button.height() >= button.tall(button.width()) for button in choice.buttons)
    assert choice.buttons[1].height() > choice.buttons[0].height()
    assert choice.height() >= choice.buttons[-1].geometry().bottom()


def test_every_outcome_is_spoken_with_the_action_and_as_one_of_five(shown: Shown) -> None:
    choice = shown(ChoiceList(WALK))
    choice.set_outcome(Outcome.KEPT_LATE_TOLD)

    spoken = [QAccessible.queryAccessibleInterface(button) for button in choice.buttons]

    assert [each.text(QAccessible.Text.Name) for each in spoken] == [
        "Walk after dinner: Kept",
        "Walk after dinner: Kept late, but told me",
        "Walk after dinner: Partly",
        "Walk after dinner: Not kept",
        "Walk after dinner: Could not",
    ]
    assert {each.role() for each in spoken} == {QAccessible.Role.RadioButton}
    assert [bool(each.state().checked) for each in spoken] == [False, True, False, False, False]
