"""How plans are said, answered, rest and end; pauses and urges, check-ins and sheets, help of one's own."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _create_plan_life()
    _create_pauses()
    _create_looking_back()
    _create_help()


def _create_plan_life() -> None:
    op.create_table(
        "action_places",
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("mine", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "action_endings",
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("from_day", sa.Text, nullable=False),
        sa.Column("how", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "action_reviews",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("next_day", sa.Text, nullable=False),
        sa.Column("reviewed_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "plan_sayings",
        sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("time", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "plan_rests",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("from_day", sa.Text, nullable=False),
        sa.Column("back_day", sa.Text),
        sa.Column("words", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "plan_endings",
        sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("from_day", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("look_again", sa.Text),
        sa.Column("made_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("answers_by_action", "answers", ["action_id"])


def _create_pauses() -> None:
    op.create_table(
        "pauses",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("started_at", sa.Text, nullable=False),
        sa.Column("returns_at", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text),
        sa.Column("leaving", sa.Text, nullable=False),
        sa.Column("opener", sa.Text, nullable=False),
        sa.Column("instead", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "urges",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("pause_id", sa.Integer, sa.ForeignKey("pauses.id")),
        sa.Column("felt_at", sa.Text, nullable=False),
        sa.Column(
            "strength",
            sa.Integer,
            sa.CheckConstraint("strength BETWEEN 0 AND 10", name="nought_to_ten"),
            nullable=False,
        ),
        sa.Column("words", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("urges_by_pause", "urges", ["pause_id"])
    op.create_table(
        "openings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("chosen_at", sa.Text, nullable=False),
        sa.Column("done_day", sa.Text),
        sa.Column("put_away_at", sa.Text),
        sa.Column("words", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _create_looking_back() -> None:
    op.create_table(
        "check_ins",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("felt_safety", sa.Integer),
        sa.Column("closeness", sa.Integer),
        sa.Column("steadiness", sa.Integer),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("check_ins_by_day", "check_ins", ["day"])
    op.create_table(
        "guesses",
        sa.Column("week", sa.Text, primary_key=True),
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("number", sa.Integer),
        sa.Column("guessed_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "weekly_talks",
        sa.Column("week", sa.Text, primary_key=True),
        sa.Column("appreciations", sa.Text, nullable=False),
        sa.Column("went_well", sa.Text, nullable=False),
        sa.Column("feel", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("need", sa.Text, nullable=False),
        sa.Column("wish", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "set_aside",
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("action_id", sa.Integer, sa.ForeignKey("actions.id"), primary_key=True),
        sa.Column("set_aside_at", sa.Text, nullable=False),
        sa.Column("talked_day", sa.Text),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "stories",
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


def _create_help() -> None:
    op.create_table(
        "safety_answers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("answered_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "help_entries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "writings",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
