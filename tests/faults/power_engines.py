"""What is written while the power fails: the same notes through our own engine, ours weakened, and plain `sqlite3`."""

import random
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from tests.builders import TODAY, session_at
from trust_desktop.override import override
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession

DAYS = 7
LONG_EVERY, SHORT, LONG = 8, 120, 12_000

Acknowledge = Callable[[int], None]


def text_of(n: int) -> str:
    chance = random.Random(n)
    words = LONG // 6 if n % LONG_EVERY == 0 else SHORT // 6
    return f"{n} " + " ".join(f"{chance.randrange(16**5):05x}" for _ in range(words))


def day_of(n: int) -> date:
    return TODAY - timedelta(days=n % DAYS)


class Engine(ABC):
    name: str

    @abstractmethod
    def prepare(self, folder: Path) -> None:
        """Leave a closed file without notes."""

    @abstractmethod
    def write(self, folder: Path, saves: range, acknowledge: Acknowledge) -> None:
        """Open, save one note after another, close."""

    @abstractmethod
    def read(self, folder: Path) -> dict[date, str]:
        """Open, check everything there is to check, and return the notes."""


class Ours(Engine):
    name = "ours"

    @override
    def prepare(self, folder: Path) -> None:
        session_at(folder).close()

    @override
    def write(self, folder: Path, saves: range, acknowledge: Acknowledge) -> None:
        with self._opened(folder) as session:
            for n in saves:
                following_through.set_note(session, day_of(n), text_of(n))
                acknowledge(n)

    @contextmanager
    def _opened(self, folder: Path) -> Iterator[VaultSession]:
        session = session_at(folder)
        yield session
        session.close()

    @override
    def read(self, folder: Path) -> dict[date, str]:
        with closing(session_at(folder)) as session:
            session._open_database().check()
            days = [TODAY - timedelta(days=n) for n in range(DAYS)]
            return {day: text for day in days if (text := following_through.note(session, day))}


class Weakened(Ours):
    """Our engine but for one setting: the proof that what it would lose is noticed."""

    def __init__(self, synchronous: str) -> None:
        self.name = f"ours with synchronous={synchronous}"
        self._synchronous = synchronous

    @contextmanager
    @override
    def _opened(self, folder: Path) -> Iterator[VaultSession]:
        with super()._opened(folder) as session:
            session._open_database()._link.raw.execute(f"PRAGMA synchronous={self._synchronous}")
            yield session


class Plain(Engine):
    name = "sqlite3, its defaults"

    def _file(self, folder: Path) -> sqlite3.Connection:
        return sqlite3.connect(folder / "vault.db")

    @override
    def prepare(self, folder: Path) -> None:
        with closing(self._file(folder)) as file, file:
            file.execute("CREATE TABLE notes (day TEXT PRIMARY KEY, text TEXT)")

    @override
    def write(self, folder: Path, saves: range, acknowledge: Acknowledge) -> None:
        with closing(self._file(folder)) as file:
            for n in saves:
                with file:
                    file.execute("REPLACE INTO notes VALUES (?, ?)", (day_of(n).isoformat(), text_of(n)))
                acknowledge(n)

    @override
    def read(self, folder: Path) -> dict[date, str]:
        with closing(self._file(folder)) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return {date.fromisoformat(day): text for day, text in file.execute("SELECT * FROM notes")}


ENGINES: dict[str, Engine] = {
    "ours": Ours(),
    "NORMAL": Weakened("NORMAL"),
    "OFF": Weakened("OFF"),
    "plain": Plain(),
}
