"""The last backup of a session, made while it is closed: in time, or not at all."""

import threading
from contextlib import suppress
from pathlib import Path

from tests.services.vault_and_drive import VaultAndDrive
from tests.support.backup_vaults import names_in
from trust_desktop.domain.errors import Cancelled
from trust_desktop.services import backing_up
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import backups


def test_the_last_of_a_session_is_made_in_time(vault: VaultAndDrive) -> None:
    made = backing_up.finish(vault.session, vault.places, 30)
    assert made is not None
    assert names_in(vault.drive) == [str(made)]


def test_a_drive_that_does_not_answer_holds_nobody_up(vault: VaultAndDrive, monkeypatch) -> None:
    reached, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    keep = backups.keep

    def stuck(*given: object, **more: object) -> object:
        reached.set()
        go_on.wait(30)
        try:
            return keep(*given, **more)
        finally:
            ended.set()

    monkeypatch.setattr(backups, "keep", stuck)
    assert backing_up.finish(vault.session, vault.places, 0.5) is None
    vault.session.close()  # nothing waits for the drive
    go_on.set()
    assert not reached.is_set() or ended.wait(30)
    assert names_in(vault.drive) == []


def test_a_slow_one_is_given_up_when_its_time_is_over(vault: VaultAndDrive, monkeypatch) -> None:
    copy_to = type(vault.session).copy_to
    stop = threading.Event()

    def slow(session: VaultSession, path: Path) -> dict[str, int]:
        stop.wait(0.25)
        return copy_to(session, path)

    monkeypatch.setattr(type(vault.session), "copy_to", slow)
    monkeypatch.setattr(backing_up, "_ENDING_SECONDS", 20)
    assert backing_up.finish(vault.session, vault.places, 0.05) is None
    assert names_in(vault.drive) == []


def test_the_last_of_a_session_waits_for_the_files_of_one_that_was_cancelled(
    vault: VaultAndDrive, monkeypatch
) -> None:
    vault.back_up()
    keep, asking = backups.keep, Asking()
    reached, cancelled, last_begun = threading.Event(), threading.Event(), threading.Event()

    def on_a_slow_drive(*given: object, **more: object) -> object:
        if not reached.is_set():
            reached.set()
            cancelled.wait(30)
            last_begun.wait(0.2)
        else:
            last_begun.set()
            first.join(30)
        return keep(*given, **more)

    def make() -> None:
        with suppress(Cancelled):
            backing_up.back_up(vault.session, vault.places, asking)

    monkeypatch.setattr(backups, "keep", on_a_slow_drive)
    first = threading.Thread(target=make)
    first.start()
    assert reached.wait(30)
    asking.cancel()
    cancelled.set()
    made = backing_up.finish(vault.session, vault.places, 30)
    first.join(30)
    assert made is not None
    assert vault.numbers() == [2]
