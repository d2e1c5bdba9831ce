"""Two steps out, neither of them by Enter or Esc; afterwards it is said what is gone and what may still be there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.keyrings import FaultyStore, Prompt, raising
from tests.support.pages import press, says
from tests.support.vaults import finished_vault, made_places, opened_vault
from trust_desktop.domain.errors import DiskFull, KeyringLocked
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.services import backing_up, destroying, vaults
from trust_desktop.services.destroying import Remains
from trust_desktop.services.vaults import Asking, Places
from trust_desktop.ui.background import Background
from trust_desktop.ui.leaving.departure import which_words
from trust_desktop.ui.leaving.ending_page import EndedPage, EndingPage
from trust_desktop.ui.leaving.known_copies import known_copies
from trust_desktop.ui.leaving.leave_sheet import LeaveSheet
from trust_desktop.ui.leaving.leftovers import leftovers
from trust_desktop.ui.leaving.take_off_page import TakeOffPage
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.vault_forms.means import Means
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return made_places(tmp_path)


@pytest.fixture
def store() -> FaultyStore:
    return FaultyStore()


@pytest.fixture
def means(qapp: QApplication, places: Places, store: FaultyStore) -> Iterator[Means]:
    background = Background()
    yield Means(places, store, background, slow_seconds=60)
    background.stop()


@pytest.fixture
def opening(qtbot: QtBot, means: Means) -> Iterator[Opening]:
    one = Opening(means)
    qtbot.addWidget(one)
    yield one
    one.abandon()


def current(opening: Opening) -> QWidget:
    page = opening._pages.currentWidget()
    assert page is not None
    return page


def shown(opening: Opening, kind: type[QWidget]) -> bool:
    return isinstance(current(opening), kind)


def ended(qtbot: QtBot, opening: Opening) -> EndedPage:
    """The page that tells what is gone, once it is there."""
    qtbot.waitUntil(lambda: shown(opening, EndedPage))
    page = current(opening)
    assert isinstance(page, EndedPage)
    return page


# the second step


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
@pytest.mark.parametrize("everything", [False, True])
def test_neither_enter_nor_escape_destroys(qtbot: QtBot, key: Qt.Key, everything: bool) -> None:
    sheet = LeaveSheet(everything=everything)
    agreed: list[None] = []
    sheet.agreed.connect(lambda: agreed.append(None))
    qtbot.addWidget(sheet)
    sheet.open()
    for widget in (sheet, sheet.reading, sheet.sure):
        sheet.open()
        qtbot.keyClick(widget, key)
    assert agreed == []
    sheet.open()
    assert not sheet.sure.hasFocus()
    qtbot.keyClick(sheet.sure, Qt.Key.Key_Space)
    assert agreed == [None]
    assert not sheet.isVisible()


def test_the_key_that_does_nothing_is_said_by_the_button(qtbot: QtBot) -> None:
    sheet, page = LeaveSheet(everything=False), TakeOffPage(1)
    for one in (sheet, page):
        qtbot.addWidget(one)
        one.show()
        words = f"“{one.sure.text()}” takes a click or the space bar. Enter does nothing."
        (label,) = [label for label in one.findChildren(QLabel) if label.text() == words]
        assert label.isVisible()
    in_sheet = [one for one in sheet.reading.findChildren(QLabel) if "space bar" in one.text()]
    assert in_sheet == []  # or it would have to be scrolled to


def test_with_somebody_else_s_vault_not_everything_goes(qtbot: QtBot) -> None:
    sheet = LeaveSheet(everything=True, others=True)
    qtbot.addWidget(sheet)
    assert not sheet.sure.isEnabled()
    assert says(sheet, "Another vault is here")
    alone = LeaveSheet(everything=False, others=True)
    qtbot.addWidget(alone)
    assert alone.sure.isEnabled()


def test_it_says_what_stays_and_claims_no_more(qtbot: QtBot) -> None:
    sheet = LeaveSheet(everything=True, copies=["five backups on a stick"])
    qtbot.addWidget(sheet)
    for words in ("recovery code on paper", "five backups", "swap space", "If you want to uninstall"):
        assert says(sheet, words), words
    assert not any("wiped" in label.text().lower() for label in sheet.findChildren(QLabel))
    assert not any(label.text() == "·" for label in sheet.findChildren(QLabel)), "it would be read aloud"


def test_it_says_which_vault_it_means() -> None:
    assert which_words(VaultInfo(2, "")) == "This is the vault with the number 2."
    assert which_words(VaultInfo(2, "", label="Blue")) == "This is the vault “Blue”."


def test_backups_that_are_known_are_named(
    qtbot: QtBot, places: Places, store: FaultyStore, tmp_path: Path
) -> None:
    session = opened_vault(places, store)
    assert known_copies(session) == ()
    stick = tmp_path / "stick"
    stick.mkdir()
    backing_up.choose(session, stick)
    assert known_copies(session) == ()  # none lies there: nothing of it stays
    backing_up.back_up(session, places, Asking())
    assert [(each[:2], each.endswith(f"in {stick}")) for each in known_copies(session)] == [("1 ", True)]
    stick.rename(tmp_path / "away")
    assert "which is not here now" in known_copies(session)[0]
    session.close()


@pytest.mark.parametrize(("platform", "words"), [("win32", "Prefetch"), ("darwin", "Time Machine")])
def test_systems_nobody_tried_say_so(qtbot: QtBot, platform: str, words: str) -> None:
    section = leftovers(platform)
    qtbot.addWidget(section)
    assert says(section, words)
    assert says(section, "Nobody has tried this list")


# at the next start


def marked(places: Places, store: FaultyStore) -> None:
    """A vault that is to be destroyed."""
    finished_vault(places, store)
    destroying.mark(places, vaults.list_vaults(places)[0].info)


def tells(opening: Opening) -> list[str]:
    """What is told of while it is gone on with."""
    told: list[str] = []
    opening.erasing.connect(lambda: told.append("erasing"))
    opening.erased.connect(lambda: told.append("erased"))
    return told


def test_what_was_marked_is_gone_on_with_and_told(
    qtbot: QtBot, opening: Opening, places: Places, store: FaultyStore
) -> None:
    marked(places, store)
    opening.start()
    assert shown(opening, EndingPage)
    page = ended(qtbot, opening)
    assert says(page, "The vault is destroyed")
    assert not says(page, "What may still be there")
    press(page, "Go on")
    assert shown(opening, FirstRun)
    assert store.items() == []


def test_a_silent_keyring_can_be_left_out(
    qtbot: QtBot, means: Means, places: Places, store: FaultyStore
) -> None:
    marked(places, store)
    prompt = Prompt()
    store.faults["forget_all"] = prompt
    opening = Opening(replace(means, slow_seconds=0.1))
    qtbot.addWidget(opening)
    opening.start()
    page = current(opening)
    assert isinstance(page, EndingPage)
    qtbot.waitUntil(lambda: not page.skip.isHidden())
    assert says(page, "asking for its keyring password")
    page.skip.click()
    assert says(ended(qtbot, opening), "may still be in the keyring")
    prompt.answer()


def test_a_vault_that_only_bears_the_mark_is_kept_and_said(
    qtbot: QtBot, opening: Opening, places: Places, store: FaultyStore
) -> None:
    finished_vault(places, store)
    (folder,) = (one.info.folder for one in vaults.list_vaults(places))
    (places.data / folder).rename(places.data / f".old-{folder}")
    (places.data / ".old-all").write_text(f"{folder}\n")
    told = tells(opening)
    opening.start()
    page = ended(qtbot, opening)
    assert says(page, "Nothing was erased")
    assert not says(page, "What other programs may keep")
    press(page, "Go on")
    assert shown(opening, LockScreen)
    assert told == []
    alone = EndedPage(Remains(kept=True))
    qtbot.addWidget(alone)
    assert says(alone, "Your vault was kept")
    assert says(alone, "somebody at this login gave its folder that name")


def test_what_cannot_go_keeps_nobody_out(
    qtbot: QtBot,
    opening: Opening,
    places: Places,
    store: FaultyStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finished_vault(places, store)
    marked(places, store)
    monkeypatch.setattr("trust_desktop.storage.ending._remove", lambda _path: None)
    opening.start()
    page = ended(qtbot, opening)
    assert says(page, "Not everything could be removed yet")
    assert not says(page, "is destroyed")
    press(page, "Go on")
    assert shown(opening, LockScreen)


def test_a_problem_is_not_called_gone(
    qtbot: QtBot,
    opening: Opening,
    places: Places,
    store: FaultyStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_folder: object) -> None:
        raise DiskFull

    marked(places, store)
    monkeypatch.setattr("trust_desktop.storage.ending.sweep", full)
    opening.start()
    assert says(ended(qtbot, opening), "Not everything could be removed yet")


def test_everything_is_told_before_and_after(
    qtbot: QtBot, opening: Opening, places: Places, store: FaultyStore
) -> None:
    finished_vault(places, store)
    destroying.mark_everything(places, vaults.list_vaults(places)[0].info)
    told = tells(opening)
    opening.start()
    assert told == ["erasing"]
    assert says(ended(qtbot, opening), "Everything of Daybook here is erased")
    press(current(opening), "Close")
    assert told == ["erasing", "erased"]
    assert list(places.data.iterdir()) == []


@pytest.mark.parametrize(
    ("remains", "words"),
    [
        (Remains(keyring=True, everything=True), "You can delete it in your keyring's own window"),
        (Remains(linked=True), "had a second name"),
        (Remains(files=True), "Some files could not be removed"),
    ],
)
def test_what_remains_is_said(qtbot: QtBot, remains: Remains, words: str) -> None:
    page = EndedPage(remains)
    qtbot.addWidget(page)
    assert says(page, words)


# a vault that is gone already


def gone(places: Places, store: FaultyStore) -> None:
    finished_vault(places, store)
    folder = places.data / vaults.list_vaults(places)[0].info.folder
    folder.rename(places.data / "away")


def take_off(opening: Opening) -> None:
    """Both steps of it."""
    for _ in range(2):
        press(current(opening), "Take it off the list")


def test_a_missing_vault_is_taken_off_in_two_steps(
    qtbot: QtBot, opening: Opening, places: Places, store: FaultyStore
) -> None:
    gone(places, store)
    opening.start()
    press(current(opening), "Take it off the list")
    page = current(opening)
    assert isinstance(page, TakeOffPage)
    assert says(page, "Number 1 was here")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(page.sure, key)
    assert shown(opening, TakeOffPage)
    press(page, "Back")
    assert shown(opening, ProblemPage)
    assert store.items() != []
    take_off(opening)
    assert says(ended(qtbot, opening), "It is off the list")
    assert store.items() == []
    press(current(opening), "Go on")
    assert shown(opening, FirstRun)


def test_its_key_that_stays_is_said(
    qtbot: QtBot, opening: Opening, places: Places, store: FaultyStore
) -> None:
    gone(places, store)
    store.faults["forget_all"] = raising(KeyringLocked())
    opening.start()
    take_off(opening)
    assert says(ended(qtbot, opening), "may still be in the keyring")


def test_one_that_came_back_meanwhile_is_left(
    qtbot: QtBot, opening: Opening, places: Places, store: FaultyStore
) -> None:
    gone(places, store)
    opening.start()
    press(current(opening), "Take it off the list")
    folder = next(iter(vaults.missing(places, ())))
    assert folder == 1
    name = (places.data / "numbers").read_text().split()[0]
    (places.data / "away").rename(places.data / name)
    press(current(opening), "Take it off the list")
    qtbot.waitUntil(lambda: shown(opening, LockScreen))
    vaults.unlock(places, store, 1, None, Asking()).close()
