"""Cheap vaults to destroy, and what is seen of them afterwards."""

import shutil
import tempfile
from pathlib import Path

from tests.support.keyrings import FaultyStore
from tests.support.vaults import finished_vault, places_in
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.services import destroying, vaults
from trust_desktop.services.destroying import Remains
from trust_desktop.services.vaults import Asking, Places


def info_of(places: Places, number: int) -> VaultInfo:
    return next(one.info for one in vaults.list_vaults(places) if one.info.number == number)


_MADE: list[tuple[Path, dict[tuple[str, int], bytearray]]] = []


def a_vault(places: Places, store: FaultyStore) -> VaultInfo:
    """The first of a test is a copy of one that was made once: making one takes most of a small test's time."""
    if places.data.exists():
        return info_of(places, finished_vault(places, store)[0])
    if not _MADE:
        made, first = places_in(Path(tempfile.mkdtemp())), FaultyStore()
        finished_vault(made, first)
        _MADE.append((made.data, dict(first._items)))
    data, items = _MADE[0]
    shutil.copytree(data, places.data)
    for (service, item), secret in items.items():
        store.write(service, item, secret)
    return info_of(places, 1)


def missing(places: Places) -> tuple[int, ...]:
    return vaults.missing(places, vaults.list_vaults(places))


def finish(places: Places, store: FaultyStore) -> Remains:
    return destroying.finish(places, store, Asking(slow_seconds=0.2))
