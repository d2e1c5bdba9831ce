"""Tries that fail wait, over every restart and whatever the clock on the wall says, and cost nobody a vault."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.support.keyrings import FaultyStore, raising
from tests.support.processes import PATIENCE
from tests.support.vaults import PASSPHRASE, begin_vault, bytes_below, finished_vault
from trust_desktop.domain.errors import (
    BackendChanged,
    KeyringLocked,
    SecretMissing,
    VaultProblem,
    WaitFirst,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.security import recovery_code
from trust_desktop.services import vault_trying, vaults
from trust_desktop.services.vaults import Places
from trust_desktop.storage import tries_file
from trust_desktop.storage.tries_file import Tries

WRONG = "walnut harbour stencil opaque fairy"
SECOND = 1000


class SinceBoot:
    """The computer's time since its start, which a test moves; an hour at first."""

    def __init__(self) -> None:
        self.now = 3600 * SECOND

    def __call__(self) -> int:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += int(seconds * SECOND)


@pytest.fixture
def since_boot(monkeypatch: pytest.MonkeyPatch) -> SinceBoot:
    one = SinceBoot()
    monkeypatch.setattr(vault_trying, "since_boot", one)
    return one


def _folder(places: Places) -> Path:
    (found,) = places.data.glob("????????")
    return found


def _kept(places: Places) -> Tries:
    found = tries_file.load(_folder(places))
    assert found is not None
    return found


def _info(places: Places) -> VaultInfo:
    (listing,) = vaults.list_vaults(places)
    return listing.info


def _refused(act: Callable[[], object], kind: type[VaultProblem]) -> VaultProblem:
    with pytest.raises(kind) as raised:
        act()
    return raised.value


def _wrong_code() -> str:
    return recovery_code.write(bytearray(os.urandom(20)))


def test_the_waits_are_nought_one_two_four_and_at_most_a_minute() -> None:
    waits = [vault_trying.seconds_after(failed) for failed in range(12)]
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert vault_trying.seconds_after(999_999_999) == 60


@pytest.mark.once
def test_a_hundred_wrong_tries_then_the_right_one_opens(
    places: Places, store: FaultyStore, since_boot: SinceBoot
) -> None:
    """By code and by passphrase they count together, nothing is deleted, and not a byte of the vault changes."""
    number, code = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    before = bytes_below(places.data, but="tries")
    for tried in range(100):
        since_boot.forward(vault_trying.seconds_after(tried))
        if tried % 50 == 0:
            _refused(lambda: vaults.unlock(places, store, number, WRONG), WrongPassphrase)
        else:
            _refused(lambda: vaults.recover(places, store, number, _wrong_code(), None), WrongRecoveryCode)
    assert bytes_below(places.data, but="tries") == before
    assert (_kept(places).total, _kept(places).in_row) == (100, 100)

    since_boot.forward(59)
    waited = _refused(lambda: vaults.unlock(places, store, number, PASSPHRASE), WaitFirst)
    assert isinstance(waited, WaitFirst)
    assert (waited.seconds, waited.number) == (1, number)
    _refused(lambda: vaults.recover(places, store, number, code, None), WaitFirst)
    since_boot.forward(1)
    vaults.unlock(places, store, number, PASSPHRASE).close()
    assert (_kept(places).total, _kept(places).in_row) == (100, 0)
    vaults.unlock(places, store, number, PASSPHRASE).close()


@pytest.mark.once
def test_what_is_refused_for_the_wait_is_no_try(
    places: Places, store: FaultyStore, since_boot: SinceBoot
) -> None:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    for _ in range(2):
        _refused(lambda: vaults.unlock(places, store, number, WRONG), WrongPassphrase)
    for _ in range(20):
        _refused(lambda: vaults.unlock(places, store, number, WRONG), WaitFirst)
    assert _kept(places).total == 2
    assert vaults.wait_left(places, _info(places)) == 1
    since_boot.forward(0.4)
    assert vaults.wait_left(places, _info(places)) == 1
    since_boot.forward(0.6)
    assert vaults.wait_left(places, _info(places)) == 0


@pytest.mark.parametrize("restarted", [0, 20 * SECOND], ids=["before", "20 s after"])
def test_neither_clock_nor_restart_shorten_or_prolong_a_wait(
    places: Places, since_boot: SinceBoot, restarted: int
) -> None:
    folder = _folder_of_one(places)
    tries_file.save(folder, Tries("0badcafe", 9, 9, since_boot.now, datetime(1999, 1, 1).astimezone()))
    info = VaultInfo(1, folder.name)
    assert vaults.wait_left(places, info) == 60
    since_boot.forward(17)
    assert vaults.wait_left(places, info) == 43
    since_boot.now = restarted  # the computer was started anew: only what has passed since then is certain
    assert vaults.wait_left(places, info) == 60 - restarted // SECOND
    since_boot.now = 3600 * SECOND + 61 * SECOND  # a longer time than the one before
    assert vaults.wait_left(places, info) == 0


def _folder_of_one(places: Places) -> Path:
    folder = places.data / "0123abcd"
    folder.mkdir(parents=True)
    return folder


def test_the_day_on_the_wall_plays_no_part(
    places: Places, store: FaultyStore, since_boot: SinceBoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = finished_vault(places, store)
    for year in (1971, 2037, 1999):
        monkeypatch.setattr(vault_trying, "wall_clock", lambda year=year: datetime(year, 1, 1).astimezone())
        since_boot.forward(2)
        _refused(lambda: vaults.recover(places, store, number, _wrong_code(), None), WrongRecoveryCode)
    assert vaults.wait_left(places, _info(places)) == 2


def test_the_computers_own_time_goes_forward() -> None:
    before = vault_trying.since_boot()
    assert 0 < before <= vault_trying.since_boot() < before + PATIENCE * SECOND


def test_where_no_clock_counts_sleep_the_steady_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    steady = int(time.monotonic() * SECOND)
    assert 0 <= vault_trying.since_boot() - steady < PATIENCE * SECOND


def test_another_process_waits_as_well(places: Places, store: FaultyStore) -> None:
    """Nothing of the wait is held in memory: a fresh start of the program is refused in the same way."""
    number, _ = finished_vault(places, store)
    folder = _folder(places)
    tries_file.save(folder, Tries("0badcafe", 12, 12, vault_trying.since_boot()))
    code = (
        "import sys; from pathlib import Path\n"
        "from trust_desktop.security.key_store import MemoryStore\n"
        "from trust_desktop.services import vaults\n"
        "from trust_desktop.domain.errors import WaitFirst\n"
        "places = vaults.Places(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "try: vaults.recover(places, MemoryStore(), int(sys.argv[3]), sys.argv[4], None)\n"
        "except WaitFirst as problem: print(30 < problem.seconds <= 60)\n"
    )
    arguments = [str(places.data), str(places.runtime), str(number), _wrong_code()]
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert ran.stdout.strip() == "True"


@pytest.mark.once
def test_a_try_is_noted_before_its_answer_is_known(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To kill the program while it derives a key saves nobody the wait."""
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    seen: list[int] = []
    keep = tries_file.save

    def saved(folder: Path, tries: Tries) -> None:
        keep(folder, tries)
        seen.append(tries.in_row)

    monkeypatch.setattr(tries_file, "save", saved)
    vaults.unlock(places, store, number, PASSPHRASE).close()
    assert seen == [1, 0]


@pytest.mark.usefixtures("since_boot")
def test_what_the_keyring_keeps_from_being_tried_is_no_try(places: Places, store: FaultyStore) -> None:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    store.faults["read"] = raising(KeyringLocked())
    _refused(lambda: vaults.unlock(places, store, number, WRONG), KeyringLocked)
    store.faults.clear()
    store.alter()
    _refused(lambda: vaults.unlock(places, store, number, WRONG), SecretMissing)
    store.kind = "macos-keychain"
    _refused(lambda: vaults.unlock(places, store, number, WRONG), BackendChanged)
    for nothing in ("", None):
        _refused(lambda typed=nothing: vaults.unlock(places, store, number, typed), WrongPassphrase)  # type: ignore[misc]
    assert (_kept(places).total, _kept(places).in_row) == (0, 0)


def test_a_vault_the_keyring_opens_waits_for_no_wrong_codes(
    places: Places, store: FaultyStore, since_boot: SinceBoot
) -> None:
    number, code = finished_vault(places, store)
    for _ in range(3):
        since_boot.forward(2)
        _refused(lambda: vaults.recover(places, store, number, _wrong_code(), None), WrongRecoveryCode)
    _refused(lambda: vaults.recover(places, store, number, code, None), WaitFirst)
    vaults.unlock(places, store, number, None).close()
    vaults.recover(places, store, number, code, None).session.close()


@pytest.mark.once
def test_proving_the_passphrase_of_an_open_vault_waits_too(
    places: Places, store: FaultyStore, since_boot: SinceBoot
) -> None:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    session = vaults.unlock(places, store, number, PASSPHRASE)
    for _ in range(2):
        _refused(lambda: vaults.prove_passphrase(places, store, number, WRONG), WrongPassphrase)
    _refused(lambda: vaults.prove_passphrase(places, store, number, PASSPHRASE), WaitFirst)
    since_boot.forward(1)
    vaults.prove_passphrase(places, store, number, PASSPHRASE)
    assert _kept(places).in_row == 0
    session.close()


@pytest.mark.usefixtures("since_boot")
def test_each_vault_has_a_wait_of_its_own(places: Places, store: FaultyStore) -> None:
    first, _ = finished_vault(places, store)
    second, code = finished_vault(places, store)
    for _ in range(2):
        _refused(lambda: vaults.recover(places, store, first, _wrong_code(), None), WrongRecoveryCode)
    _refused(lambda: vaults.recover(places, store, first, _wrong_code(), None), WaitFirst)
    vaults.recover(places, store, second, code, None).session.close()


def test_the_file_is_for_this_account_only_and_says_nothing_of_anybody(
    places: Places, store: FaultyStore
) -> None:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    _refused(lambda: vaults.unlock(places, store, number, WRONG), WrongPassphrase)
    path = _folder(places) / tries_file.NAME
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_size < 80
    assert b"walnut" not in path.read_bytes()


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"noise \xff\xfe",
        b"2 0badcafe 1 1 1 -\n",
        b"1 0badcafe -1 1 1 -\n",
        b"1 0badcafe 1 1 1 -",
        b"1 0badcafe 1 1 99999999999999 -\n",
    ],
)
def test_a_file_that_cannot_be_read_is_none(places: Places, held: bytes) -> None:
    folder = _folder_of_one(places)
    (folder / tries_file.NAME).write_bytes(held)
    assert tries_file.load(folder) is None
    assert vaults.wait_left(places, VaultInfo(1, folder.name)) == 0


def test_a_folder_or_a_day_that_cannot_be_in_its_place_bars_nobody(places: Places) -> None:
    folder = _folder_of_one(places)
    path = folder / tries_file.NAME
    path.write_bytes(b"1 0badcafe 3 2 1 2026-11-24T18:00:00\n")
    assert tries_file.load(folder) == Tries("0badcafe", 3, 2, 1)
    for day in (b"yesterday", b"9999-12-31T23:59:59-23:59", b"0001-01-01T00:00:00+14:00"):
        path.write_bytes(b"1 0badcafe 3 2 1 " + day + b"\n")
        assert tries_file.load(folder) == Tries("0badcafe", 3, 2, 1)
    path.unlink()
    path.mkdir()
    assert tries_file.load(folder) is None


@pytest.mark.once
def test_where_the_file_cannot_be_written_the_vault_opens_all_the_same(
    places: Places, store: FaultyStore
) -> None:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    path = _folder(places) / tries_file.NAME
    path.unlink()
    path.mkdir()
    _refused(lambda: vaults.unlock(places, store, number, WRONG), WrongPassphrase)
    vaults.unlock(places, store, number, PASSPHRASE).close()


def test_before_the_set_up_ends_wrong_codes_wait_as_well(
    places: Places, store: FaultyStore, since_boot: SinceBoot
) -> None:
    new_vault = begin_vault(places, store)
    for _ in range(2):
        _refused(lambda: vaults.prove_recovery(places, new_vault, _wrong_code()), WrongRecoveryCode)
    _refused(lambda: vaults.prove_recovery(places, new_vault, new_vault.recovery_code), WaitFirst)
    since_boot.forward(1)
    vaults.prove_recovery(places, new_vault, new_vault.recovery_code).close()
