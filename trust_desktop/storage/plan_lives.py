"""What happens to a plan after it went live: how it is to be said, its answers, rests and endings."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.plan_life import ActionEnd, PlanEnd, PlanRest, Review, Saying
from trust_desktop.domain.talk import GivenAnswer
from trust_desktop.storage.column_types import moment_of, moment_text
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import (
    action_endings,
    action_reviews,
    answers,
    plan_endings,
    plan_rests,
    plan_sayings,
    settings,
)

_RECORDED: Final = "plan.said_recorded."
"""With the number of a plan: when it was written down that it was said. It stands among the named values of a vault."""

T = TypeVar("T")


def answers_by_action(transaction: Transaction) -> dict[int, tuple[GivenAnswer, ...]]:
    rows = transaction.connection.execute(select(answers).order_by(answers.c.id))
    return _grouped((row.action_id, GivenAnswer(*row)) for row in rows)


def add_answer(transaction: Transaction, answer: GivenAnswer) -> int:
    """Store an answer under its own id, or under a new one where that is 0; return the id."""
    statement = insert(answers).values(
        id=answer.id or None,
        action_id=answer.action_id,
        version=answer.version,
        answer=answer.answer,
        words=answer.words,
        day=answer.day,
        look_again=answer.look_again,
        made_at=answer.made_at,
    )
    return transaction.connection.execute(statement.returning(answers.c.id)).scalar_one()


def remove_answer(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(answers).where(answers.c.id == id_))


def set_answer_words(transaction: Transaction, id_: int, words: str) -> None:
    transaction.connection.execute(update(answers).where(answers.c.id == id_).values(words=words))


def rests_by_plan(transaction: Transaction) -> dict[int, tuple[PlanRest, ...]]:
    rows = transaction.connection.execute(select(plan_rests).order_by(plan_rests.c.id))
    return _grouped((row.plan_id, PlanRest(row.id, row.from_day, row.back_day, row.words)) for row in rows)


def add_rest(transaction: Transaction, plan_id: int, from_day: date, words: str) -> int:
    statement = insert(plan_rests).values(plan_id=plan_id, from_day=from_day, words=words)
    return transaction.connection.execute(statement.returning(plan_rests.c.id)).scalar_one()


def set_rest(transaction: Transaction, id_: int, back_day: date | None, words: str) -> None:
    values = {"back_day": back_day, "words": words}
    transaction.connection.execute(update(plan_rests).where(plan_rests.c.id == id_).values(**values))


def remove_rest(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(plan_rests).where(plan_rests.c.id == id_))


def ends_by_plan(transaction: Transaction) -> dict[int, PlanEnd]:
    rows = transaction.connection.execute(select(plan_endings))
    return {row.plan_id: PlanEnd(row.from_day, row.words, row.ended_at) for row in rows}


def set_plan_end(transaction: Transaction, plan_id: int, end: PlanEnd | None) -> None:
    """Note that a plan has ended, or with None that it has not."""
    transaction.connection.execute(delete(plan_endings).where(plan_endings.c.plan_id == plan_id))
    if end is not None:
        values = {"from_day": end.from_day, "words": end.words, "ended_at": end.ended_at}
        transaction.connection.execute(insert(plan_endings).values(plan_id=plan_id, **values))


def ends_by_action(transaction: Transaction) -> dict[int, ActionEnd]:
    rows = transaction.connection.execute(select(action_endings))
    return {row.action_id: ActionEnd(row.from_day, row.how) for row in rows}


def set_action_end(transaction: Transaction, action_id: int, end: ActionEnd | None, now: datetime) -> None:
    """Note that an action has ended, or with None that it has not."""
    transaction.connection.execute(delete(action_endings).where(action_endings.c.action_id == action_id))
    if end is not None:
        transaction.connection.execute(
            insert(action_endings).values(
                action_id=action_id, from_day=end.from_day, how=end.how, ended_at=now
            )
        )


def reviews_by_action(transaction: Transaction) -> dict[int, tuple[Review, ...]]:
    rows = transaction.connection.execute(select(action_reviews).order_by(action_reviews.c.id))
    return _grouped((row.action_id, Review(row.id, row.version, row.day, row.next_day)) for row in rows)


def add_review(transaction: Transaction, action_id: int, review: Review, now: datetime) -> int:
    """Store a review under a new id, which is returned; its own `id` does not count."""
    statement = insert(action_reviews).values(
        action_id=action_id,
        version=review.version,
        day=review.day,
        next_day=review.next_day,
        reviewed_at=now,
    )
    return transaction.connection.execute(statement.returning(action_reviews.c.id)).scalar_one()


def remove_review(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(action_reviews).where(action_reviews.c.id == id_))


def sayings_by_plan(transaction: Transaction) -> dict[int, Saying]:
    rows = transaction.connection.execute(select(plan_sayings))
    return {row.plan_id: Saying(row.place, row.time, row.message) for row in rows}


def set_saying(transaction: Transaction, plan_id: int, saying: Saying) -> None:
    values = {"place": saying.place, "time": saying.time, "message": saying.message}
    statement = insert(plan_sayings).values(plan_id=plan_id, **values)
    transaction.connection.execute(statement.on_conflict_do_update(index_elements=["plan_id"], set_=values))


def recorded_by_plan(transaction: Transaction) -> dict[int, datetime]:
    """Return the moments at which it was written down that a plan was said."""
    query = select(settings.c.name, settings.c.value).where(settings.c.name.startswith(_RECORDED))
    rows = transaction.connection.execute(query)
    return {int(name.removeprefix(_RECORDED)): moment_of(value) for name, value in rows}


def set_recorded(transaction: Transaction, plan_id: int, recorded: datetime | None) -> None:
    name = f"{_RECORDED}{plan_id}"
    transaction.connection.execute(delete(settings).where(settings.c.name == name))
    if recorded is not None:
        transaction.connection.execute(insert(settings).values(name=name, value=moment_text(recorded)))


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
