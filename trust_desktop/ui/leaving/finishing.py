"""What the way in shows of a confirmed destruction before anything else: it is gone on with, then told."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import Cancelled
from trust_desktop.services.asking import Asking
from trust_desktop.ui import folders
from trust_desktop.ui.vault_forms.means import Attempt, Means

if TYPE_CHECKING:
    from trust_desktop.services.destroying import Remains

Try = Callable[[Callable[[Asking], object], Callable[..., None], Callable[[Exception], None]], Attempt]
"""How the way in runs one attempt in its worker."""


class Finishing(QObject):
    """`erasing` comes before anything is erased: from then on nothing may be written. `done` leads on."""

    erasing = Signal()
    erased = Signal()
    done = Signal()

    def __init__(self, means: Means, show: Callable[[QWidget], None], attempt: Try, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._show = show
        self._try = attempt

    def start(self) -> None:
        from trust_desktop.services import destroying

        places, store = self._means.places, self._means.store
        if destroying.erases(places):
            self.erasing.emit()
        elsewhere = folders.own_elsewhere(places.data)
        self._run(lambda asking: destroying.finish(places, store, asking, elsewhere), taken_off=False)

    def ask_to_take_off(self, number: int) -> None:
        """Whether a vault that is gone is to be looked for no longer."""
        from trust_desktop.ui.leaving.take_off_page import TakeOffPage

        page = TakeOffPage(number)
        page.left.connect(self.done)
        page.agreed.connect(partial(self._take_off, number))
        self._show(page)

    def _take_off(self, number: int) -> None:
        from trust_desktop.services import destroying

        places, store = self._means.places, self._means.store
        self._run(lambda asking: destroying.take_off(places, store, number, asking), taken_off=True)

    def _run(self, work: Callable[[Asking], object], *, taken_off: bool) -> None:
        from trust_desktop.services.destroying import Remains
        from trust_desktop.ui.leaving.ending_page import EndingPage

        page = EndingPage()
        self._show(page)
        tell = partial(self._tell, taken_off=taken_off)

        def on_problem(problem: Exception) -> None:
            if isinstance(problem, Cancelled):  # what was gone is back
                self.done.emit()
            else:
                tell(Remains(files=True))

        attempt = self._try(work, tell, on_problem)
        attempt.slow.connect(page.say_slow)
        page.skip_asked.connect(attempt.cancel)

    def _tell(self, remains: "Remains", *, taken_off: bool) -> None:
        from trust_desktop.ui.leaving.ending_page import EndedPage

        page = EndedPage(remains, taken_off=taken_off)
        page.left.connect(self.erased if remains.ends_all else self.done)
        self._show(page)
