"""Opening a backup: by its own passphrase, by the recovery code, or by what opens the vault on this computer."""

from typing import Final

from PySide6.QtCore import Qt, Signal

from trust_desktop.domain.errors import (
    BackendChanged,
    RecoveryCodeMistyped,
    SecretMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.services.restoring import Offer, Way
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.toggles import RadioButton
from trust_desktop.ui.content import Content
from trust_desktop.ui.sheet import Sheet

_ORDER: Final = (Way.BACKUP_PASSPHRASE, Way.RECOVERY_CODE, Way.EVERY_DAY)


class UnlockPage(Sheet):
    """`open_asked` carries the way, what was typed as passphrase and as code."""

    open_asked = Signal(object, str, str)
    left = Signal()

    def __init__(self, offer: Offer) -> None:
        words = Content("backups")
        super().__init__(words.text("unlock", "title"), words.text("unlock", "lead"))
        self._offer = offer
        self.ways = {way: RadioButton(self._way_words(way)) for way in _ORDER if way in offer.ways}
        for radio in self.ways.values():
            radio.toggled.connect(self._show_fields)
            self.column.addWidget(radio)
        self.code = LineField(
            self.tr("Recovery code"), hint=self.tr("Capitals, spaces and hyphens do not matter.")
        )
        self.code.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.passphrase = LineField(self.tr("Passphrase"), secret=True)
        self.said = BodyLabel(color="honey_text")
        self.said.hide()
        for field in (self.code, self.passphrase):
            field.changed.connect(field.clear_reason)
            self.column.addWidget(field)
        self.column.addWidget(self.said)
        self._build_footer()
        next(iter(self.ways.values())).setChecked(True)
        self.on_escape = self.left.emit

    @property
    def way(self) -> Way:
        return next(way for way, radio in self.ways.items() if radio.isChecked())

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state, said by name at each call
        for widget in (self.code, self.passphrase, self._open, *self.ways.values()):
            widget.setEnabled(not busy)
        self._open.setText(self.tr("Opening and reading all of it…") if busy else self.tr("Open"))

    def say(self, problem: Exception) -> bool:
        """Show a slip beside its field; False when the problem needs a page of its own."""
        if isinstance(problem, RecoveryCodeMistyped):
            self._slip(self.code, self._mistyped(problem.group))
        elif isinstance(problem, WrongRecoveryCode):
            self._slip(self.code, self.tr("This code does not open this backup."))
        elif isinstance(problem, WrongPassphrase):
            self._slip(self.passphrase, self.tr("This passphrase does not open it."))
        elif isinstance(problem, SecretMissing | BackendChanged):
            self.said.setText(
                self.tr("The keyring of this login does not hold the secret of this vault. Take another way.")
            )
            self.said.show()
        else:
            return False
        return True

    def _slip(self, field: LineField, words: str) -> None:
        field.set_reason(words)
        field.edit.setFocus()
        field.edit.selectAll()

    def _mistyped(self, group: int | None) -> str:
        if group is None:
            return self.tr("The code has eight groups of five. Some are missing, or there is one too many.")
        return self.tr("There is a slip in group {group}.").format(group=self.locale().toString(group))

    def _way_words(self, way: Way) -> str:
        return {
            Way.BACKUP_PASSPHRASE: self.tr("With the passphrase of the backups"),
            Way.RECOVERY_CODE: self.tr("With the recovery code"),
            Way.EVERY_DAY: self.tr("As the vault opens on this computer"),
        }[way]

    @property
    def _asks_passphrase(self) -> bool:
        protection = self._offer.protection
        return {
            Way.BACKUP_PASSPHRASE: True,
            Way.RECOVERY_CODE: self._offer.code_needs_passphrase,
            Way.EVERY_DAY: protection is None or protection.needs_passphrase,
        }[self.way]

    def _show_fields(self) -> None:
        if not any(radio.isChecked() for radio in self.ways.values()):
            return  # between two of them Qt has none
        self.code.setVisible(self.way is Way.RECOVERY_CODE)
        self.passphrase.setVisible(self._asks_passphrase)
        self.said.hide()
        for field in (self.code, self.passphrase):
            field.clear_reason()
        first = self.code if self.way is Way.RECOVERY_CODE else self.passphrase
        self.begin_at(first.edit if self._asks_passphrase or first is self.code else self._open)

    def _on_open(self) -> None:
        if self.way is Way.RECOVERY_CODE and not self.code.text().strip():
            self._slip(self.code, self.tr("Type the code first."))
        elif self._asks_passphrase and not self.passphrase.text():
            self._slip(self.passphrase, self.tr("Type the passphrase first."))
        else:
            self.said.hide()
            self.open_asked.emit(self.way, self.passphrase.text(), self.code.text())

    def _build_footer(self) -> None:
        back = QuietButton(self.tr("Back"))
        back.clicked.connect(lambda _checked=False: self.left.emit())
        self._open = PrimaryButton(self.tr("Open"))
        self._open.clicked.connect(lambda _checked=False: self._on_open())
        self.default = self._open
        self.footer.addWidget(back)
        self.footer.addStretch(1)
        self.footer.addWidget(self._open)
