"""Everything in a vault once more in another file under another key, proved equal before it takes the vault's place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from trust_desktop.domain.errors import VaultDamaged
from trust_desktop.storage import sqlcipher, tables
from trust_desktop.storage.copies import PAGES_A_STEP, new_file, row_counts
from trust_desktop.storage.problems import file_problem

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

_COPY: Final = "copy"


@dataclass(slots=True)
class NextFile:
    """The file being made; `salt` is fixed before anything is in it, so that a header can name it beforehand."""

    path: Path
    key: bytearray = field(repr=False)
    vault_id: bytes
    salt: bytes

    @classmethod
    def begin(cls, path: Path, key: bytearray, vault_id: bytes) -> "NextFile":
        """Make an empty file under `key`; one that is there is a problem. The key stays the caller's to wipe."""
        try:
            new_file(path)
        except OSError as problem:
            raise file_problem(problem) from None
        raw = sqlcipher.connect(path, key)
        try:
            return cls(path, key, vault_id, sqlcipher.salt_of(raw))
        finally:
            raw.close()

    def fill(self, source: "dbapi2.Connection", stop_if_unwanted: Callable[[], object]) -> None:
        """Copy everything from an open vault and read the copy back: every page, every table, as many rows."""
        raw = sqlcipher.connect(self.path, self.key)
        try:
            source.backup(raw, pages=PAGES_A_STEP, progress=lambda *_: stop_if_unwanted())
        finally:
            raw.close()
        sqlcipher.look_before_opening(self.path, self.salt)
        raw = sqlcipher.connect(self.path, self.key)
        try:
            sqlcipher.verify(raw, vault_id=self.vault_id, salt=self.salt, schema=tables.SCHEMA)
            sqlcipher.check(raw)
            if row_counts(raw) != row_counts(source):
                raise VaultDamaged(detail=_COPY)
        finally:
            raw.close()
