"""What a backup holds, and how the vault made from it shall open on this computer."""

from PySide6.QtCore import Qt, Signal

from trust_desktop.domain.backup import BackupContents
from trust_desktop.domain.vault import Protection
from trust_desktop.override import override
from trust_desktop.ui.background import Background
from trust_desktop.ui.backups.words import contents_words
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.sheet import Sheet
from trust_desktop.ui.vault_forms.passphrase_form import PassphraseForm


class PreviewPage(Sheet):
    """`restore_asked` carries the passphrase, empty where none is asked for."""

    restore_asked = Signal(str)
    left = Signal()

    def __init__(
        self, contents: BackupContents, protection: Protection, background: Background, *, full: bool
    ) -> None:
        self._words = words = Content("backups")
        super().__init__(words.text("preview", "title"), words.text("preview", "lead"))
        self._full = full
        card = Card()
        days, *counts = contents_words(contents)
        card.body.addWidget(StrongLabel(days))
        for line in counts:
            card.body.addWidget(BodyLabel(line))
        self.column.addWidget(card)
        self.form: PassphraseForm | None = None
        if full:
            self.column.addWidget(BodyLabel(words.text("pick", "full"), color="honey_text"))
        else:
            self._build_set_up(protection, background)
        self.said = BodyLabel(color="honey_text")
        self.said.hide()
        self.column.addWidget(self.said)
        self._build_footer()
        self._on_changed()
        self.on_escape = self.left.emit

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        first = self.form.take if self.form is not None else self.restore
        (first if first.isEnabled() else self.back).setFocus(reason)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state, said by name at each call
        if self.form is not None:
            self.form.setEnabled(not busy)
        self.restore.setEnabled(not busy)
        self.restore.setText(self.tr("Setting it up…") if busy else self.tr("Set it up beside"))
        self.back.setText(self.tr("Stop") if busy else self.tr("Back"))
        self.said.hide()

    def say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()

    def say_too_weak(self) -> None:
        if self.form is not None:
            self.form.say_too_weak()

    def _build_set_up(self, protection: Protection, background: Background) -> None:
        for key in ("beside", "folder", "code"):
            self.column.addWidget(BodyLabel(self._words.text("preview", key)))
        if not protection.needs_passphrase:
            self.column.addWidget(BodyLabel(self._words.text("preview", "keyring")))
            return
        if not protection.needs_keyring:
            self.column.addWidget(BodyLabel(self._words.text("preview", "no_keyring")))
        self.column.addWidget(BodyLabel(self._words.text("preview", "passphrase")))
        self.form = PassphraseForm(background)
        self.form.changed.connect(self._on_changed)
        self.column.addWidget(self.form)

    def _on_changed(self) -> None:
        self.restore.setEnabled(not self._full and (self.form is None or self.form.ready))

    def _on_restore(self) -> None:
        self.restore_asked.emit(self.form.text if self.form is not None else "")

    def _build_footer(self) -> None:
        self.back = QuietButton(self.tr("Back"))
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.restore = PrimaryButton(self.tr("Set it up beside"))
        self.restore.clicked.connect(lambda _checked=False: self._on_restore())
        self.restore.setVisible(not self._full)
        self.default = self.restore
        self.footer.addWidget(self.back)
        self.footer.addStretch(1)
        self.footer.addWidget(self.restore)
