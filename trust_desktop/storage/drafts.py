"""Words still being written: the plan in the wizard and thanks not said yet, as text inside the encrypted file."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.storage import draft_text
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import acknowledgement_drafts, plan_drafts


def plan(transaction: Transaction) -> PlanDraft | None:
    body = transaction.connection.execute(select(plan_drafts.c.body)).scalar_one_or_none()
    return draft_text.plan_of(body) if body is not None else None


def plan_begun(transaction: Transaction) -> bool:
    return transaction.connection.execute(select(plan_drafts.c.id)).scalar_one_or_none() is not None


def put_plan(transaction: Transaction, draft: PlanDraft, now: datetime) -> None:
    values = {"body": draft_text.of_plan(draft), "saved_at": now}
    statement = insert(plan_drafts).values(id=1, **values)
    transaction.connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def remove_plan(transaction: Transaction) -> None:
    transaction.connection.execute(delete(plan_drafts))


def newest_acknowledgement(transaction: Transaction) -> AcknowledgementDraft | None:
    table = acknowledgement_drafts.c
    row = transaction.connection.execute(
        select(table.id, table.body).order_by(table.id.desc()).limit(1)
    ).one_or_none()
    return draft_text.acknowledgement_of(row.id, row.body) if row else None


def acknowledgement(transaction: Transaction, id_: int) -> AcknowledgementDraft | None:
    table = acknowledgement_drafts.c
    body = transaction.connection.execute(select(table.body).where(table.id == id_)).scalar_one_or_none()
    return draft_text.acknowledgement_of(id_, body) if body is not None else None


def add_acknowledgement(transaction: Transaction, draft: AcknowledgementDraft, now: datetime) -> int:
    """Store a draft under its own id, or under a new one; return the id."""
    statement = insert(acknowledgement_drafts).values(
        id=draft.id, body=draft_text.of_acknowledgement(draft), saved_at=now
    )
    return transaction.connection.execute(statement.returning(acknowledgement_drafts.c.id)).scalar_one()


def change_acknowledgement(
    transaction: Transaction, id_: int, draft: AcknowledgementDraft, now: datetime
) -> bool:
    """Whether there was such a draft to change."""
    changed = transaction.connection.execute(
        update(acknowledgement_drafts)
        .where(acknowledgement_drafts.c.id == id_)
        .values(body=draft_text.of_acknowledgement(draft), saved_at=now)
    )
    return changed.rowcount == 1


def remove_acknowledgement(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(acknowledgement_drafts).where(acknowledgement_drafts.c.id == id_))
