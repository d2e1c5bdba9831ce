"""The note of the system: neutral, once a day, and never over the page somebody looks at."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.errors import VaultDamaged
from trust_desktop.services import reminding, settings
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.icons import icon
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.reminder import Reminder


@pytest.fixture
def session(session: VaultSession) -> VaultSession:
    builders.a_live_plan(session, Cadence(CadenceKind.DAILY))
    settings.save(session, replace(settings.load(session), tray_note=True))
    return session


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    texts: list[tuple[str, str]] = []

    def show(_tray: QSystemTrayIcon, title: str, text: str, _icon: object, _stands: int) -> None:
        texts.append((title, text))

    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    return texts


@pytest.fixture
def reminder(qtbot: QtBot, session: VaultSession) -> Reminder:
    window = QWidget()
    qtbot.addWidget(window)
    return Reminder(OpenVault(session), window, icon("book-open"))


def test_it_says_nothing_but_that_a_note_is_due(reminder: Reminder, said: list[tuple[str, str]]) -> None:
    reminder.look()
    assert said == [("Daybook", "A note is due.")]
    assert reminder.tray.toolTip() == "Daybook"
    assert reminder.tray.isVisible()
    reminder._window.showMinimized()
    reminder.tray.messageClicked.emit()
    assert not reminder.tray.isVisible()
    assert not reminder._window.isMinimized()
    assert reminder._window.isVisible()


@pytest.mark.usefixtures("said")
def test_the_icon_goes_with_the_note(reminder: Reminder) -> None:
    reminder.look()
    assert reminder._away.isActive()
    reminder._away.timeout.emit()
    assert not reminder.tray.isVisible()


def test_once_a_day(reminder: Reminder, said: list[tuple[str, str]], clock: Clock) -> None:
    reminder.look()
    reminder.look()
    assert len(said) == 1
    clock.forward(days=1)
    reminder.look()
    assert len(said) == 2


def test_nobody_is_reminded_who_looks_at_the_window(
    reminder: Reminder, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QWidget, "isActiveWindow", lambda _widget: True)
    reminder.look()
    assert said == []


def test_a_vault_that_cannot_be_read_or_is_closed_reminds_nobody(
    reminder: Reminder, said: list[tuple[str, str]], session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_session: VaultSession) -> bool:
        raise VaultDamaged

    monkeypatch.setattr(reminding, "is_due", damaged)
    reminder.look()
    monkeypatch.undo()
    session.close()
    reminder.look()
    assert said == []
