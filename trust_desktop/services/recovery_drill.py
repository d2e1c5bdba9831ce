"""The recovery drill: whether the code, or a backup's passphrase, opens the real file; nothing is changed by trying.

The two tries are slow and belong into the worker; what came of them is kept by `note_code` and `note_backup`.
"""

import hmac
from dataclasses import replace

from trust_desktop.domain.backup import BackupContents
from trust_desktop.domain.drill import DrillState
from trust_desktop.domain.errors import BackupPlaceMissing, HeaderDamaged, WrongPassphrase
from trust_desktop.security import envelope, passphrase, recovery_code
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import SlotType
from trust_desktop.security.key_store import KeyStore
from trust_desktop.security.wipe import wiping
from trust_desktop.services import backing_up, restoring, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import RECOVERY
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import backup_states
from trust_desktop.storage.vault_folder import VaultFolder


def state(s: VaultSession) -> DrillState:
    with s.read() as transaction:
        return backup_states.load_drill(transaction)


def begin(s: VaultSession) -> None:
    """Let the first week begin, once; an example has none."""
    now = state(s)
    if s.info is not None and now.since is None:
        _save(s, replace(now, since=s.today))


def offered(s: VaultSession) -> bool:
    return state(s).offered(s.today)


def put_off(s: VaultSession) -> None:
    _save(s, state(s).put_off(s.today))


def decline(s: VaultSession) -> None:
    """Never offer it unasked again."""
    _save(s, replace(state(s), declined=True))


def note_code(s: VaultSession) -> DrillState:
    return _save(s, replace(state(s), code_on=s.today))


def note_backup(s: VaultSession) -> DrillState:
    return _save(s, replace(state(s), backup_on=s.today))


def try_code(s: VaultSession, places: Places, code: str, typed: str | None) -> None:
    """Open the lock of the real vault with the code, and compare the key with the one in use.

    Raises RecoveryCodeMistyped, WrongRecoveryCode, WrongPassphrase, HeaderDamaged.
    """
    assert s.info is not None, "an example has no recovery code"
    header = vault_listing.headers_for(VaultFolder(places.data / s.info.folder), s.file_salt())[0]
    slot = header.slot(*RECOVERY)
    if slot is None:
        raise HeaderDamaged(header.number)
    recovery = recovery_code.read(code)
    phrase = passphrase.canonical(typed) if typed else None
    if slot.type is SlotType.RECOVERY_AND_PASSPHRASE and not phrase:
        raise WrongPassphrase(header.number)
    in_use = s.copy_key()
    with wiping(recovery, phrase, in_use):
        found = envelope.unwrap(header, slot, Secrets(passphrase=phrase, recovery=recovery))
        with wiping(found):
            if not hmac.compare_digest(found, in_use):
                raise HeaderDamaged(header.number)


def try_backup(
    s: VaultSession, places: Places, store: KeyStore, typed: str, asking: Asking | None = None
) -> BackupContents:
    """Open the newest backup with its passphrase, where it lies, and read all of it.

    Raises WrongPassphrase, BackupUnreadable, BackupPlaceMissing (also where there is none yet), VaultTooNew.
    """
    newest = next(iter(backing_up.found(s)), None)
    if newest is None:
        raise BackupPlaceMissing(detail="none")
    offer = restoring.look_at(newest.path)
    if restoring.Way.BACKUP_PASSPHRASE not in offer.ways:
        raise offer.problem or WrongPassphrase(detail="none")
    way = restoring.Way.BACKUP_PASSPHRASE
    opened = restoring.open_backup(places, store, offer, way, typed=typed, asking=asking)
    opened.close()
    return opened.contents


def _save(s: VaultSession, now: DrillState) -> DrillState:
    with s.write(Change.BACKUPS) as transaction:
        backup_states.save_drill(transaction, now)
    return now
