"""Rows of the table: what was measured, beside what, and the aim it is held against."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One figure. `value` and `floor` share `unit`; `limit` is in it too, and already holds the floor's part."""

    what: str
    value: float
    floor: float | None
    limit: float | None
    unit: str
    aim: str

    @property
    def met(self) -> bool | None:
        return None if self.limit is None else self.value <= self.limit


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def most(values: Sequence[float]) -> float:
    """Return the figure that 95 % of `values` stay under."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def as_markdown(rows: Sequence[Row]) -> str:
    lines = ["| What | Measured | Floor, same run | Ratio | Aim | Met |", "|---|---|---|---|---|---|"]
    lines += [_line(row) for row in rows]
    return "\n".join(lines)


def _line(row: Row) -> str:
    floor = f"{row.floor:.1f} {row.unit}" if row.floor else "–"
    ratio = f"{row.value / row.floor:.2f}" if row.floor else "–"
    met = {True: "yes", False: "**no**", None: "–"}[row.met]
    return f"| {row.what} | {row.value:.1f} {row.unit} | {floor} | {ratio} | {row.aim} | {met} |"


def write_json(rows: Sequence[Row], file: Path) -> None:
    file.write_text(json.dumps([asdict(row) | {"met": row.met} for row in rows], indent=2), encoding="utf-8")
