"""Wherever the system shows a name, it is the neutral one, and it is written in one module."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.traces import window_properties
from tests.support.display import Display
from tests.support.processes import started, wait_until, wait_until_up
from tests.support.secret_service import SecretService
from tests.support.source import CHECKOUT, PACKAGE
from trust_desktop import identity
from trust_desktop.security.key_store import service_of
from trust_desktop.ui import relaunch

TELLING = re.compile(r"trust|couple|partner|honest|relation", re.IGNORECASE)
"""What would tell somebody who looks over a list what this is about."""

NAMES = {identity.NAME, identity.ID, identity.EXECUTABLE, identity.KEYRING_SERVICE, identity.KEYRING_LABEL}


def test_the_names_say_nothing() -> None:
    assert not any(TELLING.search(name) for name in NAMES)
    assert service_of("00aa11bb") == f"{identity.KEYRING_SERVICE}.00aa11bb"
    assert relaunch.LOCKED.startswith(identity.EXECUTABLE.upper())


@pytest.mark.once
def test_no_other_module_writes_the_name_down() -> None:
    written = [
        f"{path.name}: {node.value}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name != "identity.py" and "dev" not in path.relative_to(PACKAGE).parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_prose(node.value)
        if "daybook" in node.value.casefold()
    ]
    assert written == []


def _is_prose(text: str) -> bool:
    return " " in text.strip()


@pytest.mark.once
def test_the_bundle_and_the_command_bear_the_same() -> None:
    spec = (CHECKOUT / "build.spec").read_text(encoding="utf-8")
    assert set(re.findall(r'\bname="([^"]+)"', spec)) <= {identity.EXECUTABLE, f"{identity.NAME}.app"}
    assert re.findall(r'bundle_identifier="([^"]+)"', spec) == [identity.ID]
    project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\n{identity.EXECUTABLE} = "trust_desktop.__main__:main"' in project


@pytest.mark.once
def test_the_desktop_sees_no_other_name(
    display: Display, secret_service: SecretService, tmp_path: Path
) -> None:
    environment = secret_service.environment | display.environment | {"TMPDIR": str(tmp_path)}
    data = tmp_path / "data"
    command = [sys.executable, "-m", "trust_desktop", "--data-dir", str(data)]
    before = bus_names(secret_service)
    with started(command, env=environment | {"PYTHONPATH": str(Path.cwd())}) as process:
        wait_until_up(process)
        wait_until(lambda: display.windows(identity.NAME), "the window")
        wait_until(lambda: "_NET_WM_ICON(" in window_properties(display), "its picture")
        told = window_properties(display)
        own = [line for line in told.splitlines() if "openbox" not in line.casefold()]
        assert f'WM_CLASS(STRING) = "{identity.EXECUTABLE}", "{identity.EXECUTABLE}"' in told
        assert f'_NET_WM_NAME(UTF8_STRING) = "{identity.NAME}"' in told
        assert (
            f'_KDE_NET_WM_DESKTOP_FILE(UTF8_STRING) = "{identity.ID}"' in told or "DESKTOP_FILE" not in told
        )
        assert [line for line in own if TELLING.search(line)] == []
        runtime = secret_service.runtime / identity.EXECUTABLE
        assert {path.suffix for path in runtime.iterdir()} == {".lock", ".raise"}
        lock = next(runtime.glob("*.lock")).read_text(encoding="utf-8", errors="replace")
        assert not TELLING.search(lock)
        assert not any(TELLING.search(name) for name in bus_names(secret_service) - before)
        files = [os.fspath(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")]
        files += [os.fspath(path.relative_to(secret_service.home)) for path in secret_service.home.rglob("*")]
        assert [name for name in files if TELLING.search(name)] == []


def bus_names(service: SecretService) -> set[str]:
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy

    with service.connect() as connection:
        (names,) = Proxy(message_bus, connection).ListNames()
    return {name for name in names if not name.startswith(":")}


@pytest.mark.frozen
def test_the_process_of_the_bundle_is_called_so(display: Display, tmp_path: Path) -> None:
    from tests.support.bundle import executable

    environment = os.environ | display.environment | {"HOME": str(tmp_path)}
    with started(
        [str(executable()), "--demo"], cwd=tmp_path, env=environment, stderr=subprocess.PIPE
    ) as process:
        wait_until(lambda: display.windows(identity.NAME) or process.poll() is not None, "the window")
        name = Path("/proc", str(process.pid), "comm").read_text(encoding="utf-8").strip()
        assert name == identity.EXECUTABLE
        assert f'"{identity.EXECUTABLE}", "{identity.EXECUTABLE}"' in window_properties(display)
