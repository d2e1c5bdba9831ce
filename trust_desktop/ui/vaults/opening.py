"""The way into a vault: the lock screen, the first run, the recovery code, and what can go wrong between them."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import (
    Cancelled,
    SetupUnfinished,
    VaultGone,
    VaultProblem,
    WaitFirst,
    WrongPassphrase,
)
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.override import override
from trust_desktop.services import vaults
from trust_desktop.ui.shell import LOCK_KEY
from trust_desktop.ui.vault_forms.means import Means, Then
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.one_page import OnePageAtATime

if TYPE_CHECKING:
    from trust_desktop.services.session import VaultSession
    from trust_desktop.services.vaults import VaultListing
    from trust_desktop.ui.backups.restoring_way import RestoringWay
    from trust_desktop.ui.leaving.finishing import Finishing
    from trust_desktop.ui.rescue.mending import Mending
    from trust_desktop.ui.vaults.recovering import Recovering


class Opening(OnePageAtATime):
    """`opened` hands over the session and where the person wants to go first; `held` tells of one that is open before.

    Pages other than the lock screen are imported when they are needed: the first window waits for nothing else.
    """

    opened = Signal(object, object)
    held = Signal(object)
    erasing = Signal()
    """Everything goes: nothing may be written any more."""

    erased = Signal()

    def __init__(self, means: Means, *, number: int | None = None) -> None:
        super().__init__(means)
        self._number = number
        self._recovering: Recovering | None = None
        self._lock_screen: LockScreen | None = None
        self._finishing: Finishing | None = None
        self._erased = False
        self.erasing.connect(self._on_erasing)

    def start(self) -> None:
        """Show what there is, once what was confirmed to be destroyed is."""
        try:
            # Once in a process, so that what cannot be removed keeps nobody out.
            if self._finishing is None and vaults.unfinished(self._means.places):
                self._finish().start()
                return
            listings = vaults.list_vaults(self._means.places)
            missing = vaults.missing(self._means.places, listings)
        except VaultProblem as problem:
            self._show_problem(problem, self.start, can_recover=False)
            return
        if listings:
            self._show_lock_screen(listings, missing)
        elif missing:
            self._show_missing(missing[0])
        elif vaults.any_set_aside(self._means.places):
            self._mending.show_aside(alone=True)
        else:
            self._show_first_run(can_leave=False)

    def open_at_once(self) -> None:
        """Open a vault that asks for nothing, if it is the only one and nobody has pressed anything yet."""
        screen = self._lock_screen
        if screen is not None and self._attempt is None and self._pages.currentWidget() is screen:
            screen.open_if_nothing_is_asked()

    def add_another(self) -> None:
        """Begin with another vault, where the lock screen is what there is to begin with."""
        if self._lock_screen is not None and self._pages.currentWidget() is self._lock_screen:
            self._show_first_run(can_leave=True)

    def abandon(self) -> None:
        """The window goes: cancel what runs, let go of what is open."""
        self._drop_attempt()
        if self._recovering is not None:
            self._recovering.let_go()
        if "_restoring" in self.__dict__:
            self._restoring.forget()
        abandon = getattr(self._pages.currentWidget(), "abandon", None)
        if abandon is not None:
            abandon()

    # what the pages ask for

    def _unlock_to_add(self, number: int) -> None:
        """Nothing opens it but the keyring; once it is open a passphrase is added."""
        self._unlock(number, "", Then.KEYS)

    def _unlock(self, number: int, passphrase: str, then: Then = Then.TODAY) -> None:
        self._number = number
        means, screen = self._means, self._lock_screen
        if screen is not None:
            screen.set_busy(busy=True)
        self._try(
            lambda asking: vaults.unlock(means.places, means.store, number, passphrase or None, asking),
            partial(self._on_opened, then=then),
            lambda problem: self._on_unlock_problem(problem, passphrase),
        )

    def _on_unlock_problem(self, problem: Exception, passphrase: str) -> None:
        screen = self._lock_screen
        if screen is not None:
            screen.set_busy(busy=False)
        if isinstance(problem, SetupUnfinished):
            self._go_on_with_setup(passphrase)
        elif isinstance(problem, Cancelled):
            self._show_again()
        elif isinstance(problem, WrongPassphrase) and screen is not None:
            self._show_again()
            screen.say_wrong()
        elif isinstance(problem, WaitFirst) and screen is not None:
            self._show_again()
            screen.say_wait()
        else:
            number = self._chosen()
            self._show_problem(
                problem,
                lambda: self._unlock(number, passphrase),
                read=lambda: self._mending.read(number, passphrase),
            )

    def _go_on_with_setup(self, passphrase: str) -> None:
        means, number = self._means, self._chosen()
        if self._lock_screen is not None:
            self._lock_screen.set_busy(busy=True)
        self._try(
            lambda asking: vaults.continue_setup(
                means.places, means.store, number, passphrase or None, asking
            ),
            lambda new: self._show_first_run(can_leave=True, begun=new),
            lambda problem: self._on_unlock_problem(problem, passphrase),
        )

    def _hold(self, session: "VaultSession") -> None:
        """A vault is open on a page here: from now on it can be locked."""
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence(LOCK_KEY), self).activated.connect(self.lock_asked)
        self._watched_elsewhere()
        self.held.emit(session)

    def _on_erasing(self) -> None:
        self._erased = True

    @override
    def _can_be_hidden(self, page: QWidget) -> bool:
        """The lock screen says nothing; and once everything goes no fresh process may begin anew."""
        return page is not self._lock_screen and not self._erased

    def _on_opened(self, session: "VaultSession", then: Then = Then.TODAY) -> None:
        self.opened.emit(session, then)

    # pages

    def _finish(self) -> "Finishing":
        """Who goes on with what was confirmed to be destroyed, and takes off the list what is gone."""
        from trust_desktop.ui.leaving.finishing import Finishing

        if self._finishing is None:
            finishing = self._finishing = Finishing(self._means, self._show, self._try, self)
            finishing.erasing.connect(self.erasing)
            finishing.erased.connect(self.erased)
            finishing.done.connect(self.start)
        return self._finishing

    @cached_property
    def _mending(self) -> "Mending":
        """Who reads, sets aside and puts back what cannot be opened."""
        from trust_desktop.ui.rescue.mending import Mending

        mending = Mending(self._means, self._show, self._try, self)
        mending.done.connect(self.start)
        mending.begin_anew.connect(lambda: self._show_first_run(can_leave=True))
        mending.held.connect(self._hold)
        mending.closed.connect(self.lock_asked)
        mending.problem.connect(lambda one: self._show_problem(one, self.start, can_recover=False))
        mending.restore.connect(self._restore)
        return mending

    @cached_property
    def _restoring(self) -> "RestoringWay":
        """Who sets up a vault from a backup, beside what is here; the rest of its set-up is that of any new one."""
        from trust_desktop.ui.backups.restoring_way import RestoringWay

        way = RestoringWay(self._means, self._show, self._try, self)
        way.done.connect(self.start)
        way.restored.connect(lambda new: self._show_first_run(can_leave=True, begun=new, restored=True))
        return way

    def _restore(self) -> None:
        self._restoring.begin()

    def _show_missing(self, number: int) -> None:
        self._show_problem(VaultGone(number), self.start, can_recover=False)

    def _show_lock_screen(self, listings: "tuple[VaultListing, ...]", missing: tuple[int, ...]) -> None:
        screen = self._lock_screen = LockScreen(
            listings, self._number, one_is_missing=bool(missing), wait_left=self._wait_left
        )
        self._number = screen.number
        screen.open_asked.connect(self._unlock)
        screen.passphrase_wanted.connect(self._unlock_to_add)
        screen.recovery_asked.connect(self._show_recovery)
        screen.add_asked.connect(lambda: self._show_first_run(can_leave=True))
        screen.restore_asked.connect(self._restore)
        screen.missing_asked.connect(lambda: self._show_missing(missing[0]))
        if vaults.any_set_aside(self._means.places):
            screen.offer_aside(lambda: self._mending.show_aside(alone=False))
        self._show(screen)

    def _show_first_run(self, *, can_leave: bool, begun: object = None, restored: bool = False) -> None:
        from trust_desktop.ui.vaults.first_run import FirstRun

        page = FirstRun(
            self._means,
            can_leave=can_leave,
            begun=begun,  # type: ignore[arg-type]  # NewVault, unseen here
            restored=restored,
        )
        page.finished.connect(self.opened)
        page.held.connect(self._hold)
        page.left.connect(self.start)
        page.restore_asked.connect(self._restore)
        self._show(page)

    def _show_recovery(self, number: int) -> None:
        from trust_desktop.ui.vaults.recovering import Recovering

        self._number = number
        if self._recovering is None:
            way = self._recovering = Recovering(self._means, self._show, self._try, self)
            way.opened.connect(self._on_opened)
            way.held.connect(self._hold)
            way.left.connect(self._leave_recovery)
            way.problem.connect(self._on_recovery_problem)
        self._recovering.begin(self._info(number), self._wait_left)

    def _on_recovery_problem(self, problem: Exception, typed: tuple[str, str]) -> None:
        number, (code, passphrase) = self._chosen(), typed
        self._show_problem(
            problem,
            lambda: self._show_recovery(number),
            can_recover=False,
            read=lambda: self._mending.read(number, passphrase, code),
        )

    def _leave_recovery(self) -> None:
        self._drop_attempt()
        self.start()

    @property
    @override
    def _stays(self) -> QWidget | None:
        return self._lock_screen

    @override
    def _on_slow(self) -> None:
        from trust_desktop.ui.vaults.waiting_page import WaitingPage

        attempt = self._attempt
        if attempt is None or not isinstance(self._pages.currentWidget(), LockScreen):
            return
        page = WaitingPage()
        page.cancelled.connect(attempt.cancel)
        page.recovery_asked.connect(self._leave_waiting_for_recovery)
        self._show(page)

    def _leave_waiting_for_recovery(self) -> None:
        self._drop_attempt()
        self._show_recovery(self._chosen())

    def _show_problem(
        self,
        problem: Exception,
        again: Callable[[], None],
        *,
        can_recover: bool = True,
        read: Callable[[], None] | None = None,
    ) -> None:
        from trust_desktop.ui.problems import Answer, ProblemPage

        page = ProblemPage(
            problem, can_recover=can_recover, can_read=read is not None, folder=self._means.places.data
        )

        def answer(chosen: Answer) -> None:
            if chosen is Answer.RECOVERY_CODE:
                self._show_recovery(self._chosen())
            elif chosen is Answer.BEGIN_ANEW:
                self._show_first_run(can_leave=True)
            elif chosen is Answer.RESTORE:
                self._restoring.begin(problem.number if isinstance(problem, VaultProblem) else None)
            elif chosen is Answer.TAKE_OFF:
                assert isinstance(problem, VaultGone)
                self._finish().ask_to_take_off(problem.number or 0)
            elif chosen is Answer.READ and read is not None:
                read()
            elif chosen is Answer.SET_ASIDE and isinstance(problem, VaultProblem):
                self._mending.ask_to_set_aside(problem.number or 0)
            elif self._lock_screen is None:
                self.start()
            else:
                self._show_again()
                again()

        page.answered.connect(answer)
        page.left.connect(self.start)
        self._show(page)

    def _show_again(self) -> None:
        """The lock screen as it was left, with what was typed."""
        if self._lock_screen is None:
            self.start()
        else:
            self._show(self._lock_screen)

    def _wait_left(self, info: VaultInfo) -> int:
        return vaults.wait_left(self._means.places, info)

    def _chosen(self) -> int:
        return 1 if self._number is None else self._number

    def _info(self, number: int) -> VaultInfo:
        with suppress(VaultProblem):
            for listing in vaults.list_vaults(self._means.places):
                if listing.info.number == number:
                    return listing.info
        return VaultInfo(number, "")
