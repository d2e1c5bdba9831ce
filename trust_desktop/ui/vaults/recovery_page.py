"""Opening with the recovery code as it stands on paper."""

from PySide6.QtCore import Qt, Signal

from trust_desktop.domain.errors import RecoveryCodeMistyped, WaitFirst, WrongPassphrase, WrongRecoveryCode
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.sheet import Sheet
from trust_desktop.ui.vaults.wait_line import WaitLeft, WaitLine, no_wait


class RecoveryPage(Sheet):
    """Slips stand beside the field they are in."""

    recover_asked = Signal(str, str)
    left = Signal()

    def __init__(self, info: VaultInfo, wait_left: WaitLeft = no_wait) -> None:
        super().__init__(
            self.tr("Use the recovery code"),
            self.tr("Eight groups of five, as you wrote them down."),
        )
        self._info = info
        self._busy = False
        self._needs_passphrase = info.recovery_needs_passphrase
        self.code = LineField(
            self.tr("Recovery code"), hint=self.tr("Capitals, spaces and hyphens do not matter.")
        )
        self.code.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.changed.connect(self.code.clear_reason)
        self.passphrase = LineField(
            self.tr("Passphrase"), secret=True, hint=self.tr("This code works together with your passphrase.")
        )
        self.passphrase.changed.connect(self.passphrase.clear_reason)
        self.passphrase.setVisible(self._needs_passphrase)
        self.column.addWidget(self.code)
        self.column.addWidget(self.passphrase)
        self.wait = WaitLine(wait_left)
        self.column.addWidget(self.wait)
        self._build_footer()
        self.wait.changed.connect(self._on_wait)
        self.wait.follow(info)
        self.begin_at(self.code.edit)
        self.on_escape = self.left.emit

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state, said by name at each call
        self._busy = busy
        for widget in (self.code, self.passphrase):
            widget.setEnabled(not busy)
        self._allow_open()
        self._open.setText(self.tr("Opening…") if busy else self.tr("Open"))

    def say(self, problem: Exception) -> bool:
        """Show a slip beside its field; False when the problem needs a page of its own."""
        if isinstance(problem, WaitFirst):
            self.wait.follow(self._info)
            return True
        field = self.code
        if isinstance(problem, RecoveryCodeMistyped):
            reason = self._slip(problem.group)
        elif isinstance(problem, WrongRecoveryCode) and not self._needs_passphrase:
            reason = self.tr("This code does not open this vault.")
        elif isinstance(problem, WrongRecoveryCode | WrongPassphrase):
            field = self.passphrase
            reason = self.tr("The code and the passphrase do not open this vault together. Look at both.")
        else:
            return False
        field.set_reason(reason)
        field.edit.setFocus()
        field.edit.selectAll()
        self.wait.follow(self._info)
        return True

    def _on_wait(self, waits: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        said = (self.code.reason, self.wait.text() if waits else "")
        self.code.edit.setAccessibleDescription("\n".join(words for words in said if words))
        self._allow_open()

    def _allow_open(self) -> None:
        self._open.setEnabled(not self._busy and not self.wait.waits)

    def _slip(self, group: int | None) -> str:
        if group is None:
            return self.tr("The code has eight groups of five. Some are missing, or there is one too many.")
        return self.tr("There is a slip in group {group}.").format(group=self.locale().toString(group))

    def _on_open(self) -> None:
        if not self.code.text().strip():
            self.code.set_reason(self.tr("Type the code first."))
            self.code.edit.setFocus()
        elif self._needs_passphrase and not self.passphrase.text():
            self.passphrase.set_reason(self.tr("Type your passphrase too."))
            self.passphrase.edit.setFocus()
        else:
            self.recover_asked.emit(self.code.text(), self.passphrase.text())

    def _build_footer(self) -> None:
        back = QuietButton(self.tr("Back"))
        back.clicked.connect(self.left)
        self._open = PrimaryButton(self.tr("Open"))
        self._open.clicked.connect(self._on_open)
        self.default = self._open
        self.footer.addWidget(back)
        self.footer.addStretch(1)
        self.footer.addWidget(self._open)
