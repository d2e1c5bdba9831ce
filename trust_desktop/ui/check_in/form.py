"""The card of this week's check-in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.check_in import Feeling, Noted
from trust_desktop.ui.check_in.feeling_row import FeelingRow
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import CaptionLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.content import Content


class CheckInForm(Card):
    """Holds what is noted; it keeps nothing itself."""

    edited = Signal()
    keep_requested = Signal()
    take_out_requested = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=20)
        self.day, self.saved, self.reason = HeadingLabel(), CaptionLabel(), SmallLabel()
        self.saved.setWordWrap(False)
        self.rows = {feeling: FeelingRow(feeling, content.text(feeling.value)) for feeling in Feeling}
        self.line = TextArea(content.text("line"), placeholder=content.text("line_hint"))
        self.keep = PrimaryButton(self.tr("Keep it"))
        self.take_out = PlainButton(self.tr("Take this check-in out"))
        self.body.addWidget(Ends(self.day, self.saved))
        self.body.addWidget(SmallLabel(content.text("ends")))
        for row in self.rows.values():
            self.body.addWidget(row)
            row.changed.connect(self._on_edited)
        self.body.addWidget(Field(content.text("line"), self.line))
        self.body.addWidget(Ends(self.keep, self.take_out))
        self.body.addWidget(self.reason)
        self.line.changed.connect(self._on_edited)
        self.keep.clicked.connect(self.keep_requested)
        self.take_out.clicked.connect(self.take_out_requested)
        self._last: Noted | None = self.noted()
        self.show_reason("")

    def noted(self) -> Noted:
        numbers = {feeling.value: row.value() for feeling, row in self.rows.items()}
        return Noted(**numbers, line=self.line.text())

    def load(self, noted: Noted) -> None:
        """Show other numbers and words; nothing is said about a change."""
        self._last = None
        for feeling, row in self.rows.items():
            row.set_value(noted.number(feeling))
        self.line.set_text(noted.line)
        self._last = self.noted()

    def show_kept(self, *, kept: bool, same: bool) -> None:
        """Say whether today has a check-in, and whether it is what stands here."""
        self.take_out.setVisible(kept)
        self.keep.setText(self.tr("Keep the change") if kept else self.tr("Keep it"))
        self.keep.setEnabled(not same and not self.empty)
        if kept and same:
            self.saved.setText(self.tr("Kept for today"))
        if self.empty:
            self.show_reason(self.tr("Note a number or a line, and it can be kept."))

    @property
    def empty(self) -> bool:
        noted = self.noted()
        return not noted.line.strip() and all(noted.number(feeling) is None for feeling in Feeling)

    def show_reason(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def focus_first(self) -> None:
        self.rows[Feeling.FELT_SAFETY].scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        """Pass on what a person changed; another look of the words is no change."""
        if self._last is not None and self._last != self.noted():
            self._last = self.noted()
            self.edited.emit()
