"""Words on the page in the roles of the type scale; they wrap and follow the theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.tokens import TypeRole


class ThemedLabel(QLabel):
    """Plain text in one type role and one colour."""

    role: TypeRole = tokens.BODY
    color = "ink"

    def __init__(self, text: str = "", parent: QWidget | None = None, *, color: str = "") -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._color = color or self.color
        theme.follow(self._retheme)

    def set_color(self, name: str) -> None:
        self._color = name
        theme.text_palette(self, name)

    def _retheme(self) -> None:
        self.setFont(theme.font(self.role))
        theme.text_palette(self, self._color)


class DisplayLabel(ThemedLabel):
    """The name on the opening page."""

    role = tokens.DISPLAY


class TitleLabel(ThemedLabel):
    """A page's title."""

    role = tokens.TITLE


class LeadLabel(ThemedLabel):
    """A page's one plain statement."""

    role = tokens.SAID
    color = "ink2"


class SaidLabel(ThemedLabel):
    """Words that were said or agreed."""

    role = tokens.SAID


class QuoteLabel(ThemedLabel):
    """Quoted words in a card."""

    role = tokens.SAID_SMALL
    color = "ink2"


class HeadingLabel(ThemedLabel):
    """A card's heading."""

    role = tokens.HEADING


class StrongLabel(ThemedLabel):
    """A row's title or a field's name."""

    role = tokens.LABEL


class BodyLabel(ThemedLabel):
    """Running text."""


class SmallLabel(ThemedLabel):
    """A second line."""

    role = tokens.SMALL
    color = "ink2"


class CaptionLabel(ThemedLabel):
    """A legend."""

    role = tokens.CAPTION
    color = "ink2"
