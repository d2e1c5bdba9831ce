"""The wheel carries its resources and runs from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.source import CHECKOUT, RESOURCES
from trust_desktop import __version__

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without a network, by the build back end of the lock."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"import os; from hatchling import build; os.chdir({str(CHECKOUT)!r}); print(build.build_wheel({str(folder)!r}))"
    ended = subprocess.run([sys.executable, "-c", build], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return folder / ended.stdout.split()[-1]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_wheel_holds_resources_and_commands_but_no_tools(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entry_points = archive.read(
            next(name for name in names if name.endswith("entry_points.txt"))
        ).decode()
    expected = {
        f"trust_desktop/resources/{path.relative_to(RESOURCES)}"
        for pattern in ("content/**/*.toml", "i18n/*.qm", "icons/**/*.svg", "fonts/**/*.*", "licenses/*")
        for path in RESOURCES.glob(pattern)
        if path.is_file()
    }
    assert expected - names == set()
    assert any(name.endswith("daybook_en.qm") for name in names)
    assert [name for name in names if name.startswith(("trust_desktop/dev", "tests", "benchmarks"))] == []
    assert "trust-desktop = trust_desktop.__main__:main" in entry_points
    assert "daybook = trust_desktop.__main__:main" in entry_points


def test_installed_wheel_finds_its_own_resources(installed: Path, tmp_path: Path) -> None:
    program = "from trust_desktop import resources; print(resources.ROOT)"
    ended = _run(["-c", program], installed, tmp_path)
    assert ended.stdout.strip() == str(installed / "trust_desktop" / "resources")


def test_installed_wheel_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    assert (
        _run(["-m", "trust_desktop", "--version"], installed, tmp_path).stdout == f"Daybook {__version__}\n"
    )
    checked = _run(["-m", "trust_desktop", "--self-test"], installed, tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def _run(arguments: list[str], site: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
