"""One theme at a time, for everyone, changed while the window is open."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import PutOn
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import PrimaryButton
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel, TitleLabel


def test_the_base_is_the_platform_size_but_at_least_fourteen_pixels() -> None:
    assert theme.current().base == 14.0


@pytest.mark.parametrize(
    ("scale", "em", "space", "mark"), [(1.0, 28, 32, 20), (1.5, 42, 36, 28), (2.0, 56, 40, 35)]
)
def test_words_take_the_room_as_they_grow(
    put_on: PutOn, scale: float, em: int, space: int, mark: int
) -> None:
    put_on("light", scale)

    assert (theme.em(2), theme.px(28), theme.space(32), theme.mark(20)) == (em, em, space, mark)
    assert theme.radius(8) == 8


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (3.0, 2.0)])
def test_text_is_between_one_and_two_times_its_size(put_on: PutOn, asked: float, given: float) -> None:
    put_on("light", asked)

    assert theme.current().scale == given


def test_rings_are_thicker_from_a_hundred_and_fifty_per_cent(put_on: PutOn) -> None:
    widths = []
    for scale in (1.0, 1.4, 1.5, 2.0):
        put_on("light", scale)
        widths.append(theme.current().ring)

    assert widths == [2, 2, 3, 3]


def test_people_s_words_are_in_the_bundled_serif_and_nothing_else_is() -> None:
    assert theme.font(tokens.TITLE).family() == "Source Serif 4"
    assert QFontInfo(theme.font(tokens.SAID)).family() == "Source Serif 4"
    assert theme.font(tokens.HEADING).family() == QApplication.font().family()


def test_there_are_two_weights() -> None:
    roles = [role for role in vars(tokens).values() if isinstance(role, tokens.TypeRole)]

    assert {theme.font(role).weight() for role in roles} == {QFont.Weight.Normal, QFont.Weight.DemiBold}
    assert min(role.size for role in roles) == 12


@pytest.mark.parametrize(
    ("appearance", "ground"),
    [
        ("light", "#F5F1E8"),
        ("dark", "#1D1B18"),
        ("contrast-light", "#FFFFFF"),
        ("contrast-dark", "#000000"),
        ("system", "#F5F1E8"),
    ],
)
def test_the_ground_is_the_one_asked_for(put_on: PutOn, appearance: str, ground: str) -> None:
    put_on(appearance, 1.0)

    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == ground


def test_open_widgets_follow_at_once(qtbot: QtBot, put_on: PutOn) -> None:
    title, second, button = TitleLabel("Today"), SmallLabel("yesterday"), PrimaryButton("Open")
    for widget in (title, second, button):
        qtbot.addWidget(widget)
    before = button.sizeHint()

    put_on("dark", 2.0)

    assert title.font().pixelSize() == 56
    assert second.palette().color(QPalette.ColorRole.WindowText).name().upper() == tokens.DARK.ink2
    assert button.sizeHint().width() > 1.5 * before.width()


def test_a_label_given_a_colour_keeps_its_meaning_in_the_dark(qtbot: QtBot, put_on: PutOn) -> None:
    label = BodyLabel("not said yet", color="honey_text")
    qtbot.addWidget(label)

    put_on("dark", 1.0)
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == tokens.DARK.honey_text

    label.set_color("ink3")
    put_on("light", 1.0)
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == tokens.LIGHT.ink3


def test_the_same_look_again_is_no_change(qtbot: QtBot, put_on: PutOn) -> None:
    with qtbot.assertNotEmitted(theme.notifier().changed):
        put_on("light", 1.0)
    with qtbot.waitSignal(theme.notifier().changed):
        put_on("contrast-light", 1.0)


def test_a_closed_widget_is_not_called_any_more(qtbot: QtBot, put_on: PutOn) -> None:
    label = BodyLabel("gone")
    label.deleteLater()
    qtbot.waitUntil(lambda: not _lives(label))

    put_on("dark", 1.0)  # would raise "already deleted" into pytest-qt

    assert theme.current().dark


def _lives(widget: object) -> bool:
    from shiboken6 import isValid

    return isValid(widget)
