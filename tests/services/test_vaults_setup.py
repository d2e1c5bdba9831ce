"""From a vault that was begun to one that is finished: its code is proved, also after an interruption."""

import pytest

from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE, begin_vault
from trust_desktop.domain.errors import (
    RecoveryCodeMistyped,
    SetupUnfinished,
    VaultProblem,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.vault import Protection, VaultState
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places


def _states(places: Places) -> list[VaultState]:
    return [listing.state for listing in vaults.list_vaults(places)]


def test_a_slip_in_the_code_can_be_mended(places: Places, store: FaultyStore) -> None:
    new_vault, other = begin_vault(places, store), begin_vault(places, store)
    groups = new_vault.recovery_code.split("-")
    assert all(vaults.group_is_right(group, place) for place, group in enumerate(groups, start=1))

    with pytest.raises(RecoveryCodeMistyped) as raised:
        vaults.prove_recovery(places, new_vault, "-".join([*groups[:3], "AAAAA", *groups[4:]]))
    assert raised.value.group == 4
    with pytest.raises(WrongRecoveryCode):
        vaults.prove_recovery(places, new_vault, other.recovery_code)

    vaults.prove_recovery(places, new_vault, new_vault.recovery_code).close()
    assert new_vault.recovery_code == ""


def test_an_interrupted_set_up_is_recognised_and_continued(places: Places, store: FaultyStore) -> None:
    lost = begin_vault(
        places, store, Protection.DEVICE_AND_PASSPHRASE, recovery_with_passphrase=True
    ).recovery_code
    with pytest.raises(SetupUnfinished) as raised:
        vaults.unlock(places, store, 1, PASSPHRASE)
    assert raised.value.number == 1

    with pytest.raises(WrongPassphrase):
        vaults.continue_setup(places, store, 1, "walnut harbour stencil opaque")
    taken_up = vaults.continue_setup(places, store, 1, PASSPHRASE)
    assert taken_up.recovery_code != lost
    with pytest.raises(WrongRecoveryCode):
        vaults.prove_recovery(places, taken_up, lost)
    vaults.prove_recovery(places, taken_up, taken_up.recovery_code).close()

    vaults.unlock(places, store, 1, PASSPHRASE).close()
    with pytest.raises(ValueError, match="finished"):
        vaults.continue_setup(places, store, 1, PASSPHRASE)


def test_a_keyring_only_set_up_is_continued_without_a_passphrase(places: Places, store: FaultyStore) -> None:
    begin_vault(places, store)
    taken_up = vaults.continue_setup(places, store, 1, None)
    vaults.prove_recovery(places, taken_up, taken_up.recovery_code).close()

    assert _states(places) == [VaultState.READY]


def test_whoever_has_the_code_may_finish_with_it(places: Places, store: FaultyStore) -> None:
    new_vault = begin_vault(places, store)
    vaults.recover(places, store, 1, new_vault.recovery_code, None).session.close()

    assert _states(places) == [VaultState.READY]


def test_a_proof_that_cannot_be_noted_leaves_the_set_up_unfinished(
    places: Places, store: FaultyStore
) -> None:
    new_vault = begin_vault(places, store)
    in_the_way = places.data / new_vault.info.folder / "header.1.tmp"
    in_the_way.mkdir()
    with pytest.raises(VaultProblem):
        vaults.prove_recovery(places, new_vault, new_vault.recovery_code)
    with pytest.raises(VaultProblem):
        vaults.continue_setup(places, store, 1, None)
    assert _states(places) == [VaultState.SETUP_UNFINISHED]

    in_the_way.rmdir()
    vaults.prove_recovery(places, new_vault, new_vault.recovery_code).close()
    assert _states(places) == [VaultState.READY]
