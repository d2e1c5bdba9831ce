"""An open vault and the drive its backups go to."""

from dataclasses import dataclass
from pathlib import Path

from tests.builders import Clock
from trust_desktop.domain.backup import BackupName
from trust_desktop.services import backing_up
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage import backups
from trust_desktop.storage.vault_folder import VaultFolder


@dataclass
class VaultAndDrive:
    """Both, as a session uses them."""

    places: Places
    session: VaultSession
    drive: Path
    clock: Clock

    @property
    def folder(self) -> VaultFolder:
        return VaultFolder(self.places.data / self.session.info.folder)

    def back_up(self) -> BackupName:
        made = backing_up.back_up(self.session, self.places, Asking())
        backing_up.note_made(self.session, made)
        return made

    def numbers(self) -> list[int]:
        return [one.name.number for one in backups.in_folder(self.drive)]
