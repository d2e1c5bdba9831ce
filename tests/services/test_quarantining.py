"""A vault that cannot be opened is set aside whole, listed, and put back as it was; nothing is ever lost by it."""

from datetime import date

import pytest

from tests.builders import TODAY
from tests.support.vaults import bytes_below, finished_vault
from trust_desktop import identity
from trust_desktop.domain.errors import (
    ReadOnlyFolder,
    RuleBroken,
    SomethingInTheWay,
    VaultDamaged,
    VaultInUse,
    VaultMissing,
)
from trust_desktop.services import destroying, quarantining, vault_listing, vaults
from trust_desktop.storage import quarantine
from trust_desktop.storage.vault_folder import VaultFolder


@pytest.fixture
def number(places, store) -> int:
    return finished_vault(places, store)[0]


def _folder(places, number):
    return vault_listing.find(places, number)[1].path


def test_it_goes_whole_is_listed_and_comes_back(places, store, number):
    path = _folder(places, number) / "vault.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096])
    with pytest.raises(VaultDamaged):
        vaults.unlock(places, store, number, None)
    before = bytes_below(path.parent)

    quarantining.set_aside(places, number)
    assert vaults.list_vaults(places) == ()
    assert vaults.missing(places, ()) == ()
    (one,) = quarantining.listed(places)
    assert (one.number, one.label, one.day) == (number, "", date.today())  # noqa: DTZ011 - the person's own day
    assert bytes_below(places.data / one.place) == before

    quarantining.put_back(places, one.place)
    assert quarantining.listed(places) == ()
    assert bytes_below(path.parent) == before
    path.write_bytes(whole)
    vaults.unlock(places, store, number, None).close()


def test_its_number_is_never_given_to_another(places, store, number):
    quarantining.set_aside(places, number)
    other, _ = finished_vault(places, store)
    assert other == number + 1
    quarantining.put_back(places, quarantining.listed(places)[0].place)
    assert [one.info.number for one in vaults.list_vaults(places)] == [number, other]


def test_it_does_not_count_among_the_five(places, store, number, monkeypatch):
    monkeypatch.setattr(identity, "MAX_VAULTS", 1)
    quarantining.set_aside(places, number)
    finished_vault(places, store)
    with pytest.raises(RuleBroken, match="TOO_MANY_VAULTS"):
        quarantining.put_back(places, quarantining.listed(places)[0].place)
    assert len(quarantining.listed(places)) == 1


def test_one_that_is_open_stays(places, store, number):
    session = vaults.unlock(places, store, number, None)
    with pytest.raises(VaultInUse):
        quarantining.set_aside(places, number)
    session.close()


def test_a_place_that_was_taken_is_not_written_over(places, number):
    name = _folder(places, number).name
    quarantining.set_aside(places, number)
    (places.data / name).mkdir()
    with pytest.raises(SomethingInTheWay):
        quarantining.put_back(places, quarantining.listed(places)[0].place)
    assert len(quarantining.listed(places)) == 1


def test_one_that_went_meanwhile_is_said(places, number):
    quarantining.set_aside(places, number)
    with pytest.raises(VaultMissing):
        quarantining.put_back(places, "aside-00000000-2026-11-24")
    with pytest.raises(VaultMissing):
        quarantining.set_aside(places, number)


def test_a_damaged_header_is_known_by_the_number_noted(places, number):
    for name in ("header.1", "header.2"):
        (_folder(places, number) / name).write_bytes(b"noise")
    quarantining.set_aside(places, number)
    assert quarantining.listed(places)[0].number == number
    (places.data / "numbers").unlink()
    assert quarantining.listed(places)[0].number == 0


def test_a_link_is_not_renamed(places, number, tmp_path):
    folder = _folder(places, number)
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SomethingInTheWay) as raised:
        quarantining.set_aside(places, number)
    assert raised.value.number == number
    assert folder.is_symlink()


def test_two_of_one_name_on_one_day_stand_beside_each_other(tmp_path):
    for _ in range(2):
        (tmp_path / "0123abcd").mkdir()
        quarantine.put_aside(VaultFolder(tmp_path / "0123abcd"), TODAY)
    assert [one.path.name for one in quarantine.aside(tmp_path)] == [
        "aside-0123abcd-2026-11-24",
        "aside-0123abcd-2026-11-24-2",
    ]


def test_what_only_bears_such_a_name_is_none(tmp_path):
    assert quarantine.aside(tmp_path / "nowhere") == ()
    (tmp_path / "aside-0123abcd-2026-13-24").mkdir()
    (tmp_path / "aside-0123abcd").mkdir()
    (tmp_path / "aside-0123abcd-2026-11-24").write_text("a file")
    (tmp_path / "aside-0123abcd-2026-11-25").symlink_to(tmp_path / "aside-0123abcd")
    assert quarantine.aside(tmp_path) == ()
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadOnlyFolder):
        quarantine.aside(tmp_path / "file")


def test_a_folder_that_is_gone_is_not_renamed(tmp_path):
    with pytest.raises(VaultMissing):
        quarantine.put_aside(VaultFolder(tmp_path / "0123abcd"), TODAY)


def test_one_that_is_set_aside_keeps_everything_from_being_erased(places, store, number):
    other, _ = finished_vault(places, store)
    info = vault_listing.find(places, other)[0].info
    quarantining.set_aside(places, number)
    assert destroying.others(places, info) == ()
    with pytest.raises(ValueError, match="another vault"):
        destroying.mark_everything(places, info)
    assert not destroying.can_be_taken_off(places, number)


def test_the_first_page_knows_whether_there_is_one(places, store):
    assert not vaults.any_set_aside(places)
    number, _ = finished_vault(places, store)
    assert not vaults.any_set_aside(places)
    quarantining.set_aside(places, number)
    assert vaults.any_set_aside(places)
