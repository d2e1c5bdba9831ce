"""A new vault, page by page; going back loses nothing, and stopping leaves nothing or a vault that can go on."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import Cancelled, RecoveryCodeMistyped, Rule, RuleBroken, WrongRecoveryCode
from trust_desktop.domain.vault import Protection
from trust_desktop.override import override
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Asking
from trust_desktop.ui.problems import Answer, ProblemPage
from trust_desktop.ui.vault_forms.means import Attempt, Means, Then, keyring_is_usable
from trust_desktop.ui.vaults.code_steps import CodeStep, ProofStep
from trust_desktop.ui.vaults.start_step import StartStep
from trust_desktop.ui.vaults.step_frame import StepFrame
from trust_desktop.ui.vaults.steps import (
    KeyringStep,
    PassphraseStep,
    RecoveryStep,
    SharingStep,
    Step,
    WelcomeStep,
)

if TYPE_CHECKING:
    from trust_desktop.services.session import VaultSession
    from trust_desktop.services.vault_creation import NewVault

AnyStep = TypeVar("AnyStep", bound=Step)

_PLACES: Final[dict[type[Step], int]] = {WelcomeStep: 1, SharingStep: 2, PassphraseStep: 3, KeyringStep: 3}
"""Which step of the way a page is; those not named belong to the fourth."""


class FirstRun(QWidget):
    """`finished` hands over the open session and where the person wants to go first."""

    finished = Signal(object, object)
    held = Signal(object)
    """The vault is open while the last page is read."""

    left = Signal()
    restore_asked = Signal()

    def __init__(
        self,
        means: Means,
        *,
        can_leave: bool = False,
        begun: "NewVault | None" = None,
        restored: bool = False,
    ) -> None:
        """`restored` says that what was begun came from a backup: nothing in it is to be started."""
        super().__init__()
        self._restored = restored
        self._means = means
        self._can_leave = can_leave
        self._new: NewVault | None = None
        self._session: VaultSession | None = None
        self._attempt: Attempt | None = None
        self._build_pages()
        if begun is None:
            self._show(self.welcome)
            means.background.run(
                self,
                lambda: keyring_is_usable(means),
                self._on_keyring_looked_for,
                lambda _problem: None,
            )
        else:
            self._on_created(begun)

    def _on_keyring_looked_for(self, usable: bool) -> None:  # noqa: FBT001 - the worker's answer
        self.sharing.set_keyring(usable)

    @property
    def protection(self) -> Protection:
        if not self.sharing.keyring:
            return Protection.PASSPHRASE
        return Protection.DEVICE_AND_PASSPHRASE if self.sharing.yes.isChecked() else Protection.DEVICE

    def abandon(self) -> None:
        """The window goes: stop what runs, let go of the vault that may be open."""
        if self._attempt is not None:
            self._attempt.cancel()
        if self._session is not None:
            self._session.close()
            self._session = None

    def reserve_corner(self, room: QSize) -> None:
        self.frame.reserve_corner(room)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.frame.setFocus(reason)

    def _way(self) -> list[Step]:
        opens = self.passphrase if self.protection.needs_passphrase else self.keyring
        return [self.welcome, self.sharing, opens, self.recovery]

    def _show(self, page: Step) -> None:
        if isinstance(page, RecoveryStep):
            shared = self.sharing.yes.isChecked()
            self.recovery.prepare(asked=self.protection.needs_passphrase, shared=shared)
        back = self._can_leave if page is self.welcome else not isinstance(page, CodeStep)
        words = self.tr("Make the vault") if isinstance(page, RecoveryStep) else self.tr("Next")
        place = 0 if self._restored else _PLACES.get(type(page), 4)
        self.frame.show_page(page, place, back=back, leads_on=words)
        self._on_changed()

    def _on_changed(self) -> None:
        page = self.frame.page
        if isinstance(page, Step):
            self.frame.next.setEnabled(page.ready)

    def _on_next(self) -> None:
        page, way = self.frame.page, self._way()
        if page is self.recovery:
            self._create()
        elif page is self.code:
            self._show(self.proof)
        elif page is self.proof:
            self._prove()
        elif isinstance(page, Step):
            self._show(way[way.index(page) + 1])

    def _on_back(self) -> None:
        page, way = self.frame.page, self._way()
        if page is self.welcome:
            self.left.emit()
        elif page is self.proof:
            self._show(self.code)
        elif isinstance(page, Step):
            self._show(way[way.index(page) - 1])

    def _take_a_passphrase(self) -> None:
        """As if the answer had been that others use this account."""
        self.sharing.yes.setChecked(True)
        self._show(self.passphrase)

    def _create(self) -> None:
        means, protection = self._means, self.protection
        phrase = self.passphrase.form.text if protection.needs_passphrase else None
        label = (self.passphrase if protection.needs_passphrase else self.keyring).label_field.text().strip()
        together = self.recovery.with_passphrase

        def work(asking: Asking) -> object:
            return vaults.create(
                means.places,
                means.store,
                protection=protection,
                passphrase=phrase,
                recovery_with_passphrase=together,
                label=label,
                asking=asking,
                cost=means.cost,
            )

        self._try(work, self._on_created, self.tr("Making your vault. This takes a few seconds."))

    def _on_created(self, new: "NewVault") -> None:
        self._new = new
        self.code.show_code(new.recovery_code, with_passphrase=new.info.recovery_needs_passphrase)
        self.proof.fields.ask_for(new.recovery_code)
        self._show(self.code)

    def _prove(self) -> None:
        if self._new is None or self.proof.fields.has_slip():
            return
        means, new, code = self._means, self._new, self.proof.fields.code
        self._try(
            lambda asking: vaults.prove_recovery(means.places, new, code, asking),
            self._on_proved,
            self.tr("Opening your vault with this code."),
        )

    def _on_proved(self, session: "VaultSession") -> None:
        self._session = session
        if self._restored:
            self._on_finished(Then.TODAY)
            return
        self.frame.show_page(self.start, 5, back=False, leads_on="")
        self.held.emit(session)

    def _on_finished(self, then: Then) -> None:
        session, self._session = self._session, None
        if session is not None:
            self.finished.emit(session, then)

    def _try(self, work: Callable[[Asking], object], done: Callable[..., None], words: str) -> None:
        self.frame.set_busy(words)
        attempt = self._attempt = Attempt(self._means, work, self)
        slow = self.tr("Your computer may be asking for its keyring password. Answer it, or cancel.")

        def ended(problem: Exception | None, value: object = None) -> None:
            attempt.deleteLater()
            self._attempt = None
            self.frame.set_busy("")
            if problem is None:
                done(value)
            else:
                self._on_problem(problem, work, done, words)

        attempt.slow.connect(lambda: self.frame.set_busy(slow))
        attempt.done.connect(lambda value: ended(None, value))
        attempt.problem.connect(ended)
        attempt.start()

    def _on_problem(
        self, problem: Exception, work: Callable[[Asking], object], done: Callable[..., None], words: str
    ) -> None:
        page = self.frame.page
        assert isinstance(page, Step)
        if isinstance(problem, Cancelled):
            self._show(page)
        elif isinstance(problem, RuleBroken) and problem.rule is Rule.PASSPHRASE_WEAK:
            self._show(self.passphrase)
            self.passphrase.form.say_too_weak()
        elif isinstance(problem, RecoveryCodeMistyped | WrongRecoveryCode):
            self._show(page)
            self.proof.fields.say(problem)
        else:
            self._show_problem(problem, page, lambda: self._try(work, done, words))

    def _show_problem(self, problem: Exception, page: Step, again: Callable[[], None]) -> None:
        shown = ProblemPage(problem, can_recover=False, folder=self._means.places.data)

        def leave() -> None:
            self._show(page)
            shown.deleteLater()

        def answer(chosen: Answer) -> None:
            leave()
            if chosen is Answer.TRY_AGAIN:
                again()

        shown.left.connect(leave)
        shown.answered.connect(answer)
        self.frame.show_page(shown, 0 if self._restored else len(self._way()), back=False, leads_on="")

    # Each page is made when it is first gone to: the first one waits for none of them.

    @cached_property
    def sharing(self) -> SharingStep:
        return self._watched(SharingStep())

    @cached_property
    def passphrase(self) -> PassphraseStep:
        return self._watched(PassphraseStep(self._means.background))

    @cached_property
    def keyring(self) -> KeyringStep:
        page = self._watched(KeyringStep())
        page.with_passphrase.clicked.connect(self._take_a_passphrase)
        return page

    @cached_property
    def recovery(self) -> RecoveryStep:
        return self._watched(RecoveryStep())

    @cached_property
    def code(self) -> CodeStep:
        return self._watched(CodeStep())

    @cached_property
    def proof(self) -> ProofStep:
        return self._watched(ProofStep())

    @cached_property
    def start(self) -> StartStep:
        page = StartStep()
        page.plan_asked.connect(lambda: self._on_finished(Then.PLAN))
        page.example_asked.connect(lambda: self._on_finished(Then.EXAMPLE))
        page.help_asked.connect(lambda: self._on_finished(Then.HELP))
        return page

    def _watched(self, page: AnyStep) -> AnyStep:
        page.changed.connect(self._on_changed)
        return page

    def _build_pages(self) -> None:
        self.welcome = self._watched(WelcomeStep())
        self.welcome.restore.clicked.connect(lambda _checked=False: self.restore_asked.emit())
        self.frame = StepFrame()
        self.frame.next_asked.connect(self._on_next)
        self.frame.back_asked.connect(self._on_back)
        self.frame.cancel_asked.connect(lambda: self._attempt.cancel() if self._attempt else None)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.frame)
