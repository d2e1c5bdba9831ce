"""The real program, watched from inside: says when its first window, and when this month's calendar, is painted.

Arguments: DATA_DIR [PASSPHRASE]. Without a passphrase the vault opens by itself, as it does for a person. With one the
passphrase is given once the lock screen stands, and "asked" and "derived" are said around the key derivation.
"""

import functools
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from benchmarks.saying import say
from trust_desktop.ui import quick_qt

gc.disable()
quick_qt.load()  # as the program does it, before anything else of it is imported

from trust_desktop import app  # noqa: E402
from trust_desktop.program import Program  # noqa: E402

READ_FIRST_MS: Final = 1500
"""A person looks at the lock screen before typing; imports behind it are done by then."""


def watch_first_window() -> None:
    build = Program.__init__

    def built(self: Program, *arguments: Any, **named: Any) -> None:
        build(self, *arguments, **named)
        self.shell.first_painted.connect(lambda: say("painted"))

    Program.__init__ = built  # type: ignore[method-assign]


def watch_calendar() -> None:
    """Let the program open on the calendar, and say when its grid has been painted with days in it."""
    from trust_desktop.ui import ahead

    ahead.FIRST_PAGE = "trust_desktop.ui.calendar.calendar_page"  # type: ignore[misc]
    open_vault: Callable[..., None] = Program.open_vault

    def opened(self: Program, *arguments: Any, **named: Any) -> None:
        from trust_desktop.ui import main_window
        from trust_desktop.ui.calendar import month_view
        from trust_desktop.ui.nav_rail import Place

        paint = month_view.MonthGrid.paintEvent

        def painted(grid: Any, event: Any) -> None:
            paint(grid, event)
            if grid.model().rowCount():
                say("calendar")

        month_view.MonthGrid.paintEvent = painted  # type: ignore[method-assign]
        main_window.MainWindow = functools.partial(  # type: ignore[misc,assignment]
            main_window.MainWindow, first=Place.CALENDAR
        )
        open_vault(self, *arguments, **named)

    Program.open_vault = opened  # type: ignore[method-assign]


def type_passphrase(passphrase: str) -> None:
    from PySide6.QtCore import QTimer

    from trust_desktop.security import kdf

    stretch = kdf.stretch

    def stretched(*arguments: Any) -> bytearray:
        derived = stretch(*arguments)
        say("derived")
        return derived

    def answer(program: Program) -> None:
        from trust_desktop.ui.vaults.opening import Opening

        opening = program.shell.findChild(Opening)
        assert opening is not None
        say("asked")
        opening._unlock(1, passphrase)

    show_opening = Program.show_opening

    def shown(self: Program, *arguments: Any, **named: Any) -> None:
        show_opening(self, *arguments, **named)
        QTimer.singleShot(READ_FIRST_MS, self, lambda: answer(self))

    kdf.stretch = stretched
    Program.show_opening = shown  # type: ignore[method-assign]


def main(arguments: list[str]) -> int:
    os.umask(0o077)
    watch_first_window()
    watch_calendar()
    if len(arguments) > 1:
        type_passphrase(arguments[1])
    return app.run(data_dir=Path(arguments[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
