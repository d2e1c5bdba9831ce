"""An open vault with a clock a test can move; an empty data folder, and a keyring that can go wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import Clock, session_at
from tests.support.key_house import House, house
from tests.support.keyrings import FaultyStore
from tests.support.made_backups import Made, backed_up
from tests.support.vaults import places_in
from trust_desktop.domain.vault import Protection
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[VaultSession]:
    opened = session_at(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def store() -> FaultyStore:
    return FaultyStore()


@pytest.fixture
def keyring_only(places: Places, store: FaultyStore) -> Iterator[House]:
    one = house(places, store)
    yield one
    one.session.close()


@pytest.fixture
def with_passphrase(places: Places, store: FaultyStore) -> Iterator[House]:
    one = house(places, store, Protection.DEVICE_AND_PASSPHRASE)
    yield one
    one.session.close()


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return backed_up(tmp_path)


@pytest.fixture(scope="session")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Made once: its passphrase takes a second each time."""
    return backed_up(tmp_path_factory.mktemp("portable"), with_passphrase=True)
