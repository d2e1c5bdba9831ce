"""One page at a time, and one attempt at a time of what may wait for the keyring."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from trust_desktop.override import override
from trust_desktop.services.vaults import Asking
from trust_desktop.ui.background import put_away
from trust_desktop.ui.vault_forms.means import Attempt, Means


class OnePageAtATime(QWidget):
    """A page goes when another comes, except the one that `_stays` names."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._attempt: Attempt | None = None
        self._pages = QStackedLayout(self)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        page = self._pages.currentWidget()
        if page is not None:
            page.setFocus(reason)

    @property
    def _stays(self) -> QWidget | None:
        return None

    def _on_slow(self) -> None:
        """The keyring takes long."""

    def _show(self, page: QWidget) -> None:
        before = self._pages.currentWidget()
        if page is not before:
            self._pages.addWidget(page)
            self._pages.setCurrentWidget(page)
            if before is not None and before is not self._stays:
                self._pages.removeWidget(before)
                before.deleteLater()
        page.setFocus()

    def _try(
        self,
        work: Callable[[Asking], object],
        done: Callable[..., None],
        on_problem: Callable[[Exception], None],
    ) -> Attempt:
        attempt = self._attempt = Attempt(self._means, work, self)

        def ended(then: Callable[..., None], value: object) -> None:
            attempt.deleteLater()
            if self._attempt is attempt:
                self._attempt = None
                then(value)
            else:
                put_away(value)

        attempt.slow.connect(self._on_slow)
        attempt.done.connect(lambda value: ended(done, value))
        attempt.problem.connect(lambda problem: ended(on_problem, problem))
        attempt.start()
        return attempt

    def _drop_attempt(self) -> None:
        """Nobody wants its answer any more; one that comes all the same is closed unseen."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            attempt.cancel()
