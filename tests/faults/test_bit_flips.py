"""One changed bit, a file cut, swapped or replaced, a header made up: named for what it is, and left as it is."""

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.fault_rows import Report
from tests.support.sizes import size
from tests.support.vaults import bytes_below, finished_vault, places_in
from trust_desktop import logs
from trust_desktop.domain.errors import (
    HeaderDamaged,
    VaultDamaged,
    VaultProblem,
    VaultSwapped,
    VaultTooNew,
)
from trust_desktop.security import header as headers
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import following_through, vaults
from trust_desktop.services.vaults import Places

pytestmark = pytest.mark.once

PAGE: Final = 4096
SALT: Final = 16
IV: Final = 16
HMAC: Final = 64
FLIPS: Final = size(260, 3600)
FILES: Final = size(40, 400)
HEADERS: Final = size(100, 1000)


@dataclass
class Victim:
    """A finished vault with something written, another one beside it, and what the program says meanwhile."""

    places: Places
    store: MemoryStore
    folder: Path
    other: Path
    log: Path

    @property
    def database(self) -> Path:
        return self.folder / "vault.db"

    def opened(self) -> VaultProblem | None:
        """What opening ends in, by the number it is listed under; None if it opens."""
        listings = vaults.list_vaults(self.places)
        number = next(one.info.number for one in listings if one.info.folder == self.folder.name)
        try:
            vaults.unlock(self.places, self.store, number, None).close()
        except VaultProblem as raised:
            problem = raised
        else:
            return None
        assert problem.number == number
        return problem


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Victim:
    base = tmp_path_factory.mktemp("flips")
    places, store = places_in(base), MemoryStore()
    number, _ = finished_vault(places, store)
    other, _ = finished_vault(places, store)
    session = vaults.unlock(places, store, number, None)
    for day in range(1, 29):
        following_through.set_note(session, session.today.replace(day=day), "marmalade " * 40)
    session.close()
    vaults.unlock(places, store, other, None).close()
    folders = {one.info.number: places.data / one.info.folder for one in vaults.list_vaults(places)}
    return Victim(places, store, folders[number], folders[other], base / "logs")


@pytest.fixture(autouse=True)
def nothing_said(victim: Victim, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Neither on the terminal nor in the log, and everything is as it was; the vault opens as before, and notes that."""
    whole = _but_databases(victim)
    logs.start(victim.log)
    yield
    logs.stop()
    assert not victim.log.exists()
    assert capfd.readouterr() == ("", "")
    assert _but_databases(victim) == whole
    assert victim.opened() is None


def _but_databases(victim: Victim) -> dict[str, bytes]:
    found = bytes_below(victim.places.data)
    return {name: data for name, data in found.items() if not name.endswith("vault.db")}


def gone_wrong(victim: Victim, changed: bytes, kind: type[VaultProblem] = VaultDamaged) -> bool:
    """With these bytes for the database: whether anything but this problem came of it."""
    whole = victim.database.read_bytes()
    victim.database.write_bytes(changed)
    before = bytes_below(victim.places.data)
    try:
        right = type(victim.opened()) is kind
        untouched = bytes_below(victim.places.data) == before
        return not (right and untouched and len(vaults.list_vaults(victim.places)) == 2)
    finally:
        victim.database.write_bytes(whole)


def none_is_taken_for_good(victim: Victim, row: Report, fault: str, files: Iterable[bytes]) -> None:
    wrong = [gone_wrong(victim, changed) for changed in files]
    row(fault, tries=len(wrong), broken=sum(wrong), note="not reported, or written on, counts as broken")
    assert not any(wrong)


def in_page(start: int, length: int) -> Callable[[random.Random, int], int]:
    return lambda chance, pages: chance.randrange(pages) * PAGE + start + chance.randrange(length)


CLASSES: Final[dict[str, tuple[Callable[[random.Random, int], int], float]]] = {
    "salt": (lambda chance, _pages: chance.randrange(SALT), 0.15),
    "iv": (in_page(PAGE - HMAC - IV, IV), 0.15),
    "data": (in_page(SALT, PAGE - HMAC - IV - SALT), 0.5),
    "hmac": (in_page(PAGE - HMAC, HMAC), 0.2),
}


@pytest.mark.parametrize("name", CLASSES)
def test_no_changed_bit_is_taken_for_good(victim: Victim, fault_row: Report, name: str) -> None:
    whole = victim.database.read_bytes()
    place_in, share = CLASSES[name]
    chance = random.Random(name)

    def flipped() -> bytes:
        changed = bytearray(whole)
        changed[place_in(chance, len(whole) // PAGE)] ^= 1 << chance.randrange(8)
        return bytes(changed)

    files = (flipped() for _ in range(round(FLIPS * share)))
    none_is_taken_for_good(victim, fault_row, f"one bit flipped in the {name}", files)


def test_no_cut_file_is_taken_for_good(victim: Victim, fault_row: Report) -> None:
    whole = victim.database.read_bytes()
    chance = random.Random("cut")
    lengths = [0, 1, SALT, PAGE, len(whole) - PAGE, len(whole) - 1]
    lengths += [chance.randrange(len(whole)) for _ in range(FILES - len(lengths))]
    none_is_taken_for_good(victim, fault_row, "file cut short or empty", (whole[:one] for one in lengths))


def test_no_noise_is_taken_for_a_vault_with_or_without_its_salt(victim: Victim, fault_row: Report) -> None:
    salt = victim.database.read_bytes()[:SALT]
    chance = random.Random("noise")
    files = (
        (salt if number % 2 else b"") + chance.randbytes(chance.randrange(1, 40 * PAGE))
        for number in range(FILES)
    )
    none_is_taken_for_good(victim, fault_row, "noise in place of the file", files)


def test_a_page_in_the_place_of_another_is_found(victim: Victim, fault_row: Report) -> None:
    whole = victim.database.read_bytes()
    chance = random.Random("pages")

    def moved() -> bytes:
        one, other = (place * PAGE for place in chance.sample(range(len(whole) // PAGE), 2))
        return whole[:one] + whole[other : other + PAGE] + whole[one + PAGE :]

    none_is_taken_for_good(
        victim, fault_row, "one page in the place of another", (moved() for _ in range(FILES // 2))
    )


def test_a_plain_database_is_not_opened(victim: Victim, tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE vault (vault_id)")
    plain.commit()
    plain.close()
    assert not gone_wrong(victim, (tmp_path / "plain.db").read_bytes())


def test_another_vault_s_file_is_called_swapped(victim: Victim) -> None:
    assert not gone_wrong(victim, (victim.other / "vault.db").read_bytes(), VaultSwapped)


def test_a_longer_file_is_refused(victim: Victim) -> None:
    assert not gone_wrong(victim, victim.database.read_bytes() + bytes(PAGE))


# headers


@st.composite
def _bent(draw: st.DrawFn, whole: bytes) -> bytes:
    """A real header changed here and there, with or without a checksum that fits."""
    body = bytearray(whole[:-4])
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(body) - 1))
        how = draw(st.sampled_from(("set", "cut", "repeat")))
        if how == "set":
            body[place] = draw(st.integers(0, 255))
        elif how == "cut" and len(body) > 2:
            del body[place : place + draw(st.integers(1, 40))]
            body = body or bytearray(b"?")
        else:
            body[place:place] = body[place : place + draw(st.integers(1, 40))]
    return bytes(body) + (headers.checksum_of(bytes(body)) if draw(st.booleans()) else whole[-4:])


@settings(max_examples=HEADERS, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_made_up_header_ends_in_anything_but_a_problem(victim: Victim, data: st.DataObject) -> None:
    paths = [victim.folder / name for name in ("header.1", "header.2")]
    whole = [path.read_bytes() for path in paths]
    one = st.binary(max_size=600) | _bent(whole[0]) | st.just(whole[0][: len(whole[0]) // 2])
    try:
        for path in paths:
            path.write_bytes(data.draw(one))
        before = bytes_below(victim.places.data)
        problem = victim.opened()
        if problem is not None:
            assert bytes_below(victim.places.data) == before
        assert len(vaults.list_vaults(victim.places)) == 2
    finally:
        for path, bytes_ in zip(paths, whole, strict=True):
            path.write_bytes(bytes_)
            path.with_name(path.name + ".damaged").unlink(missing_ok=True)


@settings(max_examples=HEADERS // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_one_whole_copy_of_the_header_is_enough(victim: Victim, data: st.DataObject) -> None:
    paths = [victim.folder / name for name in ("header.1", "header.2")]
    whole = [path.read_bytes() for path in paths]
    bent = data.draw(st.sampled_from(paths))
    noise = data.draw(st.binary(max_size=600) | _bent(whole[0]))
    try:
        bent.write_bytes(noise)
        problem = victim.opened()
        assert problem is None or isinstance(problem, VaultTooNew)
        if problem is None:
            assert [path.read_bytes() for path in paths] == whole
    finally:
        for path, bytes_ in zip(paths, whole, strict=True):
            path.write_bytes(bytes_)
            path.with_name(path.name + ".damaged").unlink(missing_ok=True)


def test_both_headers_gone_or_empty_are_said(victim: Victim) -> None:
    paths = [victim.folder / name for name in ("header.1", "header.2")]
    whole = [path.read_bytes() for path in paths]
    for data in (b"", whole[0][:-1], bytes(len(whole[0]))):
        for path in paths:
            path.write_bytes(data)
        assert type(victim.opened()) is HeaderDamaged
    for path, bytes_ in zip(paths, whole, strict=True):
        path.write_bytes(bytes_)
