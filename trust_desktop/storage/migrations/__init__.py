"""Bring a vault's tables to the newest schema, one step and one transaction at a time."""

from types import ModuleType

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from trust_desktop.storage.migrations.versions import (
    step_0001_first,
    step_0002_whole_method,
    step_0003_find,
    step_0004_unlocks,
)

STEPS: tuple[ModuleType, ...] = (
    step_0001_first,
    step_0002_whole_method,
    step_0003_find,
    step_0004_unlocks,
)


def schema_of(connection: Connection) -> int:
    """Return the number of steps a vault has been through."""
    with connection.begin():
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(connection: Connection) -> None:
    """Run what is missing; a step and its number are committed together or not at all."""
    done = schema_of(connection)
    for number, step in enumerate(STEPS[done:], start=done + 1):
        with connection.begin():
            with Operations.context(MigrationContext.configure(connection)):
                step.upgrade()
            connection.exec_driver_sql(f"PRAGMA user_version = {number:d}")
