"""Words on the page in the roles of the type scale; they wrap and follow the theme."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.long_words import breakable, unbroken
from trust_desktop.ui.tokens import TypeRole

_MEASURE: Final = 46


class ThemedLabel(QLabel):
    """Plain text in one type role and one colour."""

    role: TypeRole = tokens.BODY
    color = "ink"

    def __init__(self, text: str = "", parent: QWidget | None = None, *, color: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._color = color or self.color
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        theme.follow(self._retheme)

    def set_color(self, name: str) -> None:
        self._color = name
        theme.text_palette(self, name)

    @override
    def setText(self, text: str) -> None:
        shown = breakable(text)
        if shown != text or self.accessibleName() == self.text():
            self.setAccessibleName(text if shown != text else "")
        super().setText(shown)

    @override
    def text(self) -> str:
        return unbroken(super().text())

    @override
    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        self._alignment = alignment
        self._align()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    @override
    def sizeHint(self) -> QSize:
        # Qt would guess a shape for words that wrap; here they ask for one line, up to a good length to read.
        words = QFontMetrics(self.font()).size(0, self.text()).width() + 2
        width = max(super().minimumSizeHint().width(), min(words, theme.em(_MEASURE)))
        return QSize(width, self.heightForWidth(width))

    def _align(self) -> None:
        # Qt lays words by their own direction; on the page they start where the row starts.
        sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
        mirrored = self._alignment
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft and self._alignment & sides:
            mirrored = self._alignment ^ sides
        super().setAlignment(mirrored | Qt.AlignmentFlag.AlignAbsolute)

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
