"""A folder or file that cannot be written or read: a calm problem, no crash, and no second vault."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Root may write anywhere, so the deed is done as nobody, by a process that has loaded all it needs before.
_PROGRAM = """
import json, os, sys
from pathlib import Path
from tests.support.vaults import begin_vault, bytes_below, finished_vault, places_in
from trust_desktop.domain.errors import TrustError
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults

base, modes = Path(sys.argv[1]), json.loads(sys.argv[2])
places, store = places_in(base), MemoryStore()
number, code = finished_vault(places, store)
vaults.recover(places, store, number, code, None).session.close()
try:
    vaults.unlock(places, store, 9, None)
except TrustError:
    pass
folder = places.data / vaults.list_vaults(places)[0].info.folder
before = bytes_below(folder)
for path in [base, *base.rglob("*")]:
    os.chown(path, 65534, 65534)
targets = {places.data if name == ".." else folder / name: mode for name, mode in modes.items()}
for target, mode in targets.items():
    target.chmod(mode)
os.setgid(65534)
os.setuid(65534)

def problem(work):
    try:
        return repr(work())
    except TrustError as raised:
        return type(raised).__name__

said = {
    "list": problem(lambda: [listing.state.name for listing in vaults.list_vaults(places)]),
    "unlock": problem(lambda: vaults.unlock(places, store, number, None).close()),
    "recover": problem(lambda: vaults.recover(places, store, number, code, None).session.close()),
    "create": problem(lambda: begin_vault(places, store).info.number),
}
for target in targets:
    target.chmod(0o700)
said["unchanged"] = before == bytes_below(folder)
vaults.unlock(places, store, number, None).close()
print(json.dumps(said))
"""


@pytest.fixture
def base() -> Iterator[Path]:
    """A folder every user can reach; the ones of the test run are closed to others."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="td-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _run(base: Path, modes: dict[str, int]) -> dict[str, object]:
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(base), json.dumps(modes)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stderr == ""
    said: dict[str, object] = json.loads(ended.stdout)
    assert said.pop("unchanged") is True
    return said


@pytest.mark.second_user
@pytest.mark.parametrize(
    "modes", [{".": 0o500}, {"vault.db": 0o400}, {"header.2": 0o400}, {"lock": 0o400}], ids=str
)
def test_what_cannot_be_written_is_named_and_kept(base: Path, modes: dict[str, int]) -> None:
    assert _run(base, modes) == {
        "list": "['READ_ONLY']",
        "unlock": "ReadOnlyFolder",
        "recover": "ReadOnlyFolder",
        "create": "2",
    }


@pytest.mark.second_user
@pytest.mark.parametrize("modes", [{".": 0o000}, {"header.1": 0o000}], ids=str)
def test_what_cannot_be_read_is_named_and_kept(base: Path, modes: dict[str, int]) -> None:
    said = _run(base, modes)

    assert (said["list"], said["unlock"], said["recover"]) == (
        "['READ_ONLY']",
        "ReadOnlyFolder",
        "ReadOnlyFolder",
    )


@pytest.mark.second_user
def test_a_read_only_data_folder_takes_no_new_vault_but_opens_the_old_one(base: Path) -> None:
    said = _run(base, {"..": 0o500})

    assert (said["list"], said["create"]) == ("['READY']", "ReadOnlyFolder")


@pytest.mark.second_user
def test_a_closed_data_folder_is_not_an_empty_one(base: Path) -> None:
    assert _run(base, {"..": 0o000}) == dict.fromkeys(
        ("list", "unlock", "recover", "create"), "ReadOnlyFolder"
    )
