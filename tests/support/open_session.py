"""An open vault in a folder of the test's own, with a clock that a test can move."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import Clock, session_at
from trust_desktop.services.session import VaultSession


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[VaultSession]:
    opened = session_at(tmp_path, clock)
    yield opened
    opened.close()
