"""Every change of keys, one after another in one vault, with a real gnome-keyring: nothing old opens it or is left there."""

import pytest

from tests.support.key_house import NEW, House, house
from tests.support.processes import wait_until
from tests.support.secret_service import SecretService
from tests.support.vaults import PASSPHRASE
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.security.key_store import service_of
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places

pytestmark = pytest.mark.once


def only_item(service: SecretService) -> bytes:
    """The old one is deleted by a call that nobody waits for."""
    wait_until(lambda: len(service.items()) == 1, "one item in the keyring")
    ((_, secret),) = service.items()
    return secret


def number_of_item(home: House) -> int:
    return max(slot.item for slot in home.header.slots)


def test_after_every_change_only_the_new_secrets_open_it(
    places: Places, secret_service: SecretService
) -> None:
    store = OsKeyStore()
    home = house(places, store)  # type: ignore[arg-type]  # other tests have one that fails on demand
    first = only_item(secret_service)

    home.change(KeyChange.ADD_PASSPHRASE, new_passphrase=PASSPHRASE)
    assert home.opens(PASSPHRASE)
    second = only_item(secret_service)

    home.change(KeyChange.DEVICE_SECRET, passphrase=PASSPHRASE)
    assert home.opens(PASSPHRASE)
    third = only_item(secret_service)
    assert number_of_item(home) == 3

    home.change(KeyChange.PASSPHRASE, passphrase=PASSPHRASE, new_passphrase=NEW)
    assert not home.opens(PASSPHRASE)
    assert home.opens(NEW)

    code = home.change(KeyChange.RECOVERY_CODE, passphrase=NEW)
    assert not home.recovers(home.code)
    assert home.recovers(code)

    newest = home.change(KeyChange.DATABASE_KEY, passphrase=NEW)
    assert home.opens(NEW)
    assert not home.recovers(code)
    assert home.recovers(newest)
    assert only_item(secret_service) == third

    home.change(KeyChange.DROP_PASSPHRASE, passphrase=NEW, nobody_else=True)
    assert home.opens(None)

    home.change(KeyChange.DEVICE_SECRET)
    assert home.opens(None)
    last = only_item(secret_service)
    assert len({first, second, third, last}) == 4
    kept = store.read(service_of(home.folder.name), number_of_item(home))
    assert kept is not None
    assert kept.hex() == last.decode()
    assert home.recovers(newest)
    home.session.close()
