"""After a recovery: the question of a new secret for this computer, asked and never assumed."""

from PySide6.QtCore import Signal

from trust_desktop.ui.background import Background
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.sheet import Sheet
from trust_desktop.ui.vault_forms.passphrase_form import PassphraseForm


class RenewPage(Sheet):
    """The vault is open; where the passphrase was not needed for that, the new secret wants a new one."""

    renew_asked = Signal(str)
    declined = Signal()

    def __init__(self, background: Background, *, needs_passphrase: bool) -> None:
        super().__init__(
            self.tr("It is open again"),
            self.tr("Everything is there. With a new passphrase it opens as usual again.")
            if needs_passphrase
            else self.tr("Everything is there. Shall this computer open it from now on?"),
        )
        card = Card()
        card.body.addWidget(
            BodyLabel(
                self.tr(
                    "A new secret can be put into the keyring of this login, in place of the one from before. "
                    "Your recovery code stays the same."
                )
            )
        )
        self.problem = BodyLabel(color="honey_text")
        self.problem.hide()
        card.body.addWidget(self.problem)
        self.column.addWidget(card)
        self.form = PassphraseForm(background) if needs_passphrase else None
        self._build_footer()
        self.begin_at(self._renew if self.form is None else self.form.take)
        if self.form is not None:
            self.column.addWidget(BodyLabel(self.tr("With it goes a new passphrase.")))
            self.column.addWidget(self.form)
            self.form.changed.connect(self._on_form_changed)
            self._on_form_changed()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state, said by name at each call
        if self.form is not None:
            self.form.setEnabled(not busy)
        self._renew.setEnabled(not busy)
        self._later.setEnabled(not busy)
        self._renew.setText(self.tr("Making a new secret…") if busy else self.tr("Make a new secret"))

    def say_not_done(self) -> None:
        self.problem.setText(
            self.tr("The keyring did not take it, and nothing was changed. You can try again, or later.")
        )
        self.problem.show()

    def _on_form_changed(self) -> None:
        self._renew.setEnabled(self.form is None or self.form.ready)

    def _on_renew(self) -> None:
        self.renew_asked.emit(self.form.text if self.form is not None else "")

    def _build_footer(self) -> None:
        self._later = QuietButton(self.tr("Not now"))
        self._later.clicked.connect(self.declined)
        self._renew = PrimaryButton(self.tr("Make a new secret"))
        self._renew.clicked.connect(self._on_renew)
        self.default = self._renew
        self.footer.addWidget(self._later)
        self.footer.addStretch(1)
        self.footer.addWidget(self._renew)
