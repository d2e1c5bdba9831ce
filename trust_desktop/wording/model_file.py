"""The files that models come in: a line that names the form, one of JSON about it, and numbers, compressed."""

import json
import zlib
from typing import Any


def unpacked(data: bytes, magic: bytes) -> tuple[dict[str, Any], bytes]:
    """Return what a file says about itself, and its numbers; raise ValueError where it is of another form."""
    if not data.startswith(magic):
        raise ValueError("magic")
    head, _, packed = data[len(magic) :].partition(b"\n")
    about: dict[str, Any] = json.loads(head)
    return about, zlib.decompress(packed)
