"""Each change of keys: the new secret opens, the old one no more, every row is there; a problem leaves the old way in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.keyrings import FaultyStore, raising
from tests.support.vaults import PASSPHRASE, bytes_below, finished_vault
from trust_desktop.domain.errors import (
    Cancelled,
    DiskFull,
    HeaderDamaged,
    KeyringLocked,
    KeyringUnavailable,
    RecoveryCodeMistyped,
    Rule,
    RuleBroken,
    SecretMissing,
    VaultProblem,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.key_change import KeyChange, possible
from trust_desktop.domain.vault import Protection
from trust_desktop.security import header as headers
from trust_desktop.security import kdf, recovery_code
from trust_desktop.security.cost import FLOOR, START, Cost
from trust_desktop.security.header import Header, SlotType
from trust_desktop.services import key_changing, settings, slot_changing, vault_listing, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.key_changing import Pending, Wish
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage import staging
from trust_desktop.storage.vault_folder import VaultFolder

NEW = "kettle attic violet ladder comet"
IDLE = 11


@dataclass
class House:
    """A vault with a row of its own in it, open."""

    places: Places
    store: FaultyStore
    number: int
    code: str
    session: VaultSession

    @property
    def folder(self) -> VaultFolder:
        assert self.session.info is not None
        return VaultFolder(self.places.data / self.session.info.folder)

    @property
    def header(self) -> Header:
        return headers.parse(self.folder.header_copies()[0] or b"")

    def begin(self, change: KeyChange, **wish: object) -> Pending:
        asked = Wish(change, **{"cost": FLOOR, **wish})  # type: ignore[arg-type]
        return key_changing.begin(self.session, self.places, self.store, asked, Asking())

    def finish(self, pending: Pending, asking: Asking | None = None) -> str:
        """Do it with the code as it was shown; the code."""
        code = pending.recovery_code
        key_changing.finish(self.session, self.store, pending, code or None, asking or Asking())
        return code

    def change(self, change: KeyChange, **wish: object) -> str:
        return self.finish(self.begin(change, **wish))

    def opens(self, phrase: str | None) -> bool:
        """Whether the vault opens every day with it, and everything is in it."""
        self.session.close()
        try:
            self.session = vaults.unlock(self.places, self.store, self.number, phrase)
        except (WrongPassphrase, SecretMissing):
            return False
        self.check_rows()
        return True

    def recovers(self, code: str, phrase: str | None = None) -> bool:
        self.session.close()
        try:
            recovered = vaults.recover(self.places, self.store, self.number, code, phrase)
        except (WrongPassphrase, WrongRecoveryCode):
            return False
        recovered.forget()
        self.session = recovered.session
        self.check_rows()
        return True

    def check_rows(self) -> None:
        assert settings.load(self.session).idle_minutes == IDLE


def house(
    places: Places,
    store: FaultyStore,
    protection: Protection = Protection.DEVICE,
    *,
    together: bool = False,
) -> House:
    number, code = finished_vault(places, store, protection, recovery_with_passphrase=together)
    phrase = PASSPHRASE if protection.needs_passphrase else None
    session = vaults.unlock(places, store, number, phrase)
    settings.save(session, replace(settings.load(session), idle_minutes=IDLE))
    return House(places, store, number, code, session)


@pytest.fixture
def keyring_only(places: Places, store: FaultyStore) -> Iterator[House]:
    one = house(places, store)
    yield one
    one.session.close()


@pytest.fixture
def with_passphrase(places: Places, store: FaultyStore) -> Iterator[House]:
    one = house(places, store, Protection.DEVICE_AND_PASSPHRASE)
    yield one
    one.session.close()


# --- the passphrase


def test_a_changed_passphrase_opens_and_the_old_one_no_more(with_passphrase: House) -> None:
    assert not with_passphrase.change(KeyChange.PASSPHRASE, passphrase=PASSPHRASE, new_passphrase=NEW)

    assert not with_passphrase.opens(PASSPHRASE)
    assert with_passphrase.opens(NEW)
    assert with_passphrase.recovers(with_passphrase.code)  # a code that works alone stays as it is
    assert [slot.type.with_passphrase for slot in with_passphrase.header.slots] == [False, True]


def test_where_the_code_needs_the_passphrase_a_new_passphrase_brings_a_new_code(
    places: Places, store: FaultyStore
) -> None:
    home = house(places, store, Protection.DEVICE_AND_PASSPHRASE, together=True)
    code = home.change(KeyChange.PASSPHRASE, passphrase=PASSPHRASE, new_passphrase=NEW)

    assert code
    assert not home.recovers(home.code, PASSPHRASE)
    assert home.recovers(code, NEW)
    assert not home.recovers(code, PASSPHRASE)
    home.session.close()


def test_a_passphrase_is_added_to_a_vault_the_keyring_opened_alone(keyring_only: House) -> None:
    keyring_only.change(KeyChange.ADD_PASSPHRASE, new_passphrase=NEW)

    info = keyring_only.session.info
    assert info is not None
    assert info.protection is Protection.DEVICE_AND_PASSPHRASE
    assert not keyring_only.opens(None)
    assert keyring_only.opens(NEW)
    keyring_only.store.forget()
    assert not keyring_only.opens(NEW)
    assert keyring_only.recovers(keyring_only.code)


def test_a_passphrase_is_dropped_only_after_it_was_said_who_uses_the_account(with_passphrase: House) -> None:
    with pytest.raises(ValueError, match="nobody else"):
        with_passphrase.begin(KeyChange.DROP_PASSPHRASE, passphrase=PASSPHRASE)
    with_passphrase.change(KeyChange.DROP_PASSPHRASE, passphrase=PASSPHRASE, nobody_else=True)

    assert with_passphrase.opens(None)
    assert with_passphrase.recovers(with_passphrase.code)


def test_with_the_passphrase_goes_a_code_that_needed_it(places: Places, store: FaultyStore) -> None:
    home = house(places, store, Protection.DEVICE_AND_PASSPHRASE, together=True)
    code = home.change(KeyChange.DROP_PASSPHRASE, passphrase=PASSPHRASE, nobody_else=True)

    assert home.opens(None)
    assert not home.recovers(home.code, PASSPHRASE)
    assert home.recovers(code)
    home.session.close()


def test_a_new_passphrase_is_measured_anew_unless_its_cost_is_given(
    with_passphrase: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    dearer = Cost(FLOOR.memory + 8, FLOOR.passes, FLOOR.lanes)
    monkeypatch.setattr(kdf, "calibrate", lambda lowest: dearer if lowest == FLOOR else FLOOR)
    with_passphrase.change(KeyChange.PASSPHRASE, passphrase=PASSPHRASE, new_passphrase=NEW, cost=None)

    slot = with_passphrase.header.slot(SlotType.DEVICE_AND_PASSPHRASE)
    assert slot is not None
    assert slot.cost == dearer


def test_a_vault_without_a_keyring_takes_a_new_passphrase_too(places: Places, store: FaultyStore) -> None:
    new_vault = vaults.create(
        places,
        store,
        protection=Protection.PASSPHRASE,
        passphrase=PASSPHRASE,
        recovery_with_passphrase=False,
        cost=START,
    )
    code = new_vault.recovery_code
    session = vaults.prove_recovery(places, new_vault, code)
    settings.save(session, replace(settings.load(session), idle_minutes=IDLE))
    home = House(places, store, 1, code, session)
    assert KeyChange.DEVICE_SECRET not in possible(session.info)
    home.change(KeyChange.PASSPHRASE, passphrase=PASSPHRASE, new_passphrase=NEW, cost=START)

    assert not store.items()
    assert home.opens(NEW)
    home.session.close()


# --- the device secret


def test_a_new_device_secret_takes_the_place_of_the_old_one(with_passphrase: House) -> None:
    with_passphrase.change(KeyChange.DEVICE_SECRET, passphrase=PASSPHRASE)

    assert with_passphrase.opens(PASSPHRASE)
    slot = with_passphrase.header.slot(SlotType.DEVICE_AND_PASSPHRASE)
    assert slot is not None
    assert slot.item == 2


# --- the recovery code


@pytest.mark.parametrize("together", [False, True])
def test_a_new_code_opens_and_the_old_paper_no_more(with_passphrase: House, together: bool) -> None:
    code = with_passphrase.change(
        KeyChange.RECOVERY_CODE, passphrase=PASSPHRASE, code_with_passphrase=together
    )

    info = with_passphrase.session.info
    assert info is not None
    assert info.recovery_needs_passphrase is together
    assert not with_passphrase.recovers(with_passphrase.code)
    assert with_passphrase.recovers(code, PASSPHRASE if together else None)
    assert with_passphrase.recovers(code) is not together


def test_a_code_that_is_typed_wrong_changes_nothing(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.RECOVERY_CODE)
    before = keyring_only.folder.header_copies()
    other = recovery_code.write(recovery_code.new_secret())
    for typed, problem in (
        (other, WrongRecoveryCode),
        ("", RecoveryCodeMistyped),
        (None, RecoveryCodeMistyped),
    ):
        with pytest.raises(problem):
            key_changing.finish(keyring_only.session, keyring_only.store, pending, typed, Asking())
    assert keyring_only.folder.header_copies() == before

    code = keyring_only.finish(pending)
    assert keyring_only.recovers(code)


# --- the database key


def test_with_a_new_database_key_the_old_header_and_the_old_file_open_nothing_together(
    with_passphrase: House,
) -> None:
    old_header = with_passphrase.folder.header_copies()[0]
    old_salt = with_passphrase.session.file_salt()
    code = with_passphrase.change(KeyChange.DATABASE_KEY, passphrase=PASSPHRASE)

    with_passphrase.check_rows()  # the same session goes on
    assert with_passphrase.session.file_salt() != old_salt
    assert with_passphrase.opens(PASSPHRASE)
    assert not with_passphrase.recovers(with_passphrase.code)
    assert with_passphrase.recovers(code)
    with_passphrase.session.close()
    assert old_header is not None
    for copy in ("header.1", "header.2"):
        (with_passphrase.folder.path / copy).write_bytes(old_header)
    with pytest.raises(VaultProblem):
        vaults.unlock(with_passphrase.places, with_passphrase.store, with_passphrase.number, PASSPHRASE)


def test_nothing_of_the_change_is_left_beside_the_vault(keyring_only: House) -> None:
    keyring_only.change(KeyChange.DATABASE_KEY)
    keyring_only.session.close()

    names = {path.name for path in keyring_only_files(keyring_only)}
    assert names <= {"header.1", "header.2", "vault.db", "lock", "tries"}


def keyring_only_files(home: House) -> list[Path]:
    return list(next(home.places.data.glob("[0-9a-f]*")).iterdir())


def test_a_second_change_follows_the_first_in_the_same_session(keyring_only: House) -> None:
    keyring_only.change(KeyChange.DATABASE_KEY)
    keyring_only.change(KeyChange.DATABASE_KEY)
    keyring_only.change(KeyChange.ADD_PASSPHRASE, new_passphrase=NEW)
    code = keyring_only.change(KeyChange.RECOVERY_CODE, passphrase=NEW)

    assert keyring_only.opens(NEW)
    assert keyring_only.recovers(code)


def test_without_room_for_the_header_the_staged_one_goes_on(keyring_only: House) -> None:
    """The file is exchanged, its header could not be put in its place: this session and the next go on all the same."""
    in_the_way = keyring_only.folder.path / "header.1.tmp"
    in_the_way.mkdir()
    keyring_only.change(KeyChange.DATABASE_KEY)
    assert staging.header(keyring_only.folder) is not None
    code = keyring_only.begin(KeyChange.RECOVERY_CODE).recovery_code
    assert code

    assert keyring_only.opens(None)
    in_the_way.rmdir()
    assert keyring_only.opens(None)
    assert staging.header(keyring_only.folder) is None


def test_both_headers_of_before_may_be_damaged_once_the_file_is_exchanged(keyring_only: House) -> None:
    in_the_way = keyring_only.folder.path / "header.1.tmp"
    in_the_way.mkdir()
    keyring_only.change(KeyChange.DATABASE_KEY)
    in_the_way.rmdir()
    staged = headers.parse(staging.header(keyring_only.folder) or b"")
    for copy in ("header.1", "header.2"):
        (keyring_only.folder.path / copy).write_bytes(b"noise")
    assert vault_listing.headers_for(keyring_only.folder, staged.database_salt) == (staged,)
    with pytest.raises(HeaderDamaged):
        vault_listing.headers_for(keyring_only.folder, bytes(16))
    for copy in ("header.1", "header.2"):
        (keyring_only.folder.path / copy).write_bytes(headers.encode(staged))


# --- what goes wrong


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
    pending = keyring_only.begin(KeyChange.ADD_PASSPHRASE, new_passphrase=NEW)
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
