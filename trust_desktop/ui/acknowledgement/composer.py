"""The card where words of thanks are written, copied and kept as said."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.override import override
from trust_desktop.ui.acknowledgement.about_row import AboutRow
from trust_desktop.ui.acknowledgement.said_when import SaidWhen
from trust_desktop.ui.acknowledgement.way_words import ICONS, way_choice
from trust_desktop.ui.common.buttons import GhostButton, PrimaryButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.checks_row import ChecksRow
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import CaptionLabel, SaidLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.help_line import HelpLine
from trust_desktop.ui.remarks.remarks import Remarks
from trust_desktop.wording import message_review
from trust_desktop.wording.thanks import ThanksPart, thanks_parts

_PARTS: Final = {
    ThanksPart.ACT: QT_TRANSLATE_NOOP("ThanksParts", "what I saw"),
    ThanksPart.WHEN: QT_TRANSLATE_NOOP("ThanksParts", "when"),
    ThanksPart.EFFECT: QT_TRANSLATE_NOOP("ThanksParts", "what it did for me"),
    ThanksPart.THANKS: QT_TRANSLATE_NOOP("ThanksParts", "thank you"),
}
_OF_ANYTHING: Final = frozenset({ThanksPart.WHEN, ThanksPart.THANKS})
"""Thanks that hold nothing else could be for anything."""


class Composer(Card):
    """Edits one draft; `edited` after each change of the person's, `said` with the day it was said."""

    edited = Signal()
    said = Signal(object)
    copied = Signal(str)
    help_requested = Signal()

    def __init__(
        self, clipboard: PrivateClipboard, clear_seconds: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, padding=28, spacing=16)
        self._draft = AcknowledgementDraft()
        self._today = date.min
        self._loading = False
        self._build_head()
        self._build_words(clipboard, clear_seconds)
        self.body.addWidget(Hairline())
        self._build_way()
        self._build_foot()
        self._refresh()

    def draft(self) -> AcknowledgementDraft:
        """What stands in the card now."""
        way = self.way.value()
        assert isinstance(way, Way)
        return AcknowledgementDraft(
            self._draft.id, self.words.text(), self.about.covers, way, self.remarks.kept
        )

    @property
    def empty(self) -> bool:
        draft = self.draft()
        return not draft.text.strip() and not draft.covers

    def least_height(self, width: int) -> int:
        """What the card needs at this width when the words scroll inside their field."""
        words = self.words.sizeHint().height() - self.words.minimumSizeHint().height()
        return self.heightForWidth(width) - words

    def load(self, draft: AcknowledgementDraft) -> None:
        """Show other words; nothing is said about a change."""
        self._loading = True
        self._draft = draft
        self.remarks.set_kept(draft.kept)
        if draft.text != self.words.text():
            self.words.set_text(draft.text)
            self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.about.set_covers(draft.covers)
        self.way.set_value(draft.way)
        self._loading = False
        self._leave_when()
        self._refresh()

    def set_draft_id(self, draft_id: int | None) -> None:
        """The words in the card are kept under this number; they stay as they are."""
        self._draft = AcknowledgementDraft(draft_id)

    def show_partner(self, partner: str) -> None:
        name = partner or self.tr("your partner")
        self.to.setText(self.tr("To {partner}").format(partner=name))

    def show_today(self, today: date) -> None:
        self._today = today

    def show_saved(self, words: str) -> None:
        self.saved.setText(words)

    def show_reason(self, words: str) -> None:
        """Say beside the buttons why something did not go through; an edit takes it away."""
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.when.isHidden():
            self._leave_when()
            self.have_said.setFocus()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.when.day.hasFocus():
            self.when.keep.click()
            return
        super().keyPressEvent(event)

    def _build_head(self) -> None:
        self.to = SaidLabel()
        self.saved = CaptionLabel()
        self.saved.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(self.to, 1)
        head.addWidget(self.saved)
        self.body.addLayout(head)
        self.about = AboutRow()
        self.about.changed.connect(self._on_edited)
        self.body.addWidget(self.about)

    def _build_words(self, clipboard: PrivateClipboard, clear_seconds: Callable[[], int]) -> None:
        words = [
            (part.value, QCoreApplication.translate("ThanksParts", str(text)))
            for part, text in _PARTS.items()
        ]
        self.checks = ChecksRow(words)
        self.words = WordsArea(self.tr("Your words"), clipboard, clear_seconds)
        self.words.setPlaceholderText(
            self.tr("What you saw, when, what it did for you or spared you, and thanks.")
        )
        card = AnsweringCard(self.tr("Remove these words"), shows_rewrite=False)
        self.remarks = Remarks(self.words, message_review, card, self)
        self.remarks.answered.connect(self._on_edited)
        self.remarks.rested.connect(self._ask_for_a_detail)
        self.words.changed.connect(self._on_edited)
        self.help = HelpLine()
        self.help.clicked.connect(self.help_requested)
        self._written = Card(ground="surface", line="surface", padding=0, spacing=8)
        self._written.body.addWidget(self.checks)
        remarked = Card(ground="surface", line="surface", padding=0, spacing=4)
        remarked.body.addWidget(self.words, 1)
        remarked.body.addWidget(card)
        remarked.body.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeading)
        self._written.body.addWidget(remarked, 1)
        self.body.addWidget(self._written, 1)

    def _build_way(self) -> None:
        self.how = StrongLabel()
        self.how.setWordWrap(False)
        self.way = Segmented(self.tr("How you say it"), [(way, way_choice(way), ICONS[way]) for way in Way])
        self.way.chosen.connect(self._on_edited)
        self._way_row = Ends(self.how, self.way)
        self.body.addWidget(self._way_row)

    def _build_foot(self) -> None:
        self.copy = GhostButton(self.tr("Copy"), icon_name="copy")
        self.copy.clicked.connect(lambda: self.copied.emit(self.words.text()))
        self.have_said = PrimaryButton(self.tr("I have said it"))
        self.have_said.clicked.connect(self._ask_when)
        self._foot = Ends(self.copy, self.have_said)
        self.reason = SmallLabel()
        self.when = SaidWhen()
        self.when.said.connect(self.said)
        self.when.left.connect(self._on_not_yet)
        self.when.hide()
        for widget in (self._foot, self.when, self.reason):
            self.body.addWidget(widget)

    def _on_edited(self) -> None:
        if not self._loading:
            self.edited.emit()
        self._refresh()

    def _ask_for_a_detail(self) -> None:
        """Lukewarm thanks fail too; what went wrong is said first."""
        parts = thanks_parts(self.words.text())
        lukewarm = ThanksPart.THANKS in parts and parts <= _OF_ANYTHING
        nothing_else = self.remarks.shown is None and all(
            each.isHidden() for each in (self.help, self.reason, self.when)
        )
        if lukewarm and nothing_else:
            self.show_reason(
                self.tr("One detail lets it arrive: the hour, the place, or what you did not have to do.")
            )

    def _ask_when(self) -> None:
        self._foot.hide()
        self.how.setText(self.tr("How did you say it?"))
        self.when.ask(self._today)

    def _on_not_yet(self) -> None:
        self._leave_when()
        self.have_said.setFocus()

    def _leave_when(self) -> None:
        self.when.hide()
        self._foot.show()
        self.how.setText(self.tr("How will you say it?"))

    def _refresh(self) -> None:
        if self._loading:
            return
        draft = self.draft()
        written = bool(draft.text.strip())
        self.checks.set_present({part.value for part in thanks_parts(draft.text)})
        self.help.look_at(draft.text)
        self.copy.setEnabled(written)
        self.have_said.setEnabled(not self.empty)
        if self.empty:
            self.show_reason(self.tr("Write a few words, or choose what it is about."))
        elif not written:
            self.show_reason(self.tr("Nothing is written yet. You can also say it without writing it down."))
        else:
            self.show_reason("")
