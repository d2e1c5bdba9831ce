"""The way from a backup to a vault: pick one, open it, see what is in it, set it up; back at every step."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop import identity
from trust_desktop.domain.errors import (
    BackupPlaceMissing,
    Cancelled,
    Rule,
    RuleBroken,
    TrustError,
    VaultMissing,
)
from trust_desktop.domain.vault import Protection
from trust_desktop.services import backup_places, restoring, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.restoring import Offer, OpenedBackup, Way
from trust_desktop.ui.backups.folder_dialog import pick_folder
from trust_desktop.ui.backups.pick_page import PickPage
from trust_desktop.ui.backups.preview_page import PreviewPage
from trust_desktop.ui.backups.unlock_page import UnlockPage
from trust_desktop.ui.vault_forms.means import Attempt, Means, keyring_is_usable

Try = Callable[[Callable[[Asking], object], Callable[..., None], Callable[[Exception], None]], Attempt]
"""How the way in runs one attempt in its worker."""


@dataclass
class _Found:
    """An opened backup, and whether a keyring answers here."""

    opened: OpenedBackup
    keyring: bool

    def close(self) -> None:
        """Called too where nobody waits for it any more."""
        self.opened.close()


class RestoringWay(QObject):
    """`restored` hands over the new vault, whose recovery code is still to be proved; `done` leads back."""

    restored = Signal(object)
    done = Signal()

    def __init__(
        self,
        means: Means,
        show: Callable[[QWidget], None],
        attempt: Try,
        parent: QObject,
        pick: Callable[..., Path | None] = pick_folder,
    ) -> None:
        super().__init__(parent)
        self._means = means
        self._show = show
        self._try = attempt
        self._pick = pick
        self._number: int | None = None
        self._folder: Path | None = None
        self._offer: Offer | None = None
        """What was looked at last in it."""
        self._opened: OpenedBackup | None = None
        self._opening: Attempt | None = None

    def begin(self, number: int | None = None) -> None:
        """With `number` only the backups of that vault are listed, if any in the folder are."""
        self._number = number
        page = PickPage(backup_places.removable(os.environ), full=self._full())
        page.folder_asked.connect(lambda: self._choose(page))
        page.looked_at.connect(partial(self._look_in, page))
        page.opened.connect(self._unlock)
        page.left.connect(self.leave)
        self._show(page)
        if self._folder is not None:
            self._look_in(page, self._folder)

    def leave(self) -> None:
        """Back to what there is; nothing of an opened backup is kept."""
        self._folder = None
        self.forget()
        self.done.emit()

    def forget(self) -> None:
        """Let go of an opened backup; one that is only being opened is stopped, and comes to nothing."""
        opening, self._opening = self._opening, None
        if opening is not None:
            opening.cancel()
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def _choose(self, page: PickPage) -> None:
        folder = self._pick(page, self.tr("Where your backups are"))
        if folder is not None:
            self._look_in(page, folder)

    def _look_in(self, page: PickPage, folder: Path) -> None:
        places, number = self._means.places, self._number

        def offers() -> tuple[Offer, ...]:
            with suppress(VaultMissing):  # it is not here any more: then any may be the one
                if number is not None and (found := restoring.offers(places, folder, number)):
                    return found
            return restoring.offers(places, folder)

        try:
            found = offers()
        except TrustError:
            self._folder = None
            page.say_gone()
        else:
            self._folder = folder
            page.show_offers(folder, found, self._offer)

    def _unlock(self, offer: Offer) -> None:
        self._offer = offer
        page = UnlockPage(offer)
        page.open_asked.connect(partial(self._open, page, offer))
        page.left.connect(self._back_to_list)
        self._show(page)

    def _back_to_list(self) -> None:
        self.forget()
        self.begin(self._number)

    def _open(self, page: UnlockPage, offer: Offer, way: Way, typed: str, code: str) -> None:
        means = self._means
        page.set_busy(busy=True)

        def work(asking: Asking) -> _Found:
            opened = restoring.open_backup(
                means.places, means.store, offer, way, typed=typed or None, code=code or None, asking=asking
            )
            return _Found(opened, keyring_is_usable(means))

        def on_problem(problem: Exception) -> None:
            if self._opening is not attempt:
                return  # the page was left
            self._opening = None
            page.set_busy(busy=False)
            if not isinstance(problem, Cancelled) and not page.say(problem):
                self._say(problem)

        def on_opened(found: _Found) -> None:
            if self._opening is not attempt:
                found.close()
                return
            self._opening = None
            self._preview(found)

        attempt = self._opening = self._try(work, on_opened, on_problem)

    def _preview(self, found: _Found) -> None:
        self._opened = found.opened
        protection = found.opened.offer.protection
        if not found.keyring:
            protection = Protection.PASSPHRASE
        elif protection is None or not protection.needs_keyring:
            protection = Protection.DEVICE_AND_PASSPHRASE
        page = PreviewPage(found.opened.contents, protection, self._means.background, full=self._full())
        page.restore_asked.connect(partial(self._restore, page, protection))
        page.left.connect(self._back_to_list)
        self._show(page)

    def _restore(self, page: PreviewPage, protection: Protection, typed: str) -> None:
        means, opened = self._means, self._opened
        if opened is None:
            return
        page.set_busy(busy=True)

        def work(asking: Asking) -> object:
            return restoring.restore(
                means.places,
                means.store,
                opened,
                protection=protection,
                typed=typed or None,
                asking=asking,
                cost=means.cost,
            )

        attempt = self._try(work, self._on_restored, partial(self._on_not_restored, page))
        page.left.disconnect()
        page.left.connect(attempt.cancel)

    def _on_restored(self, new: object) -> None:
        self._folder = None
        self.forget()
        self.restored.emit(new)

    def _on_not_restored(self, page: PreviewPage, problem: Exception) -> None:
        page.set_busy(busy=False)
        page.left.disconnect()
        page.left.connect(self._back_to_list)
        if isinstance(problem, RuleBroken) and problem.rule is Rule.PASSPHRASE_WEAK:
            page.say_too_weak()
        elif isinstance(problem, Cancelled):
            page.say(self.tr("Stopped. Nothing was set up, and nothing was changed."))
        elif isinstance(problem, BackupPlaceMissing):
            page.say(
                self.tr("The drive is not there any more. Nothing was set up. Plug it in and try again.")
            )
        else:
            self._say(problem)

    def _say(self, problem: Exception) -> None:
        from trust_desktop.ui.problems import ProblemPage

        page = ProblemPage(problem, can_answer=False, folder=self._means.places.data)
        page.left.connect(self._back_to_list)
        self._show(page)

    def _full(self) -> bool:
        try:
            return len(vault_listing.folders(self._means.places)) >= identity.MAX_VAULTS
        except TrustError:
            return False
