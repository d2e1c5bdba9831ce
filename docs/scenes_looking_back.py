"""Looking back and the check-in, for pictures."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from trust_desktop.services import looking_back
from trust_desktop.ui.looking_back.looking_back_page import LookingBackPage
from trust_desktop.ui.looking_back.toolbar import Span
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place

Scene = tuple[str, QWidget, tuple[int, int]]

USUAL = (1280, 800)
TALL = (1280, 1240)


def nothing_yet(window: MainWindow) -> Iterator[Scene]:
    for place, name in ((Place.LOOKING_BACK, "looking-back"), (Place.CHECK_IN, "check-in")):
        window.go_to(place)
        yield f"{name}-empty", window, USUAL


def every_page(window: MainWindow, settle: Callable[[], None]) -> Iterator[Scene]:
    """Over the example's half year."""
    window.go_to(Place.LOOKING_BACK)
    page = window.page(Place.LOOKING_BACK)
    assert isinstance(page, LookingBackPage)
    yield "looking-back", window, USUAL
    page.toolbar.span.set_value(Span.MONTHS)
    yield "looking-back-months", window, USUAL
    page.toolbar.span.set_value(Span.LATELY)
    page.toolbar.table.click()
    yield "looking-back-table", window, TALL
    page.toolbar.table.click()
    page.doors.soon.click()
    yield "looking-back-how-soon", window, TALL
    page.soon.close_button.click()
    page.toolbar.print_button.click()
    settle()
    sheet = window.findChild(QDialog)
    assert sheet is not None
    yield "looking-back-print", sheet, (sheet.width(), sheet.height())
    sheet.close()
    session = window.vault.session
    looking_back.take_guess_back(session, looking_back.week_of_guess(session))
    yield "looking-back-guess", window, USUAL
    window.go_to(Place.CHECK_IN)
    yield "check-in", window, TALL
