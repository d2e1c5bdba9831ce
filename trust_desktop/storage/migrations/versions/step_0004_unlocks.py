"""When the vault was opened and how, and how many tries before did not open it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "unlocks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("opened_at", sa.Text, nullable=False),
        sa.Column("opened_by", sa.Text, nullable=False),
        sa.Column("in_vain", sa.Integer, nullable=False),
        sa.Column("last_in_vain_at", sa.Text),
        sa.Column("note_gone", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
