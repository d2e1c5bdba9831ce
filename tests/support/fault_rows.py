"""What each test of a fault saw, as one row of a table that `dev faults` prints and can write as JSON."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import pytest

OURS: Final = "ours"


@dataclass(frozen=True)
class Row:
    """`broken` counts what did not open or was not whole afterwards, `lost` what was acknowledged and not there."""

    fault: str
    who: str
    tries: int
    broken: int
    lost: int
    seconds: float
    note: str


_ROWS: Final = pytest.StashKey[list[Row]]()

Report = Callable[..., None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fault-table", action="store_true", help="print what each fault test saw")
    parser.addoption("--fault-json", metavar="FILE", help="write what each fault test saw there")


@pytest.fixture
def fault_row(request: pytest.FixtureRequest) -> Iterator[Report]:
    """Call it before anything is asserted, so that a row that falls short is in the table too."""
    began = time.monotonic()
    rows = request.config.stash.setdefault(_ROWS, [])

    def report(
        fault: str, *, tries: int, broken: int = 0, lost: int = 0, who: str = OURS, note: str = ""
    ) -> None:
        rows.append(Row(fault, who, tries, broken, lost, round(time.monotonic() - began, 1), note))

    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = sorted(config.stash.get(_ROWS, []), key=lambda row: (row.fault, row.who != OURS, row.who))
    if config.getoption("--fault-table") and rows:
        terminalreporter.section("faults")
        for line in table(rows):
            terminalreporter.write_line(line)
    if config.getoption("--fault-json"):
        written = json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False)
        Path(config.getoption("--fault-json")).write_text(written + "\n", encoding="utf-8")


def table(rows: list[Row]) -> Iterator[str]:
    yield "| fault | who | tries | broken | lost | seconds | |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        yield (
            f"| {row.fault} | {row.who} | {row.tries:,} | {row.broken:,} | {row.lost:,} | {row.seconds:.1f}"
            f" | {row.note} |"
        )
