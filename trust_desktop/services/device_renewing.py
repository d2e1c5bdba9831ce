"""A new device secret in the place of the old one: item and slot are there and proved before the old ones go."""

from dataclasses import replace

from trust_desktop.security.cost import Cost
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Slot, SlotType
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.security.wipe import wipe
from trust_desktop.services import device_secret, slot_changing
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import HeldHeader
from trust_desktop.services.slot_changing import Wanted


def renew(
    store: KeyStore,
    held: HeldHeader,
    old: Slot,
    phrase: bytearray | None,
    asking: Asking,
    *,
    becomes: tuple[SlotType, Cost] | None = None,
) -> None:
    """Raise what kept it from being done; the old secret opens as before then. `becomes`: what else changes of the slot."""
    folder, item = held.folder, old.item + 1
    service = service_of(folder.name)
    base = replace(held.header, backend=store.backend, provider=asking.ask(store.provider))
    device = device_secret.keep_new(store, folder.name, item, asking)

    def again() -> Secrets:
        return Secrets(passphrase=phrase, device=asking.ask(lambda: store.read(service, item)))

    secrets = Secrets(passphrase=phrase, device=device)
    slot_type, cost = becomes or (old.type, old.cost)
    try:
        slot_changing.exchange(
            held,
            base,
            (Wanted(slot_type, secrets, cost, again, item),),
            undone=lambda: device_secret.take_back(store, folder.name, item),
        )
    finally:
        wipe(device)
    KeyringCall(lambda: store.delete(service, old.item))
