"""Fields: a label that is theirs, a line below, and the keyboard everywhere."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui import theme
from trust_desktop.ui.common.combo_box import ComboBox
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field, LineEdit, LineField
from trust_desktop.ui.common.spin_box import SpinBox
from trust_desktop.ui.common.text_area import TextArea


def spoken(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


@pytest.mark.parametrize(
    "make", [LineField, lambda label: Field(label, ComboBox()), lambda label: Field(label, SpinBox())]
)
def test_a_label_names_its_control_and_leads_to_it(qtbot: QtBot, make: type[LineField]) -> None:
    field = make("First day")
    qtbot.addWidget(field)

    assert field.label.buddy() is field.control
    assert spoken(field.control) == "First day"


def test_a_field_is_read_in_its_order(qtbot: QtBot) -> None:
    field = LineField("First day", hint="It may be today.", aside="only here")
    qtbot.addWidget(field)
    tree = QAccessible.queryAccessibleInterface(field)
    read = [tree.child(place).text(QAccessible.Text.Name) for place in range(tree.childCount())]
    assert read == ["First day", "only here", "First day", "It may be today."]


def test_the_line_below_is_spoken_too_and_goes_back_to_the_hint(qtbot: QtBot) -> None:
    field = LineField("Passphrase", hint="Five words are enough.", aside="only here")
    qtbot.addWidget(field)
    assert spoken(field.edit, QAccessible.Text.Description) == "only here\nFive words are enough."

    field.set_reason("It is not this one.")
    assert (field.reason, "It is not this one." in spoken(field.edit, QAccessible.Text.Description)) == (
        "It is not this one.",
        True,
    )

    field.clear_reason()
    assert field.reason == "Five words are enough."
    field.set_hint("")
    assert field.reason == ""


def test_what_a_closed_list_is_for_is_spoken_with_its_hint(qtbot: QtBot) -> None:
    field = Field("First day", ComboBox(), hint="It may be today.")
    qtbot.addWidget(field)
    assert spoken(field.control, QAccessible.Text.Description) == "First day\nIt may be today."
    field.set_hint("")
    assert spoken(field.control, QAccessible.Text.Description) == "First day"


def test_text_that_is_typed_is_told(qtbot: QtBot) -> None:
    field = LineField("Partner", placeholder="a name, or none")
    qtbot.addWidget(field)
    said: list[str] = []
    field.changed.connect(said.append)

    qtbot.keyClicks(field.edit, "Sa")
    field.set_text("Sam")

    assert said == ["S", "Sa", "Sam"]
    assert field.text() == "Sam"


def test_focus_on_a_field_goes_to_what_one_types_in(qtbot: QtBot, in_window: InWindow) -> None:
    field = LineField("Partner")
    in_window(LineField("Before"), field)

    field.setFocus()

    assert field.edit.hasFocus()


def test_a_secret_is_shown_and_hidden_by_keyboard(qtbot: QtBot, in_window: InWindow) -> None:
    field = LineField("Passphrase", secret=True)
    in_window(field)
    field.edit.setFocus()
    reveal = field.edit.findChild(QAbstractButton)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert spoken(reveal) == "Show what is typed"

    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert reveal.hasFocus()
    qtbot.keyClick(reveal, Qt.Key.Key_Space)

    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert spoken(reveal) == "Hide what is typed"
    qtbot.keyClick(reveal, Qt.Key.Key_Space)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password


def test_keys_pressed_on_the_eye_are_not_typed_and_a_click_leads_back_to_the_field(
    qtbot: QtBot, in_window: InWindow
) -> None:
    field = LineField("Passphrase", secret=True)
    in_window(field)
    field.set_text("otter")
    reveal = field.edit.findChild(QAbstractButton)
    reveal.setFocus(Qt.FocusReason.TabFocusReason)
    handle = field.window().windowHandle()
    assert handle is not None

    for key in (Qt.Key.Key_X, Qt.Key.Key_Backspace):
        QTest.keyClick(handle, key)
    QTest.keyClick(handle, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), field.edit.selectedText(), reveal.hasFocus()) == ("otter", "", True)

    qtbot.mouseClick(reveal, Qt.MouseButton.LeftButton)
    assert field.edit.hasFocus()
    QTest.keyClick(handle, Qt.Key.Key_S)
    assert (field.text(), field.edit.echoMode()) == ("otters", QLineEdit.EchoMode.Normal)


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_the_reveal_button_lies_at_the_trailing_end(in_window: InWindow, direction: str) -> None:
    field = LineField("Passphrase", secret=True)
    field.edit.setLayoutDirection(Qt.LayoutDirection[direction])
    in_window(field)
    button = field.edit.findChild(QAbstractButton).geometry()

    middle = field.edit.rect().center().x()
    assert (button.center().x() > middle) is (direction == "LeftToRight")
    assert field.edit.rect().contains(button)


def test_focus_is_seen_on_a_field_without_colour(qtbot: QtBot, put_on: PutOn, in_window: InWindow) -> None:
    put_on("contrast-light", 1.0)
    first, second = TextArea("Words"), LineField("Partner")
    in_window(first, second)

    first.setFocus()
    with_focus, without = first.grab().toImage(), second.edit.grab().toImage()
    second.edit.setFocus()

    assert first.grab().toImage() != with_focus
    assert second.edit.grab().toImage() != without


@pytest.mark.parametrize("said", [True, False])
def test_words_grow_their_area(qtbot: QtBot, in_window: InWindow, said: bool) -> None:
    area = TextArea("Words", said=said, rows=2)
    in_window(area)
    before = area.height()

    area.set_text("one\ntwo\nthree\nfour\nfive\nsix")

    qtbot.waitUntil(lambda: area.height() > before)
    assert area.document().size().height() <= area.viewport().height() + 2


def test_tab_leaves_the_area_and_the_same_words_keep_the_cursor(qtbot: QtBot, in_window: InWindow) -> None:
    area, after = TextArea("Words"), LineField("Next")
    in_window(area, after)
    area.setFocus()
    qtbot.keyClicks(area, "Thank you")
    qtbot.keyClick(area, Qt.Key.Key_Home)

    area.set_text("Thank you")
    assert area.textCursor().position() == 0
    qtbot.keyClick(area, Qt.Key.Key_Tab)

    assert (area.text(), after.edit.hasFocus()) == ("Thank you", True)


def test_only_plain_text_is_taken(qtbot: QtBot) -> None:
    area = TextArea("Words")
    qtbot.addWidget(area)
    area.insertFromMimeData(_rich("<b>Thank</b> you"))

    assert area.text() == "Thank you"
    assert "<b>" not in area.toHtml()
    assert not area.textCursor().charFormat().font().bold()


def _rich(html: str) -> object:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml(html)
    data.setText("Thank you")
    return data


def test_a_day_is_typed_and_told_as_a_date(qtbot: QtBot, in_window: InWindow) -> None:
    field = DateField()
    in_window(field)
    field.set_day(date(2026, 11, 24))

    with qtbot.waitSignal(field.day_changed) as said:
        qtbot.keyClick(field, Qt.Key.Key_Up)

    assert isinstance(said.args[0], date)
    assert said.args[0] == field.day() != date(2026, 11, 24)


@pytest.mark.parametrize("reason", ["TabFocusReason", "BacktabFocusReason", "OtherFocusReason"])
def test_digits_typed_into_a_day_change_its_number(qtbot: QtBot, in_window: InWindow, reason: str) -> None:
    field = DateField()
    in_window(field)
    field.set_day(date(2026, 11, 24))
    field.clearFocus()
    field.setFocus(Qt.FocusReason[reason])
    qtbot.waitUntil(field.hasFocus)
    assert field.lineEdit().selectedText() == "24"
    qtbot.keyClicks(field, "17")
    assert field.day() == date(2026, 11, 17)


def test_digits_typed_on_the_weekday_are_the_day_too(qtbot: QtBot, in_window: InWindow) -> None:
    field = DateField()
    in_window(field)
    field.set_day(date(2026, 11, 24))
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    field.setCurrentSectionIndex(0)
    qtbot.keyClicks(field, "17")
    assert field.day() == date(2026, 11, 17)


@pytest.mark.parametrize("how", ["Alt+Down", "F4"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_month_is_opened_and_a_day_picked_by_keyboard(
    qtbot: QtBot, in_window: InWindow, how: str, direction: Qt.LayoutDirection
) -> None:
    field = DateField()
    field.setLayoutDirection(direction)
    in_window(field)
    field.set_day(date(2026, 11, 24))
    key, modifier = QKeySequence(how)[0].key(), QKeySequence(how)[0].keyboardModifiers()

    qtbot.keyClick(field, key, modifier)
    month = field.calendarWidget()
    assert month.isVisible()
    assert field.day() == date(2026, 11, 24)

    inside = QApplication.focusWidget()
    qtbot.keyClick(inside, Qt.Key.Key_Down)
    qtbot.keyClick(inside, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not month.isVisible())
    assert field.day() == date(2026, 12, 1)

    qtbot.keyClick(field, key, modifier)
    qtbot.keyClick(month, Qt.Key.Key_Escape)
    assert (month.isVisible(), field.day()) == (False, date(2026, 12, 1))


def test_a_day_outside_its_range_cannot_be_chosen(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_range(date(2026, 11, 1), date(2026, 11, 30))

    field.set_day(date(2027, 1, 1))
    assert field.day() == date(2026, 11, 30)

    field.set_range(None, None)
    field.set_day(date(2027, 1, 1))
    assert field.day() == date(2027, 1, 1)


def test_a_month_to_pick_from_has_no_red_weekend(qtbot: QtBot, put_on: PutOn) -> None:
    field = DateField()
    qtbot.addWidget(field)
    put_on("dark", 1.0)

    arrow = field.calendarWidget().findChild(QToolButton, "qt_calendar_nextmonth")
    assert (spoken(arrow), _has(arrow.icon().pixmap(16).toImage(), "on_pine")) == ("The month after", True)
    weekend = field.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)

    assert weekend.foreground().color() == theme.color("ink")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_controls_are_as_tall_as_their_text_needs(qtbot: QtBot, put_on: PutOn, scale: float) -> None:
    put_on("light", scale)
    combo, number = ComboBox(), SpinBox()
    combo.addItems(["On chosen days", "Every day"])
    number.setRange(1, 7)
    for widget in (combo, number, DateField(), LineEdit()):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= max(38, widget.fontMetrics().height() + 18)
    assert combo.sizeHint().width() > combo.fontMetrics().horizontalAdvance("On chosen days")


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_fields_paint_in_both_directions(qtbot: QtBot, direction: str) -> None:
    for make in (ComboBox, SpinBox, DateField):
        widget = make()
        qtbot.addWidget(widget)
        widget.setLayoutDirection(Qt.LayoutDirection[direction])
        widget.resize(300, 40)
        image = widget.grab().toImage()
        end = _inked(image, 250, 295) if direction == "LeftToRight" else _inked(image, 5, 50)
        assert end, f"{make.__name__} has nothing to press at its end"


def _inked(image: QImage, start: int, end: int) -> bool:
    return any(image.pixelColor(x, y).lightness() < 150 for x in range(start, end) for y in range(8, 32))


def _has(image: QImage, token: str) -> bool:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y).name() == theme.color(token).name() for x, y in places)


def test_a_hint_longer_than_the_field_is_read_to_its_end(qtbot: QtBot) -> None:
    area = TextArea("Words", placeholder="word " * 30)
    qtbot.addWidget(area)
    area.resize(theme.em(12), theme.em(20))
    area.show()
    QApplication.processEvents()
    picture = area.grab().toImage()
    edge = theme.px(10)
    lines = range(area.fontMetrics().lineSpacing() * 4, picture.height() - edge, 2)
    ground = picture.pixelColor(edge, picture.height() - edge)
    columns = range(edge, picture.width() - edge, 2)
    assert any(picture.pixelColor(x, y) != ground for y in lines for x in columns)


def test_what_does_not_fit_is_read_from_its_beginning_and_gone_on_with_at_its_end(
    in_window: InWindow,
) -> None:
    before, field = LineField("Where"), LineField("When")
    in_window(before, field, width=160)
    before.setFocus()
    field.set_text("Sunday after breakfast, while the children are at swimming")
    assert field.edit.cursorPosition() == 0
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    assert field.edit.cursorPosition() == len(field.text())
    assert not field.edit.hasSelectedText()


@pytest.mark.parametrize("make", [ComboBox, SpinBox, DateField])
def test_who_scrolls_past_a_field_scrolls_the_page_and_changes_nothing(
    in_window: InWindow, make: type[ComboBox | SpinBox | DateField]
) -> None:
    field = make()
    if isinstance(field, ComboBox):
        field.addItems(["Monday", "Saturday", "Sunday"])
    in_window(field)
    field.setFocus()  # not even where the keyboard is
    shown = spoken(field, QAccessible.Text.Value), spoken(field)
    for angle in (-120, 120, 120):
        wheel = _wheel(field, angle)
        QApplication.sendEvent(field, wheel)
        assert not wheel.isAccepted()  # what is not taken goes to the page around it
        assert (spoken(field, QAccessible.Text.Value), spoken(field)) == shown
    assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus


def _wheel(field: QWidget, angle: int) -> QWheelEvent:
    middle = QPointF(field.rect().center())
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned, phase = QPoint(0, angle), Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(middle, field.mapToGlobal(middle), QPoint(), turned, buttons, keys, phase, False)
