"""Each setting is kept at once where it belongs: in the vault, or in the window's own file."""

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.support.full_disk import full_disk
from tests.support.vaults import opened_vault, places_in
from trust_desktop.domain.errors import DiskFull, VaultMoved
from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import settings
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.theme import Appearance


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    theme.apply(qapp, "light", 1.0)
    return Preferences(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, session: VaultSession, preferences: Preferences) -> SettingsPage:
    one = SettingsPage(OpenVault(session, preferences), preferences)
    qtbot.addWidget(one)
    one.show()
    return one


def choose(box: QComboBox, value: object) -> None:
    assert box.findData(value) >= 0
    box.setCurrentIndex(box.findData(value))


def texts(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_it_shows_what_is_set(page: SettingsPage) -> None:
    assert page.idle.value() == 5
    assert page.day_ends.currentData() == 3
    assert page.first_weekday.currentData() == -1
    assert page.appearance.currentData() == "system"
    assert page.text_size.currentData() == 100
    assert page.language.currentData() == ""


def test_a_box_and_its_sentence_stand_together(page: SettingsPage) -> None:
    """Nearer to each other than to the rows before and after, and found together."""
    box = page.lock_rows.hide
    row = box.parentWidget()
    (hint,) = row.findChildren(QLabel)
    assert hint.text() == box.accessibleDescription()
    assert hint.y() - box.geometry().bottom() < theme.px(10)
    page.search.set_text("covered at once")
    assert box.isVisible()
    assert hint.isVisible()
    assert not page.lock_rows.minimise.isVisible()


def test_what_the_vault_keeps(page: SettingsPage, session: VaultSession) -> None:
    page.idle.setValue(12)
    choose(page.day_ends, 4)
    choose(page.first_weekday, 6)
    kept = settings.load(session)
    assert (kept.idle_minutes, kept.day_ends, kept.first_weekday) == (12, time(4), 6)
    choose(page.first_weekday, -1)
    assert settings.load(session).first_weekday is None


def test_idle_minutes_stay_between_one_and_thirty(page: SettingsPage, session: VaultSession) -> None:
    for typed, kept in ((0, 1), (99, 30)):
        page.idle.setValue(typed)
        assert settings.load(session).idle_minutes == kept


def test_a_change_is_told_and_the_same_again_is_not(page: SettingsPage, session: VaultSession) -> None:
    told: list[Change] = []
    session.on_commit = told.append
    page.idle.setValue(7)
    page._on_idle(7)
    assert len(told) == 1
    assert Change.SETTINGS in told[0]


def test_a_setting_is_found_by_what_it_offers(page: SettingsPage) -> None:
    page.search.set_text("dark")
    assert page.nothing.isHidden()
    assert page.appearance.isVisibleTo(page)
    assert not page.text_size.isVisibleTo(page)


def test_a_setting_is_found_by_any_of_its_words(page: SettingsPage) -> None:
    page.search.set_text("WEEK begins")
    assert page.first_weekday.isVisible()
    assert not page.day_ends.isVisible()
    assert not page.idle.isVisible()
    page.search.set_text("no such thing")
    assert page.nothing.isVisible()
    assert not page.first_weekday.isVisible()
    page.search.set_text("")
    assert page.idle.isVisible()
    assert not page.nothing.isVisible()


def test_the_clipboard_and_reminders(
    qtbot: QtBot, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    page = SettingsPage(OpenVault(session))
    qtbot.addWidget(page)
    page.clipboard.setValue(60)
    assert not page.quiet_from.isEnabled()
    page.tray_note.click()
    assert page.quiet_from.isEnabled()
    choose(page.quiet_from, 22)
    choose(page.quiet_until, 7)
    kept = settings.load(session)
    assert (kept.clear_clipboard_seconds, kept.tray_note) == (60, True)
    assert (kept.quiet_from, kept.quiet_until) == (time(22), time(7))


def test_where_no_note_can_be_shown_it_says_so(page: SettingsPage) -> None:
    assert not page.tray_note.isEnabled()
    assert "This desktop has no place" in page.tray_note.accessibleDescription()


def test_what_could_not_be_kept_is_not_shown_as_kept(page: SettingsPage, session: VaultSession) -> None:
    kept, controls = settings.load(session), (page.idle, page.clipboard)
    before = [box.value() for box in controls]
    lists = (page.day_ends, page.first_weekday, page.quiet_from, page.quiet_until)
    chosen = [box.currentIndex() for box in lists]
    with full_disk():
        for box in controls:
            box.setValue(box.value() + 1)
        for each in lists:
            each.setCurrentIndex(2)
        for tick in (page.tray_note, page.lock_rows.minimise, page.lock_rows.hide):
            tick.toggle()
    assert "no room left on the disk" in page.search.reason
    assert [box.value() for box in controls] == before
    assert [each.currentIndex() for each in lists] == chosen
    ticks = (page.tray_note, page.lock_rows.minimise, page.lock_rows.hide)
    assert [tick.isChecked() for tick in ticks] == [kept.tray_note, kept.lock_on_minimise, kept.hide_by_shift]
    assert settings.load(session) == kept


def test_a_setting_that_could_not_be_kept_says_why(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(settings, "save", full)
    page.resize(700, 500)
    qtbot.waitExposed(page)
    bring_into_view(page.text_size)
    assert page.search.visibleRegion().isEmpty()
    page.idle.setValue(9)
    assert "no room left on the disk" in page.search.reason
    qtbot.waitUntil(lambda: not page.search.visibleRegion().isEmpty())

    def broken(*_: object) -> None:
        raise VaultMoved

    monkeypatch.setattr(settings, "save", broken)
    page.idle.setValue(10)
    assert "could not be written" in page.search.reason
    monkeypatch.undo()
    page.idle.setValue(11)
    assert page.search.reason == ""


def test_what_anyone_may_read_is_in_the_windows_file(
    page: SettingsPage, preferences: Preferences, tmp_path: Path
) -> None:
    choose(page.appearance, "dark")
    choose(page.text_size, 150)
    choose(page.language, "en")
    page.still.click()
    preferences.write()
    again = Preferences(tmp_path)
    assert (again.appearance, again.text_size, again.language) == (Appearance.DARK, 150, "en")
    assert again.still


def test_every_look_has_a_word(page: SettingsPage) -> None:
    words = [page.appearance.itemText(at) for at in range(page.appearance.count())]
    assert len(set(words)) == len(Appearance)
    assert all(words)


def test_days_and_hours_are_named_by_locale(page: SettingsPage) -> None:
    names = [page.first_weekday.itemText(at) for at in range(1, 4)]
    assert names == [QLocale().standaloneDayName(day) for day in (1, 6, 7)]
    assert page.day_ends.count() == 9


@pytest.mark.parametrize(
    ("protection", "together", "words"),
    [
        (Protection.DEVICE, False, "Locking only covers the screen; whoever uses this login can open it."),
        (Protection.DEVICE_AND_PASSPHRASE, True, "The recovery code works together with the passphrase."),
        (Protection.DEVICE_AND_PASSPHRASE, False, "The recovery code works alone."),
        (Protection.PASSPHRASE, False, "no keyring takes part"),
        (None, False, "This is an example."),
    ],
)
def test_it_says_how_this_vault_is_protected(
    qtbot: QtBot, session: VaultSession, protection: Protection | None, together: bool, words: str
) -> None:
    session.info = VaultInfo(1, "folder", "", protection, together)
    page = SettingsPage(OpenVault(session))
    qtbot.addWidget(page)
    assert words in texts(page)


def test_with_a_real_vault(qtbot: QtBot, tmp_path: Path) -> None:
    session = opened_vault(places_in(tmp_path), MemoryStore())
    page = SettingsPage(OpenVault(session))
    qtbot.addWidget(page)
    assert "This computer's keyring opens it, without a passphrase." in texts(page)
    session.close()
