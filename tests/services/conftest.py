"""A data folder with a keyring that can go wrong, and backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import Clock
from tests.services.vault_and_drive import VaultAndDrive
from tests.support.backup_vaults import a_drive, a_vault, opened
from tests.support.key_house import House, house
from tests.support.keyrings import FaultyStore
from tests.support.made_backups import Made, backed_up
from tests.support.vaults import places_in
from trust_desktop.domain.vault import Protection
from trust_desktop.services import backing_up
from trust_desktop.services.vaults import Places


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


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[VaultAndDrive]:
    places, store, _ = a_vault(tmp_path)
    session = opened(places, store, clock)
    drive = a_drive(tmp_path)
    backing_up.choose(session, drive)
    yield VaultAndDrive(places, session, drive, clock)
    session.close()
