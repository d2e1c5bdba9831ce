"""The way in by paper, and a new device secret afterwards: the old way in goes only when the new one worked."""

from dataclasses import replace

import pytest

from tests.support.keyrings import FaultyStore, raising
from tests.support.processes import wait_until
from tests.support.vaults import PASSPHRASE, bytes_below, finished_vault
from trust_desktop.domain.errors import (
    KeyringLocked,
    KeyringUnavailable,
    RecoveryCodeMistyped,
    Rule,
    RuleBroken,
    VaultProblem,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.vault import Protection
from trust_desktop.security import header as headers
from trust_desktop.security import passphrase as passphrases
from trust_desktop.security.header import SlotType
from trust_desktop.services import settings, vaults
from trust_desktop.services.vaults import Places


def test_after_a_lost_key_the_code_opens_everything_and_renews_the_key(
    places: Places, store: FaultyStore
) -> None:
    number, code = finished_vault(places, store)
    session = vaults.unlock(places, store, number, None)
    settings.save(session, replace(settings.load(session), idle_minutes=11))
    session.close()
    store.forget()

    recovered = vaults.recover(places, store, number, code, None)
    assert settings.load(recovered.session).idle_minutes == 11
    assert not recovered.needs_passphrase
    vaults.renew_device_secret(store, recovered)
    recovered.session.close()

    again = vaults.unlock(places, store, number, None)
    assert settings.load(again).idle_minutes == 11
    again.close()
    assert [item for _, item in store.items()] == [2]


def test_opening_by_code_alone_changes_no_key(places: Places, store: FaultyStore) -> None:
    number, code = finished_vault(places, store)
    before = bytes_below(places.data)
    recovered = vaults.recover(places, store, number, code, None)
    recovered.forget()
    recovered.session.close()

    after = bytes_below(places.data)
    assert {name for name in before if before[name] != after[name]} <= {f"{_folder(places)}/vault.db"}
    assert not recovered.can_renew
    with pytest.raises(ValueError, match="no new device secret"):
        vaults.renew_device_secret(store, recovered)
    vaults.unlock(places, store, number, None).close()


def test_the_passphrase_that_was_proved_goes_into_the_new_slot(places: Places, store: FaultyStore) -> None:
    number, code = finished_vault(
        places, store, Protection.DEVICE_AND_PASSPHRASE, recovery_with_passphrase=True
    )
    store.forget()
    with pytest.raises(WrongPassphrase):
        vaults.recover(places, store, number, code, "walnut harbour stencil opaque fairy")
    recovered = vaults.recover(places, store, number, code, PASSPHRASE)
    assert not recovered.needs_passphrase
    vaults.renew_device_secret(store, recovered)
    recovered.session.close()

    vaults.unlock(places, store, number, PASSPHRASE).close()


def test_opened_by_paper_alone_the_new_slot_takes_a_passphrase_of_now(
    places: Places, store: FaultyStore
) -> None:
    number, code = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    recovered = vaults.recover(places, store, number, code, None)
    assert recovered.needs_passphrase
    with pytest.raises(RuleBroken) as raised:
        vaults.renew_device_secret(store, recovered, "too short")
    assert raised.value.rule is Rule.PASSPHRASE_WEAK
    vaults.renew_device_secret(store, recovered, "kettle attic violet ladder comet")
    recovered.session.close()

    with pytest.raises(WrongPassphrase):
        vaults.unlock(places, store, number, PASSPHRASE)
    vaults.unlock(places, store, number, "kettle attic violet ladder comet").close()


def test_wrong_codes_are_told_apart_and_change_nothing(places: Places, store: FaultyStore) -> None:
    number, code = finished_vault(places, store)
    _, foreign = finished_vault(places, store)
    before = bytes_below(places.data, but="tries")
    with pytest.raises(RecoveryCodeMistyped):
        vaults.recover(places, store, number, code[:-1], None)
    with pytest.raises(WrongRecoveryCode):
        vaults.recover(places, store, number, foreign, None)

    assert bytes_below(places.data, but="tries") == before


def test_no_passphrase_stays_in_memory_that_is_not_needed_any_more(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, code = finished_vault(places, store)
    made, canonical = list[bytearray](), passphrases.canonical

    def watched(text: str) -> bytearray:
        made.append(canonical(text))
        return made[-1]

    monkeypatch.setattr(passphrases, "canonical", watched)
    with pytest.raises(RecoveryCodeMistyped):
        vaults.recover(places, store, number, code[:-1], PASSPHRASE)
    recovered = vaults.recover(places, store, number, code, PASSPHRASE)
    assert [any(each) for each in made] == [False, False]
    recovered.session.close()


@pytest.mark.parametrize("problem", [KeyringUnavailable(), KeyringLocked()])
def test_without_a_usable_keyring_nothing_is_renewed(
    places: Places, store: FaultyStore, problem: Exception
) -> None:
    number, code = finished_vault(places, store)
    store.faults["check"] = raising(problem)
    recovered = vaults.recover(places, store, number, code, None)
    recovered.session.close()

    assert not recovered.can_renew


@pytest.mark.parametrize("method", ["write", "same_elsewhere", "provider"])
def test_a_renewal_that_comes_to_nothing_leaves_the_old_way_in(
    places: Places, store: FaultyStore, method: str
) -> None:
    number, code = finished_vault(places, store)
    recovered = vaults.recover(places, store, number, code, None)
    store.faults[method] = raising(KeyringUnavailable())
    with pytest.raises(KeyringUnavailable):
        vaults.renew_device_secret(store, recovered)
    recovered.session.close()
    store.faults.clear()

    assert [item for _, item in store.items()] == [1]
    vaults.unlock(places, store, number, None).close()


def test_a_new_slot_that_does_not_open_is_taken_out_again(places: Places, store: FaultyStore) -> None:
    number, code = finished_vault(places, store)
    recovered = vaults.recover(places, store, number, code, None)
    reads = iter([None, None, raising(KeyringLocked())])  # the first two belong to the writing

    def last_read_is_locked() -> None:
        fault = next(reads)
        if fault:
            fault()

    store.faults["read"] = last_read_is_locked
    with pytest.raises(KeyringLocked):
        vaults.renew_device_secret(store, recovered)
    recovered.session.close()
    store.faults.clear()

    assert [item for _, item in store.items()] == [1]
    assert [slot.item for slot in _slots(places) if slot.type.with_device] == [1]
    vaults.unlock(places, store, number, None).close()


def test_a_renewal_that_cannot_be_undone_keeps_both_items(places: Places, store: FaultyStore) -> None:
    """One copy was written, the other could be neither written nor put back: whatever is named must be there."""
    number, code = finished_vault(places, store)
    recovered = vaults.recover(places, store, number, code, None)
    in_the_way = places.data / _folder(places) / "header.2.tmp"
    in_the_way.mkdir()
    with pytest.raises(VaultProblem):
        vaults.renew_device_secret(store, recovered)
    recovered.session.close()
    assert [item for _, item in store.items()] == [1, 2]

    in_the_way.rmdir()
    vaults.unlock(places, store, number, None).close()
    _wait_for_items(store, [1])
    vaults.unlock(places, store, number, None).close()


def test_a_renewal_killed_before_its_end_is_finished_at_the_next_unlocking(
    places: Places, store: FaultyStore
) -> None:
    """Both slots stand in the header and both items in the keyring: the newer one opens, the older goes."""
    number, code = finished_vault(places, store)
    recovered = vaults.recover(places, store, number, code, None)
    first = next(places.data.glob("*/header.1"))
    old_slot = headers.parse(first.read_bytes()).slot(SlotType.DEVICE)
    ((service, _),) = store.items()
    old_secret = store.read(service, 1)
    vaults.renew_device_secret(store, recovered)
    recovered.session.close()
    _wait_for_items(store, [2])

    assert old_slot is not None
    assert old_secret is not None
    store.write(service, 1, old_secret)
    recovered = vaults.recover(places, store, number, code, None)
    opened = recovered.opened
    opened.rewrite(replace(opened.header, slots=(*opened.header.slots, old_slot)))
    recovered.session.close()
    assert sorted(slot.item for slot in _slots(places) if slot.type.with_device) == [1, 2]

    vaults.unlock(places, store, number, None).close()
    assert [slot.item for slot in _slots(places) if slot.type.with_device] == [2]
    _wait_for_items(store, [2])
    vaults.unlock(places, store, number, None).close()


def test_a_vault_without_a_keyring_has_none_to_renew(places: Places, store: FaultyStore) -> None:
    from trust_desktop.security.cost import START

    new_vault = vaults.create(
        places,
        store,
        protection=Protection.PASSPHRASE,
        passphrase=PASSPHRASE,
        recovery_with_passphrase=False,
        cost=START,
    )
    code = new_vault.recovery_code
    vaults.prove_recovery(places, new_vault, code).close()
    recovered = vaults.recover(places, store, 1, code, None)
    recovered.session.close()

    assert not recovered.can_renew


def _folder(places: Places) -> str:
    return vaults.list_vaults(places)[0].info.folder


def _slots(places: Places) -> tuple[headers.Slot, ...]:
    return headers.parse((places.data / _folder(places) / "header.1").read_bytes()).slots


def _wait_for_items(store: FaultyStore, items: list[int]) -> None:
    wait_until(lambda: [item for _, item in store.items()] == items, f"{items} alone to be in the keyring")
