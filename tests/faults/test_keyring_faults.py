"""A real keyring that is gone, locked, silent or emptied: soon a named problem, and the recovery code always opens."""

import threading
from contextlib import closing
from pathlib import Path

import pytest
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy

from tests.support.processes import PATIENCE
from tests.support.secret_service import SecretService
from tests.support.stretch import within
from tests.support.vaults import bytes_below, finished_vault, places_in
from trust_desktop.domain.errors import (
    Cancelled,
    KeyringLocked,
    KeyringTimeout,
    KeyringUnavailable,
    SecretMissing,
    VaultProblem,
)
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import vaults
from trust_desktop.services.vault_recovery import RecoveredVault
from trust_desktop.services.vaults import Asking, Places


class Owner:
    """A person with a keyring-only vault in a real keyring."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.number, self.code = finished_vault(places, OsKeyStore())

    def unlock(self, asking: Asking | None = None) -> None:
        vaults.unlock(self.places, OsKeyStore(), self.number, None, asking).close()

    def is_barred(self, kind: type[VaultProblem], asking: Asking | None = None) -> None:
        before = bytes_below(self.places.data)
        with within(10), pytest.raises(kind) as raised:
            self.unlock(asking)
        assert raised.value.number == self.number
        assert bytes_below(self.places.data) == before

    def recovers(self) -> RecoveredVault:
        recovered = vaults.recover(self.places, OsKeyStore(), self.number, self.code, None)
        assert len(vaults.list_vaults(self.places)) == 1
        return recovered


@pytest.fixture
def owner(secret_service: SecretService, tmp_path: Path) -> Owner:
    assert secret_service.items() == []
    return Owner(places_in(tmp_path))


def test_a_deleted_item_leads_through_the_code_to_a_new_key(
    owner: Owner, secret_service: SecretService
) -> None:
    owner.unlock()
    assert secret_service.forget() == 1
    owner.is_barred(SecretMissing)

    recovered = owner.recovers()
    vaults.renew_device_secret(OsKeyStore(), recovered)
    recovered.session.close()
    owner.unlock()
    assert len(secret_service.items()) == 1


def test_a_locked_keyring_is_named(owner: Owner, secret_service: SecretService) -> None:
    secret_service.lock()
    owner.is_barred(KeyringLocked)
    owner.recovers().session.close()


def test_an_unanswered_prompt_gets_its_page_and_lets_go(owner: Owner, secret_service: SecretService) -> None:
    secret_service.lock()
    with closing(secret_service.connect()) as silent:
        Proxy(message_bus, silent).RequestName("org.gnome.keyring.SystemPrompter")
        owner.is_barred(KeyringTimeout, Asking(slow_seconds=0.5))

        page = threading.Event()
        asking = Asking(on_slow=page.set, slow_seconds=0.5)
        threading.Thread(target=lambda: page.wait(PATIENCE) and asking.cancel()).start()
        owner.is_barred(Cancelled, asking)
        recovered = owner.recovers()
        recovered.session.close()


def test_a_keyring_killed_meanwhile_is_named(owner: Owner, secret_service: SecretService) -> None:
    secret_service.kill()
    owner.is_barred(KeyringUnavailable)
    recovered = owner.recovers()
    recovered.session.close()
    assert not recovered.can_renew


def test_without_a_session_bus_the_code_opens(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    owner.is_barred(KeyringUnavailable)
    with pytest.raises(KeyringUnavailable):
        vaults.check_keyring(OsKeyStore())
    owner.recovers().session.close()


def test_a_usable_keyring_is_recognised_without_a_prompt(owner: Owner, secret_service: SecretService) -> None:
    secret_service.lock()
    vaults.check_keyring(OsKeyStore())
    assert owner.number == 1
