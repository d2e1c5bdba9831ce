"""The pages of Help & safety, help on a page and the first week's card, for pictures."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Final

from PySide6.QtWidgets import QWidget

from trust_desktop.domain.safety import Side
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.help.page_help import PageHelp
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.look_page import LookPage
from trust_desktop.ui.safety.safety_page import SafetyPage

USUAL: Final = (1180, 760)

Scene = tuple[str, QWidget, tuple[int, int]]


def first_week(
    new_session: Callable[[], VaultSession],
    window_over: Callable[[VaultSession], AbstractContextManager[tuple[OpenVault, MainWindow]]],
    settle: Callable[[], None],
) -> Iterator[Scene]:
    with window_over(new_session()) as (_, window):
        settle()  # the card comes once the page is painted
        yield "today-first-week", window, USUAL


def every_page(window: MainWindow, settle: Callable[[], None]) -> Iterator[Scene]:
    window.go_to(Place.HELP)
    page = window.page(Place.HELP)
    assert isinstance(page, SafetyPage)
    yield "help-and-safety", window, USUAL
    for name in ("look", "list", "protects", "method", "week"):
        page.open(name)
        yield f"help-{name}", window, USUAL
    page.open("look")
    look = page.page("look")
    assert isinstance(look, LookPage)
    card = look.form.cards[Side.YOU]
    next(iter(card.questions.values())).buttons[0].click()
    settle()
    bring_into_view(card.advice)
    yield "help-look-yes", window, USUAL
    look.kept.rows[0].read.click()
    settle()
    bring_into_view(look.kept)
    yield "help-look-kept", window, USUAL
    window.go_to(Place.CALENDAR)
    window.show_help()
    settle()
    sheet = window.findChild(PageHelp)
    assert sheet is not None
    yield "help-on-the-calendar", sheet, (sheet.width(), sheet.height())
    sheet.close()
