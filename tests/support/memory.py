"""What stands in the memory of a running process and of all it started, read as only root can."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

_AT_ONCE: Final = 16_000_000


def family(pid: int) -> list[int]:
    """The process and everything below it."""
    found = [pid]
    for each in found:
        with suppress(OSError):
            for children in Path("/proc", str(each), "task").glob("*/children"):
                found += [int(child) for child in children.read_text(encoding="ascii").split()]
    return found


def of_program(variable: str, value: str) -> list[int]:
    """Every process that was started with this in its environment, whoever its parent is by now."""
    wanted = f"{variable}={value}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if wanted in (folder / "environ").read_bytes().split(b"\0") and int(folder.name) != os.getpid():
                found.append(int(folder.name))
    return found


def hits(pids: Sequence[int], needles: dict[str, Sequence[bytes]]) -> dict[str, int]:
    """How often each is met, in any of its forms, in all that these processes have mapped and may read."""
    found = dict.fromkeys(needles, 0)
    for pid in pids:
        for piece in _pieces(pid):
            for name, forms in needles.items():
                found[name] += sum(piece.count(form) for form in forms)
    return found


def forms_of(word: str) -> list[bytes]:
    """A word as Python, Qt and SQLite hold it."""
    return [word.encode("utf-8"), word.encode("utf-16-le"), word.encode("utf-32-le")]


def _pieces(pid: int) -> Iterator[bytes]:
    maps = Path("/proc", str(pid), "maps").read_text(encoding="utf-8", errors="replace").splitlines()
    with Path("/proc", str(pid), "mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, rights, *_ = line.split()
            if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            begin, end = (int(each, 16) for each in place.split("-"))
            yield from _read(memory.fileno(), begin, end)


def _read(handle: int, begin: int, end: int) -> Iterator[bytes]:
    longest = 128  # a word may lie across two pieces
    for at in range(begin, end, _AT_ONCE):
        with suppress(OSError):
            yield os.pread(handle, min(_AT_ONCE + longest, end - at), at)
