"""Trying the ways back while nothing is wrong: on the real files, changing none of them."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Qt

from trust_desktop.domain.backup import BackupContents
from trust_desktop.domain.errors import (
    BackupPlaceMissing,
    RecoveryCodeMistyped,
    TrustError,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.services import backing_up, recovery_drill
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui.backups.keeper import BackupKeeper
from trust_desktop.ui.backups.words import contents_words, problem_words
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.content import Content


class DrillCard(Card):
    """What was typed goes as soon as it was tried."""

    def __init__(self, keeper: BackupKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        info = keeper.vault.session.info
        words = Content("backups")
        self.body.addWidget(HeadingLabel(words.text("drill", "heading")))
        self.body.addWidget(BodyLabel(words.text("drill", "what")))
        self.code = LineField(self.tr("Recovery code"), hint=words.text("drill", "code"))
        self.code.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.passphrase = LineField(self.tr("Passphrase"), secret=True)
        self.passphrase.setVisible(info is not None and info.recovery_needs_passphrase)
        self.try_code = self._button(self.tr("Try the code"), self._on_code)
        self.backup = LineField(
            self.tr("Passphrase of the backups"), secret=True, hint=words.text("drill", "backup")
        )
        self.try_backup = self._button(self.tr("Try the newest backup"), self._on_backup)
        self.code_said, self.backup_said = BodyLabel(color="pine_text"), BodyLabel(color="pine_text")
        self._not_yet = BodyLabel(words.text("drill", "backup_not_yet"), color="ink2")
        self._offer = (self.backup, _row(self.try_backup))
        rows = (self.code, self.passphrase, _row(self.try_code), self.code_said)
        for widget in (*rows, *self._offer, self.backup_said, self._not_yet):
            self.body.addWidget(widget)
        for label in (self.code_said, self.backup_said):
            label.hide()
        for field in (self.code, self.passphrase, self.backup):
            field.changed.connect(field.clear_reason)
        self._ask_on_enter()
        self.setFocusProxy(self.code.edit)
        keeper.vault.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Offer the try of a backup where one was made that may open with a passphrase of its own."""
        session = self._keeper.vault.session
        if session.closed:
            return
        now = backing_up.state(session)
        there = bool(now.folder and now.last is not None and now.slot)
        for widget in self._offer:
            widget.setVisible(there)
        self._not_yet.setVisible(not there)
        if not there:
            self.backup_said.hide()

    def _on_changed(self, change: Change) -> None:
        if change & Change.BACKUPS:
            self.refresh()

    def _ask_on_enter(self) -> None:
        for field, button in (
            (self.code, self.try_code),
            (self.passphrase, self.try_code),
            (self.backup, self.try_backup),
        ):
            field.edit.returnPressed.connect(button.click)

    def _button(self, words: str, pressed: Callable[[], None]) -> QuietButton:
        button = QuietButton(words)
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    def _on_code(self) -> None:
        session, places = self._keeper.vault.session, self._keeper.places
        code, typed = self.code.text(), self.passphrase.text() or None
        if not code.strip():
            self.code.set_reason(self.tr("Type the code first."))
            self.code.edit.setFocus()
            return
        self._set_busy(busy=True)
        self._keeper.worker.run(
            self,
            lambda: recovery_drill.try_code(session, places, code, typed),
            lambda _nothing: self._on_code_right(),
            self._on_code_problem,
            asks_person=True,
        )

    def _on_code_right(self) -> None:
        self._set_busy(busy=False)
        self._back_to(self.try_code)
        for field in (self.code, self.passphrase):
            field.set_text("")
        self._note(recovery_drill.note_code)
        self.code_said.setText(Content("backups").text("drill", "code_right"))
        self.code_said.show()

    def _on_code_problem(self, problem: Exception) -> None:
        self._set_busy(busy=False)
        self.code_said.hide()
        field = self.passphrase if isinstance(problem, WrongPassphrase) else self.code
        field.set_reason(self._slip(problem))
        field.edit.setFocus()

    def _slip(self, problem: Exception) -> str:
        if isinstance(problem, RecoveryCodeMistyped) and problem.group is not None:
            group = self.locale().toString(problem.group)
            return self.tr("There is a slip in group {group}.").format(group=group)
        if isinstance(problem, RecoveryCodeMistyped):
            return self.tr("The code has eight groups of five. Some are missing, or there is one too many.")
        if isinstance(problem, WrongRecoveryCode):
            return self.tr("This code does not open this vault. Another paper may.")
        if isinstance(problem, WrongPassphrase):
            return self.tr("The code and the passphrase do not open it together. Look at both.")
        return self.tr("It could not be tried. Nothing was changed.")

    def _on_backup(self) -> None:
        keeper, typed = self._keeper, self.backup.text()
        session = keeper.vault.session
        if not typed:
            self.backup.set_reason(self.tr("Type the passphrase of the backups first."))
            self.backup.edit.setFocus()
            return
        self._set_busy(busy=True)
        keeper.worker.run(
            self,
            lambda: recovery_drill.try_backup(session, keeper.places, keeper.store, typed),
            self._on_backup_right,
            self._on_backup_problem,
            asks_person=True,
        )

    def _on_backup_right(self, contents: BackupContents) -> None:
        self._set_busy(busy=False)
        self._back_to(self.try_backup)
        self.backup.set_text("")
        self._note(recovery_drill.note_backup)
        said = Content("backups").text("drill", "backup_right")
        self.backup_said.setText("\n".join([said, *contents_words(contents)]))
        self.backup_said.show()

    def _on_backup_problem(self, problem: Exception) -> None:
        self._set_busy(busy=False)
        self.backup_said.hide()
        self.backup.set_reason(self._why_not(problem))
        self.backup.edit.setFocus()

    def _why_not(self, problem: Exception) -> str:
        detail = getattr(problem, "detail", "")
        if isinstance(problem, WrongPassphrase) and detail == "none":
            return self.tr("The newest backup was made before there was a passphrase for backups.")
        if isinstance(problem, WrongPassphrase):
            return self.tr("This passphrase does not open it.")
        if isinstance(problem, BackupPlaceMissing) and detail == "none":
            return self.tr("There is no backup yet.")
        return problem_words(type(problem).__name__)

    def _note(self, note: Callable[[VaultSession], object]) -> None:
        """Remember that it was tried; where that cannot be written it is offered once more, and the try counts all the same."""
        session = self._keeper.vault.session
        if not session.closed:
            with suppress(TrustError):
                note(session)

    def _back_to(self, button: QuietButton) -> None:
        """Waiting put the keyboard out of the card: it comes back to where it was, if the page is still looked at."""
        if self.isVisible():
            button.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self.code, self.passphrase, self.try_code, self.backup, self.try_backup):
            widget.setEnabled(not busy)


def _row(button: QuietButton) -> FlowRow:
    row = FlowRow()
    row.flow.addWidget(button)
    return row
