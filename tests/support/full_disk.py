"""A disk without room, for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trust_desktop.ui.open_vault import OpenVault


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process grows any more."""
    import resource  # not on every system: only the tests that ask for it need it

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def full_after_the_next_write(vault: "OpenVault") -> Iterator[None]:
    """What is done next is kept, and nothing after it."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        filling = vault.changed.connect(lambda _change: stack.enter_context(full_disk()))
        try:
            yield
        finally:
            vault.changed.disconnect(filling)
