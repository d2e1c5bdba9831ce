"""Another account of the computer, while a vault is open: of the program's files and memory nothing can be read."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.display import Display
from tests.support.fault_rows import Report
from tests.support.other_user import as_nobody
from tests.support.processes import started, wait_until, wait_until_up
from tests.support.secret_service import SecretService
from tests.support.vaults import finished_vault
from trust_desktop import identity
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places

pytestmark = [pytest.mark.second_user, pytest.mark.once]

OF_A_PROCESS = ("environ", "maps", "mem", "fd", "cwd", "io", "stack")
"""What the system keeps of a process for its own account; its command line is for everyone."""


@pytest.fixture
def home() -> Iterator[Path]:
    """A home that everybody may enter: what shuts others out here is the program alone."""
    made = Path(tempfile.mkdtemp(prefix="td-home-", dir="/tmp"))
    for folder in (made, made / "run", made / "tmp", made / ".local", made / ".local" / "share"):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    yield made
    shutil.rmtree(made)


def test_nothing_of_it_is_readable(
    home: Path, display: Display, secret_service: SecretService, fault_row: Report
) -> None:
    data = home / ".local" / "share" / identity.EXECUTABLE
    finished_vault(Places(data, home / "run"), OsKeyStore())
    (home / "a letter").write_text("for everyone")
    (home / "a letter").chmod(0o644)
    environment = secret_service.environment | display.environment
    environment |= {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "TMPDIR": str(home / "tmp"),
        "PYTHONPATH": str(Path.cwd()),
    }
    command = [sys.executable, "-m", "trust_desktop"]
    with started(command, env=environment, umask=0o022, stderr=subprocess.PIPE) as process:
        wait_until_up(process)
        wait_until(lambda: list(data.glob("*/vault.db-wal")), "the vault to be open")
        with as_nobody():
            readable = sorted(path for path in _paths(home) if _can_read(path))
            of_process = [name for name in OF_A_PROCESS if _can_read(Path("/proc", str(process.pid), name))]
            said = Path("/proc", str(process.pid), "cmdline").read_text(encoding="utf-8")
        everything = [path for path in home.rglob("*") if identity.EXECUTABLE in path.parts]
        shared = _shared_memory(process.pid)
    betrayed = [path for path in readable if identity.EXECUTABLE in path.parts]
    tries = len(everything) + len(OF_A_PROCESS)
    fault_row("another account, a vault open", tries=tries, broken=len(betrayed) + len(of_process))
    assert len(everything) > 6
    assert [path for path in readable if path.is_file()] == [home / "a letter"]
    assert betrayed == []
    assert of_process == []
    assert str(home) not in said
    assert all(not mode & 0o077 for mode in shared), shared


def _paths(top: Path) -> list[Path]:
    return [Path(folder, name) for folder, folders, files in os.walk(top) for name in (*folders, *files)]


def _can_read(path: Path) -> bool:
    try:
        if path.is_dir():
            list(path.iterdir())
        elif path.is_symlink():
            path.readlink()
        else:
            with path.open("rb") as file:
                file.read(1)
    except OSError:
        return False
    return True


def _shared_memory(pid: int) -> list[int]:
    """Rights of the pieces through which the window's picture goes to the screen."""
    lines = Path("/proc/sysvipc/shm").read_text(encoding="ascii").splitlines()[1:]
    return [int(line.split()[2], 8) & 0o777 for line in lines if int(line.split()[4]) == pid]
