"""The real program on a real screen: Hide, a screen that locks, and what is left of the words in memory afterwards."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_plan_draft
from tests.support import memory
from tests.support.display import Display
from tests.support.logind import Desktop
from tests.support.processes import started, wait_until, wait_until_at_rest, wait_until_up
from tests.support.secret_service import SecretService
from tests.support.source import CHECKOUT
from tests.support.stretch import stretch
from tests.support.vaults import finished_vault
from trust_desktop.domain.vault import Protection
from trust_desktop.security import envelope, header
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import acknowledging, planning, vaults
from trust_desktop.services.vaults import Places

pytestmark = pytest.mark.slow

CANARIES = tuple(f"Qzx{letter}canary{letter}vw" for letter in "abcdefghijkl")
DRAFT = "qzxhidden draftvw"
BOUND = 0.150
MARK = "DAYBOOK_TEST_MARK"


@dataclass
class Sitting:
    """A program on a vault that the keyring opens by itself, with its window in front."""

    data: Path
    display: Display
    process: subprocess.Popen[str]
    desktop: Desktop
    mark: str

    @property
    def window(self) -> str:
        wait_until(lambda: self.display.windows("Daybook"), "the window")
        return self.display.windows("Daybook")[0]

    def press(self, *keys: str, delay: int = 30) -> None:
        self.display.xdotool("key", "--delay", str(delay), *keys)

    def is_open(self) -> bool:
        return any(path.name.endswith("-wal") for path in self.data.rglob("*"))

    def is_fresh(self) -> bool:
        environment = Path("/proc", str(self.process.pid), "environ").read_bytes()
        return b"DAYBOOK_LOCKED=1" in environment

    def processes(self) -> list[int]:
        return memory.of_program(MARK, self.mark)


def a_vault(data: Path, service: SecretService) -> bytes:
    """A vault with the canaries in a plan that is due today; its key."""
    data.mkdir(mode=0o700)
    places, store = Places(data, data), OsKeyStore()
    finished_vault(places, store, Protection.DEVICE)
    session = vaults.unlock(places, store, 1, None)
    today = session.today
    draft = a_plan_draft(first_day=today)
    draft.actions = [
        replace(
            action,
            text=f"{first}\n{second}",
            known_by=third,
            review_day=today + timedelta(days=56),
        )
        for action, (first, second, third) in zip(
            draft.actions, zip(*[iter(CANARIES)] * 3, strict=True), strict=True
        )
    ]
    planning.go_live(session, draft)
    session.close()
    (copy, *_) = sorted(data.rglob("header*"))
    read = header.parse(copy.read_bytes())
    ((_, secret),) = service.items()
    slot = next(slot for slot in read.slots if not slot.type.with_recovery)
    return bytes(envelope.unwrap(read, slot, envelope.Secrets(device=bytearray.fromhex(secret.decode()))))


@pytest.fixture
def key(tmp_path: Path, secret_service: SecretService) -> bytes:
    return a_vault(tmp_path / "data", secret_service)


@pytest.fixture
def sitting(tmp_path: Path, display: Display, secret_service: SecretService, key: bytes) -> Iterator[Sitting]:
    with ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="bus-")))
        desktop = Desktop(folder)
        ends.callback(desktop.stop)
        environment = {
            **secret_service.environment,
            **display.environment,
            "DBUS_SYSTEM_BUS_ADDRESS": desktop.address,
            "XDG_SESSION_ID": "2",
            MARK: tmp_path.name,
        }
        command = [sys.executable, "-m", "trust_desktop", "--data-dir", str(tmp_path / "data")]
        process: Any = ends.enter_context(
            started(
                command,
                env=environment,
                cwd=CHECKOUT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        one = Sitting(tmp_path / "data", display, process, desktop, tmp_path.name)
        wait_until(one.is_open, "the vault to open by itself")
        wait_until_up(process)
        wait_until(lambda: any(line.startswith("GetSession") for line in desktop.asked()), "the watch")
        wait_until_at_rest(process)
        display.xdotool("windowfocus", "--sync", one.window)
        yield one


@pytest.mark.second_user
def test_after_a_lock_no_word_and_no_key_is_in_the_memory_of_any_process(
    sitting: Sitting, key: bytes
) -> None:
    needles = {word: memory.forms_of(word) for word in CANARIES}
    needles["key"] = [key, *memory.forms_of(key.hex()), *memory.forms_of(key.hex().upper())]
    assert sitting.process.pid in sitting.processes()
    before = memory.hits(sitting.processes(), needles)
    assert [name for name, count in before.items() if not count] == [], "they were there to be found"
    sitting.press("ctrl+l")
    wait_until(sitting.is_fresh, "the fresh process")
    time.sleep(2)  # the bound itself: two seconds after the lock
    after = memory.hits(sitting.processes(), needles)
    assert after == dict.fromkeys(needles, 0)


def screen(display: Display, ends: ExitStack) -> "subprocess.Popen[str]":
    """Somebody who looks at the middle of the screen all the time."""
    command = [sys.executable, "-m", "tests.support.screen", "420", "120", "500", "500"]
    from os import environ

    looking: Any = ends.enter_context(
        started(command, env=environ | display.environment, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    )
    return looking  # type: ignore[no-any-return]


def test_hide_covers_the_screen_in_time_and_the_draft_is_there_on_return(
    sitting: Sitting, display: Display, secret_service: SecretService
) -> None:
    sitting.press("ctrl+4")
    wait_until_at_rest(sitting.process)
    with ExitStack() as ends:
        looking = screen(display, ends)
        assert looking.stdout is not None
        first = looking.stdout.readline().split()
        assert len(first) > 2, "there are words to be covered"
        display.xdotool("mousemove", "--window", sitting.window, "800", "300", "click", "1")
        display.xdotool("type", "--delay", "8", DRAFT)
        with stretch() as stretched:
            sitting.press("shift", "shift")
            began = time.monotonic()
            sitting.press("shift")
            lines = iter(looking.stdout.readline, "")
            covered = next(
                line.split() for line in lines if float(line.split()[0]) > began and is_plain(line)
            )
        took = float(covered[0]) - began
        assert took <= BOUND * stretched.worst, f"{took:.3f} s at a stretch of {stretched.worst:.1f}"
        print(f"covered after {took * 1000:.0f} ms, at a stretch of {stretched.worst:.1f}")
    wait_until(sitting.is_fresh, "the fresh process")
    wait_until_up(sitting.process)
    wait_until(lambda: not sitting.is_open(), "the vault to be closed")
    assert display.windows("Daybook") == [], "it stays put away"
    sitting.process.terminate()
    sitting.process.wait()
    session = vaults.unlock(Places(sitting.data, sitting.data), OsKeyStore(), 1, None)
    try:
        draft = acknowledging.open_draft(session)
        assert draft is not None
        assert draft.text == DRAFT
    finally:
        session.close()


def is_plain(line: str) -> bool:
    """One colour, that of the paper and not the black of a screen without a window."""
    _, *colours = line.split()
    return len(colours) == 1 and re.fullmatch("f[0-9a-f]f[0-9a-f]e[0-9a-f]", colours[0]) is not None


@pytest.mark.parametrize("said", ["sleep", "lock", "away", "screen saver"])
def test_the_system_says_so_and_the_vault_is_locked_within_a_second(sitting: Sitting, said: str) -> None:
    with stretch() as stretched:
        began = time.monotonic()
        if said == "screen saver":
            bus = f"--bus={sitting_bus(sitting)}"
            subprocess.run(
                [
                    "dbus-send",
                    bus,
                    "--type=signal",
                    "/org/gnome/ScreenSaver",
                    "org.gnome.ScreenSaver.ActiveChanged",
                    "boolean:true",
                ],
                check=True,
            )
        else:
            sitting.desktop.say(said)
        wait_until(lambda: not sitting.is_open(), "the vault to be closed")
        took = time.monotonic() - began
    assert took <= 1 * stretched.worst, f"{took:.2f} s at a stretch of {stretched.worst:.1f}"
    wait_until(sitting.is_fresh, "the fresh process")


def sitting_bus(sitting: Sitting) -> str:
    environment = Path("/proc", str(sitting.process.pid), "environ").read_bytes().split(b"\0")
    found = next(each for each in environment if each.startswith(b"DBUS_SESSION_BUS_ADDRESS="))
    return found.partition(b"=")[2].decode()
