"""The files that models come in: a line that names the form, one of JSON about it, and numbers, compressed."""

import json
import zlib
from collections.abc import Callable
from typing import Any


def opened(data: bytes, magic: bytes) -> tuple[dict[str, Any], Callable[[int], bytes]]:
    """Return what a file says about itself, and a function that unpacks so many of its bytes more.

    A model is never held twice: what is freed after loading the allocator does not give back.

    Raises:
        ValueError: the file is of another form; from the function, it ends before so many.
    """
    if not data.startswith(magic):
        raise ValueError("magic")
    head, _, left = data[len(magic) :].partition(b"\n")
    about: dict[str, Any] = json.loads(head)
    work = zlib.decompressobj()

    def following(count: int) -> bytes:
        nonlocal left
        found = work.decompress(left, count) if count else b""
        left = work.unconsumed_tail
        if len(found) != count:
            raise ValueError("size")
        return found

    return about, following
