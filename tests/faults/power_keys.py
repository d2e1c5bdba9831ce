"""Called as `python -m tests.faults.power_keys FOLDER KIND [IMAGES]`: the power fails while keys change; prints JSON.

Without IMAGES it makes the change once: that is what runs under strace. Each image is opened by the old or the new secret,
and by the new one as soon as it was said that the keys are changed.
"""

import functools
import json
import os
import random
import shutil
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from tests.faults.changing_keys import KINDS, Kind, OneChange
from tests.faults.nursery import WHOLE
from tests.faults.power_cut import AT_A_TIME, BROKEN, LOST, Image, images, in_child
from tests.support.recorded_writes import Event, recorded
from trust_desktop.override import override
from trust_desktop.security import kdf

BEGUN, DONE = 1, 2


class KeyCuts(OneChange):
    """What is acknowledged lies in the vault's folder, where the record sees it among the writes."""

    @override
    def begun(self) -> None:
        self.acknowledge(BEGUN)

    @override
    def done(self) -> None:
        self.acknowledge(DONE)

    @override
    def acknowledge(self, n: int) -> None:
        handle = os.open(self.vault.path / "acknowledged", os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(handle, b"%d" % n)
        os.close(handle)

    def record(self) -> tuple[dict[str, bytes], list[Event]]:
        assert self.in_child(self.make) == WHOLE
        self.afresh()
        before = {path.name: path.read_bytes() for path in self.vault.path.iterdir()}
        command = [sys.executable, "-m", "tests.faults.power_keys", str(self.folder), name_of(self.kind)]
        return before, recorded(command, self.vault.path, self.folder / "trace")

    def verdict(self, image: Image) -> str:
        """Which secret opened it, or that none did."""
        last, files = image
        code, folder = (self.tried / "code").read_bytes(), self.vault.path
        self.afresh()
        (self.tried / "code").write_bytes(code)
        shutil.rmtree(folder)
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        try:
            self.check()
        except Exception:  # noqa: BLE001 - whatever it was, it is not whole
            return BROKEN
        by = (self.tried / "by").read_text()
        return LOST if by == "old" and last == DONE else by


def name_of(kind: Kind) -> str:
    return next(name for name, one in KINDS.items() if one == kind)


def near_names(events: list[Event]) -> list[int]:
    """Moments at which a name has just come, gone or changed: there are few of them, and they decide."""
    return [at for at, event in enumerate(events, 1) if event.call in {"rename", "unlink"}]


def not_yet_kept(events: list[Event]) -> int:
    """Names that came or went and are not on the disk yet when the next database takes the place of the one in use."""
    pending = 0
    for event in events:
        if event.call == "rename" and event.other == "vault.db":
            return pending
        if event.call == "sync" and event.path == "":
            pending = 0
        pending += event.call in {"rename", "unlink"}
    return 0


def remember_stretches() -> None:
    """One passphrase under one salt gives one key: it is derived once, and not anew for each image."""
    derive = functools.cache(lambda phrase, salt, cost: bytes(stretch(bytearray(phrase), salt, cost)))
    stretch = kdf.stretch
    kdf.stretch = lambda phrase, salt, cost: bytearray(derive(bytes(phrase), salt, cost))


def main(folder: str, name: str, count: str = "") -> None:
    cuts = KeyCuts(Path(folder), KINDS[name])
    if not count:
        cuts.work()
        return
    before, events = cuts.record()
    remember_stretches()
    chance, seen = random.Random(5), Counter[str]()
    cut = images(before, events, int(count), chance, near_names(events))
    while some := list(islice(cut, AT_A_TIME)):
        seen.update(in_child(cuts.verdict, some))
    told = {one: seen[one] for one in ("old", "new", LOST, BROKEN)}
    print(json.dumps({**told, "pending": not_yet_kept(events)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
