"""The steps of a change: what it does and what it asks, the new code, two groups of it, and what is true afterwards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.key_change import KeyChange
from trust_desktop.override import override
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.sheet import Sheet
from trust_desktop.ui.vault_forms.code_sheet import CodeSheet
from trust_desktop.ui.vault_forms.proof_fields import ProofFields


class Step(Sheet):
    """`on` leads to the next step; while the worker is busy nothing on the page can be pressed but *Cancel*."""

    gone_on = Signal()
    left = Signal()
    cancelled = Signal()

    def __init__(self, title: str, lead: str = "", *, leads_on: str, back: str) -> None:
        super().__init__(title, lead)
        self.words = Content("keys")
        self.busy = SmallLabel(color="ink2")
        self.busy.hide()
        self._held: list[QWidget] = []
        self.back, self.cancel = QuietButton(back), QuietButton(self.tr("Cancel"))
        self.on = PrimaryButton(leads_on)
        self.back.clicked.connect(self.left)
        self.cancel.clicked.connect(self._on_cancel)
        self.on.clicked.connect(self.gone_on)
        self.default = self.on
        for button in (self.back, self.cancel):
            self.footer.addWidget(button)
        self.footer.addStretch(1)
        self.footer.addWidget(self.on)
        self.cancel.hide()

    @property
    def ready(self) -> bool:
        return True

    def hold(self, *widgets: QWidget) -> None:
        """What waits while the worker is busy."""
        self._held += widgets
        self.column.addWidget(self.busy)

    def set_busy(self, words: str) -> None:
        """What the worker does just now; empty when it is done."""
        working = bool(words)
        self.busy.setText(words)
        self.busy.setVisible(working)
        self.setAccessibleDescription(words)
        for widget in self._held:
            widget.setEnabled(not working)
        self.back.setVisible(not working)
        self.cancel.setVisible(working)
        self.cancel.setEnabled(working)
        self.on.setEnabled(not working and self.ready)
        if working:
            self.cancel.setFocus()

    def look_again(self) -> None:
        self.on.setEnabled(self.ready)

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancelled.emit()


class CodeStep(Step):
    """The new code, shown once; it is nowhere else, not on the clipboard and not in a file."""

    def __init__(self, code: str, *, together: bool) -> None:
        first = Content("first_run")
        super().__init__(
            first.text("code", "title"),
            first.text("code", "lead"),
            leads_on=self.tr("Next"),
            back=self.tr("Stop here"),
        )
        card = Card()
        self.sheet = CodeSheet(self.tr("Recovery code"))
        self.sheet.show_code(code)
        card.body.addWidget(self.sheet)
        self.column.addWidget(card)
        self.column.addWidget(BodyLabel(first.text("code", "with_passphrase" if together else "alone")))
        for text in first.texts("code", "paragraphs"):
            self.column.addWidget(BodyLabel(text, color="ink2"))
        self.begin_at(self.sheet)


class ProofStep(Step):
    """Two groups, typed back; with *Change it now* the change is made."""

    def __init__(self, code: str) -> None:
        first = Content("first_run")
        super().__init__(
            first.text("proof", "title"),
            first.text("proof", "lead"),
            leads_on=self.tr("Change it now"),
            back=self.tr("Back"),
        )
        self.fields = ProofFields()
        self.fields.ask_for(code)
        self.fields.changed.connect(self.look_again)
        self.column.addWidget(self.fields)
        self.column.addWidget(BodyLabel(self.words.text("shared", "stopped"), color="ink2"))
        self.hold(self.fields)
        self.look_again()
        self.begin_at(self.fields.first_field() or self.on)

    @property
    @override
    def ready(self) -> bool:
        return self.fields.ready


class DoneStep(Sheet):
    """What is true now."""

    left = Signal()
    chosen = Signal(object)

    def __init__(self, change: KeyChange, copies: Sequence[str] = ()) -> None:
        words = Content("keys")
        part = change.name.lower()
        super().__init__(self.tr("Done"), words.text(part, "title"))
        card = Card()
        for text in (*words.texts(part, "done"), *copies):
            card.body.addWidget(BodyLabel(text))
        self.column.addWidget(card)
        following = {
            KeyChange.ADD_PASSPHRASE: (KeyChange.RECOVERY_CODE, self.tr("Make a new code…")),
            KeyChange.PASSPHRASE: (KeyChange.DATABASE_KEY, self.tr("Make a new database key…")),
        }.get(change)
        self.following = QuietButton(following[1] if following else "")
        self.default = PrimaryButton(self.tr("Done"))
        self.default.clicked.connect(self.left)
        if following is not None:
            self.following.clicked.connect(lambda: self.chosen.emit(following[0]))
            self.footer.addWidget(self.following)
        self.footer.addStretch(1)
        self.footer.addWidget(self.default)
        self.begin_at(self.default)
