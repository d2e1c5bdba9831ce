"""A keyring in a folder, for processes that are killed: what was stored outlives them."""

from pathlib import Path

from trust_desktop.override import override
from trust_desktop.security.key_store import MemoryStore


class FileStore(MemoryStore):
    """One file for each item."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        folder.mkdir(exist_ok=True)

    @override
    def read(self, service: str, item: int) -> bytearray | None:
        try:
            return bytearray(self._path(service, item).read_bytes())
        except FileNotFoundError:
            return None

    @override
    def write(self, service: str, item: int, secret: bytearray) -> None:
        made = self.folder / "being-written"
        made.write_bytes(secret)
        made.replace(self._path(service, item))

    @override
    def delete(self, service: str, item: int) -> None:
        self._path(service, item).unlink(missing_ok=True)

    @override
    def forget_all(self, service: str) -> bool:
        for path in self.folder.glob(f"{service}.*"):
            path.unlink(missing_ok=True)
        return not any(self.folder.glob(f"{service}.*"))

    def items(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    def _path(self, service: str, item: int) -> Path:
        return self.folder / f"{service}.{item}"
