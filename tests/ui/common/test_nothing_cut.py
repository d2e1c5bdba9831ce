"""Nothing is cut: at every text size, in both directions, every word has the room it needs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import PutOn
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import GhostButton, PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.checks_row import ChecksRow
from trust_desktop.ui.common.chips import Chip
from trust_desktop.ui.common.choice_list import ChoiceList
from trust_desktop.ui.common.day_toggles import DayToggles
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, LeadLabel, QuoteLabel, SmallLabel
from trust_desktop.ui.common.mark_bar import MarkBar
from trust_desktop.ui.common.marks import Mark
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.common.toggles import CheckBox, RadioButton

SENTENCE = "One thing is kept. Two are still open, and there is time until the day ends at three."
Sample = Callable[[], QWidget]


def _remark() -> QWidget:
    card = RemarkCard()
    card.set_remark(
        "A late jab", SENTENCE, quote="“about time”", lead="A gentler start", suggestion="“Thank you.”"
    )
    card.add_answer(QuietButton("Use the gentler start"))
    card.add_answer(QuietButton("Keep my words as they are"))
    return card


def _card() -> QWidget:
    card = Card()
    for label in (HeadingLabel("Due today"), LeadLabel(SENTENCE), QuoteLabel(SENTENCE), SmallLabel(SENTENCE)):
        card.body.addWidget(label)
        card.body.addWidget(Hairline())
    return card


def _tools() -> QWidget:
    row = FlowRow()
    for button in (
        PrimaryButton("I have said it"),
        GhostButton("Copy the words", icon_name="copy"),
        Chip("Tue 24"),
    ):
        row.flow.addWidget(button)
    return row


SAMPLES: dict[str, Sample] = {
    "card": _card,
    "remark": _remark,
    "tools": _tools,
    "bar": lambda: MarkBar("Walk"),
    "choices": lambda: ChoiceList("Walk"),
    "segments": lambda: Segmented("View", [("m", "Month"), ("w", "Week", "calendar"), ("l", "List of days")]),
    "days": lambda: DayToggles("On", first_weekday=0),
    "check": lambda: CheckBox(SENTENCE),
    "radio": lambda: RadioButton(SENTENCE),
    "parts": lambda: ChecksRow([("a", "what one can see"), ("b", "how you will know"), ("c", "one sitting")]),
    "empty": lambda: EmptyState("Nothing is due today", SENTENCE, "Open the calendar"),
    "row": lambda: ListRow(SENTENCE, SENTENCE, mark=Mark.KEPT, trailing="2 days"),
    "field": lambda: LineField("Why it matters to me", hint=SENTENCE, aside="private unless you share it"),
}


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_has_its_room(
    qtbot: QtBot, put_on: PutOn, name: str, scale: float, direction: Qt.LayoutDirection
) -> None:
    put_on("light", scale)
    page = Page("A rather long title of a page in a narrow window")
    page.setLayoutDirection(direction)
    page.body.addWidget(SAMPLES[name]())
    page.body.addStretch(1)
    page.reserve_corner(QSize(theme.em(7), theme.em(4)))
    page.resize(theme.em(26), theme.em(40))
    qtbot.addWidget(page)
    page.show()

    def all_fit() -> None:
        assert [_said(widget) for widget in _wordy(page) if not _fits(widget)] == []

    qtbot.waitUntil(all_fit)  # a height that depends on a width settles in a few rounds


def _wordy(page: QWidget) -> list[QWidget]:
    found = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    return [widget for widget in found if widget.isVisible()]


def _fits(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    assert parent is not None
    tall = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
    wide = widget.minimumSizeHint().width()
    inside = parent.rect().contains(QRect(widget.pos(), widget.size()))
    return inside and widget.height() >= tall and widget.width() >= wide


def _said(widget: QWidget) -> tuple[str, QSize, int]:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return words, widget.size(), widget.heightForWidth(widget.width())


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_rows_that_wrap_fill_from_the_leading_side(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    row = FlowRow(gap=8, row_gap=6)
    row.setLayoutDirection(direction)
    buttons = [QuietButton(word) for word in ("Aloud", "In a note", "In a text", "On a card")]
    for button in buttons:
        row.flow.addWidget(button)
    qtbot.addWidget(row)
    row.resize(220, row.heightForWidth(220))
    row.show()

    tops = sorted({button.y() for button in buttons})
    assert len(tops) > 1
    assert row.height() == row.heightForWidth(220) >= buttons[-1].geometry().bottom()
    if direction is Qt.LayoutDirection.LeftToRight:
        assert buttons[0].x() == 0 < buttons[1].x()
    else:
        assert buttons[0].geometry().right() == 219 > buttons[1].geometry().right()


def test_a_flow_gives_its_widgets_back(qtbot: QtBot) -> None:
    row = FlowRow()
    button = QuietButton("Aloud")
    row.flow.addWidget(button)
    qtbot.addWidget(row)

    assert (row.flow.count(), row.flow.itemAt(0).widget(), row.flow.itemAt(1)) == (1, button, None)
    assert row.flow.takeAt(0).widget() is button
    assert (row.flow.takeAt(0), row.flow.count(), row.flow.heightForWidth(100)) == (None, 0, 0)


def test_labels_start_where_the_row_starts(qtbot: QtBot) -> None:
    label = BodyLabel("Words of another script")
    qtbot.addWidget(label)
    label.resize(400, 30)
    left = label.grab().toImage()
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    image = label.grab().toImage()
    inked = [x for x in range(400) for y in range(30) if image.pixelColor(x, y).lightness() < 150]
    assert image != left
    assert min(inked) > 150


def test_a_page_keeps_its_corner_free_and_speaks_its_title(qtbot: QtBot) -> None:
    page = Page("Today")
    qtbot.addWidget(page)
    page.reserve_corner(QSize(120, 60))
    page.resize(600, 400)
    page.show()
    page.set_title("Tuesday 24 November")

    assert page.title.geometry().right() <= 600 - 120
    assert page.accessibleName() == "Tuesday 24 November"


def test_only_a_page_that_asks_for_it_scrolls(qtbot: QtBot) -> None:
    still = Page("Calendar", scrolls=False)
    qtbot.addWidget(still)
    assert still.findChild(ScrollColumn) is None

    page = Page("Today")
    qtbot.addWidget(page)
    for _ in range(40):
        page.body.addWidget(BodyLabel(SENTENCE))
    page.resize(400, 300)
    page.show()
    bar = page.findChild(ScrollColumn).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert bar.grab().toImage() != QLabel().grab().toImage()
