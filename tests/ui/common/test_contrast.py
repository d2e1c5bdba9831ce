"""Every colour against every ground it is used on, as the design promises it."""

import pytest
from PySide6.QtGui import QColor

from trust_desktop.ui import tokens

GROUNDS = {
    "P": "paper",
    "R": "rail",
    "S": "surface",
    "U": "sunken",
    "V": "hover",
    "T": "pine_tint",
    "I": "pine_tint2",
    "H": "honey_tint",
    "N": "pine",
}
THEMES = (tokens.LIGHT, tokens.DARK, tokens.CONTRAST_LIGHT, tokens.CONTRAST_DARK)
TEXT = [  # token, grounds, lowest ratio in light, dark, contrast light, contrast dark
    ("ink", "PRSUVTH", (11.9, 9.9, 17.1, 15.1)),
    ("ink2", "PRSUVTH", (6.1, 6.2, 17.1, 15.1)),
    ("ink3", "PRSUV", (4.8, 5.1, 17.1, 15.1)),
    ("pine", "PRST", (6.3, 6.3, 12.6, 16.0)),
    ("on_pine", "N", (7.7, 7.2, 12.6, 13.5)),
    ("pine_text", "PRSUVTI", (6.2, 6.1, 10.2, 11.5)),
    ("honey_text", "PRSH", (5.9, 8.2, 10.1, 14.7)),
]
MARKS = [
    ("edge", "PRSUH", (3.3, 3.6, 21.0, 21.0)),
    ("honey", "PRSVTH", (3.6, 6.2, 8.3, 10.6)),
    ("mark", "PSVT", (6.4, 6.3, 10.2, 11.5)),
    ("mark_quiet", "PSVT", (4.8, 4.8, 17.1, 15.1)),
    ("focus", "PRSUTH", (5.0, 6.0, 10.2, 12.3)),
    ("s_close", "S", (5.7, 7.9, 10.1, 14.7)),
    ("s_steady", "S", (5.8, 7.4, 12.1, 13.3)),
]


def ratio(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2.2 defines it."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(name: str) -> float:
    red, green, blue = (linear(part) for part in QColor(name).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def lowest(theme: tokens.Tokens, token: str, grounds: str) -> float:
    return min(ratio(getattr(theme, token), getattr(theme, GROUNDS[ground])) for ground in grounds)


@pytest.mark.parametrize(("token", "grounds", "promised"), [*TEXT, *MARKS], ids=lambda value: str(value)[:12])
def test_a_colour_keeps_its_promised_contrast(token: str, grounds: str, promised: tuple[float, ...]) -> None:
    for theme, least in zip(THEMES, promised, strict=True):
        assert lowest(theme, token, grounds) >= least


@pytest.mark.parametrize(("token", "grounds", "promised"), TEXT, ids=lambda value: str(value)[:12])
def test_words_have_four_and_a_half(token: str, grounds: str, promised: tuple[float, ...]) -> None:
    assert all(lowest(theme, token, grounds) >= 4.5 for theme in THEMES)
    assert min(promised) >= 4.5


@pytest.mark.parametrize(("token", "grounds", "promised"), MARKS, ids=lambda value: str(value)[:12])
def test_marks_and_outlines_have_three(token: str, grounds: str, promised: tuple[float, ...]) -> None:
    assert all(lowest(theme, token, grounds) >= 3.0 for theme in THEMES)
    assert min(promised) >= 3.0


def test_words_stay_readable_on_a_pressed_primary_button() -> None:
    for theme in THEMES:
        assert min(ratio(theme.on_pine, ground) for ground in (theme.pine_hover, theme.pine_press)) >= 4.5


def test_the_undo_bar_is_inverse_and_so_is_its_focus() -> None:
    others = (tokens.DARK, tokens.LIGHT, tokens.CONTRAST_DARK, tokens.CONTRAST_LIGHT)
    for theme, other in zip(THEMES, others, strict=True):
        assert ratio(theme.paper, theme.ink) >= 13.1
        assert ratio(other.focus, theme.ink) >= 3.0
