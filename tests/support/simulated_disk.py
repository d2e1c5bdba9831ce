"""A disk that keeps what was synced and, at a power cut, any part of what was not, in any order."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tests.support.recorded_writes import Event

SECTOR: Final = 512
_KEPT: Final = (0.0, 0.2, 0.5, 0.8, 1.0)
_IN_ORDER: Final = 0.5
_TORN: Final = 0.5


@dataclass
class _File:
    """What surely is there, and the writes and truncations since the last sync."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for event in self.pending:
            _apply(self.durable, event, range(0, len(event.data), SECTOR))
        self.pending.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        data, events = bytearray(self.durable), list(self.pending)
        kept = chance.choice(_KEPT)
        if chance.random() > _IN_ORDER:
            chance.shuffle(events)
        for event in events:
            sectors: list[int] | range = range(0, len(event.data), SECTOR)
            if chance.random() >= kept:
                if event.call == "truncate" or chance.random() > _TORN:
                    continue
                sectors = [start for start in sectors if chance.random() < 0.5]
            _apply(data, event, sectors)
        return bytes(data)


class SimulatedDisk:
    """Names are kept by a sync of their folder alone; a file's sync keeps what is in it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._names = {name: _File(bytearray(data)) for name, data in files.items()}
        self._durable_names = dict(self._names)
        self._pending_names: list[tuple[str, _File | None]] = []

    def apply(self, event: Event) -> None:
        if event.call == "sync":
            self._sync(event.path)
        elif event.call == "create":
            if event.path not in self._names:
                self._name(event.path, _File())
        elif event.call == "unlink":
            self._name(event.path, None)
        elif event.call in {"rename", "link"}:
            self._name(event.other, self._names[event.path])
            if event.call == "rename":
                self._name(event.path, None)
        elif event.path in self._names:  # else it was unlinked while it was open
            self._names[event.path].pending.append(event)

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        names = dict(self._durable_names)
        kept = chance.choice(_KEPT)
        for name, file in self._pending_names:
            if chance.random() < kept:
                _set(names, name, file)
        return {name: file.after_cut(chance) for name, file in names.items()}

    def _sync(self, path: str) -> None:
        if path in self._names:
            self._names[path].sync()
        elif path == "":
            self._durable_names = dict(self._names)
            self._pending_names.clear()

    def _name(self, name: str, file: _File | None) -> None:
        _set(self._names, name, file)
        self._pending_names.append((name, file))


def _set(names: dict[str, _File], name: str, file: _File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _apply(data: bytearray, event: Event, sectors: range | list[int]) -> None:
    if event.call == "truncate":
        del data[event.at :]
        data.extend(bytes(event.at - len(data)))
        return
    for start in sectors:
        part = event.data[start : start + SECTOR]
        at = event.at + start
        data.extend(bytes(max(0, at - len(data))))
        data[at : at + len(part)] = part
