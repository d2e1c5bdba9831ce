"""What every page is tested with: the usual look and dates, an open vault, a window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Light, 100 %, with British dates; the language is put back by `tests.support.as_before`."""
    QLocale.setDefault(QLocale("en_GB"))
    theme.apply(qapp, "light", 1.0)
    yield
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def vault(session: VaultSession, qapp: QApplication) -> OpenVault:
    return OpenVault(session)


@pytest.fixture
def open_again(session: VaultSession, qapp: QApplication) -> Callable[[], OpenVault]:
    """Let the window see the session as it does after it was opened anew."""
    vaults: list[OpenVault] = []  # nothing else would hold them

    def opened() -> OpenVault:
        vaults.append(OpenVault(session))
        return vaults[-1]

    return opened


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is asked to say."""
    said: list[str] = []
    tell = QAccessible.updateAccessibility

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
            said.append(event.message())
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


@pytest.fixture
def in_front(qtbot: QtBot) -> Iterator[Callable[..., None]]:
    """Show a page in a window that has the keyboard; 1072 by 800 is what the frame leaves of 1280."""
    pages: list[QWidget] = []  # nothing else would hold them

    def show(page: QWidget, width: int = 1072, height: int = 800) -> None:
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()

    yield show
    pages.clear()
