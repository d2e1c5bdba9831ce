"""One call of the system in twenty fails, or there is no room: what was said to be kept is kept, the rest was said."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.support.fault_rows import Report
from tests.support.sizes import size
from tests.support.source import CHECKOUT

pytestmark = [pytest.mark.slow, pytest.mark.once]

IN_DOUBT = {"fsync"}
"""Where a refused save may be there after all: its bytes were written, but whether they are on the disk nobody knows."""


def _saved(row: Report, fault: str, folder: Path, saves: int, through: Sequence[str] = ()) -> dict[str, int]:
    program = [sys.executable, "-m", "tests.faults.io_errors", str(folder), fault, str(saves)]
    ended = subprocess.run([*through, *program], capture_output=True, text=True, check=False, cwd=CHECKOUT)
    assert (ended.returncode, ended.stderr) == (0, "")
    seen: dict[str, int] = json.loads(ended.stdout)
    said = [f"{name} {count}" for name, count in sorted(seen.items()) if "said" in name]
    counts = [f"{name} {seen[name]}" for name in ("kept", "refused", "kept though refused")]
    row(
        NAMES[fault],
        tries=saves,
        broken=seen["broken"],
        lost=seen["lost"],
        note=", ".join(counts + said),
    )
    assert (seen["broken"], seen["lost"]) == (0, 0)
    assert seen["kept though refused"] == 0 or fault in IN_DOUBT
    return seen


NAMES = {
    **{
        fault: f"5 % of every {fault} fails while saving"
        for fault in ("write", "read", "fsync", "open", "unlink")
    },
    "limit": "file-size limit while saving",
    "full": "disk full while saving",
}


@pytest.mark.libfiu
@pytest.mark.parametrize("fault", ["write", "read", "fsync", "open", "unlink"])
def test_what_is_kept_is_kept_though_calls_fail(tmp_path: Path, fault_row: Report, fault: str) -> None:
    seen = _saved(fault_row, fault, tmp_path, size(300, 3000), ("fiu-run", "-x", "-f", ""))
    assert seen["kept"] + seen["refused"] > size(300, 3000)
    if fault in {"write", "fsync"}:
        assert seen["refused"] > 0


def test_a_limit_on_file_size_is_said_and_saving_works_after_it(tmp_path: Path, fault_row: Report) -> None:
    _saved(fault_row, "limit", tmp_path, size(120, 3000))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system that has room for the vault, its log and not much more."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(tmp_path)], check=True)
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.second_user
def test_a_full_disk_is_said_and_saving_works_after_it(small_disk: Path, fault_row: Report) -> None:
    _saved(fault_row, "full", small_disk, size(120, 3000))
