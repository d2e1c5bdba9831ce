"""Seven marks, told apart by their shape alone, crisp at every resolution."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import PutOn
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.ui import theme
from trust_desktop.ui.common.icons import icon, paint_icon
from trust_desktop.ui.common.mark_words import mark_word, outcome_word
from trust_desktop.ui.common.marks import Mark, MarkIcon, mark_of, paint_mark


def drawn(mark: Mark, ratio: float = 1.0, ground: str = "#FFFFFF") -> QImage:
    image = QImage(round(16 * ratio), round(16 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, 16, 16), mark, QColor(ground))
    painter.end()
    return image


def shape(image: QImage) -> set[tuple[int, int]]:
    """The places that are inked, whatever the colour."""
    size = range(image.width())
    return {(x, y) for x in size for y in size if image.pixelColor(x, y).lightness() < 200}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_marks_differ_by_shape(ratio: float) -> None:
    shapes = {mark: shape(drawn(mark, ratio)) for mark in Mark}

    for one, other in combinations(Mark, 2):
        apart = len(shapes[one] ^ shapes[other])
        assert apart >= 6 * ratio**2, f"{one} and {other} look alike"


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_grows_with_the_resolution_instead_of_blurring(mark: Mark) -> None:
    once, thrice = drawn(mark), drawn(mark, 3.0)

    assert 5 * len(shape(once)) < len(shape(thrice)) < 13 * len(shape(once))
    lightnesses = _lightnesses(thrice)
    edges = [each for each in lightnesses if min(lightnesses) + 25 < each < 230]
    assert len(edges) < 0.15 * thrice.width() ** 2


def _lightnesses(image: QImage) -> list[int]:
    size = range(image.width())
    return [image.pixelColor(x, y).lightness() for x in size for y in size]


def test_the_cut_in_a_kept_mark_takes_the_ground() -> None:
    image = drawn(Mark.KEPT, 3.0, "#FAEFD8")

    assert image.pixelColor(round(7.1 * 3), round(10.3 * 3)).name().upper() == "#FAEFD8"


def test_partly_is_filled_on_the_same_side_in_every_direction() -> None:
    image = drawn(Mark.PARTLY, 2.0)

    assert image.pixelColor(10, 16).lightness() < 120
    assert image.pixelColor(22, 16).lightness() > 200


def test_not_kept_could_not_and_not_recorded_are_the_same_quiet_colour() -> None:
    quiet = theme.color("mark_quiet")
    for mark in (Mark.NOT_KEPT, Mark.COULD_NOT, Mark.NOT_RECORDED):
        darkest = min(
            (drawn(mark, 3.0).pixelColor(x, y) for x in range(48) for y in range(48)), key=QColor.lightness
        )
        assert darkest == quiet


@pytest.mark.parametrize("outcome", [*Outcome, None])
def test_every_outcome_has_a_mark_and_a_word_of_its_own(outcome: Outcome | None) -> None:
    others = [each for each in (*Outcome, None) if each is not outcome]

    assert mark_of(outcome) not in {mark_of(each) for each in others}
    assert outcome_word(outcome) not in {outcome_word(each) for each in others}
    assert outcome_word(outcome, short=True) not in {outcome_word(each, short=True) for each in others}


def test_words_never_judge() -> None:
    words = {mark_word(mark) for mark in Mark} | {mark_word(mark, short=True) for mark in Mark}

    assert words == {
        "Kept",
        "Kept late, but told me",
        "Late, told me",
        "Partly",
        "Not kept",
        "Could not",
        "Not recorded",
        "Not said yet",
    }


def test_a_mark_icon_grows_with_the_text(qtbot: QtBot, put_on: PutOn) -> None:
    widget = MarkIcon(Mark.PARTLY, size=20)
    qtbot.addWidget(widget)
    sizes = [widget.width()]

    put_on("light", 2.0)
    sizes.append(widget.width())
    widget.set_mark(Mark.KEPT)

    assert sizes == [20, 35]
    assert shape(widget.grab().toImage())


def test_an_icon_is_sharp_at_three_pixels_to_one_and_takes_its_colour() -> None:
    made = icon("lock", "honey", 16)
    pixmap = made.pixmap(made.availableSizes()[0], 3.0)

    image = pixmap.toImage()
    inked = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert image.width() == 48
    assert theme.color("honey").name() in inked


def test_a_selected_icon_has_the_heavier_stroke() -> None:
    def ink(*, strong: bool) -> int:
        image = QImage(60, 60, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_icon(painter, QRectF(0, 0, 60, 60), "sun", QColor("black"), strong=strong)
        painter.end()
        return len(shape(image))

    assert ink(strong=True) > ink(strong=False)
