"""The program as the system starts it: arguments, no screen, one process, lock, end."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from socket import AF_UNIX, SOCK_STREAM, socket
from typing import Any

import pytest

from tests.support.display import Display
from tests.support.processes import PATIENCE, started, wait_until, wait_until_at_rest, wait_until_up
from tests.support.secret_service import SecretService
from tests.support.stretch import within
from tests.support.vaults import finished_vault
from trust_desktop import __version__
from trust_desktop.domain.vault import Protection
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places

PROGRAM = [sys.executable, "-m", "trust_desktop"]
SPEAKING: Any = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
SENTENCE = re.compile(r"^Daybook found no screen it can use: .*QT_QPA_PLATFORM=offscreen.*\.\n$")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_version() -> None:
    ended = run("--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"Daybook {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--wrong"],
        ["word"],
        ["--data-dir"],
        ["--data-dir", "--demo"],
        ["--demo=yes"],
        ["--demo", "--data-dir=x"],
    ],
)
def test_bad_arguments_are_one_line_and_two(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert re.fullmatch(r"daybook: .*usage: daybook .*--self-test.*\n", ended.stderr)


def test_what_was_typed_is_not_repeated() -> None:
    assert "walnut" not in run("--walnut").stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a screen")
@pytest.mark.parametrize(
    "environment",
    [
        {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""},
        {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"},
        {"QT_QPA_PLATFORM": "", "DISPLAY": ":4711"},
        {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "wayland-nowhere"},
        {"QT_QPA_PLATFORM": "nosuchplatform", "DISPLAY": ":4711"},
    ],
)
def test_without_a_screen_it_says_so_in_a_sentence(tmp_path: Path, environment: dict[str, str]) -> None:
    ended = run("--data-dir", str(tmp_path), **environment)
    assert SENTENCE.match(ended.stderr), ended.stderr
    assert ended.returncode == 3


def test_self_test(tmp_path: Path) -> None:
    before = sorted(Path(os.environ["HOME"]).rglob("*"))
    ended = run("--self-test", DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere", TMPDIR=str(tmp_path))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("\nok ") == 7
    assert "SQLCipher 4" in ended.stdout
    assert "none answers here" in ended.stdout
    assert list(tmp_path.iterdir()) == []
    assert sorted(Path(os.environ["HOME"]).rglob("*")) == before


def test_self_test_with_a_real_keyring_leaves_nothing_in_it(secret_service: SecretService) -> None:
    ended = subprocess.run(
        [*PROGRAM, "--self-test"],
        env=secret_service.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert re.search(r"ok +keyring: secret-service of gnome-keyring-d, round trip", ended.stdout), (
        ended.stdout + ended.stderr
    )
    assert secret_service.items() == []


class Running:
    """A program under test with a data folder of its own; every process of it ends with the block."""

    def __init__(self, root: Path, environment: dict[str, str]) -> None:
        self.data = root / "data"
        self.environment = os.environ | {"XDG_RUNTIME_DIR": str(root / "run")} | environment
        (root / "run").mkdir(mode=0o700)
        self._all = ExitStack()

    def __enter__(self) -> "Running":
        self.process = self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._all.close()

    def start(self, **environment: str) -> subprocess.Popen[str]:
        command = [*PROGRAM, "--data-dir", str(self.data)]
        process: subprocess.Popen[str] = self._all.enter_context(
            started(command, env=self.environment | environment, **SPEAKING)
        )
        return process

    @property
    def sockets(self) -> list[Path]:
        return list(Path(self.environment["XDG_RUNTIME_DIR"]).rglob("*.raise"))

    def wait_until_up(self) -> None:
        wait_until_up(self.process)
        assert self.sockets, "by then it listens for a second start"

    def ends_by(self, number: signal.Signals) -> None:
        self.process.send_signal(number)
        assert self.process.wait(PATIENCE) == 0
        assert self.process.communicate() == ("", "")


@pytest.fixture
def root() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="r-") as folder:  # short: a socket's path has at most 107 bytes
        yield Path(folder)


@pytest.fixture
def running(root: Path) -> Iterator[Running]:
    with Running(root, {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}) as one:
        one.wait_until_up()
        yield one


def test_the_second_start_ends_at_once_and_the_first_goes_on(running: Running) -> None:
    second = running.start()
    assert second.wait(PATIENCE) == 0
    assert second.communicate() == ("", "")
    assert running.process.poll() is None


def test_folder_and_files_are_the_owners_alone(running: Running) -> None:
    assert running.data.stat().st_mode & 0o777 == 0o700
    running.ends_by(signal.SIGTERM)
    assert all(path.stat().st_mode & 0o077 == 0 for path in running.data.rglob("*"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_system_can_end_it(running: Running, number: signal.Signals) -> None:
    running.ends_by(number)
    assert running.sockets == []


@pytest.mark.parametrize("moment", [0.15, 0.25, 0.35, 0.45, 0.55])
def test_the_person_at_the_shell_can_end_it_while_it_starts(tmp_path: Path, moment: float) -> None:
    """Python alone answers Ctrl+C with 1 or -SIGINT, the running window with 0; never a crash, and it never goes on."""
    command = [*PROGRAM, "--data-dir", str(tmp_path / "data")]
    environment = {"QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    with started(command, env=os.environ | environment, **SPEAKING) as process:
        time.sleep(moment)  # on purpose in the midst of it, wherever that is on this machine
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) in {0, 1, -signal.SIGINT}


def test_after_a_kill_the_next_start_is_the_first(running: Running) -> None:
    running.process.kill()
    running.process.wait()
    wait_until_up(running.start())


def window(display: Display, process: subprocess.Popen[str]) -> str:
    """Number of the program's window, once it is shown."""
    wait_until(lambda: process.poll() is not None or display.windows("Daybook"), "the window")
    assert process.poll() is None, f"it ended with {process.returncode}"
    return display.windows("Daybook")[0]


def test_a_folder_that_cannot_be_written_has_a_page(display: Display, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    command = [*PROGRAM, "--data-dir", str(tmp_path / "file" / "data")]
    with started(command, env=os.environ | display.environment, **SPEAKING) as process:
        assert window(display, process)
        wait_until_at_rest(process)
        assert process.poll() is None, "a window stays and says so"
    assert (tmp_path / "file").read_text(encoding="utf-8") == "not a folder"


def test_the_example_leaves_nothing_behind(root: Path) -> None:
    home = root / "home"
    home.mkdir()
    folders = {
        "HOME": home,
        "XDG_DATA_HOME": home / "d",
        "XDG_CONFIG_HOME": home / "c",
        "XDG_CACHE_HOME": home / "e",
    }
    environment = os.environ | {name: str(path) for name, path in folders.items()} | {"TMPDIR": str(home)}
    with started([*PROGRAM, "--demo"], env=environment, **SPEAKING) as process:
        wait_until_up(process)
        wait_until_at_rest(process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        assert process.communicate() == ("", "")
    assert list(home.rglob("*")) == []


def test_data_that_is_open_under_another_session_is_said_to_be(running: Running, display: Display) -> None:
    """The first process holds the folder but does not listen: a page says so, and nothing is touched."""
    for path in running.sockets:
        path.unlink()
    second = running.start(**display.environment)
    assert window(display, second)
    wait_until_at_rest(second)
    assert second.poll() is None, "a window says that it is open elsewhere"
    assert running.process.poll() is None


def commands(process: subprocess.Popen[str]) -> str:
    return Path(f"/proc/{process.pid}/environ").read_text(encoding="utf-8", errors="replace")


def keyring_vault(data: Path, service: SecretService) -> None:
    """A vault whose secret is in the private keyring."""
    data.mkdir(mode=0o700)
    finished_vault(Places(data, data), OsKeyStore(), Protection.DEVICE)
    assert len(service.items()) == 1


@pytest.mark.slow
def test_lock_ends_in_a_fresh_process_in_the_same_place(
    root: Path, display: Display, secret_service: SecretService
) -> None:
    keyring_vault(root / "data", secret_service)
    bus = {"DBUS_SESSION_BUS_ADDRESS": secret_service.address}
    with Running(root, {**display.environment, **bus}) as one:
        wait_until(lambda: _wal(one.data), "the vault to open by itself")
        wait_until_at_rest(one.process)
        number = window(display, one.process)
        display.xdotool("windowsize", "--sync", number, "1000", "700")
        display.xdotool("windowfocus", "--sync", number, "key", "ctrl+l")
        wait_until(lambda: "DAYBOOK_LOCKED=1" in commands(one.process), "the fresh process")
        one.wait_until_up()  # the same process id, another program
        number = window(display, one.process)
        wait_until(
            lambda: "Geometry: 1000x700" in display.xdotool("getwindowgeometry", number), "the same place"
        )
        wait_until_at_rest(one.process)
        assert not _wal(one.data), "after a lock it waits for a press"
        display.xdotool("windowfocus", "--sync", number, "key", "Return")
        wait_until(lambda: _wal(one.data), "the vault to open again")
        wait_until_at_rest(one.process)
        one.ends_by(signal.SIGTERM)
        assert not list(one.data.rglob("*.log")), "nothing went wrong that would be noted"


def _wal(data: Path) -> bool:
    return any(path.name.endswith("-wal") for path in data.rglob("*"))


def let_in(bus: socket) -> socket:
    """The one who comes to this bus, as soon as he waits for the answer to his first call."""
    guest, _ = bus.accept()
    guest.settimeout(PATIENCE)
    heard = b""
    while b"Hello" not in heard:
        heard += (said := guest.recv(4096))
        assert said, heard
        if heard.endswith(b"\r\n") and b"BEGIN" not in heard:
            guest.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
    return guest


@pytest.mark.slow
def test_quit_does_not_wait_for_a_silent_keyring(root: Path) -> None:
    """A bus that lets everyone in and then never says a word: every call blocks."""
    data = root / "data"
    data.mkdir(mode=0o700)
    store = MemoryStore()
    store.BACKEND = "secret-service"  # type: ignore[misc]  # the header names the store the program will ask
    finished_vault(Places(data, data), store, Protection.DEVICE)
    with socket(AF_UNIX, SOCK_STREAM) as bus:
        bus.bind(str(root / "bus"))
        bus.listen(8)
        bus.settimeout(PATIENCE)
        silent = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={root / 'bus'}"}
        with Running(root, silent) as one, let_in(bus):
            one.wait_until_up()
            with within(2, never=10):
                one.ends_by(signal.SIGTERM)
