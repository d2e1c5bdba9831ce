"""One part of the story: what it asks, the words, and a door to what may be put in."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.story import StoryPart
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.content import Content


class PartField(QWidget):
    """`edited` after each change of the person's; `facts_wanted` where there is something to put in."""

    edited = Signal()
    facts_wanted = Signal()

    def __init__(
        self,
        part: StoryPart,
        content: Content,
        clipboard: PrivateClipboard,
        seconds: Callable[[], int],
        parent: QWidget | None = None,
        *,
        facts: str = "",
    ) -> None:
        super().__init__(parent)
        self.part = part
        heading, hint = content.text(part.value, "heading"), content.text(part.value, "hint")
        self.label = HeadingLabel(heading)
        self.words = WordsArea(heading, clipboard, seconds, rows=3)
        self.words.setAccessibleDescription(hint)
        self.label.setBuddy(self.words)
        self.facts = PlainButton(facts, dense=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, SmallLabel(hint), self.words):
            self._column.addWidget(widget)
        self._column.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignLeading)
        self.facts.setVisible(bool(facts))  # only now: outside a layout it would be a window
        self._last = ""
        self.words.changed.connect(self._on_changed)
        self.facts.clicked.connect(self.facts_wanted)
        theme.follow(self._retheme)

    def load(self, words: str) -> None:
        """Show other words; nothing is said about a change."""
        self._last = words
        self.words.set_text(words)

    def put_in(self, lines: list[str]) -> None:
        """Put lines below what is written, as one step for Undo, and go there."""
        before = self.words.text().rstrip()
        self.words.rewrite("\n".join([before, *lines] if before else lines))
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def _on_changed(self) -> None:
        if self.words.text() != self._last:  # another look of the words is no change
            self._last = self.words.text()
            self.edited.emit()

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(6))
