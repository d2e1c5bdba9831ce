"""The passphrase of a vault that is open, proved once more without opening anything."""

import pytest

from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE, bytes_below, finished_vault
from trust_desktop.domain.errors import SecretMissing, VaultProblem, WrongPassphrase
from trust_desktop.domain.vault import Protection
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places


def test_only_the_right_one_is_right_while_the_vault_is_open(places: Places, store: FaultyStore) -> None:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    session = vaults.unlock(places, store, number, PASSPHRASE)
    before = bytes_below(places.data, but="tries")

    vaults.prove_passphrase(places, store, number, PASSPHRASE)
    for wrong in ("", "another one"):
        with pytest.raises(WrongPassphrase):
            vaults.prove_passphrase(places, store, number, wrong)

    assert bytes_below(places.data, but="tries") == before
    assert session.today
    session.close()


def test_a_keyring_without_the_secret_is_not_a_wrong_passphrase(places: Places, store: FaultyStore) -> None:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    session = vaults.unlock(places, store, number, PASSPHRASE)
    store.forget()
    with pytest.raises(VaultProblem) as raised:
        vaults.prove_passphrase(places, store, number, PASSPHRASE)
    assert (type(raised.value), raised.value.number) == (SecretMissing, number)
    session.close()
