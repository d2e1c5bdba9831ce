"""The program as the system starts it: arguments, no screen, one process, lock, end."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.display import Display
from tests.support.processes import stop, wait_until
from tests.support.secret_service import SecretService
from tests.support.vaults import finished_vault
from trust_desktop import __version__
from trust_desktop.domain.vault import Protection
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places

PROGRAM = [sys.executable, "-m", "trust_desktop"]
SENTENCE = re.compile(r"^Daybook found no screen it can use: .*QT_QPA_PLATFORM=offscreen.*\.\n$")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
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
    assert ended.stdout.count("\nok ") == 4
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
        timeout=60,
    )
    assert re.search(r"ok +keyring: secret-service, round trip", ended.stdout), ended.stdout + ended.stderr
    assert secret_service.items() == []


class Running:
    """A program under test with a data folder of its own."""

    def __init__(self, root: Path, environment: dict[str, str]) -> None:
        self.data = root / "data"
        self.environment = os.environ | {"XDG_RUNTIME_DIR": str(root / "run")} | environment
        (root / "run").mkdir(mode=0o700)
        self.process = self.start()

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*PROGRAM, "--data-dir", str(self.data)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @property
    def sockets(self) -> list[Path]:
        return list(Path(self.environment["XDG_RUNTIME_DIR"]).rglob("*.raise"))

    def wait_until_listening(self) -> None:
        wait_until(lambda: bool(self.sockets), "the first process to listen", 30)


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("r")


@pytest.fixture
def running(root: Path) -> Iterator[Running]:
    one = Running(root, {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"})
    one.wait_until_listening()
    yield one
    stop(one.process)


def test_the_second_start_ends_at_once_and_the_first_goes_on(running: Running) -> None:
    second = running.start()
    assert second.wait(20) == 0
    assert second.communicate() == ("", "")
    assert running.process.poll() is None


def test_folder_and_files_are_the_owners_alone(running: Running) -> None:
    assert running.data.stat().st_mode & 0o777 == 0o700
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(10)
    assert all(path.stat().st_mode & 0o077 == 0 for path in running.data.rglob("*"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_system_can_end_it(running: Running, number: signal.Signals) -> None:
    running.process.send_signal(number)
    assert running.process.wait(10) == 0
    assert running.process.communicate() == ("", "")
    assert running.sockets == []


def test_after_a_kill_the_next_start_is_the_first(running: Running) -> None:
    running.process.kill()
    running.process.wait()
    again = running.start()
    time.sleep(0.5)
    wait_until(lambda: again.poll() is not None or bool(running.sockets), "the next process")
    assert again.poll() is None
    stop(again)


def test_a_folder_that_cannot_be_written_has_a_page(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    process = subprocess.Popen(
        [*PROGRAM, "--data-dir", str(tmp_path / "file" / "data")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1.5)
    assert process.poll() is None, "a window stays and says so"
    stop(process)
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
    process = subprocess.Popen(
        [*PROGRAM, "--demo"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(4)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0
    assert process.communicate() == ("", "")
    assert list(home.rglob("*")) == []


def test_data_that_is_open_under_another_session_is_said_to_be(root: Path) -> None:
    """The first process holds the folder but does not listen: a page says so, and nothing is touched."""
    one = Running(root, {})
    one.wait_until_listening()
    for path in one.sockets:
        path.unlink()
    second = one.start()
    time.sleep(5)
    assert second.poll() is None, "a window says that it is open elsewhere"
    assert one.process.poll() is None
    for process in (second, one.process):
        stop(process)


def commands(process: subprocess.Popen[str]) -> str:
    return Path(f"/proc/{process.pid}/environ").read_text(encoding="utf-8", errors="replace")


def keyring_vault(data: Path, service: SecretService) -> None:
    """A vault whose secret is in the private keyring."""
    data.mkdir(mode=0o700)
    finished_vault(Places(data, data), OsKeyStore(), Protection.DEVICE)
    assert len(service.items()) == 1


def xdotool(display: Display, *arguments: str) -> str:
    return subprocess.run(
        ["xdotool", *arguments],
        env=os.environ | display.environment,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.mark.slow
def test_lock_ends_in_a_fresh_process_in_the_same_place(
    root: Path, display: Display, secret_service: SecretService
) -> None:
    keyring_vault(root / "data", secret_service)
    bus = {"DBUS_SESSION_BUS_ADDRESS": secret_service.address}
    one = Running(root, {**display.environment, **bus})
    one.wait_until_listening()
    wait_until(lambda: _wal(one.data), "the vault to open by itself", 30)
    window = xdotool(display, "search", "--sync", "--onlyvisible", "--name", "^Daybook$").split()[0]
    xdotool(display, "windowsize", "--sync", window, "1000", "700")
    xdotool(display, "windowfocus", "--sync", window, "key", "ctrl+l")
    wait_until(lambda: "DAYBOOK_LOCKED=1" in commands(one.process), "the fresh process", 20)
    wait_until(lambda: not _wal(one.data), "the vault to be closed", 20)
    one.wait_until_listening()
    assert one.process.poll() is None, "the same process id, another program"
    window = xdotool(display, "search", "--sync", "--onlyvisible", "--name", "^Daybook$").split()[0]
    assert "Geometry: 1000x700" in xdotool(display, "getwindowgeometry", window)
    time.sleep(0.5)
    assert not _wal(one.data), "after a lock it waits for a press"
    xdotool(display, "windowfocus", "--sync", window, "key", "Return")
    wait_until(lambda: _wal(one.data), "the vault to open again", 20)
    one.process.send_signal(signal.SIGTERM)
    assert one.process.wait(10) == 0
    assert one.process.communicate() == ("", "")
    assert not list(one.data.rglob("*.log")), "nothing went wrong that would be noted"


def _wal(data: Path) -> bool:
    return any(path.name.endswith("-wal") for path in data.rglob("*"))


@pytest.mark.slow
def test_quit_does_not_wait_for_a_silent_keyring(root: Path) -> None:
    """A bus that takes connections and never says a word: every call blocks."""
    from socket import AF_UNIX, SOCK_STREAM, socket

    data = root / "data"
    data.mkdir(mode=0o700)
    store = MemoryStore()
    store.BACKEND = "secret-service"  # type: ignore[misc]  # the header names the store the program will ask
    finished_vault(Places(data, data), store, Protection.DEVICE)
    with socket(AF_UNIX, SOCK_STREAM) as bus:
        bus.bind(str(root / "bus"))
        bus.listen(8)
        one = Running(root, {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={root / 'bus'}"})
        one.wait_until_listening()
        time.sleep(1)
        before = time.monotonic()
        one.process.send_signal(signal.SIGTERM)
        assert one.process.wait(10) == 0
        assert time.monotonic() - before < 2
        assert one.process.communicate() == ("", "")
