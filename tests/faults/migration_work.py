"""Bringing a vault of an earlier schema to the newest, which may be killed at any moment: old or new, never neither."""

import shutil
import time
from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.builders import KEY, TODAY, a_plan_draft, session_at
from tests.faults.nursery import WHOLE, Nursery
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.override import override
from trust_desktop.services import following_through, planning
from trust_desktop.storage import migrations, sqlcipher, tables

VAULTS = Path(__file__).parents[1] / "storage" / "vaults"


def schema_and_names(path: Path) -> tuple[int, frozenset[Any]]:
    """The number a file says it has, and what is in it."""
    with closing(sqlcipher.connect(path, bytearray(KEY))) as raw:
        names = raw.execute("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").fetchall()
        return raw.execute("PRAGMA user_version").fetchone()[0], frozenset(names)


class Migration(Nursery):
    in_the_midst = 0.0

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        assert migrations.STEPS  # imported before, so that a kill meets the work and not the import
        self.number = 0
        self.states = folder / "states"
        self.whole: dict[int, frozenset[Any]] = {}
        for schema in range(1, tables.SCHEMA + 1):
            kept = folder / f"kept-{schema}.db"
            shutil.copy(VAULTS / f"schema-{schema}.db", kept)
            self.whole[schema] = schema_and_names(kept)[1]
        self._lay_out()
        began = time.monotonic()
        assert self.in_child(self.work) == WHOLE
        self.longest_wait = 2 * (time.monotonic() - began)  # other rounds may meet a busier machine

    @override
    def round(self) -> int:
        self._lay_out()
        return super().round()

    @override
    def work(self) -> None:
        session_at(self._vault).close()

    @override
    def check(self) -> None:
        path = self._vault / "vault.db"
        shutil.copytree(self._vault, looked_at := self.folder / f"copy-{self.number}")
        schema, names = schema_and_names(looked_at / path.name)
        assert names == self.whole[schema], schema
        self._note("old" if schema == self._from else "new" if schema == tables.SCHEMA else "between steps")
        began = time.monotonic()
        with closing(session_at(self._vault)) as session:
            self.took(time.monotonic() - began)
            session._open_database().check()
            days = [following_through.day(session, TODAY - timedelta(days=n)) for n in range(5)]
            assert [day.actions[0].outcome for day in days] == list(Outcome)
            assert days[0].note == "Rain — and a quiet evening."
            assert planning.load_draft(session) == a_plan_draft()
        assert schema_and_names(path) == (tables.SCHEMA, self.whole[tables.SCHEMA])
        shutil.rmtree(looked_at)
        shutil.rmtree(self._vault)

    @override
    def more(self) -> dict[str, Any]:
        return {"left": Counter(self.states.read_text(encoding="ascii").splitlines())}

    @property
    def _from(self) -> int:
        return 1 + self.number % (tables.SCHEMA - 1)

    @property
    def _vault(self) -> Path:
        return self.folder / f"vault-{self.number}"

    def _lay_out(self) -> None:
        self.number += 1
        self._vault.mkdir()
        shutil.copy(VAULTS / f"schema-{self._from}.db", self._vault / "vault.db")

    def _note(self, state: str) -> None:
        with self.states.open("a", encoding="ascii") as file:
            file.write(f"{state}\n")
