"""The anchor of the kills: the same two small saves in a plain `sqlite3` file with the library's own settings."""

import sqlite3
import time
from contextlib import closing
from itertools import count
from pathlib import Path

from tests.faults.nursery import Nursery
from trust_desktop.override import override


class Plain(Nursery):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        with closing(self._opened()) as file, file:
            file.execute("CREATE TABLE kept (key INTEGER PRIMARY KEY, value TEXT)")

    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder / "plain.db")

    @staticmethod
    def _kept(file: sqlite3.Connection) -> int:
        return int((file.execute("SELECT value FROM kept WHERE key = 2").fetchone() or (0,))[0])

    @override
    def work(self) -> None:
        file = self._opened()
        for n in count(self._kept(file) + 1):
            for key in (1, 2):
                with file:
                    file.execute("REPLACE INTO kept VALUES (?, ?)", (key, str(n)))
            self.acknowledge(n)

    @override
    def check(self) -> None:
        began = time.monotonic()
        with closing(self._opened()) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            self.took(time.monotonic() - began)
            found = self._kept(file)
        self.kept(self.last(), found)
        self.acknowledge(found)
