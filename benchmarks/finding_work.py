"""Types words into the real Find page and marks days with the index and without; prints milliseconds as JSON: YEARS."""

import json
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.calendar_work import Paints, leave_open
from benchmarks.finding_vault import vault_of_words
from trust_desktop.domain.finding import wanted
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import finding
from trust_desktop.ui import theme
from trust_desktop.ui.common.focus_ring import install_focus_ring
from trust_desktop.ui.find.find_page import FindPage
from trust_desktop.ui.open_vault import OpenVault

LOOKED_FOR: Final = (
    "thank you",
    "phone at",
    '"thank you',
    "the train",
    "wonder",
    "quiet evening",
    "marmalade",
)
SHOWN: Final = 20
MARKS: Final = 150
WARM_UP: Final = 10


def typed(session: VaultSession) -> list[float]:
    """Return the milliseconds from each key until what it found is painted."""
    page = FindPage(OpenVault(session))
    page.resize(1180, 760)
    page.show()
    field = page.field.edit
    field.setFocus()
    written, listed = Paints(field), Paints(page.list.viewport())
    times = []
    for words in LOOKED_FOR:
        for letter in words:
            QApplication.processEvents()
            written.seen = listed.seen = False
            begun = time.perf_counter()
            QTest.keyClicks(field, letter)
            while not written.seen or (page.list.rows.rowCount() and not listed.seen):
                QApplication.processEvents()
            times.append((time.perf_counter() - begun) * 1000)
        field.clear()
    return times


def alone(session: VaultSession) -> list[float]:
    """Return the milliseconds of the index's own answer to what each of these keys asks: the floor."""
    query = "SELECT rowid FROM find_index WHERE find_index MATCH ? ORDER BY rowid DESC LIMIT ?"
    times = []
    with session.read() as transaction:
        for words in LOOKED_FOR:
            for end in range(1, len(words) + 1):
                asked = wanted(words[:end])
                if asked:
                    begun = time.perf_counter()
                    values = (finding.match_of(asked), SHOWN)
                    transaction.connection.exec_driver_sql(query, values).all()
                    times.append((time.perf_counter() - begun) * 1000)
    return times


def marks(sessions: tuple[VaultSession, VaultSession]) -> list[list[float]]:
    """Return the milliseconds of marks without words in each vault, in turn, so that all meet the same moments."""
    days = [sessions[0].today - timedelta(days=back) for back in range(1, MARKS + WARM_UP + 1)]
    for session in sessions:
        leave_open(session, days)
    times: list[list[float]] = [[] for _ in sessions]
    for turn, day in enumerate(days):
        for number in (0, 1) if turn % 2 else (1, 0):
            begun = time.perf_counter()
            following_through.mark(sessions[number], 1, day, Outcome.KEPT)
            times[number].append((time.perf_counter() - begun) * 1000)
    return [each[WARM_UP:] for each in times]


def measure(folder: Path, years: int) -> dict[str, Any]:
    session = vault_of_words(folder, years)
    found: dict[str, Any] = {"typed": typed(session), "alone": alone(session)}
    session.close()
    if years == 1:
        pair = (vault_of_words(_made(folder / "a"), 1), vault_of_words(_made(folder / "b"), 1, index=False))
        found["with"], found["without"] = marks(pair)
        for each in pair:
            each.close()
    return found


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def main(arguments: list[str]) -> int:
    app = QApplication([])
    theme.apply(app, "light", 1.0)
    install_focus_ring(app)
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder), int(arguments[0]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
