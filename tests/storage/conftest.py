"""A vault in use and a copy of it, as several tests need them."""

import shutil
from pathlib import Path

import pytest

from tests.storage.vault_files import a_closed_vault, opened
from trust_desktop.storage.database import Database


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Made once: to make one takes longer than all that is tried with it."""
    return a_closed_vault(tmp_path_factory.mktemp("closed"))


@pytest.fixture
def vault(closed: tuple[Path, bytes], tmp_path: Path):
    path = Path(shutil.copy(closed[0], tmp_path))
    database = opened(path, closed[1])
    yield database
    database.close()


@pytest.fixture
def copy(vault: Database, tmp_path: Path) -> tuple[Path, dict[str, int]]:
    path = tmp_path / "copy.part"
    return path, vault.copy_to(path)
