"""Buffers for keys that can be overwritten after use, which `bytes` and `str` cannot."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

KEY_BYTES = 32


def new_key() -> bytearray:
    return bytearray(os.urandom(KEY_BYTES))


def wipe(*buffers: bytearray | None) -> None:
    for buffer in buffers:
        if buffer is not None:
            buffer[:] = bytes(len(buffer))


@contextmanager
def wiping(*buffers: bytearray | None) -> Iterator[None]:
    try:
        yield
    finally:
        wipe(*buffers)
