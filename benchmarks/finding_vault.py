"""A vault full of words: years of marks with a reason each, and thanks that were said."""

import random
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.vaults import DAYS_A_YEAR, filled_vault
from training.labelled import load
from trust_desktop.domain.acknowledgement import Acknowledgement
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.services import planning
from trust_desktop.services.session import Change, VaultSession, local_now
from trust_desktop.storage import acknowledgements, follow_throughs, notes

SAID_A_YEAR = 500


def vault_of_words(folder: Path, years: int) -> VaultSession:
    """Return an open session in which each of four marks a day has its reason, and each day its note."""
    session = filled_vault(folder, years)
    chance = random.Random(1)
    sentences = [row.text for row in load("messages", "train") if not row.harm]
    plan = planning.live_plan(session)
    assert plan is not None
    now = local_now()
    days = [session.today - timedelta(days=back) for back in range(1, years * DAYS_A_YEAR + 1)]
    marks = [
        FollowThrough(action.id, day, Outcome.PARTLY, chance.choice(sentences), now)
        for day in days
        for action in plan.actions
    ]
    with session.write(Change.DAYS) as transaction:
        for start in range(0, len(marks), 4_000):
            follow_throughs.put(transaction, *marks[start : start + 4_000])
        for day in days:
            notes.put(transaction, day, " ".join(chance.choices(sentences, k=2)), now)
    say(session, chance, sentences, now, years)
    return session


def say(session: VaultSession, chance: random.Random, sentences: list[str], now: datetime, years: int) -> None:
    with session.write(Change.ACKNOWLEDGEMENTS) as transaction:
        for number in range(years * SAID_A_YEAR):
            day = session.today - timedelta(days=number * DAYS_A_YEAR // SAID_A_YEAR)
            words = " ".join(chance.choices(sentences, k=3))
            acknowledgements.add(transaction, Acknowledgement(0, words, frozenset(), Way.ALOUD, day, now))
