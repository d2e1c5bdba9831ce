"""Work that stops now and then, so that whoever waits for it can do something else meanwhile."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Bits = Generator[None, None, T]
"""Yields after each bit of a few milliseconds, and returns what was found."""


def whole(work: Bits[T]) -> T:
    """Do all of it at once."""
    while True:
        try:
            next(work)
        except StopIteration as over:
            found: T = over.value
            return found
