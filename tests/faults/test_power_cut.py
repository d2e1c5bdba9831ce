"""The power fails while saving: what was acknowledged is there, whatever the disk did with what was not synced yet."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.fault_rows import OURS, Report
from tests.support.sizes import size
from tests.support.source import CHECKOUT

pytestmark = [pytest.mark.strace, pytest.mark.slow, pytest.mark.once]

FAULT = "power cut while saving (lost, torn, reordered)"
TWO_SESSIONS = (16, 60)
"""Saves in each: the log is closed between them, and in the second it is written back while it goes on."""


def _cut(folder: Path, engine: str, images: int, saves: tuple[int, ...]) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.faults.power_cut", str(folder), engine, str(images)]
    ended = subprocess.run(
        [*command, *map(str, saves)], capture_output=True, text=True, check=False, cwd=CHECKOUT
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    seen: dict[str, int] = json.loads(ended.stdout)
    assert seen["whole"] + seen["lost"] + seen["broken"] == images
    return seen


def _told(row: Report, seen: dict[str, int], images: int, who: str, note: str = "") -> None:
    counted = f"{seen['writes']:,} writes and {seen['syncs']:,} syncs recorded"
    row(FAULT, tries=images, broken=seen["broken"], lost=seen["lost"], who=who, note=note or counted)


def test_no_power_cut_breaks_the_vault_or_loses_what_was_acknowledged(
    tmp_path: Path, fault_row: Report
) -> None:
    images = size(300, 2000)
    seen = _cut(tmp_path, "ours", images, TWO_SESSIONS)
    _told(fault_row, seen, images, OURS)
    assert (seen["broken"], seen["lost"]) == (0, 0)


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_the_same_cuts_notice_an_engine_that_does_not_wait_for_the_disk(
    tmp_path: Path, fault_row: Report, synchronous: str
) -> None:
    images = size(40, 2000)
    seen = _cut(tmp_path, synchronous, images, (16,))
    _told(
        fault_row, seen, images, f"ours with synchronous={synchronous}", "must lose: the proof that it bites"
    )
    assert seen["lost"] > images / 10
    assert (seen["broken"] > 0) == (synchronous == "OFF")


def test_plain_sqlite_stands_beside_it_and_never_breaks(tmp_path: Path, fault_row: Report) -> None:
    """By its defaults it does not wait until the end of its journal is on the disk: its manual says so of FULL."""
    images = size(40, 2000)
    seen = _cut(tmp_path, "plain", images, TWO_SESSIONS)
    _told(fault_row, seen, images, "sqlite3, its defaults", "the unlinking of a journal is not synced")
    assert seen["broken"] == 0
