"""Called as `python -m tests.faults.io_errors FOLDER FAULT SAVES`: saves while calls fail; prints one JSON line.

Under `fiu-run -x` a share of the calls named in POINTS fails; `limit` and `full` need no preloaded library. Every day gets
one note, so that at the end each save can be asked for by itself, first without closing anything, then opened again.
"""

import ctypes
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from tests.builders import TODAY, Clock
from tests.support.full_disk import full_disk
from tests.support.vaults import finished_vault, places_in
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import following_through, vaults
from trust_desktop.services.session import VaultSession

POINTS = {
    "write": ("posix/io/rw/pwrite", "posix/io/rw/write", "posix/io/rw/ftruncate"),
    "read": ("posix/io/rw/pread", "posix/io/rw/read"),
    "fsync": ("posix/io/sync/fsync", "posix/io/sync/fdatasync"),
    "open": ("posix/io/oc/open",),
    "unlink": ("posix/io/dir/unlink",),
}
SHARE = 0.05
REOPEN_EVERY = 15
TRIES = 3
"""To open under errors, before they pause for one opening."""

ROOM_EVERY = 6
"""A disk without room is full for that many saves and then has some again for as many."""


@cache
def _fiu() -> ctypes.CDLL:
    library = ctypes.CDLL("libfiu.so.0")
    library.fiu_enable_random.argtypes = [
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_uint,
        ctypes.c_float,
    ]
    return library


@contextmanager
def failing(fault: str) -> Iterator[None]:
    names = [name.encode() for name in POINTS[fault]]
    for name in names:
        assert _fiu().fiu_enable_random(name, 1, None, 0, SHARE) == 0
    try:
        yield
    finally:
        for name in names:
            _fiu().fiu_disable(name)


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Not a byte of room on the disk that the folder is on."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(512)):
                pass
        except OSError:
            pass
    try:
        yield
    finally:
        filler.unlink()


class Saver:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: dict[date, str] = {}
        self.refused: set[date] = set()
        self.seen: Counter[str] = Counter()
        self._places, self._store = places_in(folder), MemoryStore()
        self._number, _ = finished_vault(self._places, self._store)
        self.session = self.opened()

    def opened(self) -> VaultSession:
        session = vaults.unlock(self._places, self._store, self._number, None)
        session.now = Clock()
        return session

    def save(self, n: int) -> bool:
        day = TODAY - timedelta(days=n)
        text = f"{n} " + "and a quiet evening " * (n % 7)
        try:
            following_through.set_note(self.session, day, text.strip())
        except VaultProblem as problem:
            self.refused.add(day)
            self.seen[f"said {type(problem).__name__}"] += 1
            return False
        self.kept[day] = text.strip()
        return True

    def reopen(self, fault: str) -> None:
        with failing(fault):
            self.session.close()
            for _ in range(TRIES):
                try:
                    self.session = self.opened()
                except VaultProblem as problem:
                    self.seen[f"opening said {type(problem).__name__}"] += 1
                else:
                    return
        self.session = self.opened()

    def works_again(self, n: int) -> None:
        if not self.save(n):
            self.seen["broken"] += 1

    def look(self, session: VaultSession) -> None:
        session._open_database().check()
        for day, text in self.kept.items():
            self.seen["lost"] += following_through.note(session, day) != text
        for day in self.refused - self.kept.keys():
            self.seen["kept though refused"] += following_through.note(session, day) != ""


def save_under(saver: Saver, fault: str, saves: int) -> None:
    for n in range(1, saves + 1):
        if n % REOPEN_EVERY == 0:
            saver.reopen(fault)
        with failing(fault):
            saver.save(n)


def save_without_room(saver: Saver, fault: str, saves: int) -> None:
    for first in range(1, saves + 1, 2 * ROOM_EVERY):
        with full_disk() if fault == "limit" else filled(saver.folder):
            refused = sum(not saver.save(n) for n in range(first, first + ROOM_EVERY))
            assert refused, "there was room"
        for n in range(first + ROOM_EVERY, first + 2 * ROOM_EVERY):
            saver.works_again(n)


def main(folder: str, fault: str, saves: str) -> None:
    saver = Saver(Path(folder))
    assert saver.save(0)  # imports what a save needs
    if fault in POINTS:
        save_under(saver, fault, int(saves))
    else:
        save_without_room(saver, fault, int(saves))
    saver.works_again(int(saves) * 2 + 1)
    saver.look(saver.session)
    saver.session.close()
    again = saver.opened()
    saver.look(again)
    again.close()
    told = {"lost": 0, "broken": 0, "kept though refused": 0, **saver.seen}
    print(json.dumps({"kept": len(saver.kept), "refused": len(saver.refused), **told}))


if __name__ == "__main__":
    main(*sys.argv[1:])
