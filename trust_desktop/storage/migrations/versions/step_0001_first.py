"""The first schema: a plan in versions, marked days, notes, thanks said and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_vault()
    _create_plans()
    _create_days()
    _create_acknowledgements()
    _create_drafts()


def _create_vault() -> None:
    op.create_table(
        "vault",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
        sa.Column("vault_id", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


def _create_plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("partner", sa.Text, nullable=False),
        sa.Column("fair_chance", sa.Text, nullable=False),
        sa.Column("went_live_at", sa.Text, nullable=False),
        sa.Column("said_day", sa.Text),
        sa.Column("said_way", sa.Text),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "actions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.UniqueConstraint("plan_id", "slot", name="one_action_in_a_slot"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "action_versions",
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("from_day", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("known_by", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("first_day", sa.Text, nullable=False),
        sa.Column("review_day", sa.Text, nullable=False),
        sa.Column("cadence", sa.Text, nullable=False),
        sa.Column("weekdays", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("month_day", sa.Integer, nullable=False),
        sa.Column("week_start", sa.Integer, nullable=False),
        sa.Column("consent", sa.Text),
        sa.Column("purpose", sa.Text),
        sa.Column("ends", sa.Text),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


def _create_days() -> None:
    op.create_table(
        "follow_throughs",
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("marked_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "rested_marks",
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("rested_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "notes",
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("written_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


def _create_acknowledgements() -> None:
    op.create_table(
        "acknowledgements",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("way", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("delivered_at", sa.Text, nullable=False),
        sa.Column("erased", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("acknowledgements_by_day", "acknowledgements", ["day"])
    op.create_table(
        "acknowledged_marks",
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("acknowledgement_id", sa.Integer, sa.ForeignKey("acknowledgements.id"), primary_key=True),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_index("acknowledged_marks_by_acknowledgement", "acknowledged_marks", ["acknowledgement_id"])


def _create_drafts() -> None:
    op.create_table(
        "plan_drafts",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "acknowledgement_drafts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
