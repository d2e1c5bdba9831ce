"""A label for the lock screen: plain to read, changed only with the key, and the header stays whole."""

from dataclasses import replace

import pytest

from tests.builders import session_at
from tests.support.keyrings import FaultyStore
from tests.support.vaults import begin_vault, bytes_below, finished_vault
from trust_desktop.domain.errors import HeaderDamaged
from trust_desktop.security import header as headers
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places


@pytest.fixture
def opened(places: Places, store: FaultyStore) -> VaultSession:
    number, _ = finished_vault(places, store)
    return vaults.unlock(places, store, number, None)


def _labels(places: Places) -> list[str]:
    return [listing.info.label for listing in vaults.list_vaults(places)]


def test_the_label_stands_in_both_copies_and_the_vault_opens_as_before(
    places: Places, store: FaultyStore, opened: VaultSession
) -> None:
    vaults.rename(places, opened, "  Blue\n notebook ")
    assert opened.info is not None
    assert opened.info.label == "Blue notebook"
    copies = [headers.parse(path.read_bytes()) for path in sorted(places.data.glob("*/header.?"))]
    assert copies[0] == copies[1]
    opened.close()
    assert _labels(places) == ["Blue notebook"]

    again = vaults.unlock(places, store, 1, None)
    assert again.info is not None
    assert again.info.label == "Blue notebook"
    vaults.rename(places, again, "")
    again.close()
    assert _labels(places) == [""]


def test_a_long_label_is_cut_and_every_script_has_room(places: Places, opened: VaultSession) -> None:
    vaults.rename(places, opened, "📓" * 60)
    opened.close()
    assert _labels(places) == ["📓" * headers.LABEL_CHARACTERS]


def test_a_header_somebody_changed_gives_way_to_the_genuine_one(
    places: Places, store: FaultyStore, opened: VaultSession
) -> None:
    path = next(places.data.glob("*/header.1"))
    genuine = headers.parse(path.read_bytes())
    path.write_bytes(
        headers.encode(
            replace(genuine, generation=genuine.generation + 5, label="Red", slots=genuine.slots[:1])
        )
    )
    vaults.rename(places, opened, "Blue")
    opened.close()
    written = headers.parse(path.read_bytes())
    assert (written.label, written.slots) == ("Blue", genuine.slots)
    vaults.unlock(places, store, 1, None).close()


def test_without_a_genuine_header_none_is_written(places: Places, opened: VaultSession) -> None:
    for path in places.data.glob("*/header.?"):
        changed = replace(headers.parse(path.read_bytes()), label="Red")
        path.write_bytes(headers.encode(changed))
    before = bytes_below(places.data)
    with pytest.raises(HeaderDamaged):
        vaults.rename(places, opened, "Blue")
    assert bytes_below(places.data) == before
    opened.close()


def test_an_example_has_no_label(places: Places, tmp_path) -> None:
    session = session_at(tmp_path)
    with pytest.raises(ValueError, match="no header"):
        vaults.rename(places, session, "Blue")
    session.close()


def test_no_vault_opens_another(places: Places, store: FaultyStore) -> None:
    """Two people, a vault each: neither code opens the other's, and one being open bars nobody from the other."""
    mine, theirs = begin_vault(places, store, label="Blue"), begin_vault(places, store, label="Green")
    codes = [mine.recovery_code, theirs.recovery_code]
    for new_vault, code in zip((mine, theirs), codes, strict=True):
        vaults.prove_recovery(places, new_vault, code).close()
    with pytest.raises(Exception, match="WrongRecoveryCode"):
        vaults.recover(places, store, mine.info.number, codes[1], None)
    first = vaults.unlock(places, store, mine.info.number, None)
    second = vaults.unlock(places, store, theirs.info.number, None)
    vaults.rename(places, first, "Red")
    assert _labels(places) == ["Red", "Green"]
    first.close()
    second.close()
