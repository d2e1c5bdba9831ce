"""Words to leave or to come back with: begun for the person, theirs to change, to copy or to say."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.help_line import HelpLine
from trust_desktop.ui.remarks.remarks import Remarks
from trust_desktop.wording import Bits, Remark, message_review


class KindWords(QWidget):
    """`edited` after a change of the person's; our own words are offered as long as there are none of theirs.

    Others of ours are not offered over theirs either: what stands here is all that is kept of them.
    """

    edited = Signal()

    def __init__(self, label: str, hint: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: tuple[str, ...] = ()
        self._at = 0
        self._filling = self._theirs = False
        self.label = StrongLabel(label)
        self.words = WordsArea(label, desk.clipboard, desk.seconds, rows=3)
        card = AnsweringCard(self.tr("Remove these words"), shows_rewrite=False)
        self.remarks = Remarks(self.words, self._review, card, self)
        self.help = HelpLine()
        self.help.clicked.connect(desk.help_requested)
        self.hint = SmallLabel(hint)
        self.copy = PlainButton(self.tr("Copy"), icon_name="copy", dense=True)
        self.copy.clicked.connect(lambda: desk.clipboard.copy(self.text(), desk.seconds()))
        self.others = PlainButton(self.tr("Other words"), dense=True)
        self.others.clicked.connect(self._on_others)
        self._tools = FlowRow(gap=20)
        for button in (self.copy, self.others):
            self._tools.flow.addWidget(button)
        self._column = QVBoxLayout(self)
        for widget in (self.label, self.words, card, self.help, self.hint, self._tools):
            self._column.addWidget(widget)
        self.words.changed.connect(self._on_changed)
        theme.follow(self._retheme)

    def text(self) -> str:
        return self.words.text().strip()

    @property
    def own(self) -> bool:
        """Whether what stands here, or that nothing does, is the person's doing."""
        return self._theirs

    def offer(self, drafts: Sequence[str]) -> None:
        """Put in the beginning as it is now, unless the person has words of their own."""
        own = self.own
        self._drafts = tuple(drafts)
        self._at = min(self._at, len(drafts) - 1)
        if not own:
            self._fill(self._drafts[self._at])
        self._refresh()

    def set_text(self, text: str) -> None:
        self._fill(text)

    def swap(self, old: str, new: str) -> None:
        """Put another time in the place of one that stood in the person's own words."""
        if old and old != new and self.own and old in self.text():
            place = self.words.place()
            self.words.rewrite(self.words.text().replace(old, new))
            self.words.go_to(min(place, len(self.words.text())))

    def _fill(self, text: str) -> None:
        self._theirs = bool(text.strip()) and text not in self._drafts
        if text == self.words.text():
            return
        self._filling = True
        self.words.set_text(text)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self._filling = False
        self._refresh()

    def _review(self, text: str) -> Bits[tuple[Remark, ...]]:
        """Advise on the person's words; what was offered by us is no slip of theirs."""
        spans = [(text.find(each), text.find(each) + len(each)) for each in self._drafts if each in text]
        found = yield from message_review(text)
        return tuple(
            remark
            for remark in found
            if not any(start <= remark.start and remark.end <= end for start, end in spans)
        )

    def _on_others(self) -> None:
        self._at = (self._at + 1) % len(self._drafts)
        self.words.setFocus()
        self.words.rewrite(self._drafts[self._at])

    def _on_changed(self) -> None:
        if self._filling:
            return
        self._theirs = self.text() not in self._drafts
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        self.others.setVisible(len(self._drafts) > 1 and not (self.own and self.text()))
        self.copy.setEnabled(bool(self.text()))
        self.help.look_at(self.text())

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
