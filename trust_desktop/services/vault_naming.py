"""The neutral label of a vault: it stands in the header, readable without a key, and cannot be changed without one."""

import unicodedata
from dataclasses import replace

from trust_desktop.domain.errors import HeaderDamaged
from trust_desktop.security import envelope
from trust_desktop.security import header as headers
from trust_desktop.security.header import Header
from trust_desktop.security.wipe import wiping
from trust_desktop.services import vault_listing
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage.vault_folder import VaultFolder


def plain_label(text: str) -> str:
    """On one line, without what cannot be seen, and no longer than the header has room for."""
    letters = (letter if letter.isprintable() else " " for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(letters).split())[: headers.LABEL_CHARACTERS]


def rename(places: Places, s: VaultSession, label: str) -> None:
    """Put another label, or none, into both copies of the header of the vault that is open."""
    info = s.info
    if info is None:
        raise ValueError("an example has no header")
    folder = VaultFolder(places.data / info.folder)
    key = s.copy_key()
    with wiping(key):
        header = _genuine(folder, key)
        newer = replace(header, generation=header.generation + 1, label=plain_label(label))
        folder.write_header(headers.encode(envelope.seal(newer, key)))
    s.info = replace(info, label=newer.label)


def _genuine(folder: VaultFolder, key: bytearray) -> Header:
    """The newest copy that nobody changed without the key."""
    for header in vault_listing.read_headers(folder):
        if envelope.is_genuine(header, key):
            return header
    raise HeaderDamaged
