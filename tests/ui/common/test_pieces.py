"""Buttons, cards, rows, remarks, chips, checks, the undo bar: what each says, and that it can be used by key."""

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QFontMetrics, QHoverEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.painted import differing
from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.acknowledgement.disclosure import Disclosure
from trust_desktop.ui.common import undo_bar
from trust_desktop.ui.common.buttons import (
    GhostButton,
    HoneyButton,
    HoneyPlainButton,
    IconButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
)
from trust_desktop.ui.common.checks_row import ChecksRow
from trust_desktop.ui.common.chips import Chip
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.marks import Mark
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.common.toggles import RadioButton
from trust_desktop.ui.common.undo_bar import UndoBar

BUTTONS = [PrimaryButton, QuietButton, PlainButton, GhostButton, HoneyButton, HoneyPlainButton]


def spoken(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


@pytest.mark.parametrize("kind", BUTTONS)
def test_a_button_is_pressed_by_mouse_and_by_space(qtbot: QtBot, kind: type[QuietButton]) -> None:
    button = kind("Say it to Sam")
    qtbot.addWidget(button)
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    button.setEnabled(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert len(presses) == 2
    assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.Button


def test_a_button_s_ampersand_is_read_as_it_stands(qtbot: QtBot) -> None:
    button = QuietButton("Help & safety")
    qtbot.addWidget(button)

    assert (button.words, spoken(button), button.shortcut().isEmpty()) == (
        "Help & safety",
        "Help & safety",
        True,
    )


def test_an_icon_alone_is_spoken(qtbot: QtBot) -> None:
    button = IconButton("chevron-left", "The month before")
    qtbot.addWidget(button)

    assert (spoken(button), button.toolTip()) == ("The month before", "The month before")
    assert button.sizeHint().width() >= 24 <= button.sizeHint().height()


def test_hover_press_and_disabled_look_different(qtbot: QtBot) -> None:
    button = PrimaryButton("Open")
    qtbot.addWidget(button)
    button.show()
    looks = [_ground(button)]
    at = QPointF(5, 5)
    QApplication.sendEvent(button, QEnterEvent(at, at, at))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    looks.append(_ground(button))
    button.setDown(True)
    looks.append(_ground(button))
    button.setDown(False)
    button.setEnabled(False)
    looks.append(_ground(button))

    assert looks == [theme.color(name).name() for name in ("pine", "pine_hover", "pine_press", "sunken")]


def _ground(button: QAbstractButton) -> str:
    return button.grab().toImage().pixelColor(6, button.height() // 2).name()


@pytest.mark.parametrize("kind", BUTTONS)
def test_long_words_on_a_button_wrap(
    qtbot: QtBot, in_window: InWindow, put_on: PutOn, kind: type[QuietButton]
) -> None:
    put_on("light", 2.0)
    button = kind("Start from an example that somebody else once wrote")
    one_line = button.sizeHint().height()
    in_window(button, width=theme.em(14))

    qtbot.waitUntil(lambda: button.height() > one_line)

    assert button.height() == button.heightForWidth(button.width())


def test_a_button_is_never_stretched_upwards(in_window: InWindow) -> None:
    tall, button = QWidget(), QuietButton("Check in")
    tall.setMinimumHeight(300)
    in_window(tall, button)

    assert button.height() == button.sizeHint().height()


def test_a_row_says_everything_that_is_on_it(qtbot: QtBot) -> None:
    row = ListRow("Sunday call", "Sun 22 November", mark=Mark.KEPT, trailing="2 days")
    qtbot.addWidget(row)
    assert spoken(row) == "Sunday call, Sun 22 November, 2 days"

    row.set_trailing("3 days")
    row.set_second("")
    assert spoken(row) == "Sunday call, 3 days"

    own = ListRow("Sunday call", spoken="Sunday call, kept, not said yet")
    qtbot.addWidget(own)
    assert spoken(own) == "Sunday call, kept, not said yet"


def test_a_row_wraps_before_anything_is_cut(qtbot: QtBot, in_window: InWindow, put_on: PutOn) -> None:
    row = ListRow(
        "Text me when the train leaves and when it arrives", "Tue 24", mark=Mark.PARTLY, selectable=True
    )
    in_window(row, width=theme.em(16))
    before = row.height()
    put_on("light", 2.0)

    qtbot.waitUntil(lambda: row.height() == row.heightForWidth(row.width()) > 1.5 * before)
    assert row.heightForWidth(row.width()) > row.heightForWidth(10 * row.width())


def test_the_way_back_points_to_where_one_came_from(qtbot: QtBot) -> None:
    button = PlainButton("", icon_name="arrow-left")
    qtbot.addWidget(button)
    button.resize(60, 38)
    left = button.grab().toImage()
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = button.grab().toImage()
    assert right != left
    assert differing(right.flipped(Qt.Orientation.Horizontal), left) < 4


def test_a_row_is_measured_as_it_is_painted(qtbot: QtBot) -> None:
    """Bold only while it is chosen, so a title that fits takes no second line beforehand."""
    row = ListRow("Text me when the train leaves", mark=Mark.KEPT, selectable=True)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    regular = row.heightForWidth(row.width())
    row.setChecked(True)
    assert row.sizeHint().width() > row.width()
    assert row.heightForWidth(row.width()) >= regular + QFontMetrics(theme.font(tokens.LABEL)).height() - 4
    assert row.maximumHeight() == row.heightForWidth(row.width())


@pytest.mark.parametrize("appearance", ["light", "contrast-light"])
def test_a_selected_row_is_seen_without_colour(qtbot: QtBot, put_on: PutOn, appearance: str) -> None:
    put_on(appearance, 1.0)
    row = ListRow("Sunday call", mark=Mark.KEPT, selectable=True)
    qtbot.addWidget(row)
    before = row.grab().toImage()
    row.setChecked(True)
    row.set_mark(Mark.KEPT)

    assert row.grab().toImage() != before
    assert QAccessible.queryAccessibleInterface(row).state().checked


def test_parts_say_whether_they_are_there(qtbot: QtBot) -> None:
    checks = ChecksRow([("who", "who"), ("when", "when"), ("know", "how you will know")])
    qtbot.addWidget(checks)
    checks.set_present({"who", "when"})

    parts = ["who: there", "when: there", "how you will know: not yet"]
    assert spoken(checks) == QLocale().createSeparatedList(parts)


def test_the_missing_part_is_pointed_at_until_it_is_there(qtbot: QtBot, in_window: InWindow) -> None:
    checks = ChecksRow([("who", "who"), ("know", "how you will know")])
    in_window(checks)
    checks.set_present({"who"})
    plain = checks.grab().toImage()

    checks.set_missing_shown("know")
    assert checks.grab().toImage() != plain
    assert checks.center_of("know") > checks.center_of("who") > 0
    assert checks.center_of("no such part") == 0

    checks.set_present({"who", "know"})
    there = checks.grab().toImage()
    checks.set_missing_shown("know")
    assert checks.grab().toImage() == there


def test_a_remark_shows_its_words_and_answers(qtbot: QtBot, in_window: InWindow) -> None:
    card = RemarkCard()
    in_window(card)
    card.set_remark(
        "A late jab", "It turns thanks into a reproach.", quote="“about time”", lead="A gentler start"
    )
    keep = HoneyButton("Keep my words")
    card.add_answer(keep)
    qtbot.waitUntil(keep.isVisible)

    assert spoken(card) == "“about time” A late jab"
    description = spoken(card, QAccessible.Text.Description)
    assert description == "It turns thanks into a reproach.\nA gentler start"

    card.clear_answers()
    assert not keep.isVisible()


def test_a_remark_points_at_the_words_and_stays_inside_itself(qtbot: QtBot, in_window: InWindow) -> None:
    card = RemarkCard()
    card.set_remark("A late jab")
    in_window(card)
    without = card.grab().toImage()
    looks = []
    for x in (300, -500, 5000):
        card.point_at(x)
        looks.append(card.grab().toImage())
    card.point_at(None)

    assert card.grab().toImage() == without
    assert all(look != without for look in looks)
    assert looks[0].pixelColor(300, 6) != without.pixelColor(300, 6)


def test_an_empty_list_says_what_goes_here_and_offers_one_step(qtbot: QtBot, in_window: InWindow) -> None:
    state = EmptyState("Nothing yet", "What you say stands here.", "Open the calendar")
    in_window(state)
    with qtbot.waitSignal(state.pressed):
        qtbot.keyClick(state.button, Qt.Key.Key_Space)

    state.set_words("Nothing due", "Days fall due here.")
    assert (state.heading.text(), state.sentence.text(), state.button.isVisible()) == (
        "Nothing due",
        "Days fall due here.",
        False,
    )


def test_a_chip_can_be_taken_out_by_its_own_button(qtbot: QtBot) -> None:
    chip = Chip("Sunday call, Sun 22", mark=Mark.KEPT)
    qtbot.addWidget(chip)
    button = chip.findChild(QAbstractButton)
    assert spoken(button) == "Take out: Sunday call, Sun 22"
    assert chip.text() == "Sunday call, Sun 22"

    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(button, Qt.Key.Key_Space)

    fixed = Chip("Sunday call", removable=False)
    qtbot.addWidget(fixed)
    assert fixed.findChild(QAbstractButton).isHidden()


@pytest.fixture
def bar(in_window: InWindow, monkeypatch: pytest.MonkeyPatch) -> UndoBar:
    monkeypatch.setattr(undo_bar, "STAYS", 40)
    made = UndoBar()
    in_window(QuietButton("Elsewhere"), made).findChild(QuietButton).setFocus()
    return made


def test_the_undo_bar_stays_ten_seconds() -> None:
    assert undo_bar.STAYS == 10_000


def test_the_undo_bar_says_what_was_done_and_leaves(qtbot: QtBot, bar: UndoBar) -> None:
    assert not bar.isVisible()

    bar.show_text("Phone on the table: kept.")

    assert (bar.isVisible(), bar.text(), spoken(bar)) == (True, *["Phone on the table: kept."] * 2)
    assert spoken(bar.button, QAccessible.Text.Description) == "Phone on the table: kept."
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_the_undo_bar_waits_for_the_keyboard(qtbot: QtBot, bar: UndoBar) -> None:
    bar.show_text("Phone on the table: kept.")
    bar.button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(100)
    assert bar.isVisible()

    bar.button.clearFocus()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_the_undo_bar_waits_for_the_pointer(qtbot: QtBot, bar: UndoBar) -> None:
    bar.show_text("Phone on the table: kept.")
    _hover(bar, QEvent.Type.HoverEnter)
    qtbot.wait(100)
    assert bar.isVisible()

    _hover(bar, QEvent.Type.HoverLeave)
    qtbot.waitUntil(lambda: not bar.isVisible())


def _hover(widget: QWidget, kind: QEvent.Type) -> None:
    inside, outside = QPointF(3, 3), QPointF(-1, -1)
    place, before = (inside, outside) if kind is QEvent.Type.HoverEnter else (outside, inside)
    QApplication.sendEvent(
        widget, QHoverEvent(kind, place, QPointF(widget.mapToGlobal(QPoint(3, 3))), before)
    )


def test_undo_is_one_press(qtbot: QtBot, bar: UndoBar) -> None:
    bar.show_text("Phone on the table: kept.")

    with qtbot.waitSignal(bar.undo_requested):
        qtbot.keyClick(bar.button, Qt.Key.Key_Space)

    assert bar.isVisible()  # whoever takes it back sees that it was in sight, and puts it away


def test_a_repeat_is_one_press_and_puts_the_bar_away(qtbot: QtBot, bar: UndoBar) -> None:
    bar.show_taken_back("Phone on the table: kept.")
    with qtbot.waitSignal(bar.redo_requested):
        qtbot.keyClick(bar.button, Qt.Key.Key_Space)
    assert not bar.isVisible()


def test_a_page_with_more_to_read_than_to_press_is_moved_by_key(qtbot: QtBot) -> None:
    page = Page("Help")
    for number in range(60):
        page.body.addWidget(BodyLabel(f"Line {number}"))
    qtbot.addWidget(page)
    page.resize(400, 300)
    with qtbot.waitActive(page):
        page.show()
    bar = page.findChild(ScrollColumn).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    at = [bar.value()]
    for key in ("Down", "PageDown", "End", "PageUp", "Up", "Home"):
        qtbot.keyClick(page, Qt.Key[f"Key_{key}"])
        at.append(bar.value())

    assert at[0] < at[1] < at[2] < at[3] == bar.maximum() > at[4] > at[5] > at[6] == 0
    qtbot.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_as_by_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = PrimaryButton("Open")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, key)
    assert pressed == [True]


@pytest.mark.parametrize("make", [PlainButton, HoneyPlainButton, Disclosure])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_what_is_folded_opens_and_closes_by_enter_too(
    qtbot: QtBot, make: type[PlainButton], key: Qt.Key
) -> None:
    fold = make("Why?")
    fold.setCheckable(True)
    qtbot.addWidget(fold)
    for opened in (True, False):
        qtbot.keyClick(fold, key)
        assert fold.isChecked() is opened


def test_enter_does_not_switch_what_can_be_on_or_off(qtbot: QtBot) -> None:
    choice = RadioButton("Yes")
    qtbot.addWidget(choice)
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert not choice.isChecked()
