"""When backups are made: soon after opening, while one writes, and behind the cover at the end."""

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from tests.support.backup_vaults import names_in, pull_out
from tests.ui.backups.conftest import Kept
from trust_desktop.domain.errors import BackupPlaceMissing
from trust_desktop.services import backing_up, following_through, recovery_drill
from trust_desktop.storage import backups
from trust_desktop.ui.backups.keeper import EVERY_MS, BackupKeeper


def _write(kept: Kept, words: str = "a note") -> None:
    following_through.set_note(kept.vault.session, kept.vault.session.today, words)


def test_without_a_folder_nothing_is_made_and_nothing_said(qtbot: QtBot, kept: Kept) -> None:
    kept.keeper.begin()
    _write(kept)
    qtbot.wait(10)
    assert not kept.keeper.running
    assert recovery_drill.state(kept.vault.session).since == kept.vault.session.today
    assert kept.keeper._timer.interval() == EVERY_MS


def test_one_is_made_soon_after_opening_and_again_once_something_was_written(
    qtbot: QtBot, kept: Kept
) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    kept.keeper.begin()
    assert kept.keeper.running
    kept.keeper.make()  # one at a time
    kept.wait(qtbot)
    assert len(names_in(kept.drive)) == 1
    kept.keeper.make_if_due()
    assert not kept.keeper.running
    _write(kept)
    qtbot.waitUntil(lambda: backing_up.state(kept.vault.session).owed)
    kept.keeper.make_if_due()
    kept.wait(qtbot)
    assert backing_up.state(kept.vault.session).last.number == 2


def test_what_was_written_before_anybody_kept_is_noted_too(qtbot: QtBot, kept: Kept) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    kept.keeper.make()
    kept.wait(qtbot)
    kept.vault.changed.disconnect()
    _write(kept)
    assert not backing_up.state(kept.vault.session).owed
    later = BackupKeeper(kept.vault, kept.places, kept.store, kept.vault)
    qtbot.waitUntil(lambda: backing_up.state(kept.vault.session).owed)
    later.finish()


def test_the_last_one_is_made_before_the_vault_is_closed(qtbot: QtBot, kept: Kept) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    _write(kept)
    kept.vault.close()
    assert len(names_in(kept.drive)) == 1
    kept.vault.close()


def test_a_sitting_without_a_change_makes_none_at_its_end(qtbot: QtBot, kept: Kept) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    kept.keeper.make()
    kept.wait(qtbot)
    before = names_in(kept.drive)
    kept.vault.close()
    assert names_in(kept.drive) == before


def test_a_drive_that_is_away_is_said_once_and_made_up_for(qtbot: QtBot, kept: Kept) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    away = pull_out(kept.drive)
    kept.keeper.begin()
    kept.wait(qtbot)
    assert isinstance(kept.keeper.problem, BackupPlaceMissing)
    assert backing_up.to_be_said(kept.vault.session) == "BackupPlaceMissing"
    kept.keeper.finish()
    assert backing_up.state(kept.vault.session).problem == "BackupPlaceMissing"
    away.rename(kept.drive)


def test_a_stuck_drive_keeps_the_lock_waiting_for_a_second_at_most(
    qtbot: QtBot, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, reached = threading.Event(), threading.Event()

    def stuck(*_: object, **__: object) -> None:
        reached.set()
        go_on.wait(30)
        raise BackupPlaceMissing

    backing_up.choose(kept.vault.session, kept.drive)
    monkeypatch.setattr(backups, "keep", stuck)
    kept.keeper.make()
    assert reached.wait(30)
    begun = time.monotonic()
    kept.vault.close()
    took = time.monotonic() - begun
    go_on.set()
    assert took < 5  # 1 s for the last one, 0.2 s to end it, 0.3 s for the worker; and a busy machine
    assert kept.vault.session.closed


def test_an_answer_after_the_end_changes_nothing(qtbot: QtBot, kept: Kept) -> None:
    backing_up.choose(kept.vault.session, kept.drive)
    kept.keeper.make()
    kept.keeper.cancel()
    kept.wait(qtbot)
    assert kept.keeper.problem is None
    kept.vault.session.close()
    kept.keeper._on_problem(BackupPlaceMissing())
    kept.keeper._on_made(backing_up.BackupName.read("daybook-0a1b2c3d-0001-20261124-180000"))
    kept.keeper.make_if_due()
    kept.keeper._on_changed(kept.vault.touched)
    kept.keeper._note_change()
