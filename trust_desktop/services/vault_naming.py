"""The neutral label of a vault: it stands in the header, readable without a key, and cannot be changed without one."""

import unicodedata
from dataclasses import replace

from trust_desktop.domain.errors import HeaderDamaged, KeysBeingChanged
from trust_desktop.security import envelope
from trust_desktop.security import header as headers
from trust_desktop.security.wipe import wiping
from trust_desktop.services.header_holding import genuine
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage.vault_folder import VaultFolder


def plain_label(text: str) -> str:
    """On one line, without what cannot be seen, and no longer than the header has room for."""
    letters = (letter if letter.isprintable() else " " for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(letters).split())[: headers.LABEL_CHARACTERS]


def rename(places: Places, s: VaultSession, label: str) -> None:
    """Put another label, or none, into both copies of the header of the vault that is open.

    Raises KeysBeingChanged while that is going on: neither may write over what the other did.
    """
    info = s.info
    if info is None:
        raise ValueError("an example has no header")
    if not s.header_lock.acquire(blocking=False):
        raise KeysBeingChanged
    try:
        folder = VaultFolder(places.data / info.folder)
        key = s.copy_key()
        with wiping(key):
            header = genuine(folder, key)
            if header is None:
                raise HeaderDamaged
            newer = replace(header, generation=header.generation + 1, label=plain_label(label))
            folder.write_header(headers.encode(envelope.seal(newer, key)))
        s.info = replace(info, label=newer.label)
    finally:
        s.header_lock.release()
