"""Words longer than a line: they break where they are painted, and are whole for everyone who asks."""

import pytest
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import PrimaryButton
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.long_words import BREAK, breakable, unbroken
from trust_desktop.ui.common.pressable import in_lines, text_size
from trust_desktop.ui.common.rows import ListRow

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.mark.parametrize("text", ["", "short words stay", "Geschwindigkeitsbegrenz", "one\ntwo"])
def test_usual_words_stay_as_they_are(text: str) -> None:
    assert breakable(text) == text


def test_a_long_word_gets_places_to_break_and_loses_nothing() -> None:
    broken = breakable(f"call {LONG} now")
    assert max(map(len, broken.replace(BREAK, " ").split())) <= 16
    assert unbroken(broken) == f"call {LONG} now"
    assert breakable(broken) == broken


@pytest.mark.parametrize(
    "text",
    [
        "“… and I …”",
        "“called at six, and I”",
        "“Come home ”",
        "«Komm nach Hause »",
        "Go on …",
        "one (two) …”\n",
    ],
)
def test_marks_at_the_end_never_stand_alone_on_a_line(qtbot: QtBot, text: str) -> None:
    shown = breakable(text)
    assert shown != text
    assert (unbroken(shown), breakable(shown)) == (text, shown)
    layout = QTextLayout(shown, theme.font(tokens.SAID_SMALL))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)  # a line ends wherever it may
    layout.endLayout()
    last = layout.lineAt(layout.lineCount() - 1)
    assert sum(map(str.isalpha, shown[last.textStart() :])) > 1 or "I …" in text


@pytest.mark.parametrize("text", ["“…", "I said “ yes”", "– one", "1 2 3"])
def test_a_mark_that_begins_or_follows_nothing_is_left_alone(text: str) -> None:
    assert breakable(text) == text


def test_a_label_makes_room_for_less_than_the_word_and_says_all_of_it(qtbot: QtBot) -> None:
    label = BodyLabel(LONG)
    qtbot.addWidget(label)
    assert label.text() == label.accessibleName() == LONG
    assert label.minimumSizeHint().width() < theme.em(20)
    label.setText("short")
    assert (label.text(), label.accessibleName()) == ("short", "")


def test_a_button_and_a_row_keep_the_words_inside(qtbot: QtBot) -> None:
    button, row = PrimaryButton(f"Say it to {LONG}"), ListRow("Title", LONG)
    for widget in (button, row):
        qtbot.addWidget(widget)
    assert button.minimumSizeHint().width() < theme.em(20)
    assert button.text() == f"Say it to {LONG}"
    assert LONG in row.accessibleName()


@pytest.mark.parametrize("words", ["word " * 60, breakable(LONG * 4)])
def test_what_does_not_fit_into_two_lines_ends_in_an_ellipsis(qtbot: QtBot, words: str) -> None:
    font, width = theme.font(tokens.LABEL), theme.em(14)
    shown = in_lines(words, font, width, 2)
    assert shown.endswith("…")
    line = text_size("X", font, width).height()
    assert text_size(shown, font, width).height() == 2 * line
    assert in_lines("one word", font, width, 2) == "one word"
