"""The plan with its actions and their versions."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from trust_desktop.domain.cadence import Cadence
from trust_desktop.domain.plan import Action, ActionTerms, ActionVersion, Openness, Plan, Said
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import action_versions, actions, plans


def live(transaction: Transaction) -> Plan | None:
    row = transaction.connection.execute(select(plans).order_by(plans.c.id.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    said = Said(row.said_day, row.said_way) if row.said_day is not None else None
    return Plan(
        id=row.id,
        partner=row.partner,
        fair_chance=row.fair_chance,
        went_live_at=row.went_live_at,
        said=said,
        actions=_actions(transaction, row.id),
    )


def _actions(transaction: Transaction, plan_id: int) -> tuple[Action, ...]:
    query = (
        select(actions.c.id, actions.c.slot, action_versions)
        .join(action_versions, action_versions.c.action_id == actions.c.id)
        .where(actions.c.plan_id == plan_id)
        .order_by(actions.c.slot, action_versions.c.number)
    )
    found: dict[int, list[ActionVersion]] = {}
    slots: dict[int, int] = {}
    for row in transaction.connection.execute(query):
        slots[row.id] = row.slot
        found.setdefault(row.id, []).append(_version(row))
    return tuple(Action(id_, slots[id_], tuple(versions)) for id_, versions in found.items())


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


def add_action(transaction: Transaction, plan_id: int, slot: int) -> int:
    statement = insert(actions).values(plan_id=plan_id, slot=slot)
    return transaction.connection.execute(statement.returning(actions.c.id)).scalar_one()


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


def set_own_words(transaction: Transaction, plan_id: int, partner: str, fair_chance: str) -> None:
    values = {"partner": partner, "fair_chance": fair_chance}
    transaction.connection.execute(update(plans).where(plans.c.id == plan_id).values(**values))


def set_why(transaction: Transaction, action_id: int, number: int, why: str) -> None:
    transaction.connection.execute(
        update(action_versions)
        .where(action_versions.c.action_id == action_id, action_versions.c.number == number)
        .values(why=why)
    )
