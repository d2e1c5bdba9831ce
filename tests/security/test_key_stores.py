"""What every store for device secrets must do: the real gnome-keyring and the one that forgets alike."""

import pytest

from tests.support.secret_service import SecretService
from trust_desktop import identity
from trust_desktop.domain.errors import KeyringLocked
from trust_desktop.security.key_store import KeyStore, MemoryStore, service_of
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.security.wipe import new_key

_SERVICE = service_of("00aa11bb")


class KeyStoreContract:
    @pytest.fixture
    def store(self) -> KeyStore:
        raise NotImplementedError

    def test_it_answers(self, store: KeyStore) -> None:
        store.check()

        assert store.backend
        assert len(store.provider()) <= 32

    def test_nothing_is_there_at_first(self, store: KeyStore) -> None:
        assert store.read(_SERVICE, 1) is None

    def test_what_is_written_is_read_as_often_as_wanted(self, store: KeyStore) -> None:
        secret = new_key()
        store.write(_SERVICE, 1, secret)

        first = store.read(_SERVICE, 1)
        assert first == secret
        assert first is not None
        first[:] = bytes(32)  # wiped after use, as every caller does
        assert store.read(_SERVICE, 1) == secret

    def test_a_written_secret_survives_the_wiping_of_its_buffer(self, store: KeyStore) -> None:
        secret = new_key()
        store.write(_SERVICE, 1, secret)
        kept, secret[:] = bytes(secret), bytes(32)

        assert store.read(_SERVICE, 1) == kept

    def test_items_and_vaults_do_not_mix(self, store: KeyStore) -> None:
        first, second, other = new_key(), new_key(), new_key()
        store.write(_SERVICE, 1, first)
        store.write(_SERVICE, 2, second)
        store.write(service_of("22cc33dd"), 1, other)
        store.delete(_SERVICE, 1)

        assert store.read(_SERVICE, 1) is None
        assert store.read(_SERVICE, 2) == second
        assert store.read(service_of("22cc33dd"), 1) == other

    def test_deleting_what_is_not_there_is_no_problem(self, store: KeyStore) -> None:
        store.delete(_SERVICE, 9)

    def test_a_vault_s_items_are_forgotten_and_no_other_s(self, store: KeyStore) -> None:
        for item in (1, 2, 9):
            store.write(_SERVICE, item, new_key())
        other = new_key()
        store.write(service_of("22cc33dd"), 1, other)

        assert store.is_open()
        assert store.forget_all(_SERVICE)
        assert store.forget_all(_SERVICE)
        assert [store.read(_SERVICE, item) for item in (1, 2, 9)] == [None] * 3
        assert store.read(service_of("22cc33dd"), 1) == other

    def test_another_process_reads_the_same(self, store: KeyStore) -> None:
        secret = new_key()
        store.write(_SERVICE, 1, secret)

        assert store.same_elsewhere(_SERVICE, 1, secret)
        assert not store.same_elsewhere(_SERVICE, 1, new_key())
        assert not store.same_elsewhere(_SERVICE, 2, secret)


class TestMemoryStore(KeyStoreContract):
    @pytest.fixture
    def store(self) -> KeyStore:
        return MemoryStore()


class TestSecretService(KeyStoreContract):
    @pytest.fixture
    def store(self, secret_service: SecretService) -> KeyStore:
        return OsKeyStore()

    def test_what_can_be_read_while_locked_says_nothing(
        self, store: KeyStore, secret_service: SecretService
    ) -> None:
        store.write(_SERVICE, 1, new_key())

        assert [label for label, _ in secret_service.items()] == [identity.KEYRING_LABEL]

    def test_the_provider_is_named(self, store: KeyStore) -> None:
        assert store.provider().startswith("gnome-keyring")

    def test_an_altered_item_is_as_good_as_none(self, store: KeyStore) -> None:
        assert isinstance(store, OsKeyStore)
        store._opened().set_password(_SERVICE, "k1", "not hexadecimal")

        assert store.read(_SERVICE, 1) is None

    def test_an_item_that_went_meanwhile_is_no_problem(self, store: KeyStore) -> None:
        assert isinstance(store, OsKeyStore)
        store._opened().delete_password(_SERVICE, "k9")

        assert store.read(_SERVICE, 9) is None

    def test_an_item_with_a_lock_of_its_own_is_locked_not_missing(
        self, store: KeyStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Some keyrings ask for each item, in an open collection too; here the question is dismissed."""
        store.write(_SERVICE, 1, new_key())
        monkeypatch.setattr("secretstorage.Item.is_locked", lambda _item: True)
        monkeypatch.setattr("secretstorage.Item.unlock", lambda _item: True)

        with pytest.raises(KeyringLocked):
            store.read(_SERVICE, 1)
