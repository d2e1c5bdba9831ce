"""Plans with their actions, commitments and versions."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, exists, func, insert, select, update

from trust_desktop.domain.cadence import Cadence
from trust_desktop.domain.plan import (
    ACTIONS_IN_A_PLAN,
    Action,
    ActionTerms,
    ActionVersion,
    Openness,
    Plan,
    Said,
)
from trust_desktop.domain.plan_life import Saying
from trust_desktop.storage import plan_lives
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import action_places, action_versions, actions, metadata, plans


def live(transaction: Transaction) -> Plan | None:
    """Return the newest plan unless it has ended."""
    return next((plan for plan in every(transaction)[-1:] if plan.ended is None), None)


def every(transaction: Transaction) -> tuple[Plan, ...]:
    """Return all plans, the oldest first."""
    rows = transaction.connection.execute(select(plans).order_by(plans.c.id)).all()
    if not rows:
        return ()
    lanes = _lanes(transaction)
    given = plan_lives.answers_by_action(transaction)
    rests, ends = plan_lives.rests_by_plan(transaction), plan_lives.ends_by_plan(transaction)
    sayings, recorded = plan_lives.sayings_by_plan(transaction), plan_lives.recorded_by_plan(transaction)
    return tuple(
        Plan(
            id=row.id,
            partner=row.partner,
            fair_chance=row.fair_chance,
            went_live_at=row.went_live_at,
            said=_said(row, recorded.get(row.id)),
            actions=tuple(action for action in lanes.get(row.id, ()) if not action.mine),
            commitments=tuple(action for action in lanes.get(row.id, ()) if action.mine),
            answers=tuple(each for action in lanes.get(row.id, ()) for each in given.get(action.id, ())),
            rests=rests.get(row.id, ()),
            ended=ends.get(row.id),
            saying=sayings.get(row.id, Saying()),
        )
        for row in rows
    )


def _said(row: Row[Any], recorded: datetime | None) -> Said | None:
    return Said(row.said_day, row.said_way, recorded) if row.said_day is not None else None


def _lanes(transaction: Transaction) -> dict[int, tuple[Action, ...]]:
    """Return the actions and commitments of each plan by place, those that were replaced before what replaced them."""
    query = (
        select(actions.c.id, actions.c.plan_id, actions.c.slot, action_places.c.place, action_places.c.mine)
        .outerjoin(action_places, action_places.c.action_id == actions.c.id)
        .order_by(actions.c.plan_id, func.coalesce(action_places.c.place, actions.c.slot), actions.c.id)
    )
    versions, ends = _versions(transaction), plan_lives.ends_by_action(transaction)
    reviews = plan_lives.reviews_by_action(transaction)
    found: dict[int, list[Action]] = {}
    for row in transaction.connection.execute(query):
        place = row.slot if row.place is None else row.place
        action = Action(
            row.id,
            place,
            tuple(versions[row.id]),
            bool(row.mine),
            ends.get(row.id),
            reviews.get(row.id, ()),
        )
        found.setdefault(row.plan_id, []).append(action)
    return {plan_id: tuple(lanes) for plan_id, lanes in found.items()}


def _versions(transaction: Transaction) -> dict[int, list[ActionVersion]]:
    query = select(action_versions).order_by(action_versions.c.action_id, action_versions.c.number)
    found: dict[int, list[ActionVersion]] = {}
    for row in transaction.connection.execute(query):
        found.setdefault(row.action_id, []).append(_version(row))
    return found


def _version(row: Row[*tuple[Any, ...]]) -> ActionVersion:
    openness = Openness(row.consent, row.purpose, row.ends) if row.ends is not None else None
    terms = ActionTerms(
        text=row.text,
        cadence=Cadence(
            kind=row.cadence,
            weekdays=row.weekdays,
            times=row.times,
            every=row.every,
            month_day=row.month_day,
            week_start=row.week_start,
        ),
        first_day=row.first_day,
        review_day=row.review_day,
        known_by=row.known_by,
        why=row.why,
        openness=openness,
    )
    return ActionVersion(row.number, row.from_day, terms, row.made_at)


def add(transaction: Transaction, partner: str, fair_chance: str, now: datetime) -> int:
    statement = insert(plans).values(partner=partner, fair_chance=fair_chance, went_live_at=now)
    return transaction.connection.execute(statement.returning(plans.c.id)).scalar_one()


def add_action(
    transaction: Transaction, plan_id: int, place: int, *, mine: bool = False, again: int = 0
) -> int:
    """Store an action or commitment in its place 1 to 4, beside whatever stood there before it; return its id.

    `again` is the id it had before it was removed.
    """
    taken = transaction.connection.execute(
        select(func.count(), func.coalesce(func.max(actions.c.slot), 0)).where(actions.c.plan_id == plan_id)
    ).one()
    in_order = not mine and taken[0] == place - 1 and taken[1] == place - 1
    slot = place if in_order else max(taken[1], ACTIONS_IN_A_PLAN) + 1
    statement = insert(actions).values(id=again or None, plan_id=plan_id, slot=slot)
    action_id = transaction.connection.execute(statement.returning(actions.c.id)).scalar_one()
    if not in_order:
        transaction.connection.execute(
            insert(action_places).values(action_id=action_id, place=place, mine=int(mine))
        )
    return action_id


def is_used(transaction: Transaction, action_id: int) -> bool:
    """Whether anything was recorded of an action beside its own words."""
    its_own = {action_versions, action_places}
    return any(
        transaction.connection.execute(select(exists().where(column == action_id))).scalar_one()
        for table in metadata.tables.values()
        if table not in its_own
        for column in table.columns
        if column.references(actions.c.id)
    )


def remove_action(transaction: Transaction, action_id: int) -> None:
    """Take an action away that nothing was recorded of."""
    for column in (action_versions.c.action_id, action_places.c.action_id, actions.c.id):
        transaction.connection.execute(delete(column.table).where(column == action_id))


def add_version(transaction: Transaction, action_id: int, version: ActionVersion) -> None:
    terms, openness = version.terms, version.terms.openness
    transaction.connection.execute(
        insert(action_versions).values(
            action_id=action_id,
            number=version.number,
            from_day=version.from_day,
            made_at=version.made_at,
            text=terms.text,
            known_by=terms.known_by,
            why=terms.why,
            first_day=terms.first_day,
            review_day=terms.review_day,
            cadence=terms.cadence.kind,
            weekdays=terms.cadence.weekdays,
            times=terms.cadence.times,
            every=terms.cadence.every,
            month_day=terms.cadence.month_day,
            week_start=terms.cadence.week_start,
            consent=openness.consent if openness else None,
            purpose=openness.purpose if openness else None,
            ends=openness.ends if openness else None,
        )
    )


def remove_version(transaction: Transaction, action_id: int, number: int) -> None:
    transaction.connection.execute(
        delete(action_versions).where(
            action_versions.c.action_id == action_id, action_versions.c.number == number
        )
    )


def set_said(transaction: Transaction, plan_id: int, said: Said | None) -> None:
    values = {"said_day": said.day if said else None, "said_way": said.way if said else None}
    transaction.connection.execute(update(plans).where(plans.c.id == plan_id).values(**values))
    plan_lives.set_recorded(transaction, plan_id, said.recorded if said else None)


def set_own_words(transaction: Transaction, plan_id: int, partner: str, fair_chance: str) -> None:
    values = {"partner": partner, "fair_chance": fair_chance}
    transaction.connection.execute(update(plans).where(plans.c.id == plan_id).values(**values))


def set_words(transaction: Transaction, action_id: int, number: int, part: str, words: str) -> None:
    """Put words, or none, in the place of others of one version; `part` is `text`, `known_by`, `why` or `purpose`."""
    transaction.connection.execute(
        update(action_versions)
        .where(action_versions.c.action_id == action_id, action_versions.c.number == number)
        .values({part: words})
    )
