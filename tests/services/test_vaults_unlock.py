"""The everyday way in, each way it can be barred, and that nothing on disk changes when it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.keyrings import FaultyStore, Prompt, raising
from tests.support.processes import PATIENCE, wait_until
from tests.support.vaults import PASSPHRASE, bytes_below, finished_vault
from trust_desktop.domain.errors import (
    BackendChanged,
    Cancelled,
    HeaderDamaged,
    KeyringLocked,
    KeyringTimeout,
    KeyringUnavailable,
    SecretMissing,
    VaultInUse,
    VaultProblem,
    WrongPassphrase,
)
from trust_desktop.domain.vault import Protection
from trust_desktop.security import header as headers
from trust_desktop.security.header import Header
from trust_desktop.services import settings, vaults
from trust_desktop.services.vaults import Asking, Places


@pytest.fixture
def code(places: Places, store: FaultyStore) -> str:
    """Recovery code of vault 1, which the keyring opens alone."""
    return finished_vault(places, store)[1]


def _barred(places: Places, store: FaultyStore, kind: type[VaultProblem]) -> VaultProblem:
    before = bytes_below(places.data)
    with pytest.raises(kind) as raised:
        vaults.unlock(places, store, 1, None)
    assert bytes_below(places.data) == before
    assert raised.value.number == 1
    return raised.value


def test_a_missing_secret_leads_to_the_code_never_to_a_new_vault(
    places: Places, store: FaultyStore, code: str
) -> None:
    store.forget()
    _barred(places, store, SecretMissing)

    recovered = vaults.recover(places, store, 1, code, None)
    assert recovered.can_renew
    recovered.session.close()
    assert len(vaults.list_vaults(places)) == 1


def test_an_altered_secret_counts_as_missing(places: Places, store: FaultyStore, code: str) -> None:
    store.alter()
    _barred(places, store, SecretMissing)
    assert code


@pytest.mark.usefixtures("code")
def test_another_kind_of_keyring_is_named(places: Places, store: FaultyStore) -> None:
    store.kind = "macos-keychain"
    assert _barred(places, store, BackendChanged).detail == "memory"


@pytest.mark.usefixtures("code")
def test_another_program_behind_the_keyring_explains_a_missing_secret(
    places: Places, store: FaultyStore
) -> None:
    store.program = "second-keyring"
    vaults.unlock(places, store, 1, None).close()

    store.forget()
    assert _barred(places, store, BackendChanged).detail == "first-keyring"


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("problem", [KeyringLocked(), KeyringUnavailable()])
def test_a_keyring_that_does_not_open_is_named(
    places: Places, store: FaultyStore, problem: VaultProblem
) -> None:
    store.faults["read"] = raising(problem)
    _barred(places, store, type(problem))


def test_a_wrong_passphrase_changes_nothing(places: Places, store: FaultyStore) -> None:
    finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    before = bytes_below(places.data, but="tries")
    for wrong in ("walnut harbour stencil opaque fairy", "", None):
        with pytest.raises(WrongPassphrase):
            vaults.unlock(places, store, 1, wrong)

    assert bytes_below(places.data, but="tries") == before
    vaults.unlock(places, store, 1, f"  {PASSPHRASE}  ").close()


def test_neither_factor_opens_without_the_other(places: Places, store: FaultyStore) -> None:
    """A partner on the same account has the keyring; a thief of the disk may learn the passphrase."""
    finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    store.forget()
    with pytest.raises(SecretMissing):
        vaults.unlock(places, store, 1, PASSPHRASE)


@pytest.mark.usefixtures("code")
def test_an_unanswered_prompt_turns_into_a_page_and_the_late_answer_still_counts(
    places: Places, store: FaultyStore
) -> None:
    prompt = store.faults["read"] = Prompt()
    asking = Asking(on_slow=prompt.answer, slow_seconds=0.05)

    vaults.unlock(places, store, 1, None, asking).close()


@pytest.mark.usefixtures("code")
def test_an_unanswered_prompt_can_be_cancelled(places: Places, store: FaultyStore) -> None:
    prompt = store.faults["read"] = Prompt()
    asking = Asking(slow_seconds=PATIENCE)
    prompt.once_shown(asking.cancel)
    with pytest.raises(Cancelled):
        vaults.unlock(places, store, 1, None, asking)
    assert not prompt.gone.is_set()

    store.faults.clear()
    vaults.unlock(places, store, 1, None).close()


@pytest.mark.usefixtures("code")
def test_with_nobody_to_tell_an_unanswered_prompt_is_a_problem(places: Places, store: FaultyStore) -> None:
    store.faults["read"] = Prompt()
    with pytest.raises(KeyringTimeout):
        vaults.unlock(places, store, 1, None, Asking(slow_seconds=0.05))


@pytest.mark.usefixtures("code")
def test_an_open_vault_is_not_opened_twice(places: Places, store: FaultyStore) -> None:
    session = vaults.unlock(places, store, 1, None)
    with pytest.raises(VaultInUse):
        vaults.unlock(places, store, 1, None)
    settings.save(session, settings.load(session))
    session.close()
    vaults.unlock(places, store, 1, None).close()


@pytest.mark.usefixtures("code")
def test_strays_beside_the_item_go_at_the_next_unlocking(places: Places, store: FaultyStore) -> None:
    ((service, item),) = store.items()
    store.write(service, item + 1, bytearray(32))
    vaults.unlock(places, store, 1, None).close()

    wait_until(lambda: store.items() == [(service, item)], "the strays to go")


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("copy", ["header.1", "header.2"])
@pytest.mark.parametrize("damage", ["gone", "empty", "noise", "cut", "flipped"])
def test_one_damaged_header_copy_opens_by_the_other_and_is_mended_only_then(
    places: Places, store: FaultyStore, copy: str, damage: str
) -> None:
    path = next(places.data.glob(f"*/{copy}"))
    whole = path.read_bytes()
    broken = {
        "gone": None,
        "empty": b"",
        "noise": bytes(range(256)),
        "cut": whole[:-7],
        "flipped": whole[:40] + bytes([whole[40] ^ 4]) + whole[41:],
    }[damage]
    _replace(path, broken)
    before = bytes_below(places.data)
    assert len(vaults.list_vaults(places)) == 1
    store.faults["read"] = raising(KeyringLocked())
    with pytest.raises(KeyringLocked):
        vaults.unlock(places, store, 1, None)
    assert bytes_below(places.data) == before

    store.faults.clear()
    vaults.unlock(places, store, 1, None).close()
    aside = path.with_name(path.name + ".damaged")
    assert path.read_bytes() == whole
    assert (aside.read_bytes() if aside.exists() else None) == broken


@pytest.mark.usefixtures("code")
def test_the_first_damaged_copy_kept_aside_is_not_written_over(places: Places, store: FaultyStore) -> None:
    path = next(places.data.glob("*/header.1"))
    for damage in (b"first", b"second"):
        path.write_bytes(damage)
        vaults.unlock(places, store, 1, None).close()

    assert path.with_name("header.1.damaged").read_bytes() == b"first"


def _changed(genuine: Header, **changes: object) -> bytes:
    """Whole by its checksum, newer by its number, but without our MAC."""
    return headers.encode(replace(genuine, generation=genuine.generation + 1, **changes))  # type: ignore[arg-type]


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("change", ["label", "slots"])
def test_a_header_someone_changed_gives_way_to_the_genuine_copy(
    places: Places, store: FaultyStore, change: str
) -> None:
    path = next(places.data.glob("*/header.1"))
    genuine = headers.parse(path.read_bytes())
    without_key = tuple(slot for slot in genuine.slots if not slot.type.with_device)
    path.write_bytes(
        _changed(genuine, **{"label": {"label": "Red"}, "slots": {"slots": without_key}}[change])
    )

    session = vaults.unlock(places, store, 1, None)
    assert session.info is not None
    assert session.info.label == ""
    session.close()
    assert headers.parse(path.read_bytes()) == genuine


@pytest.mark.usefixtures("code")
def test_two_changed_headers_open_nothing(places: Places, store: FaultyStore) -> None:
    for path in places.data.glob("*/header.?"):
        path.write_bytes(_changed(headers.parse(path.read_bytes()), label="Red"))
    _barred(places, store, HeaderDamaged)


@pytest.mark.usefixtures("code")
def test_a_header_write_cut_short_between_the_copies_goes_on_with_the_newer(
    places: Places, store: FaultyStore
) -> None:
    first, second = (next(places.data.glob(f"*/{name}")) for name in ("header.1", "header.2"))
    older = first.with_name("header.1.tmp")
    older.write_bytes(b"half")
    recovered_from = headers.parse(second.read_bytes())
    vaults.unlock(places, store, 1, None).close()

    assert not older.exists()
    assert headers.parse(first.read_bytes()) == recovered_from


def _replace(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
