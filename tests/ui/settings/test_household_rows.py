"""Settings of the household: the name on the lock screen, the vault it begins with, and another one beside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.vaults import begin_vault, places_in
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.ui.household import Household
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.settings.household_rows import HouseholdRows
from trust_desktop.ui.settings.settings_page import SettingsPage


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def opened(places: Places) -> Iterator[VaultSession]:
    """The second of two finished vaults, open."""
    store = MemoryStore()
    for label in ("Blue", ""):
        new_vault = begin_vault(places, store, label=label)
        vaults.prove_recovery(places, new_vault, new_vault.recovery_code).close()
    session = vaults.unlock(places, store, 2, None)
    yield session
    session.close()


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def preferences(tmp_path: Path, qapp: QApplication) -> Preferences:
    return Preferences(tmp_path)


@pytest.fixture
def page(
    opened: VaultSession, places: Places, preferences: Preferences, asked: list[str], qtbot: QtBot
) -> SettingsPage:
    vault = OpenVault(opened, preferences)
    vault.household = Household(places, lambda: asked.append("another"))
    page = SettingsPage(vault, preferences)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def rows(page: SettingsPage) -> HouseholdRows:
    return page.vaults


def _labels(places: Places) -> list[str]:
    return [listing.info.label for listing in vaults.list_vaults(places)]


def test_a_name_typed_is_kept_at_once_and_says_who_can_read_it(
    rows: HouseholdRows, places: Places, qtbot: QtBot
) -> None:
    assert "Anyone at this login can read the name" in rows.label.edit.accessibleDescription()
    assert f"room for {rows.label.edit.maxLength()} characters" in rows.label.edit.accessibleDescription()
    qtbot.keyClicks(rows.label.edit, "  Green   one ")
    qtbot.keyClick(rows.label.edit, Qt.Key.Key_Return)
    assert _labels(places) == ["Blue", "Green one"]
    assert rows.label.text() == "Green one"
    assert rows.first.itemText(rows.first.findData(2)) == "Green one"
    rows.label.edit.clear()
    qtbot.keyClick(rows.label.edit, Qt.Key.Key_Return)
    assert _labels(places) == ["Blue", ""]
    assert rows.first.itemText(rows.first.findData(2)) == "Number 2"


def test_the_only_vault_gets_a_name_too(
    places: Places, preferences: Preferences, qtbot: QtBot, qapp: QApplication
) -> None:
    made = begin_vault(places, MemoryStore())
    vault = OpenVault(vaults.prove_recovery(places, made, made.recovery_code), preferences)
    vault.household = Household(places, lambda: None)
    page = SettingsPage(vault, preferences)
    qtbot.addWidget(page)
    page.show()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not page.vaults.first.isVisible()
    qtbot.keyClicks(page.vaults.label.edit, "Green")
    qtbot.keyClick(page.vaults.label.edit, Qt.Key.Key_Return)
    assert _labels(places) == ["Green"]
    vault.session.close()


def test_a_name_that_cannot_be_kept_says_so_and_harms_nothing(
    rows: HouseholdRows, places: Places, opened: VaultSession, qtbot: QtBot
) -> None:
    for path in places.data.glob(f"{opened.info.folder if opened.info else ''}/header.?"):
        path.write_bytes(b"noise")
    qtbot.keyClicks(rows.label.edit, "Green")
    qtbot.keyClick(rows.label.edit, Qt.Key.Key_Return)
    assert "The vault itself is untouched" in rows.label.reason
    assert opened.info is not None
    assert opened.info.label == ""


def test_the_vault_chosen_first_is_kept_as_a_number(
    rows: HouseholdRows, preferences: Preferences, tmp_path: Path
) -> None:
    assert [rows.first.itemText(at) for at in range(rows.first.count())] == [
        "The first one",
        "Blue",
        "Number 2",
    ]
    rows.first.setCurrentIndex(rows.first.findData(2))
    assert preferences.first_vault == 2
    assert Preferences(tmp_path).first_vault == 2
    assert "Blue" not in (tmp_path / "window.ini").read_text()


@pytest.mark.parametrize("held", ["", "x", "-1", "12345", "\u0662"])
def test_a_number_that_makes_no_sense_is_the_first_there_is(tmp_path: Path, held: str) -> None:
    (tmp_path / "window.ini").write_text(f"[vaults]\nfirst={held}\n", encoding="utf-8")
    assert Preferences(tmp_path).first_vault == 0


def test_another_vault_is_asked_for_by_one_button(rows: HouseholdRows, asked: list[str]) -> None:
    rows.add.click()
    assert asked == ["another"]


def test_five_are_as_many_as_there_can_be(places: Places, qtbot: QtBot, preferences: Preferences) -> None:
    store = MemoryStore()
    made = [begin_vault(places, store) for _ in range(5)]
    session = vaults.prove_recovery(places, made[0], made[0].recovery_code)
    vault = OpenVault(session, preferences)
    vault.household = Household(places, lambda: None)
    page = SettingsPage(vault, preferences)
    qtbot.addWidget(page)
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "There are as many vaults here as there can be." in said
    session.close()


def test_while_the_keys_are_changed_the_name_waits_and_it_says_so(
    rows: HouseholdRows, opened: VaultSession, places: Places
) -> None:
    rows.label.set_text("Green")
    with opened.header_lock:
        rows.label.edit.editingFinished.emit()
    assert "being changed just now" in rows.label.reason
    assert _labels(places) == ["Blue", ""]
    rows.label.edit.editingFinished.emit()
    assert _labels(places) == ["Blue", "Green"]
