"""Opens Looking back again and again on a short and on a long history, beside as many bare widgets of Qt; prints JSON.

Arguments: YEARS of the long history. Milliseconds are of the thread's own work, so that other programs do not count.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from benchmarks.report import median
from benchmarks.vaults import filled_vault
from trust_desktop.domain.check_in import Noted
from trust_desktop.services import checking_in, looking_back, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.looking_back.looking_back_page import LookingBackPage
from trust_desktop.ui.looking_back.toolbar import Span
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault

TIMES: Final = 9
WARM_UP: Final = 2
WEEKS: Final = 26
SIZE: Final = (1072, 800)
DOORS: Final = (Place.CALENDAR, Place.PAUSE, Place.WEEKLY_TALK, Place.STORY)


def looked_at(session: VaultSession) -> VaultSession:
    """Add half a year of check-ins, and let the counts be shown this week."""
    now = session.now
    for week in range(WEEKS):
        moment = now() - timedelta(weeks=week)
        session.now = lambda moment=moment: moment
        checking_in.keep(session, Noted(week % 10, 5, 7, "A line of an ordinary week."))
    session.now = now
    plan = planning.live_plan(session)
    assert plan is not None
    looking_back.guess(session, {action.id: 6 for action in plan.actions})
    return session


def until_shown(build: Callable[[], QWidget]) -> float:
    """Return the milliseconds of work until a widget is built, laid out and painted; it goes again afterwards."""
    begun = time.thread_time()
    widget = build()
    widget.resize(*SIZE)
    widget.show()
    for _ in range(3):
        QApplication.processEvents()
    took = (time.thread_time() - begun) * 1000
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return took


def page_of(session: VaultSession, span: Span) -> QWidget:
    page = LookingBackPage(OpenVault(session), DOORS)
    page.toolbar.span.set_value(span)
    return page


def bare(like: QWidget) -> Callable[[], QWidget]:
    """Return what builds as many labels, buttons and plain widgets of Qt as a page has, with its words in them."""
    parts = like.findChildren(QWidget)
    labels = [part.text() for part in parts if isinstance(part, QLabel)]
    buttons = [part.text() for part in parts if isinstance(part, QPushButton)]
    others = len(parts) - len(labels) - len(buttons)

    def build() -> QWidget:
        area, inside = QScrollArea(), QWidget()
        column = QVBoxLayout(inside)
        for text in labels:
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        for text in buttons:
            column.addWidget(QPushButton(text))
        for _ in range(others):
            column.addWidget(QWidget())
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    return build


def measure(short: VaultSession, long: VaultSession, times: int = TIMES) -> dict[str, list[float]]:
    """Take turns, so that a busy moment meets all alike."""
    page = page_of(long, Span.LATELY)
    plain = bare(page)
    page.deleteLater()
    works: dict[str, Callable[[], QWidget]] = {
        "qt": plain,
        "short": lambda: page_of(short, Span.LATELY),
        "long": lambda: page_of(long, Span.LATELY),
        "months short": lambda: page_of(short, Span.MONTHS),
        "months long": lambda: page_of(long, Span.MONTHS),
    }
    found: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(times + WARM_UP):
        for name, build in works.items():
            took = until_shown(build)
            if turn >= WARM_UP:
                found[name].append(took)
    return found


def main(arguments: list[str]) -> int:
    app = QApplication([])
    theme.apply(app, "light", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        short, long = (looked_at(filled_vault(Path(folder), years)) for years in (1, int(arguments[0])))
        found = measure(short, long)
        for session in (short, long):
            session.close()
    print(json.dumps({name: median(each) for name, each in found.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
