"""The way out of a vault and of the program, for pictures."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from trust_desktop.services.destroying import Remains
from trust_desktop.ui.leaving.ending_page import EndedPage, EndingPage
from trust_desktop.ui.leaving.leave_sheet import LeaveSheet
from trust_desktop.ui.leaving.take_off_page import TakeOffPage

Scene = tuple[str, QWidget, tuple[int, int]]

SHEET = (700, 900)
PAGE = (1180, 900)


def every_page() -> Iterator[Scene]:
    yield "leaving-destroy", LeaveSheet(everything=False), SHEET
    yield "leaving-erase-everything", LeaveSheet(everything=True), (700, 1180)
    yield "leaving-another-is-here", LeaveSheet(everything=True, others=True), SHEET
    waiting = EndingPage()
    waiting.say_slow()
    yield "leaving-keyring-silent", waiting, PAGE
    yield "leaving-destroyed", EndedPage(Remains(keyring=True)), PAGE
    yield "leaving-erased", EndedPage(Remains(everything=True)), PAGE
    yield "leaving-not-all-yet", EndedPage(Remains(files=True, linked=True)), PAGE
    yield "leaving-kept", EndedPage(Remains(kept=True)), PAGE
    yield "leaving-take-off", TakeOffPage(2), PAGE
