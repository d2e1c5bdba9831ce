"""A key store in a folder, for tests that kill the process which uses it and look afterwards."""

from pathlib import Path

from trust_desktop.override import override
from trust_desktop.security.key_store import MemoryStore


class FileStore(MemoryStore):
    """One file for each item, so that what was kept outlives the process."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        folder.mkdir(exist_ok=True)

    @override
    def read(self, service: str, item: int) -> bytearray | None:
        path = self._path(service, item)
        return bytearray(path.read_bytes()) if path.exists() else None

    @override
    def write(self, service: str, item: int, secret: bytearray) -> None:
        self._path(service, item).write_bytes(secret)

    @override
    def delete(self, service: str, item: int) -> None:
        self._path(service, item).unlink(missing_ok=True)

    @override
    def forget_all(self, service: str) -> bool:
        for path in self._folder.glob(f"{service}.k*"):
            path.unlink(missing_ok=True)
        return not any(self._folder.glob(f"{service}.k*"))

    def items(self) -> list[str]:
        return sorted(path.name for path in self._folder.iterdir())

    def _path(self, service: str, item: int) -> Path:
        return self._folder / f"{service}.k{item}"
