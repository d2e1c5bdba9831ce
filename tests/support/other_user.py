"""For a moment the test run is nobody: root may read and write everywhere, so it could not see a closed door."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

NOBODY: Final = 65534


def give_to_nobody(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Everything the block needs must be imported before: the interpreter itself may be out of nobody's reach."""
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)  # root stays as the saved one, to come back to
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
