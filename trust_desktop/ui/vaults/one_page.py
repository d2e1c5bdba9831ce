"""One page at a time, Hide in the corner over it, and one attempt at a time of what may wait for the keyring."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from trust_desktop.override import override
from trust_desktop.services.vaults import Asking
from trust_desktop.ui import theme
from trust_desktop.ui.background import put_away
from trust_desktop.ui.shell import UNTIL_PAINTED
from trust_desktop.ui.vault_forms.means import Attempt, Means

if TYPE_CHECKING:
    from trust_desktop.ui.corner import Corner
    from trust_desktop.ui.hide_key import HideKey


class OnePageAtATime(QWidget):
    """A page goes when another comes, except the one that `_stays` names."""

    hide_asked = Signal()
    lock_asked = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._attempt: Attempt | None = None
        self._corner: Corner | None = None
        self._hide_key: HideKey | None = None
        self._held = False
        self._pages = QStackedLayout(self)
        theme.follow(self._arrange)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

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

    def _can_be_hidden(self, _page: QWidget) -> bool:
        """Whether Hide stands over a page."""
        return True

    def _watched_elsewhere(self) -> None:
        """A vault is open here: there is something to lock, and who watches over it hears the keys."""
        self._held = True
        if self._hide_key is not None:
            self._hide_key.stop()
        self._put_corner()

    def _show(self, page: QWidget) -> None:
        before = self._pages.currentWidget()
        if page is not before:
            self._pages.addWidget(page)
            self._pages.setCurrentWidget(page)
            if before is not None and before is not self._stays:
                self._pages.removeWidget(before)
                before.deleteLater()
        self._put_corner()
        page.setFocus()

    def _put_corner(self) -> None:
        page = self._pages.currentWidget()
        wanted = page is not None and self._can_be_hidden(page)
        if wanted and self._corner is None:
            from trust_desktop.ui.corner import Corner  # the lock screen has none

            self._corner = Corner(self, lock=False)
            self._corner.hide_asked.connect(self.hide_asked)
            self._corner.lock_asked.connect(self.lock_asked)
            QTimer.singleShot(UNTIL_PAINTED, self, self._hear_hide)
        if self._corner is not None:
            self._corner.offer(visible=wanted, lock=self._held)
        if self._hide_key is not None:
            self._hide_key.enabled = wanted
        self._arrange()

    def _hear_hide(self) -> None:
        """Shift three times means the same as the button; whether a vault has it turned off is not known yet."""
        from trust_desktop.ui.hide_key import HideKey

        if not self._held:
            self._hide_key = HideKey(self)
            self._hide_key.pressed.connect(self.hide_asked)
            self._put_corner()

    def _arrange(self) -> None:
        page = self._pages.currentWidget()
        if self._corner is not None and page is not None:
            from trust_desktop.ui.corner import keep_free

            self._corner.arrange()
            keep_free(page, self._corner)

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
