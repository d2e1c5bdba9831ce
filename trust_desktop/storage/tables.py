"""The tables as they stand at the newest schema; the steps in `migrations` lead to exactly these."""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from trust_desktop.domain.cadence import CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent
from trust_desktop.domain.plan_life import ActionEnding
from trust_desktop.domain.talk import Answer
from trust_desktop.storage.column_types import Choice, Day, Moment, Weekdays, Words

SCHEMA: Final = 4
"""`PRAGMA user_version` of a vault at head; equals the number of steps."""

metadata: Final = MetaData()


class _Vault(TypedColumns):
    id = Column(Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True)
    vault_id = Column(LargeBinary, nullable=False)


vault: Final = Table(
    "vault",
    metadata,
    _Vault,
    sqlite_strict=True,
)


class _Plans(TypedColumns):
    id = Column(Integer, primary_key=True)
    partner = Column(Words, nullable=False)
    fair_chance = Column(Words, nullable=False)
    went_live_at = Column(Moment, nullable=False)
    said_day = Column(Day)
    said_way: Column[Way | None] = Column(Choice(Way))


plans: Final = Table(
    "plans",
    metadata,
    _Plans,
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _Actions(TypedColumns):
    id = Column(Integer, primary_key=True)
    plan_id = Column(Integer, ForeignKey("plans.id"), nullable=False)
    slot = Column(Integer, nullable=False)


actions: Final = Table(
    "actions",
    metadata,
    _Actions,
    UniqueConstraint("plan_id", "slot", name="one_action_in_a_slot"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _ActionVersions(TypedColumns):
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    number = Column(Integer, primary_key=True)
    from_day = Column(Day, nullable=False)
    made_at = Column(Moment, nullable=False)
    text = Column(Words, nullable=False)
    known_by = Column(Words, nullable=False)
    why = Column(Words, nullable=False)
    first_day = Column(Day, nullable=False)
    review_day = Column(Day, nullable=False)
    cadence: Column[CadenceKind] = Column(Choice(CadenceKind), nullable=False)
    weekdays = Column(Weekdays, nullable=False)
    times = Column(Integer, nullable=False)
    every = Column(Integer, nullable=False)
    month_day = Column(Integer, nullable=False)
    week_start = Column(Integer, nullable=False)
    consent: Column[Consent | None] = Column(Choice(Consent))
    purpose = Column(Words)
    ends = Column(Day)


action_versions: Final = Table(
    "action_versions",
    metadata,
    _ActionVersions,
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class _ActionPlaces(TypedColumns):
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    place = Column(Integer, nullable=False)
    mine = Column(Integer, nullable=False)


# An action without a row here stands in the place of its slot and is asked of the partner.
action_places: Final = Table(
    "action_places",
    metadata,
    _ActionPlaces,
    sqlite_strict=True,
)


class _ActionEndings(TypedColumns):
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    from_day = Column(Day, nullable=False)
    how: Column[ActionEnding] = Column(Choice(ActionEnding), nullable=False)
    ended_at = Column(Moment, nullable=False)


action_endings: Final = Table(
    "action_endings",
    metadata,
    _ActionEndings,
    sqlite_strict=True,
)


class _ActionReviews(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id = Column(Integer, ForeignKey("actions.id"), nullable=False)
    version = Column(Integer, nullable=False)
    day = Column(Day, nullable=False)
    next_day = Column(Day, nullable=False)
    reviewed_at = Column(Moment, nullable=False)


# An action that was looked at again and kept as it is; its words and its answers stand.
action_reviews: Final = Table(
    "action_reviews",
    metadata,
    _ActionReviews,
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _PlanSayings(TypedColumns):
    plan_id = Column(Integer, ForeignKey("plans.id"), primary_key=True)
    place = Column(Words, nullable=False)
    time = Column(Words, nullable=False)
    message = Column(Words, nullable=False)


plan_sayings: Final = Table(
    "plan_sayings",
    metadata,
    _PlanSayings,
    sqlite_strict=True,
)


class _PlanRests(TypedColumns):
    id = Column(Integer, primary_key=True)
    plan_id = Column(Integer, ForeignKey("plans.id"), nullable=False)
    from_day = Column(Day, nullable=False)
    back_day = Column(Day)
    words = Column(Words, nullable=False)


plan_rests: Final = Table(
    "plan_rests",
    metadata,
    _PlanRests,
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _PlanEndings(TypedColumns):
    plan_id = Column(Integer, ForeignKey("plans.id"), primary_key=True)
    from_day = Column(Day, nullable=False)
    words = Column(Words, nullable=False)
    ended_at = Column(Moment, nullable=False)


plan_endings: Final = Table(
    "plan_endings",
    metadata,
    _PlanEndings,
    sqlite_strict=True,
)


class _Answers(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id = Column(Integer, ForeignKey("actions.id"), nullable=False)
    version = Column(Integer, nullable=False)
    answer: Column[Answer] = Column(Choice(Answer), nullable=False)
    words = Column(Words, nullable=False)
    day = Column(Day, nullable=False)
    look_again = Column(Day)
    made_at = Column(Moment, nullable=False)


answers: Final = Table(
    "answers",
    metadata,
    _Answers,
    Index("answers_by_action", "action_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _FollowThroughs(TypedColumns):
    day = Column(Day, primary_key=True)
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    outcome: Column[Outcome] = Column(Choice(Outcome), nullable=False)
    reason = Column(Words, nullable=False)
    marked_at = Column(Moment, nullable=False)


# The day comes first in the key: a month is one short walk through it, however long the history.
follow_throughs: Final = Table(
    "follow_throughs",
    metadata,
    _FollowThroughs,
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class _RestedMarks(TypedColumns):
    day = Column(Day, primary_key=True)
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    rested_at = Column(Moment, nullable=False)


rested_marks: Final = Table(
    "rested_marks",
    metadata,
    _RestedMarks,
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class _Notes(TypedColumns):
    day = Column(Day, primary_key=True)
    text = Column(Words, nullable=False)
    written_at = Column(Moment, nullable=False)


notes: Final = Table(
    "notes",
    metadata,
    _Notes,
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class _Acknowledgements(TypedColumns):
    id = Column(Integer, primary_key=True)
    text = Column(Words, nullable=False)
    way: Column[Way] = Column(Choice(Way), nullable=False)
    day = Column(Day, nullable=False)
    delivered_at = Column(Moment, nullable=False)
    erased = Column(Integer, nullable=False)


acknowledgements: Final = Table(
    "acknowledgements",
    metadata,
    _Acknowledgements,
    Index("acknowledgements_by_day", "day"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _AcknowledgedMarks(TypedColumns):
    day = Column(Day, primary_key=True)
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    acknowledgement_id = Column(Integer, ForeignKey("acknowledgements.id"), primary_key=True)


acknowledged_marks: Final = Table(
    "acknowledged_marks",
    metadata,
    _AcknowledgedMarks,
    Index("acknowledged_marks_by_acknowledgement", "acknowledgement_id"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class _PlanDrafts(TypedColumns):
    id = Column(Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True)
    body = Column(Text, nullable=False)
    saved_at = Column(Moment, nullable=False)


plan_drafts: Final = Table(
    "plan_drafts",
    metadata,
    _PlanDrafts,
    sqlite_strict=True,
)


class _AcknowledgementDrafts(TypedColumns):
    id = Column(Integer, primary_key=True)
    body = Column(Text, nullable=False)
    saved_at = Column(Moment, nullable=False)


acknowledgement_drafts: Final = Table(
    "acknowledgement_drafts",
    metadata,
    _AcknowledgementDrafts,
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _Settings(TypedColumns):
    name = Column(Text, primary_key=True)
    value = Column(Text, nullable=False)


settings: Final = Table(
    "settings",
    metadata,
    _Settings,
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
