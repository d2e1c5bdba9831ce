"""What a vault remembers about its backups, beside the settings: a row each, a missing row is the default."""

from datetime import date
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.backup import BackupName, BackupState
from trust_desktop.domain.drill import DrillState
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import settings

_BACKUP: Final = "backup."
_DRILL: Final = "drill."


def load(transaction: Transaction) -> BackupState:
    rows = _rows(transaction, _BACKUP)
    return BackupState(
        folder=rows.get("folder", ""),
        last=BackupName.read(rows.get("last", "")),
        owed=rows.get("owed") != "no",
        problem=rows.get("problem", ""),
        problem_day=_day(rows.get("problem_day")),
        slot=bytes.fromhex(rows.get("slot", "")),
        slot_mark=bytes.fromhex(rows.get("slot_mark", "")),
    )


def save(transaction: Transaction, state: BackupState) -> None:
    values = {
        "folder": state.folder,
        "last": str(state.last or ""),
        "owed": "" if state.owed else "no",
        "problem": state.problem,
        "problem_day": _text(state.problem_day),
        "slot": state.slot.hex(),
        "slot_mark": state.slot_mark.hex(),
    }
    _put(transaction, _BACKUP, values)


def load_drill(transaction: Transaction) -> DrillState:
    rows = _rows(transaction, _DRILL)
    return DrillState(
        since=_day(rows.get("since")),
        put_off_until=_day(rows.get("put_off_until")),
        declined=rows.get("declined") == "yes",
        code_on=_day(rows.get("code_on")),
        backup_on=_day(rows.get("backup_on")),
    )


def save_drill(transaction: Transaction, state: DrillState) -> None:
    values = {
        "since": _text(state.since),
        "put_off_until": _text(state.put_off_until),
        "declined": "yes" if state.declined else "",
        "code_on": _text(state.code_on),
        "backup_on": _text(state.backup_on),
    }
    _put(transaction, _DRILL, values)


def _rows(transaction: Transaction, prefix: str) -> dict[str, str]:
    query = select(settings.c.name, settings.c.value).where(settings.c.name.startswith(prefix))
    return {name.removeprefix(prefix): value for name, value in transaction.connection.execute(query)}


def _put(transaction: Transaction, prefix: str, values: dict[str, str]) -> None:
    rows = [{"name": prefix + name, "value": value} for name, value in values.items() if value]
    transaction.connection.execute(delete(settings).where(settings.c.name.startswith(prefix)))
    if rows:
        transaction.connection.execute(insert(settings), rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
