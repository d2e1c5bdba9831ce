"""The ring fills and has its dots; the disc breathes four in and six out, or stands still."""

from collections.abc import Iterator
from time import monotonic

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trust_desktop.ui import theme
from trust_desktop.ui.pause import breath_ring
from trust_desktop.ui.pause.breath_ring import BreathRing
from trust_desktop.ui.preferences import STILL


@pytest.fixture
def ring(qtbot: QtBot) -> BreathRing:
    shown = BreathRing()
    qtbot.addWidget(shown)
    shown.resize(shown.sizeHint())
    shown.show()
    return shown


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    qapp.setProperty(STILL, True)
    yield
    qapp.setProperty(STILL, False)


def at(ring: BreathRing, seconds: float) -> BreathRing:
    """Let so many seconds of a breath have passed."""
    ring._began = monotonic() - seconds
    return ring


def test_a_breath_is_four_seconds_in_and_six_out(ring: BreathRing) -> None:
    assert at(ring, 1).word == at(ring, 3.8).word == "breathe in"
    assert at(ring, 4.1).word == at(ring, 9.8).word == "breathe out"
    assert at(ring, 10.1).word == "breathe in"
    radii = [at(ring, seconds).disc_radius() for seconds in (0, 2, 4, 7, 9.99)]
    assert radii == pytest.approx([0.72, 0.76, 0.80, 0.76, 0.72], abs=0.001)


@pytest.mark.usefixtures("still")
def test_in_stillness_only_the_word_changes(ring: BreathRing) -> None:
    assert {at(ring, seconds).disc_radius() for seconds in range(10)} == {0.72}
    assert at(ring, 5).word == "breathe out"
    ring._breathe()
    ring._breathe()


def pixel(ring: BreathRing, x: float, y: float) -> QColor:
    """The colour at a place of the ring: -1 to 1 from its middle, in parts of the ring's radius."""
    image = ring.grab().toImage()
    scale = image.width() / ring.width()
    middle, radius = ring.rect().center(), theme.mark(166)
    return image.pixelColor(
        round((middle.x() + x * radius + 0.5) * scale), round((middle.y() + y * radius + 0.5) * scale)
    )


def near(one: QColor, name: str) -> bool:
    other = theme.color(name)
    return all(abs(a - b) < 40 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_the_ring_fills_from_twelve_o_clock_with_a_dot_each_quarter(ring: BreathRing) -> None:
    ring.set_filled(0.5)
    assert near(pixel(ring, 0.7071, -0.7071), "pine")
    assert near(pixel(ring, 0.7071, 0.7071), "pine")
    assert not near(pixel(ring, -0.7071, 0.7071), "pine")
    assert [near(pixel(ring, x, y), "pine") for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))] == [
        True,
        True,
        True,
        False,
    ]
    assert near(pixel(ring, -1, 0), "edge")


def test_how_far_it_is_said_in_quarters_and_never_in_digits(ring: BreathRing) -> None:
    said = []
    for filled in (0.0, 0.3, 0.55, 0.8, 1.0):
        ring.set_filled(filled)
        said.append(ring.accessibleDescription())
    assert len(set(said)) == 5
    assert not any(character.isdigit() for words in said for character in words)


def test_it_rests_while_nobody_sees_it(ring: BreathRing) -> None:
    assert ring._timer.isActive()
    ring.hide()
    assert not ring._timer.isActive()


def test_in_high_contrast_the_disc_has_an_outline(ring: BreathRing, qapp: QApplication) -> None:
    theme.apply(qapp, "contrast-light", 1.0)
    at(ring, breath_ring.IN)
    assert any(near(pixel(ring, 0.80 + step / 200, 0), "pine") for step in range(-4, 5))
