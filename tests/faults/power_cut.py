"""Called as `python -m tests.faults.power_cut FOLDER ENGINE IMAGES SAVES...`: cuts the power so often; prints JSON.

A writer runs once under strace, SAVES in one session after the other. Each image is what its disk could hold when the power fails at some moment: all that was
synced by then, and any part of the rest. Images are opened by child processes, some at a time.
"""

import json
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from tests.faults.power_engines import DAYS, ENGINES, Engine, day_of, text_of
from tests.support.recorded_writes import Event, recorded
from tests.support.simulated_disk import SimulatedDisk

AT_A_TIME = 50
WHOLE, LOST, BROKEN = "whole", "lost", "broken"
Image = tuple[int, dict[str, bytes]]


def record(folder: Path, engine: str, saves: Sequence[str]) -> tuple[dict[str, bytes], list[Event]]:
    """What lay there before, and what the writer did then."""
    work = folder / "work"
    work.mkdir()
    ENGINES[engine].prepare(work)
    before = {path.name: path.read_bytes() for path in work.iterdir()}
    command = [sys.executable, "-m", "tests.faults.power_writer", str(work), engine, *saves]
    return before, recorded(command, work, folder / "trace")


def images(
    before: dict[str, bytes],
    events: list[Event],
    count: int,
    chance: random.Random,
    often: Sequence[int] = (),
) -> Iterator[Image]:
    """The last number acknowledged and the files, for cuts at random moments after the first one was.

    Every second cut is at one of the moments `often`, if there are any.
    """
    first = next(at for at, event in enumerate(events) if event.path == "acknowledged" and event.data) + 1
    moments = range(first, len(events) + 1)
    some = [at for at in often if at in moments] or moments
    cuts = Counter(chance.choice(some if n % 2 else moments) for n in range(count))
    disk, last = SimulatedDisk(before), 0
    for at, event in enumerate(events, 1):
        if event.path == "acknowledged":
            last = int(event.data or last)
        else:
            disk.apply(event)
        for _ in range(cuts[at]):
            yield last, disk.after_cut(chance)


def verdict(engine: Engine, folder: Path, image: Image) -> str:
    last, files = image
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    try:
        found = engine.read(folder)
    except Exception:  # noqa: BLE001 - whatever it was, it is not whole
        return BROKEN
    newest = max((int(text.partition(" ")[0]) for text in found.values()), default=0)
    expected = range(max(1, newest - DAYS + 1), newest + 1)
    if found != {day_of(n): text_of(n) for n in expected} or newest > last + 1:
        return BROKEN
    return LOST if newest < last else WHOLE


def in_child(judge: Callable[[Image], str], some: list[Image]) -> list[str]:
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(theirs, " ".join(map(judge, some)).encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as told:
        verdicts = told.read().split()
    os.waitpid(child, 0)
    return verdicts if len(verdicts) == len(some) else [BROKEN] * len(some)


def main(folder: str, name: str, count: str, *saves: str) -> None:
    before, events = record(Path(folder), name, saves)
    seen: Counter[str] = Counter()
    cuts = images(before, events, int(count), random.Random(5))
    judge = partial(verdict, ENGINES[name], Path(folder) / "image")
    while some := list(islice(cuts, AT_A_TIME)):
        seen.update(in_child(judge, some))
    writes = sum(event.call == "write" and event.path != "acknowledged" for event in events)
    syncs = sum(event.call == "sync" for event in events)
    told = {verdict: seen[verdict] for verdict in (WHOLE, LOST, BROKEN)}
    print(json.dumps({**told, "writes": writes, "syncs": syncs}))


if __name__ == "__main__":
    main(*sys.argv[1:])
