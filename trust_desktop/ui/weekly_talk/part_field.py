"""One part of the sheet: its name, what it asks for, the words, and remarks on them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.weekly_talk import SheetPart
from trust_desktop.ui import theme
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.help_line import HelpLine
from trust_desktop.ui.remarks.remarks import Remarks
from trust_desktop.wording import message_review


class PartField(QWidget):
    """`edited` after each change of the person's, and when a remark was answered."""

    edited = Signal()
    help_requested = Signal()

    def __init__(
        self,
        part: SheetPart,
        content: Content,
        clipboard: PrivateClipboard,
        seconds: Callable[[], int],
        parent: QWidget | None = None,
        *,
        leads: bool = True,
        rows: int = 2,
    ) -> None:
        super().__init__(parent)
        self.part = part
        heading, hint = content.text(part.value, "heading"), content.text(part.value, "hint")
        self.label = HeadingLabel(heading) if leads else StrongLabel(heading)
        self.hint = SmallLabel(hint)
        self.words = WordsArea(heading, clipboard, seconds, rows=rows)
        self.words.setAccessibleDescription(hint)
        self.label.setBuddy(self.words)
        card = AnsweringCard(self.tr("Remove these words"), shows_rewrite=False)
        self.remarks = Remarks(self.words, message_review, card, self)
        self.help = HelpLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.hint, self.words, card):
            self._column.addWidget(widget)
        self._column.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeading)
        self._last = ""
        self.words.changed.connect(self._on_changed)
        self.remarks.answered.connect(self.edited)
        self.help.clicked.connect(self.help_requested)
        theme.follow(self._retheme)

    def load(self, words: str, kept: frozenset[str]) -> None:
        """Show other words, with what is quiet of their remarks; nothing is said about a change."""
        self._last = words
        self.remarks.set_kept(kept)
        self.words.set_text(words)

    def put_in(self, words: str) -> None:
        """Put a line below what is written, as one step for Undo, and go there."""
        before = self.words.text().rstrip()
        self.words.rewrite(f"{before}\n{words}" if before else words)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def _on_changed(self) -> None:
        self.help.look_at(self.words.text())
        if self.words.text() != self._last:  # another look of the words is no change
            self._last = self.words.text()
            self.edited.emit()

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(6))
