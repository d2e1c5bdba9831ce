"""The frozen program: what is in it, what it asks of the system, and that it works."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from tests.support.bundle import BUNDLE, executable
from tests.support.display import Display
from tests.support.processes import started, wait_until
from tests.support.secret_service import SecretService

pytestmark = pytest.mark.frozen

FROM_THE_SYSTEM = re.compile(
    r"(ld-linux-.*|lib(c|m|dl|rt|pthread|util|resolv))\.so\.\d+"  # glibc
    r"|lib(GL|EGL)\.so\.1|libxcb\.so\.1|libwayland-(client|cursor|egl)\.so\.\d"  # drivers and desktop
    r"|libcups\.so\.2"  # printing, where there is any
)


def files() -> list[Path]:
    return [path for path in BUNDLE.rglob("*") if path.is_file()]


def test_no_network_library_is_in_it() -> None:
    suspicious = re.compile(r"qt6?network|libssl|_ssl\.|/tls/|networkinformation", re.IGNORECASE)
    assert files()
    assert [path for path in files() if suspicious.search(str(path))] == []


def test_no_tool_of_the_checkout_is_in_it() -> None:
    modules = set(CArchiveReader(str(executable())).open_embedded_archive("PYZ.pyz").toc)
    assert {"trust_desktop.app", "trust_desktop.identity", "keyring.backends.SecretService"} <= modules
    unwanted = (
        "trust_desktop.dev",
        "tests",
        "pytest",
        "hypothesis",
        "ssl",
        "PySide6.QtNetwork",
        "pip",
        "setuptools",
    )
    assert [name for name in modules if name in unwanted or name.startswith("trust_desktop.dev.")] == []


def test_every_library_finds_what_it_needs() -> None:
    libraries = [path for path in files() if path.read_bytes()[:4] == b"\x7fELF"]
    shown = subprocess.run(["objdump", "-p", *libraries], capture_output=True, text=True, check=True).stdout
    needed = set(re.findall(r"NEEDED +(\S+)", shown))
    assert needed
    names = {path.name for path in libraries}
    assert sorted(name for name in needed - names if not FROM_THE_SYSTEM.fullmatch(name)) == []


def test_all_its_files_can_be_replaced_by_their_owner() -> None:
    """Qt stays in files of its own, as its licence asks."""
    assert (BUNDLE / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6").is_file()
    megabytes = sum(path.lstat().st_size for path in files() if not path.is_symlink()) / 1e6
    assert megabytes < 165, f"{megabytes:.0f} MB"


def self_test(folder: Path, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [executable(), "--self-test"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_self_test_passes_from_a_foreign_folder(tmp_path: Path) -> None:
    ended = self_test(tmp_path, dict(os.environ))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("\nok ") == 7
    for version in ("SQLCipher 4.", "SQLite 3.", "OpenSSL 3.", "cryptography ", "PySide 6."):
        assert version in ended.stdout


def test_keyring_round_trip_against_a_real_secret_service(
    secret_service: SecretService, tmp_path: Path
) -> None:
    ended = self_test(tmp_path, secret_service.environment)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert re.search(r"keyring.*round trip", ended.stdout), ended.stdout
    assert secret_service.items() == [], "nothing is left behind"


def test_its_window_appears_on_a_real_display(display: Display, tmp_path: Path) -> None:
    environment = os.environ | display.environment | {"HOME": str(tmp_path)}
    command = [str(executable()), "--demo"]
    with started(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE) as process:
        wait_until(lambda: display.windows("Daybook") or process.poll() is not None, "the window")
        assert process.poll() is None, process.communicate()[1]
