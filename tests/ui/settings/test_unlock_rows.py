"""When the vault was opened, in Settings: read, switched off, erased and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import Clock, session_at
from trust_desktop.domain.errors import DiskFull
from trust_desktop.domain.unlock import OpenedBy
from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.services import noticing_openings
from trust_desktop.services.session import VaultSession
from trust_desktop.storage.tries_file import Tries
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.settings.unlock_rows import UnlockRows
from trust_desktop.ui.unlocks.unlocks_sheet import UnlocksSheet

HERE = Tries("0badcafe", 4)


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[VaultSession]:
    info = VaultInfo(1, "0123abcd", "", Protection.PASSPHRASE)
    opened = session_at(tmp_path, clock, info=info)
    noticing_openings.note(opened, OpenedBy.SETUP, None, HERE)
    clock.forward(hours=2)
    failed = Tries(HERE.mark, HERE.total + 3, 3, 0, clock.moment)
    noticing_openings.note(opened, OpenedBy.PASSPHRASE, failed, failed)
    yield opened
    opened.close()


@pytest.fixture
def page(vault: OpenVault, qtbot: QtBot) -> SettingsPage:
    one = SettingsPage(vault)
    qtbot.addWidget(one)
    one.show()
    return one


@pytest.fixture
def rows(page: SettingsPage) -> UnlockRows:
    return page.unlocks


def _texts(sheet: UnlocksSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def _read(rows: UnlockRows) -> str:
    """What the sheet says that the button opens."""
    said: list[str] = []

    def look() -> None:
        (sheet,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, UnlocksSheet)]
        said.append(_texts(sheet))
        sheet.close()

    rows.show_list.click()
    QTimer.singleShot(0, look)
    QApplication.processEvents()
    QApplication.processEvents()
    return said[0]


def test_the_list_says_when_how_and_in_vain_words(rows: UnlockRows) -> None:
    said = _read(rows)
    assert "Today at 20:00, with the passphrase" in said
    assert "Before that, 3 attempt(s) did not open it, the last today at 20:00." in said
    assert "Today at 18:00, when it was made" in said
    assert "leaves no trace" in said


def test_switched_off_it_stays_off(rows: UnlockRows, session: VaultSession, page: SettingsPage) -> None:
    assert rows.on.isChecked()
    rows.on.click()
    assert not noticing_openings.is_on(session)
    page.idle.setValue(9)
    assert not noticing_openings.is_on(session)
    assert "with the passphrase" in _read(rows)


def test_switched_off_the_list_does_not_say_that_openings_are_written_down(rows: UnlockRows) -> None:
    assert "Each opening is written down" in _read(rows)
    rows.on.click()
    said = _read(rows)
    assert "openings and attempts are not written down" in said
    assert "Each opening is written down" not in said


def test_what_is_erased_can_be_taken_back(rows: UnlockRows, session: VaultSession, vault: OpenVault) -> None:
    before = noticing_openings.newest(session)
    rows.erase.click()
    assert "Nothing is written down." in _read(rows)
    vault.undo_stack.undo()
    assert noticing_openings.newest(session) == before
    vault.undo_stack.redo()
    assert noticing_openings.newest(session) == ()


def test_without_room_nothing_changes_and_it_says_so(
    rows: UnlockRows, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    with monkeypatch.context() as without_room:
        without_room.setattr(session, "write", full)
        rows.erase.click()
        assert "Nothing was erased" in rows.trouble.text()
        rows.on.click()
        assert "not kept" in rows.trouble.text()
        assert rows.on.isChecked()
    assert noticing_openings.is_on(session)
    assert len(noticing_openings.newest(session)) == 2
    rows.erase.click()
    assert rows.trouble.isHidden()
