"""Vaults full of words: years of marks with a reason each, a note a day, and thanks that were said."""

import random
from datetime import datetime, timedelta
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations

from benchmarks.vaults import DAYS_A_YEAR, filled_vault
from training.labelled import load
from trust_desktop.domain.acknowledgement import Acknowledgement
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.services import planning
from trust_desktop.services.session import Change, VaultSession, local_now
from trust_desktop.storage import acknowledgements, follow_throughs, notes
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.migrations.versions import step_0003_find

SAID_A_YEAR = 500
_AT_A_TIME = 4_000


def vault_of_words(folder: Path, years: int, *, index: bool = True) -> VaultSession:
    """Return an open session in which each of four marks a day has its reason, and each day its note."""
    session = filled_vault(folder, years)
    with session.write(Change.DAYS) as transaction:
        drop_index(transaction)  # a century of texts is entered at once, as into an older vault
    write_words(session, years)
    if index:
        with session.write(Change.DAYS) as transaction:
            make_index(transaction)
    return session


def write_words(session: VaultSession, years: int) -> None:
    chance, now = random.Random(1), local_now()
    sentences = [row.text for row in load("messages", "train") if not row.harm]
    plan = planning.live_plan(session)
    assert plan is not None
    days = [session.today - timedelta(days=back) for back in range(1, years * DAYS_A_YEAR + 1)]
    marks = [
        FollowThrough(action.id, day, Outcome.PARTLY, chance.choice(sentences), now)
        for day in days
        for action in plan.actions
    ]
    with session.write(Change.DAYS) as transaction:
        for start in range(0, len(marks), _AT_A_TIME):
            follow_throughs.put(transaction, *marks[start : start + _AT_A_TIME])
        for day in days:
            notes.put(transaction, day, " ".join(chance.choices(sentences, k=2)), now)
    _say(session, chance, sentences, now, years)


def _say(
    session: VaultSession, chance: random.Random, sentences: list[str], now: datetime, years: int
) -> None:
    with session.write(Change.ACKNOWLEDGEMENTS) as transaction:
        for number in range(years * SAID_A_YEAR):
            day = session.today - timedelta(days=number * DAYS_A_YEAR // SAID_A_YEAR)
            words = " ".join(chance.choices(sentences, k=3))
            acknowledgements.add(transaction, Acknowledgement(0, words, frozenset(), Way.ALOUD, day, now))


def drop_index(transaction: Transaction) -> None:
    ask = transaction.connection.exec_driver_sql
    for (name,) in ask(
        "SELECT name FROM sqlite_temp_schema WHERE type = 'trigger' AND name LIKE 'find%'"
    ).all():
        ask(f"DROP TRIGGER {name}")
    ask("DROP VIEW find_words")
    ask("DROP TABLE find_index")


def make_index(transaction: Transaction) -> None:
    with Operations.context(MigrationContext.configure(transaction.connection)):
        step_0003_find.upgrade()
