"""The look that is on now: colours, fonts and lengths for every widget, following the system as it changes."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.ui import tokens
from trust_desktop.ui.fonts import serif_family
from trust_desktop.ui.tokens import BASE, Tokens, TypeRole

STYLED: Final = "styled"
"""Property of an application that was given our style in its arguments."""

LARGE_FROM: Final = 1.5
"""Text scale from which rings are three pixels wide."""


_CHOICES: Final = {
    (False, False): tokens.LIGHT,
    (True, False): tokens.DARK,
    (False, True): tokens.CONTRAST_LIGHT,
    (True, True): tokens.CONTRAST_DARK,
}
"""Tokens by (dark, contrast)."""


class Appearance(StrEnum):
    """What the person asked for; the values are what preferences keep."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


_DARK: Final = (Appearance.DARK, Appearance.CONTRAST_DARK)
_CONTRASTS: Final = (Appearance.CONTRAST_LIGHT, Appearance.CONTRAST_DARK)


class Theme(NamedTuple):
    """One set of tokens at one text size."""

    tokens: Tokens
    base: float = float(BASE)
    scale: float = 1.0
    family: str = ""
    dark: bool = False
    contrast: bool = False

    def color(self, name: str) -> QColor:
        return QColor(getattr(self.tokens, name))

    def em(self, n: float = 1.0) -> int:
        """Pixels in `n` times the body text size."""
        return round(self.base * n)

    def px(self, n: float) -> int:
        """A length of the look, given at base 14, in pixels of this text size."""
        return round(self.base * n / tokens.BASE)

    def real(self, n: float) -> float:
        """The same without rounding, for painting."""
        return self.base * n / tokens.BASE

    def space(self, n: float) -> int:
        """A margin or a gap: it grows a little with the text, so that the words get the room."""
        return round(self._grown(n, 0.25))

    def mark(self, n: float) -> int:
        """The side of a mark or an icon: 1.75 times at 200 %."""
        return round(self._grown(n, 0.75))

    def radius(self, n: float) -> float:
        """A corner stays as it is."""
        return self._grown(n, 0.0)

    @property
    def inverse_focus(self) -> QColor:
        """The focus colour on the ground of `ink`."""
        return QColor(_CHOICES[not self.dark, self.contrast].focus)

    def _grown(self, n: float, share: float) -> float:
        unscaled = self.base / self.scale / tokens.BASE
        return n * unscaled * (1 + share * (self.scale - 1))

    @property
    def ring(self) -> int:
        """Width of the focus ring and of the ring around today, in pixels."""
        return 3 if self.scale >= LARGE_FROM else 2

    @property
    def icon_stroke(self) -> float:
        return 2.0 if self.contrast else 1.75

    def font(self, role: TypeRole) -> QFont:
        font = QFont(serif_family() if role.serif else self.family)
        font.setPixelSize(self.px(role.size))
        if role.strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font


class Notifier(QObject):
    """Tells every widget that the look has changed."""

    changed = Signal()


class _State:
    theme: Theme | None = None
    appearance = Appearance.SYSTEM
    scale = 1.0
    platform_font: QFont | None = None
    follows = False


_state = _State()


@cache
def notifier() -> Notifier:
    return Notifier()


def current() -> Theme:
    """The look that is on; the light one until `apply` has been called."""
    if _state.theme is None:
        _state.theme = _make(Appearance.LIGHT, 1.0)
    return _state.theme


def color(name: str) -> QColor:
    return current().color(name)


def px(n: float) -> int:
    return current().px(n)


def em(n: float = 1.0) -> int:
    return current().em(n)


def space(n: float) -> int:
    return current().space(n)


def mark(n: float) -> int:
    return current().mark(n)


def radius(n: float) -> float:
    return current().radius(n)


def font(role: TypeRole) -> QFont:
    return current().font(role)


def apply(app: QApplication, appearance: Appearance | str = Appearance.SYSTEM, scale: float = 1.0) -> None:
    """Put a look on the whole application; `scale` is 1.0 to 2.0."""
    _state.appearance = Appearance(appearance)
    _state.scale = min(2.0, max(1.0, scale))
    if _state.platform_font is None:
        _state.platform_font = app.font()
        if not app.property(STYLED):
            app.setStyle("Fusion")
    _follow_system()
    _put_on(app)


def follow(retheme: Callable[[], None]) -> None:
    """Call a widget's bound method now and whenever the look changes; the connection ends with the widget."""
    retheme()
    notifier().changed.connect(retheme)


def text_palette(widget: QWidget, name: str) -> None:
    """Colour a widget's text with one token."""
    palette = widget.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, color(name))
    widget.setPalette(palette)


def _put_on(app: QApplication) -> None:
    new = _make(_state.appearance, _state.scale)
    if new == _state.theme and app.property("themed"):
        return
    _state.theme = new
    app.setProperty("themed", True)
    app.setPalette(_palette(new))
    app.setFont(new.font(tokens.BODY))
    notifier().changed.emit()


def _make(appearance: Appearance, scale: float) -> Theme:
    hints = QGuiApplication.styleHints() if QGuiApplication.instance() else None
    dark = appearance in _DARK
    contrast = appearance in _CONTRASTS
    if hints is not None and appearance is Appearance.SYSTEM:
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    chosen = _CHOICES[dark, contrast]
    platform = _state.platform_font or QFont()
    size = max(tokens.BASE, QFontInfo(platform).pixelSize()) if QGuiApplication.instance() else tokens.BASE
    return Theme(chosen, size * scale, scale, platform.family(), dark, contrast)


def _follow_system() -> None:
    hints = QGuiApplication.styleHints()
    own = Qt.ColorScheme.Dark if _state.appearance in _DARK else Qt.ColorScheme.Light
    follows = _state.appearance is Appearance.SYSTEM
    hints.setColorScheme(Qt.ColorScheme.Unknown if follows else own)
    if not _state.follows:
        _state.follows = True
        hints.colorSchemeChanged.connect(_on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(_on_system_changed)


def _on_system_changed(*_: object) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _put_on(app)


_ROLES: Final = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "pine",
    QPalette.ColorRole.HighlightedText: "on_pine",
    QPalette.ColorRole.Accent: "pine",
    QPalette.ColorRole.Link: "pine_text",
    QPalette.ColorRole.LinkVisited: "pine_text",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.BrightText: "on_pine",
}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, theme.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("ink3"))
    return palette
