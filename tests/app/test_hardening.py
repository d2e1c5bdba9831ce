"""Nobody with the same login reads the memory of a process of ours, and none of it goes into a core file."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest

from tests.support.processes import started
from tests.support.source import CHECKOUT
from trust_desktop import hardening_macos, hardening_windows
from trust_desktop.hardening import Report

WORD: Final = "Qzxcanaryvw"

BECOME_NOBODY: Final = """
import ctypes, os, sys
from trust_desktop import hardening
import resource
os.setgroups([])
os.setresgid(65534, 65534, 65534)
os.setresuid(65534, 65534, 65534)
kernel = ctypes.CDLL(None)
kernel.prctl(4, 1, 0, 0, 0)  # as whatever was started by this user, and not by a change of user
"""

OURS: Final = (
    BECOME_NOBODY
    + f"""
kernel.prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # where the system lets only parents look: let anyone
word = ctypes.create_string_buffer("{WORD}".encode())
if sys.argv[1] == "hardened":
    hardening.harden()
print(ctypes.addressof(word), flush=True)
sys.stdin.read()
"""
)

OTHER: Final = (
    BECOME_NOBODY
    + f"""
try:
    with open(f"/proc/{{sys.argv[1]}}/mem", "rb", buffering=0) as memory:
        memory.seek(int(sys.argv[2]))
        print(memory.read({len(WORD)}).decode())
except OSError:
    print("refused")
"""
)

ASKED: Final = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)[1:] * 2)
from trust_desktop import __main__, hardening
print(hardening.report())
__main__.main(["--version"])
print(hardening.report())
"""


@contextmanager
def ours(how: str) -> Iterator[tuple[int, str]]:
    """A process of nobody's with the word in its memory: its number, and where the word lies."""
    command = [sys.executable, "-c", OURS, how]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": CHECKOUT}
    with started(command, **pipes) as process:
        yield process.pid, process.stdout.readline().strip()


def read_by_another(pid: int, place: str) -> str:
    command = [sys.executable, "-c", OTHER, str(pid), place]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT).stdout.strip()


@pytest.mark.second_user
@pytest.mark.skipif(sys.platform != "linux", reason="the system's own doors are tried on Linux only")
@pytest.mark.parametrize(("how", "read"), [("as it is", WORD), ("hardened", "refused")])
def test_another_process_of_the_same_user_reads_no_memory(how: str, read: str) -> None:
    with ours(how) as (pid, place):
        assert read_by_another(pid, place) == read


@pytest.mark.skipif(sys.platform != "linux", reason="said by Linux only")
def test_the_program_shuts_its_memory_before_anything_else_and_reads_it_back() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    before, _version, after = ended.stdout.splitlines()
    assert "dumpable=True" in before
    assert after == str(Report(dumpable=False, core_limit=0))


@pytest.mark.parametrize(
    ("report", "hardened"),
    [
        (Report(dumpable=False, core_limit=0), True),
        (Report(dumpable=True, core_limit=0), False),
        (Report(dumpable=False, core_limit=-1), False),
        (Report(core_limit=0, denied=True), True),
        (Report(denied=False), False),
    ],
)
def test_what_counts_as_hardened(report: Report, hardened: bool) -> None:
    assert report.hardened is hardened


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="where these calls are not")
def test_what_was_never_tried_says_no_where_it_cannot_work() -> None:
    assert not hardening_windows.deny()
    assert not hardening_macos.deny()
