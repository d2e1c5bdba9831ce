"""An open vault: the only door through which anything is read or written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from enum import Flag, auto
from threading import Lock
from typing import TYPE_CHECKING

from trust_desktop.domain.day import day_of
from trust_desktop.domain.errors import Cancelled, DamagedWhileOpen, VaultDamaged, VaultMoved, VaultProblem
from trust_desktop.domain.vault import VaultInfo

if TYPE_CHECKING:
    from pathlib import Path

    from trust_desktop.domain.nameless import Naming
    from trust_desktop.domain.plan import Plan
    from trust_desktop.storage.database import Database, Transaction
    from trust_desktop.storage.rekeying import NextFile


class Change(Flag):
    """What a commit touched; views read again what they show of it."""

    PLANS = auto()
    DAYS = auto()
    ACKNOWLEDGEMENTS = auto()
    DRAFTS = auto()
    SETTINGS = auto()
    PAUSES = auto()
    REFLECTIONS = auto()
    """Check-ins, guesses, weekly talks, what was set aside for them, openings, the story."""

    HELP = auto()
    """Answers kept of the private look, and entries of one's own in the help list."""

    BACKUPS = auto()
    """What is remembered about backups and the recovery drill."""


def local_now() -> datetime:
    """Return the moment in the computer's own time zone, aware."""
    return datetime.now().astimezone()


def _no_name(_slot: int, _mine: bool) -> str:  # noqa: FBT001 - the shape of `Naming`
    return ""


def _nothing(_told: Change | VaultProblem) -> None:
    pass


class VaultSession:
    """Reads and writes one open vault. `now` returns aware local time; `release` lets go of the vault's lock."""

    def __init__(
        self,
        database: "Database",
        *,
        now: Callable[[], datetime] | None = None,
        info: VaultInfo | None = None,
        release: Callable[[], None] | None = None,
    ) -> None:
        from trust_desktop.storage.settings import load

        self.info = info
        self.now = now or local_now
        self.on_commit: Callable[[Change], None] = _nothing
        self.on_moved: Callable[[VaultProblem], None] = _nothing
        """Told once, of VaultMoved or DamagedWhileOpen: whichever page it is that cannot go on, the person has to know why."""

        self.opening: int | None = None
        """Under which number this opening is written down in the vault; None where it is not."""

        self.header_lock = Lock()
        """Held by whoever writes the vault's header: a change of its keys takes seconds, in a thread of its own."""

        self._database: Database | None = database
        self._release = release
        self._plans: tuple[Plan, ...] | None = None
        self._naming: Naming = _no_name
        with database.transaction(write=False) as transaction:
            self._day_ends: time = load(transaction).day_ends

    @property
    def today(self) -> date:
        """The day it is for the person: it may end after midnight."""
        return day_of(self.now(), self._day_ends)

    @property
    def day_ends(self) -> time:
        return self._day_ends

    @property
    def closed(self) -> bool:
        return self._database is None

    def plan_in(self, transaction: "Transaction") -> "Plan | None":
        """Return the live plan, the newest unless it has ended."""
        newest = self.plans_in(transaction)[-1:]
        return newest[0] if newest and newest[0].ended is None else None

    def plans_in(self, transaction: "Transaction") -> "tuple[Plan, ...]":
        """Return all plans, the oldest first; they are read again only after a change of plans."""
        if self._plans is None:
            from trust_desktop.domain.nameless import named
            from trust_desktop.storage import plans

            self._plans = named(plans.every(transaction), self._naming)
        return self._plans

    def call_nameless(self, naming: "Naming") -> None:
        """Call actions whose words were deleted by these, which are of the window's language."""
        self._naming, self._plans = naming, None

    @contextmanager
    def read(self) -> Iterator["Transaction"]:
        """Raise DamagedWhileOpen where a page of the file turns out to be damaged."""
        with self._trouble_told(), self._open_database().transaction(write=False) as transaction:
            yield transaction

    @contextmanager
    def write(self, change: Change) -> Iterator["Transaction"]:
        """Commit when the block ends well, then tell `on_commit`; nothing is kept or told otherwise.

        Once a page turned out to be damaged, nothing is written any more unless the whole file is read and found whole.
        """
        from trust_desktop.storage.settings import load

        with self._trouble_told(), self._open_database().transaction(write=True) as transaction:
            try:
                yield transaction
            finally:
                if Change.PLANS in change:
                    self._plans = None
            day_ends = load(transaction).day_ends if Change.SETTINGS in change else self._day_ends
        self._day_ends = day_ends
        self.on_commit(change)

    def copy_to(self, path: "Path") -> dict[str, int]:
        """Make an encrypted copy in a new file, others reading and writing meanwhile; return the rows of each table.

        From any thread. Cancelled when the vault is closed, or is one of which nothing is kept.
        """
        return self._kept_database().copy_to(path)

    def copy_key(self) -> bytearray:
        """Return the key of the copies made by `copy_to`; the caller's to wipe. Cancelled as there."""
        key = self._kept_database().copy_key()
        if key is None:
            raise Cancelled
        return key

    def file_salt(self) -> bytes:
        """Return how the file in use begins; for who looks for the header that goes with it."""
        return self._kept_database().salt

    def go_over(
        self, following: "NextFile", place: "Path", swap: Callable[[], object], stop: Callable[[], object]
    ) -> None:
        """Go on with a copy of everything under another key; what goes wrong after the exchange closes the vault."""
        try:
            self._kept_database().go_over(following, place, swap, stop)
        except BaseException:
            if self._database is not None and self._database.salt == following.salt:
                self.close()
            raise

    def close(self) -> None:
        """Close the file and let go of the vault; may be called twice."""
        database, self._database = self._database, None
        release, self._release = self._release, None
        self.on_commit = self.on_moved = _nothing
        self._plans = None
        try:
            if database is not None:
                database.close()
        finally:
            if release is not None:
                release()

    @contextmanager
    def _trouble_told(self) -> Iterator[None]:
        try:
            yield
        except VaultMoved as moved:
            self._tell_trouble(moved)
            raise
        except VaultDamaged as damaged:
            problem = DamagedWhileOpen(detail=damaged.detail)
            self._tell_trouble(problem)
            raise problem from None

    def _tell_trouble(self, problem: VaultProblem) -> None:
        tell, self.on_moved = self.on_moved, _nothing
        tell(problem)

    def _kept_database(self) -> "Database":
        if self._database is None:
            raise Cancelled
        return self._database

    def _open_database(self) -> "Database":
        if self._database is None:
            raise RuntimeError("the vault is closed")
        return self._database


def on_the_clock(s: VaultSession, moment: datetime) -> datetime:
    """Return a moment as the clock on the wall shows it where the person is now."""
    now = s.now()
    there = moment.astimezone()
    same_place = now.utcoffset() == now.astimezone().utcoffset()
    return there if same_place else moment.astimezone(now.tzinfo)
