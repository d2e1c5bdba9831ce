"""The vault remembers when it was opened, how, and what was tried before; or nothing of it, if the person says so."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOW, Clock
from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE, finished_vault
from trust_desktop.domain.errors import WrongPassphrase, WrongRecoveryCode
from trust_desktop.domain.unlock import OpenedBy, Unlock
from trust_desktop.domain.vault import Protection
from trust_desktop.security import recovery_code
from trust_desktop.services import noticing_openings, settings, vault_trying, vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage import tries_file
from trust_desktop.storage.tries_file import Tries

HERE = Tries("0badcafe", 4, 0)


@pytest.fixture
def number(places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch) -> int:
    """Number of a vault the keyring opens; the computer's own time stands still an hour after its start."""
    monkeypatch.setattr(vault_trying, "since_boot", lambda: 3_600_000)
    return finished_vault(places, store)[0]


def _tries(places: Places) -> Path:
    (path,) = places.data.glob(f"*/{tries_file.NAME}")
    return path


def _try_in_vain(places: Places, store: FaultyStore, number: int) -> None:
    code = recovery_code.write(bytearray(os.urandom(20)))
    with pytest.raises(WrongRecoveryCode):
        vaults.recover(places, store, number, code, None)


def _opened(places: Places, store: FaultyStore, number: int) -> tuple[Unlock | None, Unlock | None]:
    session = vaults.unlock(places, store, number, None)
    both = noticing_openings.this_and_the_one_before(session)
    session.close()
    return both


def test_each_opening_knows_the_one_before_and_in_vain_words_since(
    places: Places, store: FaultyStore, number: int
) -> None:
    this, before = _opened(places, store, number)
    assert this is not None
    assert before is not None
    assert (before.by, this.by, this.in_vain, this.note_gone) == (OpenedBy.SETUP, OpenedBy.KEYRING, 0, False)

    _try_in_vain(places, store, number)
    again, first = _opened(places, store, number)
    assert again is not None
    assert first == this
    assert (again.in_vain, again.note_gone) == (1, False)
    assert again.last_in_vain_at is not None
    assert first.at <= again.last_in_vain_at + timedelta(seconds=1) <= again.at + timedelta(seconds=1)

    later, _ = _opened(places, store, number)
    assert later is not None
    assert (later.in_vain, later.last_in_vain_at) == (0, None)


def test_it_is_said_how_it_was_opened(places: Places, store: FaultyStore) -> None:
    number, code = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        vaults.unlock(places, store, number, "walnut harbour stencil opaque fairy")
    vaults.unlock(places, store, number, PASSPHRASE).close()
    session = vaults.recover(places, store, number, code, None).session
    listed = noticing_openings.newest(session)
    assert [(unlock.by, unlock.in_vain) for unlock in listed] == [
        (OpenedBy.RECOVERY, 0),
        (OpenedBy.PASSPHRASE, 1),
        (OpenedBy.SETUP, 0),
    ]
    session.close()


@pytest.mark.parametrize("how", ["taken away", "another", "an older one"])
def test_that_the_file_of_tries_is_not_the_one_it_was_is_noticed(
    places: Places, store: FaultyStore, number: int, how: str
) -> None:
    path = _tries(places)
    older = path.read_bytes()
    _try_in_vain(places, store, number)
    _opened(places, store, number)
    if how == "an older one":
        path.write_bytes(older)
    else:
        path.unlink()
    if how == "another":
        _try_in_vain(places, store, number)
    this, _ = _opened(places, store, number)
    assert this is not None
    assert (this.note_gone, this.in_vain) == (True, int(how == "another"))

    again, _ = _opened(places, store, number)
    assert again is not None
    assert not again.note_gone


def test_an_older_vault_begins_without_a_claim(session: VaultSession) -> None:
    noticing_openings.note(session, OpenedBy.PASSPHRASE, None, HERE)
    this, before = noticing_openings.this_and_the_one_before(session)
    assert this == Unlock(NOW, OpenedBy.PASSPHRASE)
    assert before is None


def test_a_vault_set_up_from_a_backup_does_not_take_its_new_file_for_a_changed_one(
    session: VaultSession,
) -> None:
    noticing_openings.note(session, OpenedBy.PASSPHRASE, None, HERE)  # the backup is made
    noticing_openings.note(session, OpenedBy.SETUP, Tries("feedbeef", 2), Tries("feedbeef", 2))
    this, _ = noticing_openings.this_and_the_one_before(session)
    assert this == Unlock(NOW, OpenedBy.SETUP)
    noticing_openings.note(session, OpenedBy.KEYRING, Tries("feedbeef", 3), Tries("feedbeef", 3))
    this, _ = noticing_openings.this_and_the_one_before(session)
    assert this == Unlock(NOW, OpenedBy.KEYRING, 1)


def test_a_file_that_could_not_be_written_is_no_sign_of_anything(session: VaultSession) -> None:
    noticing_openings.note(session, OpenedBy.KEYRING, HERE, None)
    noticing_openings.note(session, OpenedBy.KEYRING, None, None)
    this, _ = noticing_openings.this_and_the_one_before(session)
    assert this is not None
    assert not this.note_gone


def test_switched_off_nothing_is_shown_or_written_down_and_on_again_begins_anew(
    session: VaultSession, clock: Clock
) -> None:
    noticing_openings.note(session, OpenedBy.KEYRING, None, HERE)
    noticing_openings.switch(session, on=False)
    assert not noticing_openings.is_on(session)
    assert noticing_openings.this_and_the_one_before(session) == (None, None)
    noticing_openings.note(session, OpenedBy.KEYRING, HERE, HERE)
    assert len(noticing_openings.newest(session)) == 1

    noticing_openings.switch(session, on=True)
    assert noticing_openings.is_on(session)
    clock.forward(hours=1)
    noticing_openings.note(session, OpenedBy.KEYRING, Tries("feedbeef", 9), Tries("feedbeef", 9))
    this, before = noticing_openings.this_and_the_one_before(session)
    assert this == Unlock(NOW + timedelta(hours=1), OpenedBy.KEYRING)
    assert before == Unlock(NOW, OpenedBy.KEYRING)


def test_the_switch_outlives_other_settings(session: VaultSession) -> None:
    noticing_openings.switch(session, on=False)
    settings.save(session, settings.load(session))
    assert not noticing_openings.is_on(session)


def test_what_is_erased_is_gone_and_can_be_taken_back_while_the_vault_is_open(
    session: VaultSession, clock: Clock
) -> None:
    for _ in range(3):
        noticing_openings.note(session, OpenedBy.KEYRING, HERE, HERE)
        clock.forward(minutes=5)
    listed, both = noticing_openings.newest(session), noticing_openings.this_and_the_one_before(session)
    erased = noticing_openings.erase(session)
    assert noticing_openings.newest(session) == ()
    assert noticing_openings.this_and_the_one_before(session) == (None, None)

    noticing_openings.put_back(session, erased)
    assert noticing_openings.newest(session) == listed
    assert noticing_openings.this_and_the_one_before(session) == both
    noticing_openings.switch(session, on=False)
    noticing_openings.put_back(session, noticing_openings.erase(session))
    assert noticing_openings.this_and_the_one_before(session) == (None, None)


def test_after_erasing_tries_are_counted_on(session: VaultSession) -> None:
    noticing_openings.note(session, OpenedBy.KEYRING, None, HERE)
    noticing_openings.erase(session)
    noticing_openings.note(session, OpenedBy.KEYRING, Tries(HERE.mark, HERE.total + 2), HERE)
    this, before = noticing_openings.this_and_the_one_before(session)
    assert this is not None
    assert (this.in_vain, before) == (2, None)


def test_the_list_does_not_grow_without_end(session: VaultSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing_openings, "MOST_KEPT", 3)
    for _ in range(5):
        noticing_openings.note(session, OpenedBy.KEYRING, HERE, HERE)
    assert len(noticing_openings.newest(session, 9)) == 3
    assert session.opening == 5
