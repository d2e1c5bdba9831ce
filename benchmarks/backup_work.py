"""Makes backups and plain copies with `fsync` of the same size in turn; prints milliseconds as JSON: YEARS."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.make_vault import finished_vault
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import backing_up
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places

TIMES: Final = 30
_CHUNK: Final = 1024 * 1024


def copied(source: Path, target: Path) -> float:
    """Return the milliseconds of a copy that is on the disk afterwards."""
    begun = time.perf_counter()
    with source.open("rb") as read, target.open("wb") as write:
        while chunk := read.read(_CHUNK):
            write.write(chunk)
        write.flush()
        os.fsync(write.fileno())
    taken = time.perf_counter() - begun
    target.unlink()
    return taken * 1000


def backed_up(session: VaultSession, places: Places) -> float:
    begun = time.perf_counter()
    backing_up.back_up(session, places, Asking())
    return (time.perf_counter() - begun) * 1000


def main(years: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        drive = Path(folder) / "drive"
        drive.mkdir()
        places, session = finished_vault(Path(folder) / "data", int(years), MemoryStore())
        backing_up.choose(session, drive)
        backed_up(session, places)
        backup = backing_up.found(session)[0].database
        times: dict[str, list[float]] = {"backup": [], "copy": []}
        for _ in range(TIMES):
            times["copy"].append(copied(backup, Path(folder) / "copy"))
            times["backup"].append(backed_up(session, places))
            backup = backing_up.found(session)[0].database
        session.close()
        print(json.dumps(times))


if __name__ == "__main__":
    main(*sys.argv[1:])
