"""The Secret Service of a Linux desktop, with a neutral label, and who answers behind it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import secretstorage
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy
from secretstorage.collection import Collection
from secretstorage.item import Item

from trust_desktop import identity

_BUS_NAME: Final = "org.freedesktop.secrets"


class NoServiceError(Exception):
    """A session bus without anyone who keeps secrets."""


class NeutralKeyring:
    """The calls of the keyring package's class, whose import would be a tenth of the time to the calendar.

    Items are named as that package names them, so either finds the other's.
    """

    @property
    def priority(self) -> int:
        """Ask whether a service answers, without a prompt."""
        with closing(secretstorage.dbus_init()) as bus:
            if not secretstorage.check_service_availability(bus):
                raise NoServiceError
        return 5

    def get_password(self, service: str, username: str) -> str | None:
        with _opened() as collection:
            item = _item(collection, service, username)
            if item is None:
                return None
            if item.is_locked() and (item.unlock() or item.is_locked()):
                raise secretstorage.LockedException
            return item.get_secret().decode()

    def set_password(self, service: str, username: str, password: str) -> None:
        """Label and attributes stay readable while the keyring is locked, so they say nothing."""
        with _opened() as collection:
            attributes = _attributes(service, username)
            collection.create_item(identity.KEYRING_LABEL, attributes, password.encode(), replace=True)

    def delete_password(self, service: str, username: str) -> None:
        with _opened() as collection:
            item = _item(collection, service, username)
            if item is not None:
                item.delete()

    def forget_all(self, service: str) -> bool:
        """Remove every item of a service; whether a second look finds none."""
        with _opened() as collection:
            for item in list(collection.search_items({"service": service})):
                item.delete()
            return next(collection.search_items({"service": service}), None) is None

    def is_open(self) -> bool:
        """Whether the login's own collection is there and unlocked; looks only."""
        with closing(secretstorage.dbus_init()) as bus:
            return not Collection(bus).is_locked()


@contextmanager
def _opened() -> Iterator[Collection]:
    """The login's own collection; the connection ends with the block."""
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        if collection.is_locked() and (collection.unlock() or collection.is_locked()):
            raise secretstorage.LockedException
        yield collection


def _item(collection: Collection, service: str, username: str) -> Item | None:
    return next(collection.search_items(_attributes(service, username)), None)


def _attributes(service: str, username: str) -> dict[str, str]:
    return {"username": username, "service": service}


def provider() -> str:
    """Process name of the program that owns the Secret Service: it explains a secret that is gone one day."""
    with closing(secretstorage.dbus_init()) as bus:
        (process,) = Proxy(message_bus, bus).GetConnectionUnixProcessID(_BUS_NAME)
    return Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()
