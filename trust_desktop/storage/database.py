"""An encrypted file behind one connection and one lock."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlcipher3 import dbapi2

from trust_desktop.domain.errors import Cancelled
from trust_desktop.storage import sqlcipher
from trust_desktop.storage.copying import Copying
from trust_desktop.storage.engine import Link
from trust_desktop.storage.opening import Expected, make_file, open_file, set_up
from trust_desktop.storage.problems import problem_of
from trust_desktop.storage.rekeying import NextFile


@dataclass(frozen=True, slots=True)
class Transaction:
    """A transaction under way; it exists only inside its `with` block."""

    connection: Connection


class Database:
    """One SQLCipher file, one connection, one lock around each transaction."""

    def __init__(
        self,
        connect: Callable[[], Link],
        *,
        salt: bytes,
        key: bytearray | None = None,
        again: Callable[[], Link] | None = None,
    ) -> None:
        """`again` connects when something was wrong, and then reads the whole file however large it is."""
        self.salt = salt
        self._again = again or connect
        self._key = key
        self._lock = threading.Lock()
        self._holder: int | None = None
        self._stale = False
        self._copying = Copying()
        try:
            with _translated(writing=False):
                self._link: Link | None = connect()
        except BaseException:
            self._forget_key()
            raise

    @classmethod
    def create(cls, path: Path, key: bytearray, vault_id: bytes) -> Self:
        """Make a new vault file; an existing one is refused untouched. `key` stays the caller's to wipe."""
        with _translated(writing=True):
            salt = make_file(path, key, vault_id)
        return cls.open(path, key, vault_id=vault_id, salt=salt)

    @classmethod
    def open(
        cls, path: Path, key: bytearray, *, vault_id: bytes, salt: bytes, today: date | None = None
    ) -> Self:
        """Open a vault and check it, bringing an older one to the newest schema first.

        A large one is read through if that was not done for a week before `today`, any other always.
        """
        kept = bytearray(key)
        expected, whole = Expected(vault_id, salt, today), Expected(vault_id, salt)
        return cls(
            lambda: open_file(path, kept, expected),
            salt=salt,
            key=kept,
            again=lambda: open_file(path, kept, whole),
        )

    @classmethod
    def in_memory(cls, vault_id: bytes = bytes(16)) -> Self:
        """Return a database of which nothing ever reaches the disk."""

        def connect() -> Link:
            link = Link(sqlcipher.connect_in_memory())
            set_up(link, vault_id)
            return link

        return cls(connect, salt=bytes(sqlcipher.SALT_BYTES))

    @contextmanager
    def transaction(self, *, write: bool) -> Iterator[Transaction]:
        """Commit at the end of a block that writes, roll back on any error and after every block that reads."""
        with self._held(), _translated(writing=write):
            link = self._begun(write=write)
            try:
                yield Transaction(link.connection)
                if write:
                    link.commit()
            except BaseException as error:
                self._stale = self._stale or _may_stay_broken(error)
                raise
            finally:
                link.roll_back()

    def check(self) -> None:
        """Read the whole file and every index; raise VaultDamaged at anything that is not as written."""
        with self._held(), _translated(writing=False):
            self._stale = True  # until it is known to be well
            self._reopen()
            sqlcipher.check_tables(self._open_link().raw)

    def copy_key(self) -> bytearray | None:
        """Return the key for as long as a copy is being made and read; the caller's to wipe. None in memory."""
        return None if self._key is None or self._link is None else bytearray(self._key)

    def copy_to(self, path: Path) -> dict[str, int]:
        """Make an encrypted copy under the same key in a new file; return the rows of each table in it.

        From the same connection and in steps, between which others read and write; Cancelled when the vault is closed.
        """
        with _translated(writing=True), self._copying.begun(self._lock) as copying:
            key = self.copy_key()
            if key is None:
                raise Cancelled
            try:
                self._open_link().tidy()
                return copying.make(self._open_link().raw, path, key)
            finally:
                key[:] = bytes(len(key))

    def go_over(
        self, following: NextFile, place: Path, swap: Callable[[], object], stop: Callable[[], object]
    ) -> None:
        """Fill the next file, let `swap` put it in the `place` of this one, and go on with it; nobody's turn comes between.

        `stop` raises as long as nobody wants it any more. What is raised before the exchange leaves the vault as it was;
        after it the vault is closed, and opens with the new key.
        """
        expected = Expected(following.vault_id, following.salt)
        with self._held(), _translated(writing=True):
            link = self._open_link()
            link.tidy()
            following.fill(link.raw, stop)
            stop()
            link.check_can_reopen()
            self._copying.end()
            self._stale = True
            link.close()
            swap()
            self._link = None
            self._forget_key()
            key = self._key = bytearray(following.key)
            self.salt = following.salt
            self._again = lambda: open_file(place, key, expected)
            self._link = self._again()
            self._stale = False

    def close(self) -> None:
        with self._held():
            self._copying.end()
            link, self._link = self._link, None
            self._forget_key()
            if link is not None:
                if not self._stale:
                    link.tidy()
                link.close()

    def _begun(self, *, write: bool) -> Link:
        """Begin, once more through a new connection if this one does not answer as it should."""
        if not self._stale:
            link = self._open_link()
            try:
                link.begin(write=write)
            except (SQLAlchemyError, dbapi2.Error):
                if self._key is None:
                    raise
            else:
                return link
        self._reopen()
        link = self._open_link()
        link.begin(write=write)
        return link

    def _reopen(self) -> None:
        if self._key is None:  # in memory there is nothing to open again
            self._stale = False
            return
        link = self._open_link()
        link.check_can_reopen()
        self._copying.end()
        link.close()
        self._link = self._again()
        self._stale = False

    def _forget_key(self) -> None:
        if self._key is not None:
            self._key[:] = bytes(len(self._key))

    def _open_link(self) -> Link:
        if self._link is None:
            raise RuntimeError("the database is closed")
        return self._link

    @contextmanager
    def _held(self) -> Iterator[None]:
        here = threading.get_ident()
        if self._holder == here:
            raise RuntimeError("a transaction is open in this thread; they are not nested")
        with self._lock:
            self._holder = here
            try:
                yield
            finally:
                self._holder = None


def _may_stay_broken(error: BaseException) -> bool:
    """Whether later transactions could go wrong too: after a read error a connection may never recover."""
    return isinstance(error, (SQLAlchemyError, dbapi2.Error)) and not isinstance(error, IntegrityError)


@contextmanager
def _translated(*, writing: bool) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, dbapi2.Error) as error:
        raise problem_of(error, writing=writing) from None
