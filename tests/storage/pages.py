"""What stands on the pages of a closed vault, deciphered without the database: what is erased must not be there."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.builders import KEY

PAGE = 4096
RESERVED = 80
"""At the end of each page: its first sixteen bytes begin the cipher, the rest is the page's code."""

SALT = 16


def deciphered(path: Path) -> bytes:
    """Return all pages of a file and of the log beside it, if one was left."""
    assert not path.with_name(f"{path.name}-wal").exists()
    stored = path.read_bytes()
    return b"".join(_page(stored[at : at + PAGE], first=at == 0) for at in range(0, len(stored), PAGE))


def _page(page: bytes, *, first: bool) -> bytes:
    start = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    cipher = Cipher(algorithms.AES256(KEY), modes.CBC(start)).decryptor()
    return cipher.update(page[SALT if first else 0 : PAGE - RESERVED]) + cipher.finalize()
