"""From the lock screen to a vault set up beside the others, step by step and back at each."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.support.backup_vaults import a_drive, a_vault, opened, pull_out
from tests.support.full_disk import full_disk
from tests.support.keyrings import FaultyStore, raising
from tests.support.pages import press, says
from tests.support.processes import PATIENCE
from tests.support.vaults import begin_vault
from trust_desktop.domain.errors import KeyringUnavailable, VaultTooNew
from trust_desktop.domain.vault import VaultState
from trust_desktop.security import cost as costs
from trust_desktop.security import recovery_code
from trust_desktop.services import backing_up, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.restoring import Offer, Way
from trust_desktop.services.vaults import Places
from trust_desktop.ui import theme
from trust_desktop.ui.background import Background
from trust_desktop.ui.backups.pick_page import PickPage
from trust_desktop.ui.backups.preview_page import PreviewPage
from trust_desktop.ui.backups.unlock_page import UnlockPage
from trust_desktop.ui.problems import Answer, ProblemPage
from trust_desktop.ui.vault_forms.means import Means, Then
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.opening import Opening

PHRASE = "tulip ladder orbit quarry mint"


class Way_:  # noqa: N801 - `Way` is the product's
    """The way in over one vault with one backup."""

    def __init__(self, folder: Path, background: Background) -> None:
        self.places, self.store, self.code = a_vault(folder)
        session, self.drive = opened(self.places, self.store), a_drive(folder)
        backing_up.choose(session, self.drive)
        backing_up.back_up(session, self.places, Asking())
        session.close()
        self.means = Means(self.places, self.store, background, slow_seconds=PATIENCE, cost=costs.FLOOR)

    def open(self, qtbot: QtBot, places: Places | None = None, store: FaultyStore | None = None) -> Opening:
        means = self.means
        if places is not None:
            means = Means(
                places, store or FaultyStore(), means.background, slow_seconds=PATIENCE, cost=costs.FLOOR
            )
        opening = Opening(means)
        qtbot.addWidget(opening)
        opening.resize(1000, 800)
        opening.start()
        opening.show()
        opening._restoring._pick = lambda *_: self.drive
        return opening


@pytest.fixture
def way(qapp: QApplication, tmp_path: Path) -> Iterator[Way_]:
    theme.apply(qapp, "light", 1.0)
    background = Background()
    yield Way_(tmp_path, background)
    background.stop()


def page(opening: Opening, kind: type[QWidget]) -> QWidget:
    found = opening._pages.currentWidget()
    assert isinstance(found, kind), found
    return found


def shows(qtbot: QtBot, opening: Opening, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(opening._pages.currentWidget(), kind))
    return page(opening, kind)


def picked(qtbot: QtBot, opening: Opening) -> PickPage:
    press(opening, "Restore from a backup…")
    pick = shows(qtbot, opening, PickPage)
    pick.choose.click()
    return pick


def test_the_keyboard_goes_to_what_was_found_and_back_to_what_was_looked_at(qtbot: QtBot, way: Way_) -> None:
    clock = Clock()
    clock.forward(days=1)
    session = opened(way.places, way.store, clock)
    backing_up.back_up(session, way.places, Asking())
    session.close()
    opening = way.open(qtbot)
    opening.resize(700, 400)
    pick = picked(qtbot, opening)
    assert len(pick.buttons) == 2
    assert pick.focusWidget() is pick.buttons[0]
    pick.buttons[1].click()
    unlock = shows(qtbot, opening, UnlockPage)
    press(unlock, "Back")
    again = shows(qtbot, opening, PickPage)
    assert again.focusWidget() is again.buttons[1]
    qtbot.waitUntil(lambda: not again.buttons[1].visibleRegion().isEmpty())


def test_from_the_lock_screen_to_a_vault_beside(qtbot: QtBot, way: Way_) -> None:
    opening = way.open(qtbot)
    pick = picked(qtbot, opening)
    assert says(pick, "Of vault number 1")
    pick.buttons[0].click()
    unlock = shows(qtbot, opening, UnlockPage)
    assert list(unlock.ways) == [Way.RECOVERY_CODE, Way.EVERY_DAY]
    unlock.code.set_text(way.code)
    press(unlock, "Open")
    preview = shows(qtbot, opening, PreviewPage)
    assert says(preview, "From ")
    assert says(preview, "Marks: 6")
    assert says(preview, "the new vault goes on using that folder")
    assert says(preview, "whoever uses this login can open it") or says(preview, "Whoever uses this login")
    press(preview, "Set it up beside")
    first = shows(qtbot, opening, FirstRun)
    assert [one.state for one in vaults.list_vaults(way.places)] == [
        VaultState.READY,
        VaultState.SETUP_UNFINISHED,
    ]
    assert first.frame.page is first.code
    assert not says(first, "Step 4 of 5")  # none of the others was gone through
    press(first, "Next")
    groups = first._new.recovery_code.split("-")
    for place, field in first.proof.fields.asked.items():
        field.set_text(groups[place - 1])
    with qtbot.waitSignal(opening.opened) as went:
        press(first, "Next")
    assert went.args[1] is Then.TODAY  # and nothing in it is to be started
    went.args[0].close()


def test_on_an_empty_computer_it_is_offered_on_the_first_page(
    qtbot: QtBot, way: Way_, tmp_path: Path
) -> None:
    empty = Places(tmp_path / "other", tmp_path / "run")
    opening = way.open(qtbot, empty)
    shows(qtbot, opening, FirstRun)
    pick = picked(qtbot, opening)
    pick.buttons[0].click()
    unlock = shows(qtbot, opening, UnlockPage)
    unlock.ways[Way.EVERY_DAY].setChecked(True)
    assert not unlock.code.isVisible()
    press(unlock, "Open")
    qtbot.waitUntil(unlock.said.isVisible)
    assert "does not hold the secret" in unlock.said.text()
    unlock.ways[Way.RECOVERY_CODE].setChecked(True)
    press(unlock, "Open")
    assert unlock.code.reason == "Type the code first."
    unlock.code.set_text(way.code[:-6])
    press(unlock, "Open")
    qtbot.waitUntil(lambda: "Some are missing" in unlock.code.reason)
    unlock.code.set_text(("2" if way.code[0] != "2" else "3") + way.code[1:])
    press(unlock, "Open")
    qtbot.waitUntil(lambda: "There is a slip in group 1." in unlock.code.reason)
    unlock.code.set_text(recovery_code.write(recovery_code.new_secret()))
    press(unlock, "Open")
    qtbot.waitUntil(lambda: "does not open this backup" in unlock.code.reason)
    press(unlock, "Back")
    shows(qtbot, opening, PickPage)
    press(opening, "Back")
    shows(qtbot, opening, FirstRun)
    opening.abandon()


def test_without_a_keyring_here_a_passphrase_is_asked(qtbot: QtBot, way: Way_, tmp_path: Path) -> None:
    store = FaultyStore()
    store.faults["check"] = raising(KeyringUnavailable())
    opening = way.open(qtbot, Places(tmp_path / "other", tmp_path / "run"), store)
    pick = picked(qtbot, opening)
    pick.buttons[0].click()
    unlock = shows(qtbot, opening, UnlockPage)
    unlock.code.set_text(way.code)
    press(unlock, "Open")
    preview = shows(qtbot, opening, PreviewPage)
    assert says(preview, "No keyring answers here")
    assert not preview.restore.isEnabled()
    preview.setFocus()
    preview.form.first.set_text("sunshine")
    preview._on_restore()
    qtbot.waitUntil(lambda: "would be guessed" in preview.form.first.reason)
    press(preview, "Back")
    shows(qtbot, opening, PickPage)
    assert opening._restoring._opened is None
    opening.abandon()


@pytest.mark.parametrize("right", [True, False])
def test_back_while_it_is_being_opened_stays_back(qtbot: QtBot, way: Way_, right: bool) -> None:
    opening = way.open(qtbot)
    picked(qtbot, opening).buttons[0].click()
    unlock = shows(qtbot, opening, UnlockPage)
    unlock.code.set_text(way.code if right else recovery_code.write(recovery_code.new_secret()))
    press(unlock, "Open")
    press(unlock, "Back")
    pick = shows(qtbot, opening, PickPage)
    qtbot.waitUntil(lambda: not way.means.background.busy)
    QApplication.processEvents()
    assert opening._pages.currentWidget() is pick
    assert opening._restoring._opened is None
    opening.abandon()


def test_nothing_is_left_when_it_is_stopped_or_there_is_no_room(qtbot: QtBot, way: Way_) -> None:
    opening = way.open(qtbot)
    picked(qtbot, opening).buttons[0].click()
    unlock = shows(qtbot, opening, UnlockPage)
    unlock.code.set_text(way.code)
    press(unlock, "Open")
    preview = shows(qtbot, opening, PreviewPage)
    press(preview, "Set it up beside")
    press(preview, "Stop")
    qtbot.waitUntil(
        lambda: not isinstance(opening._pages.currentWidget(), PreviewPage) or says(preview, "Stopped")
    )
    if isinstance(opening._pages.currentWidget(), FirstRun):
        opening.abandon()
        return  # it was ready before it could be stopped
    away = pull_out(way.drive)
    press(preview, "Set it up beside")
    qtbot.waitUntil(lambda: says(preview, "The drive is not there any more"))
    away.rename(way.drive)
    with full_disk():
        press(preview, "Set it up beside")
        problem = shows(qtbot, opening, ProblemPage)
    assert len(vaults.list_vaults(way.places)) == 1
    problem.left.emit()
    shows(qtbot, opening, PickPage)
    opening.abandon()


def test_a_damaged_one_and_an_empty_folder_say_so(qtbot: QtBot, way: Way_, tmp_path: Path) -> None:
    (backup,) = way.drive.iterdir()
    opening = way.open(qtbot)
    pick = picked(qtbot, opening)
    data = bytearray((backup / "vault.db").read_bytes())
    data[9000] ^= 1
    (backup / "vault.db").write_bytes(data)
    pick.buttons[0].click()
    unlock = shows(qtbot, opening, UnlockPage)
    unlock.code.set_text(way.code)
    press(unlock, "Open")
    shows(qtbot, opening, ProblemPage).left.emit()
    pick = shows(qtbot, opening, PickPage)
    (backup / "header.1").write_bytes(b"noise")
    pick.choose.click()
    assert says(pick, "This one is damaged")
    assert not pick.buttons[0].isEnabled()
    shutil.rmtree(backup)
    pick.choose.click()
    assert says(pick, "There are no backups in this folder")
    pull_out(way.drive)
    pick.choose.click()
    assert says(pick, "The folder is not there")
    opening._restoring._pick = lambda *_: None
    pick.choose.click()
    opening.abandon()


def test_with_five_vaults_one_may_look_but_not_set_up(qtbot: QtBot, way: Way_) -> None:
    for _ in range(4):
        begin_vault(way.places, way.store)
    opening = way.open(qtbot)
    pick = picked(qtbot, opening)
    assert says(pick, "There are five vaults here")
    pick.buttons[0].click()
    unlock = shows(qtbot, opening, UnlockPage)
    unlock.ways[Way.EVERY_DAY].setChecked(True)
    press(unlock, "Open")
    preview = shows(qtbot, opening, PreviewPage)
    assert says(preview, "Marks: 6")
    assert not preview.restore.isVisible()
    preview.say_too_weak()
    opening.abandon()


def test_a_damaged_vault_leads_to_its_backups(qtbot: QtBot, way: Way_) -> None:
    folder = way.places.data / vaults.list_vaults(way.places)[0].info.folder
    for name in ("header.1", "header.2"):
        (folder / name).write_bytes(b"noise")
    opening = way.open(qtbot)
    press(opening, "See what happened")
    problem = shows(qtbot, opening, ProblemPage)
    problem.answered.emit(Answer.RESTORE)
    pick = shows(qtbot, opening, PickPage)
    pick.choose.click()
    assert len(pick.buttons) == 1
    opening.abandon()


def test_a_vault_that_is_gone_is_restored_from_any_folder(qtbot: QtBot, way: Way_) -> None:
    shutil.rmtree(way.places.data / vaults.list_vaults(way.places)[0].info.folder)
    opening = way.open(qtbot)
    shows(qtbot, opening, ProblemPage).answered.emit(Answer.RESTORE)
    pick = shows(qtbot, opening, PickPage)
    pick.choose.click()
    assert pick.buttons[0].isEnabled()
    opening.abandon()


def test_drives_are_offered_and_strange_offers_named(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    pick = PickPage([tmp_path], full=False)
    qtbot.addWidget(pick)
    pick.show()
    with qtbot.waitSignal(pick.looked_at) as looked:
        pick.drives[0].click()
    assert looked.args == [tmp_path]
    newer = Offer(tmp_path, None, problem=VaultTooNew())
    pick.show_offers(tmp_path, [newer, Offer(tmp_path, None, 3, "Blue", ways=(Way.EVERY_DAY,))])
    assert says(pick, "Made by a newer version")
    assert says(pick, "On a day that is not known")
    assert says(pick, "Blue")
    assert [button.isEnabled() for button in pick.buttons] == [False, True]


def test_a_passphrase_is_asked_where_one_is_needed(qtbot: QtBot, tmp_path: Path) -> None:
    offer = Offer(
        tmp_path, None, 1, ways=(Way.BACKUP_PASSPHRASE, Way.RECOVERY_CODE), code_needs_passphrase=True
    )
    unlock = UnlockPage(offer)
    qtbot.addWidget(unlock)
    unlock.show()
    press(unlock, "Open")
    assert unlock.passphrase.reason == "Type the passphrase first."
    unlock.ways[Way.RECOVERY_CODE].setChecked(True)
    assert unlock.passphrase.isVisible()
    from trust_desktop.domain.errors import DiskFull, WrongPassphrase

    assert unlock.say(WrongPassphrase())
    assert not unlock.say(DiskFull())
