"""What the way in can do about a vault that cannot be opened: read it, set it aside, put it back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import Cancelled, VaultProblem
from trust_desktop.services.asking import Asking
from trust_desktop.ui.vault_forms.means import Attempt, Means

if TYPE_CHECKING:
    from trust_desktop.services.rescuing import RescuedWords

Try = Callable[[Callable[[Asking], object], Callable[..., None], Callable[[Exception], None]], Attempt]
"""How the way in runs one attempt in its worker."""


class Mending(QObject):
    """`done` leads back to what there is; `held` tells of words in the window's memory, `closed` that they are to go."""

    done = Signal()
    begin_anew = Signal()
    held = Signal(object)
    closed = Signal()
    problem = Signal(object)
    """To be shown with what can be done about it."""

    restore = Signal()

    def __init__(self, means: Means, show: Callable[[QWidget], None], attempt: Try, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._show = show
        self._try = attempt

    def read(self, number: int, passphrase: str, code: str = "") -> None:
        """Show what can be read with the secrets that were typed, if nothing can be opened by them."""
        from trust_desktop.services import rescuing

        places, store, typed = self._means.places, self._means.store, passphrase or None
        self._try(
            lambda asking: (
                rescuing.read_by_code(places, number, code, typed, asking)
                if code
                else rescuing.read_daily(places, store, number, typed, asking)
            ),
            self._show_words,
            self._on_problem,
        )

    def ask_to_set_aside(self, number: int) -> None:
        from trust_desktop.ui.rescue.aside_pages import SetAsidePage

        page = SetAsidePage(self._means.places.data)
        page.left.connect(self.done)
        page.agreed.connect(partial(self._set_aside, number))
        self._show(page)

    def show_aside(self, *, alone: bool) -> None:
        """List what is set aside; `alone` where no other vault is here."""
        from trust_desktop.services import quarantining
        from trust_desktop.ui.rescue.aside_pages import AsidePage

        places = self._means.places
        page = AsidePage(quarantining.listed(places), alone=alone, full=quarantining.full(places))
        page.left.connect(self.done)
        page.begin_anew.connect(self.begin_anew)
        page.put_back.connect(self._put_back)
        page.restore.connect(self.restore)
        self._show(page)

    def _show_words(self, words: "RescuedWords") -> None:
        from trust_desktop.ui.rescue.reading_page import ReadingPage

        page = ReadingPage(words)
        page.left.connect(self.closed)
        self._show(page)
        self.held.emit(words.session)

    def _set_aside(self, number: int) -> None:
        from trust_desktop.services import quarantining

        self._do(lambda: quarantining.set_aside(self._means.places, number))

    def _put_back(self, place: str) -> None:
        from trust_desktop.services import quarantining

        self._do(lambda: quarantining.put_back(self._means.places, place))

    def _do(self, work: Callable[[], None]) -> None:
        """One rename: too short for the worker."""
        try:
            work()
        except VaultProblem as problem:
            self._on_problem(problem)
        else:
            self.done.emit()

    def _on_problem(self, problem: Exception) -> None:
        if isinstance(problem, Cancelled):
            self.done.emit()
        else:
            self.problem.emit(problem)
