"""The keyring package's Secret Service class with a neutral label, and who answers behind it."""

from contextlib import closing
from pathlib import Path
from typing import Final

import secretstorage
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy
from keyring.backends import SecretService
from keyring.errors import KeyringLocked
from secretstorage.collection import Collection

from trust_desktop import identity
from trust_desktop.override import override

_BUS_NAME: Final = "org.freedesktop.secrets"


class NeutralKeyring(SecretService.Keyring):
    """Label and attributes stay readable while the keyring is locked, so they say nothing."""

    @override
    def get_preferred_collection(self) -> Collection:
        """The login's own collection, opened; unlike the package's way, no connection is left when that goes wrong."""
        bus = secretstorage.dbus_init()
        try:
            collection = secretstorage.get_default_collection(bus)
            _open(collection)
        except BaseException:
            bus.close()
            raise
        return collection

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        collection = self.get_preferred_collection()
        with closing(collection.connection):
            attributes = self._query(service, username)
            collection.create_item(identity.KEYRING_LABEL, attributes, password.encode(), replace=True)


def _open(collection: Collection) -> None:
    if collection.is_locked() and (collection.unlock() or collection.is_locked()):
        raise KeyringLocked


def provider() -> str:
    """Process name of the program that owns the Secret Service: it explains a secret that is gone one day."""
    with closing(secretstorage.dbus_init()) as bus:
        (process,) = Proxy(message_bus, bus).GetConnectionUnixProcessID(_BUS_NAME)
    return Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()
