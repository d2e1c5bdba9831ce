"""The drill: the code and the backup's passphrase tried on the real files, and nothing changed by it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.builders import Clock
from tests.support.backup_vaults import MARKS, a_drive, a_vault, opened
from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE, begin_vault, bytes_below, places_in
from trust_desktop.domain.errors import (
    BackupPlaceMissing,
    BackupUnreadable,
    HeaderDamaged,
    RecoveryCodeMistyped,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.vault import Protection
from trust_desktop.security import cost as costs
from trust_desktop.security import envelope, recovery_code
from trust_desktop.security import header as headers
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import SlotType
from trust_desktop.services import backing_up, recovery_drill, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage.vault_folder import VaultFolder

BACKUP_PASSPHRASE = "tulip ladder orbit quarry mint"


@dataclass
class Vault:
    """An open vault with its code and keyring."""

    places: Places
    store: FaultyStore
    code: str
    session: VaultSession
    clock: Clock

    @property
    def folder(self) -> VaultFolder:
        return VaultFolder(self.places.data / self.session.info.folder)


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    places, store, code = a_vault(tmp_path)
    session = opened(places, store, clock)
    yield Vault(places, store, code, session, clock)
    session.close()


def test_it_is_offered_once_the_first_week_has_begun(vault: Vault, session: VaultSession) -> None:
    recovery_drill.begin(session)
    assert recovery_drill.state(session).since is None  # no vault of its own: an example
    assert not recovery_drill.offered(vault.session)
    recovery_drill.begin(vault.session)
    vault.clock.forward(days=1)
    recovery_drill.begin(vault.session)
    assert recovery_drill.offered(vault.session)
    recovery_drill.put_off(vault.session)
    assert not recovery_drill.offered(vault.session)
    vault.clock.forward(days=2)
    assert recovery_drill.offered(vault.session)
    recovery_drill.decline(vault.session)
    assert not recovery_drill.offered(vault.session)


def test_the_code_opens_the_real_lock_and_changes_nothing(vault: Vault) -> None:
    before = {name: data for name, data in bytes_below(vault.places.data).items() if "header" in name}
    recovery_drill.try_code(vault.session, vault.places, vault.code.lower().replace("-", " "), None)
    wrong = recovery_code.write(recovery_code.new_secret())
    with pytest.raises(WrongRecoveryCode):
        recovery_drill.try_code(vault.session, vault.places, wrong, None)
    with pytest.raises(RecoveryCodeMistyped):
        recovery_drill.try_code(vault.session, vault.places, vault.code[:-1], None)
    after = {name: data for name, data in bytes_below(vault.places.data).items() if "header" in name}
    assert after == before
    assert recovery_drill.note_code(vault.session).done
    assert not recovery_drill.offered(vault.session)


def test_a_code_that_needs_the_passphrase_is_tried_with_it(tmp_path: Path) -> None:
    places, store = places_in(tmp_path), FaultyStore()
    new = begin_vault(places, store, Protection.DEVICE_AND_PASSPHRASE, recovery_with_passphrase=True)
    code = new.recovery_code
    session = vaults.prove_recovery(places, new, code)
    with pytest.raises(WrongPassphrase):
        recovery_drill.try_code(session, places, code, None)
    with pytest.raises(WrongPassphrase):
        recovery_drill.try_code(session, places, code, "something else entirely")
    recovery_drill.try_code(session, places, code, PASSPHRASE)
    session.close()


def test_a_lock_without_a_code_or_of_another_key_is_damaged(vault: Vault) -> None:
    header = headers.parse(vault.folder.header_copies()[0])
    key = vault.session.copy_key()
    without = tuple(slot for slot in header.slots if slot.type is not SlotType.RECOVERY)
    vault.folder.write_header(headers.encode(envelope.seal(replace(header, slots=without), key)))
    with pytest.raises(HeaderDamaged):
        recovery_drill.try_code(vault.session, vault.places, vault.code, None)
    other = bytearray(32)
    secrets = Secrets(recovery=recovery_code.read(vault.code))
    slot = envelope.wrap(other, header, SlotType.RECOVERY, secrets, costs.NONE)
    swapped = envelope.seal(replace(header, slots=(*without, slot)), other)
    vault.folder.write_header(headers.encode(swapped))
    with pytest.raises(HeaderDamaged):
        recovery_drill.try_code(vault.session, vault.places, vault.code, None)


@pytest.mark.once
def test_the_newest_backup_is_opened_where_it_lies(vault: Vault, tmp_path: Path) -> None:
    session, drive = vault.session, a_drive(tmp_path)

    def tried(typed: str = BACKUP_PASSPHRASE):
        return recovery_drill.try_backup(session, vault.places, vault.store, typed)

    with pytest.raises(BackupPlaceMissing):
        tried()
    backing_up.choose(session, drive)
    with pytest.raises(BackupPlaceMissing):
        tried()
    backing_up.back_up(session, vault.places, Asking())
    with pytest.raises(WrongPassphrase):
        tried()  # it was made before there was a passphrase
    slot = backing_up.make_slot(session, vault.places, BACKUP_PASSPHRASE, costs.PORTABLE)
    assert backing_up.keep_slot(session, slot).owed
    assert backing_up.has_passphrase(session)
    made = backing_up.back_up(session, vault.places, Asking())
    before = bytes_below(drive)
    assert tried().marks == MARKS
    with pytest.raises(WrongPassphrase):
        tried("tulip ladder orbit quarry salt")
    assert bytes_below(drive) == before
    assert recovery_drill.note_backup(session).backup_on == session.today
    (drive / str(made) / "header.1").write_bytes(b"noise")
    with pytest.raises(BackupUnreadable):
        tried()


@pytest.mark.once
def test_after_the_key_was_replaced_the_passphrase_has_to_be_given_again(
    vault: Vault, tmp_path: Path
) -> None:
    session = vault.session
    backing_up.choose(session, a_drive(tmp_path))
    slot = backing_up.make_slot(session, vault.places, BACKUP_PASSPHRASE)
    backing_up.keep_slot(session, replace(slot, mark=bytes(16)))
    assert not backing_up.has_passphrase(session)
    made = backing_up.back_up(session, vault.places, Asking())
    path = Path(backing_up.state(session).folder, str(made), "header.1")
    assert headers.parse(path.read_bytes()).slot(SlotType.PORTABLE) is None
