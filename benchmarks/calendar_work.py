"""Turns months and marks days in the real calendar page; prints the milliseconds of each as JSON. Argument: YEARS."""

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.vaults import filled_vault
from trust_desktop.services import following_through, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.month_view import MonthGrid
from trust_desktop.ui.common.focus_ring import install_focus_ring
from trust_desktop.ui.open_vault import OpenVault

TURNS: Final = 120
MARKS: Final = 120
MONTHS: Final = 10
WARM_UP: Final = 5
PATIENCE: Final = 10.0


class Paints(QObject):
    """Notes that a widget has been painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.seen = False
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def until_painted(paints: Paints, press: Callable[[], None]) -> float:
    """Return the milliseconds from a key press until the widget has been painted and nothing is waiting."""
    QApplication.processEvents()
    paints.seen = False
    begun = time.perf_counter()
    press()
    while not paints.seen:
        QApplication.processEvents()
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError("nothing was painted")
    return (time.perf_counter() - begun) * 1000


def mark_a_day(page: CalendarPage, grid: MonthGrid, paints: Paints, day: date) -> float:
    """Select a day on which one action is not recorded, wait until that is painted, and press the key for kept."""
    page.show_day(day)
    QTest.qWait(20)
    return until_painted(paints, lambda: QTest.keyClick(grid, Qt.Key.Key_1))


def to_and_fro() -> list[Qt.Key]:
    """Keys through the newest months and back: they hold marks whether the history is one year long or a hundred."""
    both = [Qt.Key.Key_PageUp] * MONTHS + [Qt.Key.Key_PageDown] * MONTHS
    return both * (TURNS // len(both) + 1)


def leave_open(session: VaultSession, days: Sequence[date]) -> None:
    """Take the mark of the first action away on `days`."""
    plan = planning.live_plan(session)
    assert plan is not None
    for day in days:
        following_through.clear(session, plan.actions[0].id, day)


def plain_commits(folder: Path) -> list[float]:
    """Return the milliseconds of single-row commits by the standard library, WAL and FULL: the floor."""
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        "CREATE TABLE mark (action INTEGER, day TEXT, outcome TEXT, PRIMARY KEY (action, day))"
    )
    times = []
    for number in range(MARKS):
        begun = time.perf_counter()
        connection.execute("INSERT INTO mark VALUES (?, ?, ?)", (number, "2026-11-24", "kept"))
        times.append((time.perf_counter() - begun) * 1000)
    connection.close()
    return times


def measure(folder: Path, years: int) -> dict[str, Any]:
    session = filled_vault(folder, years)
    days = [session.today - timedelta(days=back) for back in range(1, MARKS + WARM_UP + 1)]
    leave_open(session, days)
    page = CalendarPage(OpenVault(session))
    page.resize(1180, 760)
    page.show()
    grid = page.findChild(MonthGrid)
    assert grid is not None
    grid.setFocus()
    paints = Paints(grid.viewport())
    turns = [
        until_painted(paints, lambda: QTest.keyClick(grid, Qt.Key.Key_PageUp)) for _ in range(TURNS + WARM_UP)
    ]
    page.show_day(session.today)
    within = [until_painted(paints, lambda key=key: QTest.keyClick(grid, key)) for key in to_and_fro()]
    marks = [mark_a_day(page, grid, paints, day) for day in days]
    commits = plain_commits(folder)
    session.close()
    return {"turns": turns[WARM_UP:], "within": within[MONTHS:], "marks": marks[WARM_UP:], "commits": commits}


def main(arguments: list[str]) -> int:
    app = QApplication([])
    theme.apply(app, "light", 1.0)
    install_focus_ring(app)
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder), int(arguments[0]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
