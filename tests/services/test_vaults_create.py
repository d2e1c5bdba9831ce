"""A new vault: what it takes, what it leaves on disk, and that nothing half-made is ever taken for one."""

import re
import shutil
import stat
from dataclasses import replace

import pytest

from tests.support.keyrings import FaultyStore, Prompt, raising
from tests.support.processes import PATIENCE, wait_until
from tests.support.vaults import PASSPHRASE, begin_vault, bytes_below, finished_vault
from trust_desktop.domain.errors import (
    Cancelled,
    KeyringLocked,
    KeyringTimeout,
    KeyringUnavailable,
    Rule,
    RuleBroken,
    VaultMissing,
    WrongPassphrase,
)
from trust_desktop.domain.vault import Protection, VaultState
from trust_desktop.security import header as headers
from trust_desktop.security.cost import CEILING, FLOOR, START
from trust_desktop.services import settings, vaults
from trust_desktop.services.vaults import Asking, Places
from trust_desktop.storage.vault_folder import VaultFolder
from trust_desktop.storage.vault_lock import VaultLock


def _states(places: Places) -> list[VaultState]:
    return [listing.state for listing in vaults.list_vaults(places)]


def test_a_vault_is_begun_proved_and_opens_from_then_on(places: Places, store: FaultyStore) -> None:
    new_vault = begin_vault(places, store, label="Blue notebook")
    assert _states(places) == [VaultState.SETUP_UNFINISHED]

    session = vaults.prove_recovery(places, new_vault, new_vault.recovery_code.lower())
    settings.save(session, replace(settings.load(session), idle_minutes=9))
    assert _states(places) == [VaultState.IN_USE]
    session.close()
    assert _states(places) == [VaultState.READY]

    again = vaults.unlock(places, store, 1, None)
    assert settings.load(again).idle_minutes == 9
    assert again.info == vaults.list_vaults(places)[0].info
    assert (again.info.number, again.info.label) == (1, "Blue notebook")
    again.close()


@pytest.mark.parametrize(
    ("protection", "with_passphrase"),
    [
        (Protection.DEVICE_AND_PASSPHRASE, True),
        (Protection.DEVICE_AND_PASSPHRASE, False),
        (Protection.DEVICE, False),
    ],
)
def test_each_protection_asks_for_what_it_says(
    places: Places, store: FaultyStore, protection: Protection, with_passphrase: bool
) -> None:
    number, code = finished_vault(places, store, protection, recovery_with_passphrase=with_passphrase)
    info = vaults.list_vaults(places)[0].info

    assert (info.protection, info.recovery_needs_passphrase) == (protection, with_passphrase)
    vaults.unlock(places, store, number, PASSPHRASE).close()
    vaults.recover(places, store, number, code, PASSPHRASE).session.close()
    if protection.needs_passphrase:
        with pytest.raises(WrongPassphrase):
            vaults.unlock(places, store, number, None)
    if with_passphrase:
        with pytest.raises(WrongPassphrase):
            vaults.recover(places, store, number, code, None)


def test_without_a_keyring_a_passphrase_alone_must_cost_more(places: Places, store: FaultyStore) -> None:
    store.faults = {name: raising(KeyringUnavailable()) for name in ("check", "read", "write", "delete")}
    with pytest.raises(KeyringUnavailable):
        vaults.check_keyring(store)
    with pytest.raises(ValueError, match="cost"):
        begin_vault(places, store, Protection.PASSPHRASE)
    assert bytes_below(places.data) == {}

    new_vault = vaults.create(
        places,
        store,
        protection=Protection.PASSPHRASE,
        passphrase=PASSPHRASE,
        recovery_with_passphrase=False,
        cost=START,
    )
    vaults.prove_recovery(places, new_vault, new_vault.recovery_code).close()
    vaults.unlock(places, store, 1, PASSPHRASE).close()


def test_the_cost_is_fitted_to_the_machine(places: Places, store: FaultyStore) -> None:
    vaults.create(
        places,
        store,
        protection=Protection.DEVICE_AND_PASSPHRASE,
        passphrase=PASSPHRASE,
        recovery_with_passphrase=False,
    )
    first = next(places.data.glob("*/header.1"))
    costs = {slot.cost for slot in headers.parse(first.read_bytes()).slots if slot.type.with_passphrase}

    assert len(costs) == 1
    assert all(cost.within(FLOOR, CEILING) for cost in costs)


def test_folders_and_files_are_for_this_account_alone(places: Places, store: FaultyStore) -> None:
    finished_vault(places, store)
    vault = next(path for path in places.data.iterdir() if path.is_dir())
    session = vaults.unlock(places, store, 1, None)
    settings.save(session, settings.load(session))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (places.data, *places.data.rglob("*"))}
    session.close()

    assert re.fullmatch(r"[0-9a-f]{8}", vault.name)
    assert {modes.pop("data"), modes.pop(vault.name)} == {0o700}
    assert {"header.1", "header.2", "vault.db", "vault.db-wal", "numbers"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_wide_open_files_are_tightened_when_a_vault_is_opened(places: Places, store: FaultyStore) -> None:
    finished_vault(places, store)
    paths = (places.data, *places.data.rglob("*"))
    for path in paths:
        path.chmod(0o755)
    vaults.unlock(places, store, 1, None).close()

    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in paths if path.name != "numbers"} == {0}


def test_a_weak_passphrase_is_a_rule_not_a_vault(places: Places, store: FaultyStore) -> None:
    for weak in (None, "", "Summer2026!"):
        with pytest.raises(RuleBroken) as raised:
            vaults.create(
                places,
                store,
                protection=Protection.DEVICE_AND_PASSPHRASE,
                passphrase=weak,
                recovery_with_passphrase=False,
            )
        assert raised.value.rule is Rule.PASSPHRASE_WEAK
    assert not places.data.exists()


def test_a_code_cannot_need_a_passphrase_that_does_not_exist(places: Places, store: FaultyStore) -> None:
    with pytest.raises(ValueError, match="no passphrase"):
        begin_vault(places, store, recovery_with_passphrase=True)


def test_five_vaults_and_no_more(places: Places, store: FaultyStore) -> None:
    numbers = [begin_vault(places, store).info.number for _ in range(5)]

    assert numbers == [1, 2, 3, 4, 5]
    with pytest.raises(RuleBroken) as raised:
        begin_vault(places, store)
    assert raised.value.rule is Rule.TOO_MANY_VAULTS


def test_a_number_is_never_given_twice(places: Places, store: FaultyStore) -> None:
    begin_vault(places, store)
    second = begin_vault(places, store)
    shutil.rmtree(places.data / second.info.folder)
    assert begin_vault(places, store).info.number == 3

    (places.data / "numbers").write_bytes(b"\xff not a line\n")  # the headers still know theirs
    assert begin_vault(places, store).info.number == 4
    with pytest.raises(VaultMissing):
        vaults.unlock(places, store, 2, None)


def test_a_label_is_one_plain_line(places: Places, store: FaultyStore) -> None:
    new_vault = begin_vault(places, store, label="  Blue\n\u202e notebook " + "x" * 60)

    assert new_vault.info.label == ("Blue notebook " + "x" * 60)[:40]


@pytest.mark.parametrize(
    ("method", "problem"),
    [
        ("write", KeyringLocked()),
        ("write", KeyringUnavailable()),
        ("read", KeyringUnavailable()),
        ("same_elsewhere", KeyringUnavailable()),
    ],
)
def test_a_keyring_that_gives_up_leaves_nothing_behind(
    places: Places, store: FaultyStore, method: str, problem: Exception
) -> None:
    store.faults[method] = raising(problem)
    with pytest.raises(type(problem)):
        begin_vault(places, store)

    assert list(places.data.iterdir()) == []
    assert store.items() == []
    store.faults.clear()
    assert begin_vault(places, store).info.number == 1


def test_a_keyring_that_only_seems_to_keep_is_not_trusted(places: Places, store: FaultyStore) -> None:
    store.faults["forgets"] = raising(AssertionError())
    with pytest.raises(KeyringUnavailable):
        begin_vault(places, store)

    assert (list(places.data.iterdir()), store.items()) == ([], [])


def test_an_unanswered_prompt_ends_in_time_and_a_late_answer_leaves_no_stray(
    places: Places, store: FaultyStore
) -> None:
    prompt = store.faults["write"] = Prompt()
    with pytest.raises(KeyringTimeout):
        vaults.create(
            places,
            store,
            protection=Protection.DEVICE,
            passphrase=None,
            recovery_with_passphrase=False,
            asking=Asking(slow_seconds=0.05),
        )
    prompt.answer()

    wait_until(lambda: store.items() == [], "the stray to be taken back")
    assert list(places.data.iterdir()) == []


def test_creating_can_be_cancelled_at_the_prompt(places: Places, store: FaultyStore) -> None:
    prompt = store.faults["write"] = Prompt()
    asking = Asking(slow_seconds=PATIENCE)
    prompt.once_shown(asking.cancel)
    with pytest.raises(Cancelled):
        vaults.create(
            places,
            store,
            protection=Protection.DEVICE,
            passphrase=None,
            recovery_with_passphrase=False,
            asking=asking,
        )
    assert not prompt.gone.is_set()
    prompt.answer()

    assert list(places.data.iterdir()) == []


def test_creating_can_be_cancelled_before_anything_is_stored(places: Places, store: FaultyStore) -> None:
    asking = Asking()
    asking.cancel()
    with pytest.raises(Cancelled):
        vaults.create(
            places,
            store,
            protection=Protection.DEVICE,
            passphrase=None,
            recovery_with_passphrase=False,
            asking=asking,
        )

    assert (list(places.data.iterdir()), store.items()) == ([], [])


def test_what_a_killed_process_left_is_cleared_with_its_item(places: Places, store: FaultyStore) -> None:
    left = places.data / ".new-00aa11bb"
    left.mkdir(parents=True)
    store.write("org.daybook.vault.00aa11bb", 1, bytearray(32))
    begin_vault(places, store)

    assert not left.exists()
    assert [service for service, _ in store.items()] != ["org.daybook.vault.00aa11bb"]
    assert len(store.items()) == 1


def test_what_another_process_is_just_making_is_left_alone(places: Places, store: FaultyStore) -> None:
    left = places.data / ".new-00aa11bb"
    left.mkdir(parents=True)
    lock = VaultFolder(left).lock()
    begin_vault(places, store)
    assert left.exists()
    lock.release()
    assert isinstance(lock, VaultLock)


def test_an_item_that_cannot_be_removed_now_is_remembered(places: Places, store: FaultyStore) -> None:
    store.faults["same_elsewhere"] = raising(KeyringUnavailable())
    store.faults["delete"] = raising(KeyringUnavailable())
    left = places.data / ".new-00aa11bb"
    left.mkdir(parents=True)
    with pytest.raises(KeyringUnavailable):
        begin_vault(places, store)

    assert left.exists()


@pytest.mark.parametrize("removable", [True, False])
def test_a_problem_after_the_secret_was_stored_takes_it_back_or_remembers_it(
    places: Places, store: FaultyStore, removable: bool
) -> None:
    store.program = ""
    store.faults["provider"] = raising(KeyringUnavailable())
    if not removable:
        store.faults["delete"] = raising(KeyringUnavailable())
    with pytest.raises(KeyringUnavailable):
        begin_vault(places, store)
    assert (len(store.items()), len(list(places.data.iterdir()))) == ((0, 0) if removable else (1, 1))

    store.faults.clear()
    begin_vault(places, store)
    assert (len(store.items()), len(vaults.list_vaults(places))) == (1, 1)


def test_passphrases_are_offered_and_judged(places: Places) -> None:
    assert vaults.strength(vaults.offer_passphrase()).enough
    assert not vaults.strength("Anna").enough
    assert not places.data.exists()


def test_new_vaults_show_no_secret_when_printed(places: Places, store: FaultyStore) -> None:
    new_vault = begin_vault(places, store)

    assert new_vault.recovery_code not in repr(new_vault)
