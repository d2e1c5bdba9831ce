"""A vault that cannot be opened, for pictures: reading it all the same, setting it aside, putting it back."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import DamagedWhileOpen
from trust_desktop.services import rescued_words
from trust_desktop.services.quarantining import AsideVault
from trust_desktop.services.rescued_words import RescuedKind
from trust_desktop.services.rescuing import RescuedWords
from trust_desktop.services.session import VaultSession
from trust_desktop.storage.rescue import Row, Wanted
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.rescue.aside_pages import AsidePage, SetAsidePage
from trust_desktop.ui.rescue.reading_page import ReadingPage
from trust_desktop.ui.shell import Shell

USUAL = (1180, 760)
NARROW = (720, 760)
FOLDER = Path("/srv/data/daybook")

Scene = tuple[str, QWidget, tuple[int, int]]


def every_page(session: VaultSession) -> Iterator[Scene]:
    shell = Shell()
    reading = ReadingPage(words_of(session, whole=False))
    shell.show_page(reading)
    yield "only-to-read", shell, USUAL
    reading.kinds.chosen.emit(RescuedKind.DAYS)
    yield "only-to-read-days", shell, USUAL
    yield "only-to-read-narrow", shell, NARROW
    shell.show_page(SetAsidePage(FOLDER))
    yield "set-aside-asked", shell, USUAL
    shell.show_page(AsidePage([AsideVault("", 1, "", session.today)], alone=False))
    yield "set-aside-list", shell, USUAL
    shell.show_page(ProblemPage(DamagedWhileOpen(1), can_answer=False))
    yield "problem-damaged-while-open", shell, USUAL
    shell.close()
    shell.deleteLater()


def words_of(session: VaultSession, *, whole: bool) -> RescuedWords:
    """Everything in an open vault, as if it had been read from a file."""
    with session.read() as transaction:

        def read(wanted: Wanted) -> tuple[Row, ...]:
            names = ", ".join((*wanted.key, *wanted.columns))
            found = transaction.connection.exec_driver_sql(f"SELECT {names} FROM {wanted.table}")  # noqa: S608 - names of our own
            return tuple(dict(row) for row in found.mappings())

        lines = rescued_words.lines(read)
    return RescuedWords(1, lines, whole, newest_missing=False, session=session)
