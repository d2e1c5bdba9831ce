"""From the button in Settings to the mark: asked once more, and only then the vault is closed and marked."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import VaultProblem
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.services import destroying
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.ui.leaving.known_copies import known_copies
from trust_desktop.ui.leaving.leave_sheet import LeaveSheet
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.shell import Shell


class Leavable(Protocol):
    """The program, as far as leaving it goes."""

    shell: Shell

    def let_go(self) -> None: ...

    def start_afresh(self, number: int | None, *, small: bool = False) -> None: ...


@dataclass(frozen=True)
class Departure:
    """A fresh process, with nothing of the vault in its memory, does what is marked here."""

    program: Leavable
    places: Places
    info: VaultInfo
    everything: bool
    preferences: Preferences

    def ask(self, window: QWidget, session: VaultSession) -> None:
        others = self.everything and destroying.held_back(self.places, self.info)
        copies = known_copies(session)
        which = "" if self.everything else which_words(self.info)
        sheet = LeaveSheet(
            everything=self.everything, which=which, others=others, copies=copies, parent=window
        )
        sheet.agreed.connect(lambda: self.go())  # noqa: PLW0108 - a method alone would not keep this alive
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def go(self) -> None:
        from trust_desktop.ui.leaving.kept_page import KeptPage

        self.program.let_go()
        try:
            mark = destroying.mark_everything if self.everything else destroying.mark
            mark(self.places, self.info)
        except VaultProblem as problem:  # then it is a vault as before
            page = KeptPage(problem, self.places.data)
            page.hide_asked.connect(self._hide)
            page.left.connect(lambda: self.program.start_afresh(self.info.number))
            self.program.shell.show_page(page)
        else:
            if self.preferences.first_vault == self.info.number:
                self.preferences.first_vault = 0  # of what is gone no number stays
            self.program.start_afresh(None)

    def _hide(self) -> None:
        self.program.shell.cover()
        self.program.start_afresh(self.info.number, small=True)


def which_words(info: VaultInfo) -> str:
    """Say which of the vaults here it is, as the lock screen names it."""
    if info.label:
        pattern = QCoreApplication.translate("LeaveSheet", "This is the vault “{name}”.")
        return pattern.format(name=info.label)
    pattern = QCoreApplication.translate("LeaveSheet", "This is the vault with the number {number}.")
    return pattern.format(number=QLocale().toString(info.number))
