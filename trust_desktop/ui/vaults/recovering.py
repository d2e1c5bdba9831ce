"""The way in by the recovery code: it is typed, the vault is open, and a new secret for this computer is offered."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import Cancelled
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Asking
from trust_desktop.ui.vault_forms.means import Attempt, Means
from trust_desktop.ui.vaults.recovery_page import RecoveryPage

if TYPE_CHECKING:
    from trust_desktop.services.vault_recovery import RecoveredVault
    from trust_desktop.ui.vaults.renew_page import RenewPage

Try = Callable[[Callable[[Asking], object], Callable[..., None], Callable[[Exception], None]], Attempt]
"""How the way in runs one attempt in its worker."""


class Recovering(QObject):
    """`opened` hands over the session; `held` tells of one that is open before, while something is asked still."""

    opened = Signal(object)
    held = Signal(object)
    left = Signal()
    problem = Signal(object, object)
    """What the page cannot say itself, and code and passphrase as they were typed."""

    def __init__(self, means: Means, show: Callable[[QWidget], None], attempt: Try, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._show = show
        self._try = attempt
        self._recovered: RecoveredVault | None = None

    def begin(self, info: VaultInfo, wait_left: Callable[[VaultInfo], int]) -> None:
        page = RecoveryPage(info, wait_left)
        page.recover_asked.connect(partial(self._recover, page, info.number))
        page.left.connect(self.left)
        self._show(page)

    def let_go(self) -> None:
        """The window goes while something is asked still."""
        if self._recovered is not None:
            self._recovered.session.close()

    def _recover(self, page: RecoveryPage, number: int, code: str, passphrase: str) -> None:
        page.set_busy(busy=True)
        means = self._means

        def on_problem(problem: Exception) -> None:
            page.set_busy(busy=False)
            if not isinstance(problem, Cancelled) and not page.say(problem):
                self.problem.emit(problem, (code, passphrase))

        self._try(
            lambda asking: vaults.recover(
                means.places, means.store, number, code, passphrase or None, asking
            ),
            self._on_recovered,
            on_problem,
        )

    def _on_recovered(self, recovered: "RecoveredVault") -> None:
        if not recovered.can_renew:
            recovered.forget()
            self.opened.emit(recovered.session)
            return
        from trust_desktop.ui.vaults.renew_page import RenewPage

        self._recovered = recovered
        page = RenewPage(self._means.background, needs_passphrase=recovered.needs_passphrase)
        page.renew_asked.connect(partial(self._renew, page, recovered))
        page.declined.connect(self._on_over)
        self._show(page)
        self.held.emit(recovered.session)

    def _renew(self, page: "RenewPage", recovered: "RecoveredVault", passphrase: str) -> None:
        page.set_busy(busy=True)
        store = self._means.store

        def on_problem(_problem: Exception) -> None:
            page.set_busy(busy=False)
            page.say_not_done()

        self._try(
            lambda asking: vaults.renew_device_secret(store, recovered, passphrase or None, asking),
            lambda _nothing: self._on_over(),
            on_problem,
        )

    def _on_over(self) -> None:
        recovered, self._recovered = self._recovered, None
        if recovered is not None:
            recovered.forget()
            self.opened.emit(recovered.session)
