"""The tables of what a person does for themselves: pauses, urges, check-ins, sheets. Imported where they are asked for."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, TypedColumns

from trust_desktop.storage.column_types import Day, Moment, Words
from trust_desktop.storage.tables import metadata


class _Pauses(TypedColumns):
    id = Column(Integer, primary_key=True)
    started_at = Column(Moment, nullable=False)
    returns_at = Column(Moment, nullable=False)
    ended_at = Column(Moment)
    leaving = Column(Words, nullable=False)
    opener = Column(Words, nullable=False)
    instead = Column(Words, nullable=False)


pauses: Final = Table("pauses", metadata, _Pauses, sqlite_autoincrement=True, sqlite_strict=True)


class _Urges(TypedColumns):
    id = Column(Integer, primary_key=True)
    pause_id = Column(Integer, ForeignKey("pauses.id"))
    felt_at = Column(Moment, nullable=False)
    strength = Column(
        Integer, CheckConstraint("strength BETWEEN 0 AND 10", name="nought_to_ten"), nullable=False
    )
    words = Column(Words, nullable=False)


urges: Final = Table(
    "urges",
    metadata,
    _Urges,
    Index("urges_by_pause", "pause_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _Openings(TypedColumns):
    id = Column(Integer, primary_key=True)
    text = Column(Words, nullable=False)
    chosen_at = Column(Moment, nullable=False)
    done_day = Column(Day)
    put_away_at = Column(Moment)
    words = Column(Words, nullable=False)


openings: Final = Table("openings", metadata, _Openings, sqlite_autoincrement=True, sqlite_strict=True)


class _CheckIns(TypedColumns):
    id = Column(Integer, primary_key=True)
    day = Column(Day, nullable=False)
    felt_safety = Column(Integer)
    closeness = Column(Integer)
    steadiness = Column(Integer)
    line = Column(Words, nullable=False)
    made_at = Column(Moment, nullable=False)


check_ins: Final = Table(
    "check_ins",
    metadata,
    _CheckIns,
    Index("check_ins_by_day", "day"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


class _Guesses(TypedColumns):
    week = Column(Day, primary_key=True)
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    number = Column(Integer)
    guessed_at = Column(Moment, nullable=False)


# A row without a number: the counts were seen without a guess.
guesses: Final = Table("guesses", metadata, _Guesses, sqlite_with_rowid=False, sqlite_strict=True)


class _WeeklyTalks(TypedColumns):
    week = Column(Day, primary_key=True)
    appreciations = Column(Words, nullable=False)
    went_well = Column(Words, nullable=False)
    feel = Column(Words, nullable=False)
    about = Column(Words, nullable=False)
    need = Column(Words, nullable=False)
    wish = Column(Words, nullable=False)
    saved_at = Column(Moment, nullable=False)


weekly_talks: Final = Table(
    "weekly_talks", metadata, _WeeklyTalks, sqlite_with_rowid=False, sqlite_strict=True
)


class _SetAside(TypedColumns):
    day = Column(Day, primary_key=True)
    action_id = Column(Integer, ForeignKey("actions.id"), primary_key=True)
    set_aside_at = Column(Moment, nullable=False)
    talked_day = Column(Day)


# Missed days left for the weekly talk.
set_aside: Final = Table("set_aside", metadata, _SetAside, sqlite_with_rowid=False, sqlite_strict=True)


class _Stories(TypedColumns):
    part = Column(Text, primary_key=True)
    text = Column(Words, nullable=False)
    saved_at = Column(Moment, nullable=False)


stories: Final = Table("stories", metadata, _Stories, sqlite_with_rowid=False, sqlite_strict=True)


class _SafetyAnswers(TypedColumns):
    id = Column(Integer, primary_key=True)
    body = Column(Text, nullable=False)
    answered_at = Column(Moment, nullable=False)


safety_answers: Final = Table(
    "safety_answers", metadata, _SafetyAnswers, sqlite_autoincrement=True, sqlite_strict=True
)


class _HelpEntries(TypedColumns):
    id = Column(Integer, primary_key=True)
    name = Column(Words, nullable=False)
    text = Column(Words, nullable=False)
    added_at = Column(Moment, nullable=False)


help_entries: Final = Table(
    "help_entries", metadata, _HelpEntries, sqlite_autoincrement=True, sqlite_strict=True
)


class _Writings(TypedColumns):
    name = Column(Text, primary_key=True)
    body = Column(Words, nullable=False)
    saved_at = Column(Moment, nullable=False)


# Words still being written anywhere but in the plan's wizard and the composer, each under the name of its field.
writings: Final = Table("writings", metadata, _Writings, sqlite_with_rowid=False, sqlite_strict=True)
