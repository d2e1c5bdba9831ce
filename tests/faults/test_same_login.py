"""The partner at the same login: all files, the keyring open, no passphrase. Nothing opens; with the passphrase it does."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.fault_rows import Report
from tests.support.secret_service import SecretService
from tests.support.vaults import PASSPHRASE, bytes_below, finished_vault
from trust_desktop.domain.vault import Protection
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places

pytestmark = [pytest.mark.once]


def attacked(service: SecretService, data: Path, *guesses: str) -> dict[str, Any]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.attacker", str(data), *guesses],
        env=service.environment | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    seen: dict[str, Any] = json.loads(ended.stdout)
    return seen


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data", tmp_path / "run")


def test_all_files_and_the_open_keyring_open_nothing(
    secret_service: SecretService, places: Places, fault_row: Report
) -> None:
    _, code = finished_vault(
        places, OsKeyStore(), Protection.DEVICE_AND_PASSPHRASE, recovery_with_passphrase=True
    )
    before = {name: data for name, data in bytes_below(places.data).items() if not name.endswith("/tries")}
    seen = attacked(secret_service, places.data)
    opened = len(seen["opened"])
    fault_row("same login, all files, open keyring, no passphrase", tries=seen["tried"], broken=opened)
    assert seen["opened"] == []
    assert seen["secrets"] == 1
    assert seen["tried"] > 400
    after = {name: data for name, data in bytes_below(places.data).items() if not name.endswith("/tries")}
    assert after == before
    everything = b"".join([*before.values(), *(secret for _, secret in secret_service.items())])
    for word in (*PASSPHRASE.split(), *code.split()):
        assert word.encode() not in everything


def test_the_same_attack_opens_it_with_the_passphrase(secret_service: SecretService, places: Places) -> None:
    finished_vault(places, OsKeyStore(), Protection.DEVICE_AND_PASSPHRASE)
    assert attacked(secret_service, places.data, PASSPHRASE)["opened"] == ["the program itself"]


def test_a_vault_without_a_passphrase_is_open_to_the_login_as_it_says(
    secret_service: SecretService, places: Places
) -> None:
    finished_vault(places, OsKeyStore(), Protection.DEVICE)
    assert "the program itself" in attacked(secret_service, places.data)["opened"]
