"""A change of keys that goes wrong leaves the old way in, or says that the new one is there."""

from pathlib import Path

import pytest

from tests.support.key_house import NEW, House, house
from tests.support.keyrings import FaultyStore, raising
from tests.support.vaults import bytes_below
from trust_desktop.domain.errors import (
    Cancelled,
    DiskFull,
    HeaderDamaged,
    KeyringLocked,
    KeyringUnavailable,
    Rule,
    RuleBroken,
    SecretMissing,
    VaultDamaged,
    VaultProblem,
    WrongPassphrase,
)
from trust_desktop.domain.key_change import KeyChange, possible
from trust_desktop.security.cost import FLOOR, Cost
from trust_desktop.security.header import SlotType
from trust_desktop.security.wipe import new_key
from trust_desktop.services import key_changing, slot_changing
from trust_desktop.services.asking import Asking
from trust_desktop.services.vaults import Places
from trust_desktop.storage import rekeying, staging
from trust_desktop.storage.rekeying import NextFile
from trust_desktop.storage.vault_folder import VaultFolder


def test_what_the_vault_has_no_key_for_is_not_asked_of_it(keyring_only: House) -> None:
    with pytest.raises(ValueError, match="no such key"):
        keyring_only.begin(KeyChange.PASSPHRASE, new_passphrase=NEW)
    info, keyring_only.session.info = keyring_only.session.info, None
    assert possible(None) == ()
    with pytest.raises(ValueError, match="no such key"):
        keyring_only.begin(KeyChange.ADD_PASSPHRASE, new_passphrase=NEW)
    keyring_only.session.info = info


def test_a_weak_passphrase_is_not_taken(keyring_only: House) -> None:
    with pytest.raises(RuleBroken) as raised:
        keyring_only.begin(KeyChange.ADD_PASSPHRASE, new_passphrase="too short")
    assert raised.value.rule is Rule.PASSPHRASE_WEAK


def test_without_what_opens_the_vault_nothing_is_begun(with_passphrase: House) -> None:
    with pytest.raises(WrongPassphrase):
        with_passphrase.begin(KeyChange.DATABASE_KEY, passphrase=NEW)
    with pytest.raises(WrongPassphrase):
        with_passphrase.begin(KeyChange.DATABASE_KEY)


def test_a_header_for_another_file_is_not_begun_with(places: Places, store: FaultyStore) -> None:
    """Somebody put the header of another vault in the place of this one's while it was open."""
    mine, other = house(places, store), house(places, store)
    secret = store.read(f"org.daybook.vault.{other.folder.name}", 1)
    assert secret is not None
    store.write(f"org.daybook.vault.{mine.folder.name}", 1, secret)
    data = other.folder.header_copies()[0]
    assert data is not None
    for copy in ("header.1", "header.2"):
        (mine.folder.path / copy).write_bytes(data)
    with pytest.raises(HeaderDamaged):
        mine.begin(KeyChange.RECOVERY_CODE)
    mine.session.close()
    other.session.close()


def test_a_secret_that_is_gone_from_the_keyring_leaves_everything_as_it_was(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    ((service, item),) = keyring_only.store.items()
    secret = keyring_only.store.read(service, item)
    assert secret is not None
    keyring_only.store.forget()
    with pytest.raises(SecretMissing):
        keyring_only.finish(pending)
    keyring_only.store.write(service, item, secret)

    assert keyring_only.opens(None)


def test_a_slot_that_cannot_be_proved_is_taken_out_again(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.ADD_PASSPHRASE, new_passphrase=NEW)
    reads = iter([None, raising(KeyringLocked())])

    def second_read_is_locked() -> None:
        fault = next(reads)
        if fault:
            fault()

    keyring_only.store.faults["read"] = second_read_is_locked
    with pytest.raises(KeyringLocked):
        keyring_only.finish(pending)
    keyring_only.store.faults.clear()

    assert keyring_only.opens(None)
    assert len(keyring_only.header.slots) == 2


def test_a_slot_that_is_not_on_disk_is_not_proved(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.RECOVERY_CODE)
    held = pending.held
    secrets = key_changing.Secrets(recovery=pending.recovery)
    wanted = slot_changing.Wanted(SlotType.RECOVERY, secrets, FLOOR, lambda: secrets)
    _, (slot,) = slot_changing.with_slots(held.header, held.key, (wanted,))
    with pytest.raises(HeaderDamaged):
        slot_changing.check(held.header, slot, wanted, held.key)
    old = held.slot
    right = slot_changing.Wanted(
        old.type,
        secrets,
        FLOOR,
        lambda: key_changing.Secrets(device=keyring_only.store.read(*keyring_only.store.items()[0])),
    )
    with pytest.raises(HeaderDamaged):
        slot_changing.check(held.header, old, right, bytearray(32))


def test_a_new_key_that_is_cancelled_leaves_the_old_one(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    asking = Asking()
    code = pending.recovery_code
    reads = iter([None, asking.cancel])

    def second_read_cancels() -> None:
        then = next(reads, None)
        if then:
            then()

    keyring_only.store.faults["read"] = second_read_cancels
    with pytest.raises(Cancelled):
        key_changing.finish(keyring_only.session, keyring_only.store, pending, code, asking)
    keyring_only.store.faults.clear()

    assert staging.header(keyring_only.folder) is None
    assert not staging.database(keyring_only.folder).exists()
    keyring_only.check_rows()
    assert keyring_only.opens(None)


def test_what_lies_in_the_way_of_the_exchange_leaves_the_old_key(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    beside = staging.database(keyring_only.folder)
    beside.with_name(beside.name + "-journal").mkdir()
    with pytest.raises(VaultProblem):
        keyring_only.finish(pending)
    beside.with_name(beside.name + "-journal").rmdir()

    keyring_only.check_rows()
    assert keyring_only.opens(None)


def test_a_log_that_is_left_beside_the_vault_keeps_the_old_key(
    keyring_only: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    log = keyring_only.folder.database.with_name("vault.db-journal")
    swap = staging.swap

    def with_a_log(folder: VaultFolder) -> None:
        log.touch()
        swap(folder)

    monkeypatch.setattr(staging, "swap", with_a_log)
    with pytest.raises(DiskFull):
        keyring_only.finish(pending)
    monkeypatch.undo()
    log.unlink()

    keyring_only.check_rows()
    assert keyring_only.opens(None)


def test_if_the_new_file_does_not_open_at_once_the_vault_is_closed_and_opens_by_the_new_key(
    keyring_only: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    swap = staging.swap
    in_the_way = keyring_only.folder.database.with_name("vault.db-journal")

    def then_in_the_way(folder: VaultFolder) -> None:
        swap(folder)
        in_the_way.touch()

    monkeypatch.setattr(staging, "swap", then_in_the_way)
    code = pending.recovery_code
    with pytest.raises(VaultProblem):
        keyring_only.finish(pending)
    monkeypatch.undo()
    assert keyring_only.session.closed
    in_the_way.unlink()

    assert keyring_only.opens(None)
    assert keyring_only.recovers(code)


def test_a_vault_that_was_closed_meanwhile_changes_no_key(keyring_only: House) -> None:
    before = bytes_below(keyring_only.places.data)
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    keyring_only.session.close()
    with pytest.raises(Cancelled):
        keyring_only.finish(pending)

    after = bytes_below(keyring_only.places.data)
    assert {name for name in before if not name.endswith((".db", "-wal"))} <= set(after)
    assert not [name for name in after if "next" in name]


def test_a_vault_that_is_closed_in_the_midst_leaves_the_rest_to_the_next_unlocking(
    keyring_only: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    go_over, folder = keyring_only.session.go_over, keyring_only.folder

    def closed_before(*given: object) -> None:
        keyring_only.session.close()
        go_over(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(keyring_only.session, "go_over", closed_before)
    with pytest.raises(Cancelled):
        keyring_only.finish(pending)
    assert staging.database(folder).exists()

    assert keyring_only.opens(None)
    assert not staging.database(folder).exists()


def test_a_keyring_that_takes_nothing_new_leaves_the_old_secret(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.DEVICE_SECRET)
    keyring_only.store.faults["write"] = raising(KeyringUnavailable())
    with pytest.raises(KeyringUnavailable):
        keyring_only.finish(pending)
    keyring_only.store.faults.clear()

    assert [item for _, item in keyring_only.store.items()] == [1]
    assert keyring_only.opens(None)


def test_a_slot_that_cannot_be_made_is_not_begun(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.ADD_PASSPHRASE, new_passphrase=NEW, cost=Cost(1, 1, 1))
    before = keyring_only.folder.header_copies()
    with pytest.raises(ValueError, match="bounds"):
        keyring_only.finish(pending)
    assert keyring_only.folder.header_copies() == before


def test_a_next_file_that_cannot_be_begun_leaves_the_old_key(keyring_only: House, tmp_path: Path) -> None:
    with pytest.raises(VaultProblem):
        NextFile.begin(tmp_path / "missing" / "vault.next.db", new_key(), bytes(16))


def test_a_copy_with_other_rows_does_not_take_the_place_of_the_vault(
    keyring_only: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = keyring_only.begin(KeyChange.DATABASE_KEY)
    counts = iter([{"marks": 1}, {"marks": 2}])
    monkeypatch.setattr(rekeying, "row_counts", lambda _raw: next(counts))
    with pytest.raises(VaultDamaged):
        keyring_only.finish(pending)
    monkeypatch.undo()

    keyring_only.check_rows()
    assert keyring_only.opens(None)


def test_what_is_staged_and_cannot_be_read_counts_for_nothing(keyring_only: House) -> None:
    staged = keyring_only.folder.path / "header.next"
    staged.symlink_to(staged)
    assert staging.header(keyring_only.folder) is None
    assert keyring_only.opens(None)
    assert not staged.is_symlink()
