"""Each change of keys: the new secret opens, the old one no more, and every row is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.key_house import IDLE, NEW, House, house
from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE
from trust_desktop.domain.errors import (
    Cancelled,
    HeaderDamaged,
    KeysBeingChanged,
    RecoveryCodeMistyped,
    VaultProblem,
    WrongRecoveryCode,
)
from trust_desktop.domain.key_change import KeyChange, possible
from trust_desktop.domain.vault import Protection
from trust_desktop.security import header as headers
from trust_desktop.security import kdf, recovery_code
from trust_desktop.security.cost import FLOOR, START, Cost
from trust_desktop.security.header import SlotType
from trust_desktop.services import key_changing, settings, vault_listing, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.vaults import Places
from trust_desktop.storage import staging

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


# --- the label beside it


@pytest.mark.parametrize("change", [KeyChange.DEVICE_SECRET, KeyChange.DATABASE_KEY])
def test_a_label_changed_between_two_steps_stays_and_so_does_the_change(
    keyring_only: House, change: KeyChange
) -> None:
    pending = keyring_only.begin(change)
    before = keyring_only.header.slots
    vaults.rename(keyring_only.places, keyring_only.session, "Blue")
    keyring_only.finish(pending)

    assert keyring_only.header.label == "Blue"
    assert keyring_only.header.slots != before
    info = keyring_only.session.info
    assert info is not None
    assert info.label == "Blue"
    assert keyring_only.opens(None)


def test_while_it_is_written_no_label_is(keyring_only: House, monkeypatch: pytest.MonkeyPatch) -> None:
    refused: list[str] = []
    read = keyring_only.store.read

    def read_beside(service: str, item: int) -> bytearray | None:
        with pytest.raises(KeysBeingChanged):
            vaults.rename(keyring_only.places, keyring_only.session, "Blue")
        refused.append(keyring_only.header.label)
        return read(service, item)

    pending = keyring_only.begin(KeyChange.DEVICE_SECRET)
    monkeypatch.setattr(keyring_only.store, "read", read_beside)
    keyring_only.finish(pending)
    monkeypatch.undo()
    assert refused
    assert set(refused) == {""}
    vaults.rename(keyring_only.places, keyring_only.session, "Blue")  # a moment later
    assert keyring_only.opens(None)
    assert keyring_only.header.label == "Blue"


def test_where_the_ways_in_are_others_by_now_nothing_is_changed(keyring_only: House) -> None:
    pending = keyring_only.begin(KeyChange.DEVICE_SECRET)
    keyring_only.change(KeyChange.DEVICE_SECRET)
    before = keyring_only.header
    with pytest.raises(Cancelled):
        keyring_only.finish(pending)
    assert keyring_only.header == before
    assert keyring_only.opens(None)
