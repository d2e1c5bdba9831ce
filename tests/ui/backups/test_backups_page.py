"""The page of backups: a folder taken with its doubts said, a passphrase set, the ways back tried."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.backup_vaults import a_drive, names_in, pull_out
from tests.support.full_disk import full_disk
from tests.support.pages import says
from tests.ui.backups.conftest import Kept
from trust_desktop.domain.errors import DiskFull
from trust_desktop.security import cost as costs
from trust_desktop.security import recovery_code
from trust_desktop.services import backing_up, recovery_drill
from trust_desktop.ui.backups.backups_page import BackupsPage
from trust_desktop.ui.backups.folder_dialog import leaving_no_trace, pick_folder
from trust_desktop.ui.backups.passphrase_card import PassphraseCard
from trust_desktop.ui.backups.words import contents_words, problem_words
from trust_desktop.ui.dialog import FolderDialog
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place

BACKUP_PASSPHRASE = "tulip ladder orbit quarry mint"


@pytest.fixture
def page(qtbot: QtBot, kept: Kept) -> BackupsPage:
    one = BackupsPage(kept.keeper)
    qtbot.addWidget(one)
    one.resize(900, 700)
    one.show()
    return one


def test_an_example_has_none_and_says_so(qtbot: QtBot) -> None:
    page = BackupsPage(None)
    qtbot.addWidget(page)
    page.show()
    page.setFocus()
    page.look()
    assert says(page, "This is an example")


def test_a_folder_is_taken_after_its_doubts_were_read(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    place = page.place
    assert says(page, "None are made yet")
    place._pick = lambda *_: None
    place.choose.click()
    assert not place._doubting.isVisible()
    place._pick = lambda *_: kept.drive
    place.choose.click()
    assert says(page, "lies on the same disk as the vault")
    assert page.focusWidget() is place.other  # Enter takes nothing that was doubted
    place.other.click()
    assert not place._doubting.isVisible()
    assert backing_up.state(kept.vault.session).folder == ""
    place.choose.click()
    with qtbot.waitSignal(place.taken):
        place.take.click()
    assert page.focusWidget() is page.passphrase.begin, "what was pressed is gone; this comes next"
    kept.wait(qtbot)
    assert len(names_in(kept.drive)) == 1
    assert says(page, "The last one was made on")
    assert says(page, str(kept.drive))
    place.stop.setFocus()
    place.stop.click()
    assert page.focusWidget() is place.choose


def test_a_folder_that_cannot_be_used_is_not_offered(kept: Kept, page: BackupsPage) -> None:
    page.place.look_at(kept.places.data)
    assert says(page, "The vaults themselves lie here")
    assert not page.place.take.isVisible()
    page.place.look_at(kept.drive / "no")
    assert says(page, "This folder is not there")


def test_a_synced_folder_is_warned_about_by_name(kept: Kept, page: BackupsPage) -> None:
    synced = kept.drive / "shared"
    synced.mkdir()
    (synced / ".stfolder").mkdir()
    page.place.look_at(synced)
    assert says(page, "Syncthing copies this folder to other computers")
    assert page.place.take.isVisible()


def test_a_folder_without_doubts_is_taken_at_once(
    qtbot: QtBot, kept: Kept, page: BackupsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trust_desktop.services import backup_places

    monkeypatch.setattr(backup_places, "judge", lambda *_: backup_places.Judgement(()))
    page.place.look_at(kept.drive)
    kept.wait(qtbot)
    assert backing_up.state(kept.vault.session).folder == str(kept.drive)


def test_one_is_made_stopped_and_no_more_are(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    page.place.refresh()
    page.place.make.click()
    assert page.place.make.text() == "Stop this one"
    page.place.make.click()
    kept.wait(qtbot)
    page.place.make.click()
    kept.wait(qtbot)
    assert page.place.make.text() == "Make one now"
    made = names_in(kept.drive)
    page.place.stop.click()
    assert backing_up.state(kept.vault.session).folder == ""
    assert names_in(kept.drive) == made != []
    assert not page.place.make.isVisible()


def test_a_missing_drive_is_said_and_then_read(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    pull_out(kept.drive)
    kept.keeper.make()
    kept.wait(qtbot)
    assert says(page, "The drive or folder was not there")
    assert backing_up.to_be_said(kept.vault.session)
    page.hide()
    page.show()
    assert not backing_up.to_be_said(kept.vault.session)
    page.place.look_at(kept.drive)
    page.place._take()
    assert page.place.trouble.isVisible()


def test_a_vault_that_cannot_be_written_says_so(kept: Kept, page: BackupsPage) -> None:
    backing_up.note_problem(kept.vault.session, DiskFull())
    with full_disk():
        page.look()
        page.place.look_at(kept.drive)
        page.place.take.click()
    assert says(page, "There was no room left")
    assert backing_up.state(kept.vault.session).folder == ""


@pytest.mark.once
def test_a_passphrase_is_set_and_tried(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    card, drill = page.passphrase, page.drill
    card._cost = costs.PORTABLE
    backing_up.choose(kept.vault.session, kept.drive)
    assert says(card, "None is set")
    assert says(drill, "Once a backup was made")
    assert not drill.try_backup.isVisible()
    card.begin.click()
    card.open_form()
    assert card.form is not None
    card.leave.click()
    assert card.form is None
    card.begin.click()
    card.form.first.set_text(BACKUP_PASSPHRASE)
    card.form.again.set_text(BACKUP_PASSPHRASE)
    qtbot.waitUntil(card.use.isEnabled)
    card.use.click()
    qtbot.waitUntil(lambda: card.form is None)
    assert says(card, "open with the passphrase you set")
    qtbot.waitUntil(lambda: len(names_in(kept.drive)) == 1)
    kept.wait(qtbot)
    qtbot.waitUntil(drill.try_backup.isVisible)
    assert not says(drill, "Once a backup was made")
    drill.backup.set_text("tulip ladder orbit quarry salt")
    drill.try_backup.click()
    qtbot.waitUntil(lambda: drill.backup.reason == "This passphrase does not open it.")
    drill.backup.set_text(BACKUP_PASSPHRASE)
    drill.try_backup.click()
    qtbot.waitUntil(drill.backup_said.isVisible)
    assert "Marks: 6" in drill.backup_said.text()
    assert drill.backup.text() == ""
    assert recovery_drill.state(kept.vault.session).backup_on == kept.vault.session.today
    page.place.stop.click()
    assert not drill.try_backup.isVisible(), "there is no folder to look in"


def test_a_doubt_out_of_sight_is_scrolled_to(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    bar = page._reading.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.place.look_at(kept.drive)
    qtbot.waitUntil(lambda: _is_seen(page.place._doubting))
    page.to_top()
    page.show_drill()
    qtbot.waitUntil(lambda: _is_seen(page.drill.code))


def test_the_first_page_leads_to_where_the_code_is_tried(qtbot: QtBot, kept: Kept) -> None:
    window = MainWindow(kept.vault)
    qtbot.addWidget(window)
    window.resize(1000, 500)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.page(Place.TODAY).way_back_requested.emit()
    page = window.page(Place.BACKUPS)
    qtbot.waitUntil(lambda: _is_seen(page.drill.code))
    assert page.drill.code.edit.hasFocus()


def _is_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.once
def test_enter_takes_the_passphrase_and_not_now_means_no(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    card = page.passphrase
    card._cost = costs.PORTABLE

    def enter() -> None:
        card.begin.click()
        card.form.first.set_text(BACKUP_PASSPHRASE)
        card.form.again.set_text(BACKUP_PASSPHRASE)
        qtbot.waitUntil(card.use.isEnabled)
        qtbot.keyClick(card.form.again.edit, Qt.Key.Key_Return)
        assert page.focusWidget() is card.leave  # where the keyboard is while it is made
        assert not card.form.isEnabled()

    enter()
    card.leave.click()
    qtbot.waitUntil(lambda: not kept.keeper.worker.busy)
    assert not backing_up.has_passphrase(kept.vault.session)
    enter()
    qtbot.waitUntil(lambda: backing_up.has_passphrase(kept.vault.session))


def test_a_weak_passphrase_is_told_and_kept_on_the_page(qtbot: QtBot, kept: Kept) -> None:
    card = PassphraseCard(kept.keeper)
    qtbot.addWidget(card)
    card.show()
    card.open_form()
    card.form.first.set_text("sunshine")
    card._on_use()
    qtbot.waitUntil(lambda: card.form.isEnabled() and "would be guessed" in card.form.first.reason)
    card._on_problem(DiskFull())
    assert "no room" in card.form.first.reason
    card._close_form()
    card._close_form()
    card._on_problem(DiskFull())


def test_the_code_is_tried_and_its_slips_stand_beside_it(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    drill = page.drill

    def tried(code: str) -> str:
        drill.code.set_text(code)
        drill.try_code.click()
        qtbot.waitUntil(drill.try_code.isEnabled)
        return drill.code.reason

    page.show_drill()
    assert tried(" ") == "Type the code first."
    assert "Some are missing" in tried(kept.code[:-6])
    changed = ("2" if kept.code[0] != "2" else "3") + kept.code[1:]
    assert "There is a slip in group 1." in tried(changed)
    assert "does not open this vault" in tried(recovery_code.write(recovery_code.new_secret()))
    drill.code.set_text(kept.code)
    qtbot.keyClick(drill.code.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(drill.try_code.isEnabled)
    assert page.focusWidget() is drill.try_code  # not somewhere outside the page
    assert drill.code_said.isVisible()
    assert drill.code.text() == ""
    assert recovery_drill.state(kept.vault.session).code_on == kept.vault.session.today


def test_what_cannot_be_tried_says_why(qtbot: QtBot, kept: Kept, page: BackupsPage) -> None:
    drill = page.drill

    def tried(typed: str) -> str:
        drill.backup.set_text(typed)
        drill.try_backup.click()
        qtbot.waitUntil(drill.try_backup.isEnabled)
        return drill.backup.reason

    assert "first" in tried("")
    assert tried("anything") == "There is no backup yet."
    backing_up.choose(kept.vault.session, kept.drive)
    kept.keeper.make()
    kept.wait(qtbot)
    assert "before there was a passphrase" in tried("anything")
    pull_out(kept.drive)
    assert "was not there" in tried("anything")
    drill._on_code_problem(DiskFull())
    assert "could not be tried" in drill.code.reason


def test_after_the_lock_nothing_more_is_read(kept: Kept, page: BackupsPage) -> None:
    kept.vault.session.close()
    page.look()
    page.place.refresh()
    page.passphrase.refresh()
    page.passphrase._on_made(None)
    page.drill._on_code_right()


def test_picking_a_folder_leaves_other_programs_their_own(qapp: QApplication) -> None:
    def shared() -> QSettings:
        return QSettings(QSettings.Scope.UserScope, "QtProject")

    before = shared()
    before.setValue("FileDialog/history", ["file:/theirs"])
    before.setValue("Other/thing", 1)
    before.sync()
    with leaving_no_trace():
        during = shared()
        during.setValue("FileDialog/history", ["file:/theirs", "file:/secret"])
        during.setValue("FileDialog/lastVisited", "file:/secret")
        during.sync()
    after = shared()
    assert after.value("FileDialog/history") in (["file:/theirs"], "file:/theirs")
    assert after.value("FileDialog/lastVisited") is None
    assert int(after.value("Other/thing")) == 1
    with leaving_no_trace():
        pass


def test_where_no_such_list_was_there_is_none_afterwards() -> None:
    shared = QSettings(QSettings.Scope.UserScope, "QtProject")
    file = Path(shared.fileName())
    file.unlink(missing_ok=True)
    with leaving_no_trace():
        during = QSettings(QSettings.Scope.UserScope, "QtProject")
        during.setValue("FileDialog/lastVisited", "file:/secret")
        during.sync()
        assert file.exists()
    assert not file.exists()


def test_every_problem_has_words() -> None:
    for kind in ("BackupPlaceMissing", "DiskFull", "ReadOnlyFolder", "BackupUnreadable", "VaultDamaged", "?"):
        assert problem_words(kind)


def test_an_empty_backup_says_that_it_is_empty(tmp_path: Path) -> None:
    from trust_desktop.domain.backup import BackupContents

    begun = contents_words(BackupContents(0, 0, 0, None, None))[
        0
    ]  # drafts, notes and a pause are not counted
    assert begun == "No day is marked in it yet. What was begun is in it all the same."
    assert a_drive(tmp_path).is_dir()


@pytest.mark.parametrize("accepted", [True, False])
def test_the_dialog_has_a_neutral_title_and_hears_our_keys(
    qtbot: QtBot, kept: Kept, page: BackupsPage, accepted: bool
) -> None:
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, FolderDialog):
            QTimer.singleShot(10, answer)
            return
        seen.append(dialog.windowTitle())
        seen.extend(keys.key().toString() for keys in dialog.findChildren(QShortcut))
        dialog.setDirectory(str(kept.drive))
        dialog.done(int(accepted))

    QTimer.singleShot(0, answer)
    picked = pick_folder(page, "A folder for backups")
    assert picked == (kept.drive if accepted else None)
    assert seen[0] == "Daybook"
    assert {"Ctrl+L", "Ctrl+Q"} <= set(seen)
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert str(kept.drive.parent) not in str(settings.value("FileDialog/lastVisited"))
