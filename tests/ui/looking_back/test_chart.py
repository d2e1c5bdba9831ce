"""The lines of the check-ins: apart by shape, parted where nothing was noted, named beside their last point."""

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.builders import NOW, TODAY
from trust_desktop.domain.check_in import CheckIn, Feeling, Noted
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.looking_back.chart import Chart, Look

WIDTH, HEIGHT = 660, 236
PLACE = QRectF(0, 0, WIDTH, HEIGHT)


def look(*, mirrored: bool = False) -> Look:
    now = theme.current()
    return Look(
        lines={
            Feeling.FELT_SAFETY: now.color("mark"),
            Feeling.CLOSENESS: now.color("s_close"),
            Feeling.STEADINESS: now.color("s_steady"),
        },
        ground=now.color("surface"),
        grid=now.color("line"),
        words=now.color("ink"),
        axis=now.color("ink2"),
        label_font=now.font(tokens.SMALL),
        axis_font=now.font(tokens.CAPTION),
        unit=1,
        mirrored=mirrored,
    )


def painted(*noted: tuple[int, Noted], mirrored: bool = False, scale: float = 1) -> QImage:
    """A chart of what was noted so many weeks ago."""
    found = [CheckIn(week, TODAY - timedelta(weeks=week), each, NOW) for week, each in noted]
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    start = min((each.day for each in found), default=TODAY - timedelta(weeks=8))
    Chart(found, start, TODAY).paint(painter, PLACE, look(mirrored=mirrored))
    painter.end()
    return image


def is_like(pixel: int, token: str, within: int) -> bool:
    """Whether a point has a colour, or `within` so much of it where a line's edge is smoothed."""
    wanted, found = theme.color(token), QColor(pixel)
    return all(abs(one - other) <= within for one, other in zip(wanted.getRgb(), found.getRgb(), strict=True))


def columns_with(image: QImage, token: str, within: int = 90) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(is_like(image.pixel(x, y), token, within) for y in range(image.height()))
    ]


def gaps(columns: list[int], wide: int) -> int:
    return sum(after - before > wide for before, after in pairwise(columns))


def test_a_skipped_week_is_a_gap() -> None:
    whole = columns_with(painted(*((week, Noted(5)) for week in range(9))), "mark")
    parted = columns_with(painted(*((week, Noted(5)) for week in (0, 1, 2, 3, 6, 7, 8))), "mark")
    assert gaps(whole, 40) == 0
    assert gaps(parted, 40) == 1


def test_lines_differ_by_more_than_their_colour() -> None:
    solid = painted(*((week, Noted(5)) for week in range(5)))
    dashed = painted(*((week, Noted(None, 5)) for week in range(5)))
    dotted = painted(*((week, Noted(None, None, 5)) for week in range(5)))
    runs = [
        gaps(columns_with(image, token), 2)
        for image, token in ((solid, "mark"), (dashed, "s_close"), (dotted, "s_steady"))
    ]
    assert runs[0] < runs[1] < runs[2]


def test_names_that_would_touch_move_apart_and_stay_inside() -> None:
    same = painted((0, Noted(0, 0, 0)), (1, Noted(0, 0, 0)))
    ink = theme.color("ink").rgb()
    rows = [y for y in range(HEIGHT) if any(same.pixel(x, y) == ink for x in range(540, WIDTH))]
    assert gaps(rows, 2) >= 2
    assert max(rows) < HEIGHT - 1


@pytest.mark.parametrize("noted", [(), ((0, Noted(5)),)])
def test_nothing_or_one_point_is_drawn_without_trouble(noted: tuple[tuple[int, Noted], ...]) -> None:
    assert bool(columns_with(painted(*noted), "mark", within=0)) == bool(noted)


def test_from_right_to_left_the_newest_is_at_the_left() -> None:
    noted = ((0, Noted(9)), (8, Noted(1)))
    right, left = (
        columns_with(painted(*noted, mirrored=mirrored), "mark", within=0) for mirrored in (False, True)
    )
    assert [WIDTH - x for x in reversed(left)] == pytest.approx(right, abs=2)


def test_it_is_as_sharp_at_any_scale() -> None:
    """A drawing made of shapes has a thousand full-coloured points more at twice the size, not four blurred ones."""
    noted = tuple((week, Noted(5)) for week in range(5))
    once, twice = (painted(*noted, scale=scale) for scale in (1.0, 2.0))
    full = [
        sum(
            image.pixel(x, y) == theme.color("mark").rgb()
            for x in range(image.width())
            for y in range(image.height())
        )
        for image in (once, twice)
    ]
    assert full[1] > 3.5 * full[0]
