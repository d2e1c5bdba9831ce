"""A new device secret in the keyring: written under a new name, read back here and from a second process."""

from contextlib import suppress
from typing import Final

from trust_desktop.domain.errors import KeyringUnavailable, TrustError
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.security.wipe import new_key, wipe
from trust_desktop.services.asking import Asking

_TAKE_BACK_SECONDS: Final = 1.0


def keep_new(store: KeyStore, folder_name: str, item: int, asking: Asking) -> bytearray:
    """The secret, once it is certainly stored; otherwise the item is taken back and the problem raised."""
    service = service_of(folder_name)
    secret = new_key()
    try:
        asking.ask(lambda: store.write(service, item, secret), if_late=lambda: store.delete(service, item))
    except BaseException:
        # Nothing was stored, and to ask again for a deletion could open another prompt.
        wipe(secret)
        raise
    try:
        _read_back(store, service, item, secret, asking)
    except BaseException:
        wipe(secret)
        take_back(store, folder_name, item)
        raise
    return secret


def take_back(store: KeyStore, folder_name: str, item: int) -> bool:
    """Remove an item that no vault needs; False if the keyring did not do so soon."""
    with suppress(TrustError):
        KeyringCall(lambda: store.delete(service_of(folder_name), item)).wait(_TAKE_BACK_SECONDS)
        return True
    return False


def clear_strays(store: KeyStore, folder_name: str, item: int) -> KeyringCall[None]:
    """Remove what a change cut short left beside `item`; nobody need wait, what stays is tried again next time."""

    def delete() -> None:
        for stray in (item - 1, item + 1):
            if stray > 0:
                store.delete(service_of(folder_name), stray)

    return KeyringCall(delete)


def _read_back(store: KeyStore, service: str, item: int, secret: bytearray, asking: Asking) -> None:
    found = asking.ask(lambda: store.read(service, item))
    same = found == secret
    wipe(found)
    if not same or not asking.ask(lambda: store.same_elsewhere(service, item, secret)):
        raise KeyringUnavailable(detail="read-back")
