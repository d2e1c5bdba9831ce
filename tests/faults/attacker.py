"""Somebody at the same login, the vault locked: every file, the keyring open, no passphrase. Tries what comes to mind.

Called as `python -m tests.faults.attacker DATA [GUESS]`; prints one JSON line: what was tried, and what opened.
"""

import contextlib
import hashlib
import hmac
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import secretstorage
import sqlcipher3
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from trust_desktop.domain.errors import TrustError
from trust_desktop.security import envelope
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, SlotType
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import vault_listing, vaults
from trust_desktop.services.vaults import Places
from trust_desktop.storage.vault_folder import VaultFolder


def secrets_of_the_login() -> list[bytes]:
    """Every secret of the open keyring, as another program of the login reads it: without being asked."""
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        items = list(secretstorage.get_default_collection(bus).get_all_items())
        return [item.get_secret() for item in items]


def all_bytes(data: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()]


def keys(secret: bytes, header: Header, files: list[bytes]) -> Iterator[bytes]:
    """Keys that a careless program would have made from what lies about."""
    raw = bytes.fromhex(secret.decode("ascii"))
    yield raw
    for salt in (b"", header.vault_id, header.database_salt, *(slot.salt for slot in header.slots)):
        for info in (b"", header.vault_id, b"header", *(bytes([kind.value]) for kind in SlotType)):
            yield HKDF(algorithm=SHA256(), length=32, salt=salt or None, info=info).derive(raw)
        yield hashlib.sha256(salt + raw).digest()
        yield hmac.new(raw, salt, "sha256").digest()
    for data in files:  # a key in plain view, in any file at any even place
        yield from (data[at : at + 32] for at in range(0, min(len(data), 4096) - 32, 2))


def opens_as_database(path: Path, key: bytes) -> bool:
    with contextlib.closing(sqlcipher3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        except sqlcipher3.DatabaseError:
            return False


def opens_plainly(path: Path) -> bool:
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        try:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        except sqlite3.DatabaseError:
            return False


def opens(way: Callable[[], Any]) -> bool:
    try:
        found = way()
    except (TrustError, ValueError):
        return False
    close = getattr(found, "close", None)
    if close is not None:
        close()
    return found is not None


def forged(header: Header) -> Iterator[Header]:
    """The header with its slots said to need less than they do."""
    for kind in SlotType:
        yield replace(header, slots=tuple(replace(slot, type=kind) for slot in header.slots))


def main(data: Path, *guesses: str) -> dict[str, Any]:
    places = Places(data, data)
    folder = VaultFolder(data / vaults.list_vaults(places)[0].info.folder)
    header, login, files = vault_listing.read_headers(folder)[0], secrets_of_the_login(), all_bytes(data)
    tried, opened = 0, []

    def note(what: str, *, did: bool) -> None:
        nonlocal tried
        tried += 1
        if did:
            opened.append(what)

    note("plain sqlite", did=opens_plainly(folder.database))
    words = [*guesses, None, "", *(secret.decode("ascii") for secret in login), folder.name]
    for word in words:
        note("the program itself", did=opens(lambda word=word: vaults.unlock(places, OsKeyStore(), 1, word)))  # type: ignore[misc]  # called at once
    for secret in login:
        device = bytearray.fromhex(secret.decode("ascii"))
        for number, key in enumerate(keys(secret, header, files)):
            if number < 400 or not number % 16:
                note("a key of one's own making", did=opens_as_database(folder.database, key))
        for one in forged(header):
            for slot in one.slots:
                given = Secrets(passphrase=bytearray(b""), device=device, recovery=device[:20])
                note(
                    "a forged header",
                    did=opens(lambda one=one, slot=slot, given=given: envelope.unwrap(one, slot, given)),
                )  # type: ignore[misc]  # as above
    return {"tried": tried, "opened": sorted(set(opened)), "secrets": len(login)}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), *sys.argv[2:])))
