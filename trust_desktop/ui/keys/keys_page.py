"""What opens the vault, changed step by step; nothing on disk differs before the last step, and then all of it does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from trust_desktop.domain.errors import (
    Cancelled,
    RecoveryCodeMistyped,
    Rule,
    RuleBroken,
    VaultProblem,
    WrongRecoveryCode,
)
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.override import override
from trust_desktop.services.vaults import Asking
from trust_desktop.ui.content import Content
from trust_desktop.ui.keys.ask_step import AskStep
from trust_desktop.ui.keys.overview import Overview
from trust_desktop.ui.keys.steps import CodeStep, DoneStep, ProofStep, Step
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.sheet import Sheet
from trust_desktop.ui.vault_forms.means import Attempt, Means

if TYPE_CHECKING:
    from trust_desktop.services.key_changing import Pending, Wish


class KeysPage(QWidget):
    """Fills the window. `closed_by_it` comes if the vault could not be opened again at once: then it is locked."""

    help_key = "keys"
    left = Signal()
    closed_by_it = Signal()

    def __init__(self, vault: OpenVault, means: Means, first: KeyChange | None = None) -> None:
        super().__init__()
        self._vault, self._means = vault, means
        self._attempt: Attempt | None = None
        self._pending: Pending | None = None
        self._asked: KeyChange | None = None
        self._corner = QSize(0, 0)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        if first is None:
            self.show_overview()
        else:
            self.ask(first)

    @property
    def current(self) -> QWidget | None:
        return self._pages.currentWidget()

    @property
    def running(self) -> bool:
        """Whether a change is under way: nothing takes the place of this page, which says how it ended."""
        return self._attempt is not None

    def save_now(self) -> None:
        """The window goes on to something else: what is not done is stopped and forgotten."""
        self._forget()

    def reserve_corner(self, room: QSize) -> None:
        """For the step that is shown and those that come."""
        self._corner = room
        if isinstance(self.current, Sheet):
            self.current.reserve_corner(room)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self.current is not None:
            self.current.setFocus(reason)

    def show_overview(self) -> None:
        self._forget()
        page = Overview(self._vault.session.info, self._asked)
        page.chosen.connect(self.ask)
        page.left.connect(self.left)
        self._show(page)

    def ask(self, change: KeyChange) -> None:
        info = self._vault.session.info
        assert info is not None, "an example has no keys"
        self._asked = change
        page = AskStep(change, info, self._means.background)
        page.left.connect(self.show_overview)
        page.gone_on.connect(lambda: self._begin(page, change))
        self._show(page)

    # --- one step after the other

    def _begin(self, page: AskStep, change: KeyChange) -> None:
        from trust_desktop.services import key_changing

        wish = self._wish(page, change)
        session, means = self._vault.session, self._means
        self._try(
            page,
            self.tr("Looking whether this opens it…"),
            lambda asking: key_changing.begin(session, means.places, means.store, wish, asking),
            lambda pending: self._on_begun(page, pending),
            lambda problem: self._on_not_begun(page, change, problem),
        )

    def _wish(self, page: AskStep, change: KeyChange) -> "Wish":
        from trust_desktop.services.key_changing import Wish

        return Wish(
            change,
            passphrase=page.passphrase.text() or None,
            new_passphrase=page.form.text if page.form is not None else None,
            code_with_passphrase=page.paper is not None and page.paper.together,
            nobody_else=page.nobody_else.isChecked(),
            cost=self._means.cost,
        )

    def _on_begun(self, page: AskStep, pending: "Pending") -> None:
        self._pending = pending
        if pending.recovery_code:
            self._show_code(pending)
        else:
            self._finish(page, pending, None)

    def _on_not_begun(self, page: AskStep, change: KeyChange, problem: Exception) -> None:
        if isinstance(problem, RuleBroken) and problem.rule is Rule.PASSPHRASE_WEAK and page.form is not None:
            page.form.say_too_weak()
        elif not page.say(problem):
            self._show_problem(problem, lambda: self.ask(change))

    def _show_code(self, pending: "Pending") -> None:
        page = CodeStep(pending.recovery_code, together=pending.info.recovery_needs_passphrase)
        page.left.connect(self.show_overview)
        page.gone_on.connect(lambda: self._show_proof(pending))
        self._show(page)

    def _show_proof(self, pending: "Pending") -> None:
        page = ProofStep(pending.recovery_code)
        page.left.connect(lambda: self._show_code(pending))
        page.gone_on.connect(
            lambda: None if page.fields.has_slip() else self._finish(page, pending, page.fields.code)
        )
        self._show(page)

    def _finish(self, page: Step, pending: "Pending", code: str | None) -> None:
        from trust_desktop.services import key_changing

        session, store = self._vault.session, self._means.store
        self._try(
            page,
            self.tr("Changing it, and trying it on the file. This takes a few seconds."),
            lambda asking: key_changing.finish(session, store, pending, code, asking),
            lambda _done: self._on_done(pending.change),
            lambda problem: self._on_not_done(page, pending, problem),
        )

    def _on_done(self, change: KeyChange) -> None:
        self._forget()
        page = DoneStep(change, self._copies(change))
        page.left.connect(self.show_overview)
        page.chosen.connect(self.ask)
        self._show(page)

    def _on_not_done(self, page: Step, pending: "Pending", problem: Exception) -> None:
        if isinstance(page, ProofStep) and isinstance(problem, RecoveryCodeMistyped | WrongRecoveryCode):
            page.fields.say(problem)
            return
        self._show_problem(problem, lambda: self.ask(pending.change))

    def _copies(self, change: KeyChange) -> list[str]:
        """Where older keys are kept, as far as that can be looked at now."""
        told = [self._backups()] if change is KeyChange.DATABASE_KEY else []
        return [text for text in (*told, self._other_folders()) if text]

    def _backups(self) -> str:
        from trust_desktop.services import backing_up

        try:
            found = len(backing_up.found(self._vault.session))
        except VaultProblem:
            return ""
        return self.tr("%Ln backup(s) in the chosen folder keep the old key.", "", found) if found else ""

    def _other_folders(self) -> str:
        from trust_desktop.services import whole_keys

        info = self._vault.session.info
        if info is None or not whole_keys.others_of(self._means.places, info.folder):
            return ""
        return Content("keys").text("shared", "other_folder")

    # --- pages and attempts

    def _show(self, page: QWidget) -> None:
        before = self.current
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.reserve_corner(self._corner)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        page.setFocus()

    def _show_problem(self, problem: Exception, again: Callable[[], None]) -> None:
        self._forget()
        if isinstance(problem, Cancelled) and not self._vault.session.closed:
            self.show_overview()
            return
        home = self._vault.household
        page = ProblemPage(
            problem,
            can_recover=False,
            can_answer=not self._vault.session.closed,
            folder=home.places.data if home is not None else None,
        )
        page.answered.connect(lambda _answer: again())
        page.left.connect(self.closed_by_it if self._vault.session.closed else self.show_overview)
        self._show(page)

    def _try(
        self,
        page: Step,
        words: str,
        work: Callable[[Asking], object],
        done: Callable[..., None],
        on_problem: Callable[[Exception], None],
    ) -> None:
        attempt = self._attempt = Attempt(self._means, work, self)
        page.set_busy(words)
        page.cancelled.connect(attempt.cancel)
        slow = self.tr("Your computer may be asking for its keyring password. Answer it, or cancel.")

        def ended(then: Callable[..., None], value: object) -> None:
            self._attempt = None
            attempt.deleteLater()
            page.set_busy("")
            then(value)

        attempt.slow.connect(lambda: page.set_busy(slow))
        attempt.done.connect(lambda value: ended(done, value))
        attempt.problem.connect(lambda problem: ended(on_problem, problem))
        attempt.start()

    def _forget(self) -> None:
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            attempt.cancel()
        elif self._pending is not None:
            self._pending.forget()
        self._pending = None
