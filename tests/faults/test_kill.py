"""`kill -9` below the window: what was acknowledged is there afterwards, and every vault opens at once."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.fault_rows import Report
from tests.support.sizes import size
from tests.support.stretch import stretch

pytestmark = [pytest.mark.slow, pytest.mark.once]

AT_ONCE = 1.0
"""Seconds within which what was left opens at the worst of all kills, where nothing else runs."""


def killed(folder: Path, rounds: int, work: str) -> dict[str, Any]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.kills", str(folder), str(rounds), work],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    seen: dict[str, Any] = json.loads(ended.stdout)
    return {**seen, "spoken": ended.stderr}


def _is_whole(
    seen: dict[str, Any], row: Report, fault: str, who: str = "ours", note: str | None = None
) -> None:
    opened = f"opened again in {seen['reopen']} s at most" if seen["reopen"] else ""
    row(
        fault,
        tries=seen["rounds"],
        broken=seen["broken"],
        lost=seen["lost"],
        who=who,
        note=opened if note is None else note,
    )
    assert (seen["broken"], seen["lost"], seen["spoken"]) == (0, 0, "")


def test_killed_while_marking_and_saving_nothing_acknowledged_is_lost(
    tmp_path: Path, fault_row: Report
) -> None:
    with stretch() as stretched:
        seen = killed(tmp_path, size(150, 1000), "marks")
    _is_whole(seen, fault_row, "kill -9 while saving")
    assert seen["different"] > seen["rounds"] * 0.45  # the kills fell while work was done, not before
    assert seen["reopen"] <= AT_ONCE * stretched.worst


def test_plain_sqlite_stands_beside_it(tmp_path: Path, fault_row: Report) -> None:
    _is_whole(
        killed(tmp_path, size(50, 1000), "plain"), fault_row, "kill -9 while saving", "sqlite3, its defaults"
    )


def test_killed_while_the_header_is_written_the_vault_opens(tmp_path: Path, fault_row: Report) -> None:
    seen = killed(tmp_path, size(40, 500), "header")
    _is_whole(seen, fault_row, "kill -9 while the header is written")
    assert seen["different"] > seen["rounds"] * 0.45


def test_killed_while_a_vault_is_made_leaves_whole_vaults_only(tmp_path: Path, fault_row: Report) -> None:
    seen = killed(tmp_path, size(25, 500), "create")
    _is_whole(seen, fault_row, "kill -9 while a vault is made")


def test_killed_while_a_schema_is_brought_up_leaves_the_old_one_or_the_new(
    tmp_path: Path, fault_row: Report
) -> None:
    seen = killed(tmp_path, size(50, 500), "migrate")
    left = ", ".join(f"{state} {count}" for state, count in sorted(seen["left"].items()))
    _is_whole(seen, fault_row, "kill -9 while an old vault is migrated", note=f"left {left}")
    assert seen["left"].keys() >= {"old", "new"}


def test_killed_while_a_backup_is_made_the_older_one_counts(tmp_path: Path, fault_row: Report) -> None:
    seen = killed(tmp_path, size(50, 500), "backup")
    _is_whole(seen, fault_row, "kill -9 while a backup is made")


def test_killed_while_a_backup_is_restored_all_that_was_there_stays(
    tmp_path: Path, fault_row: Report
) -> None:
    seen = killed(tmp_path, size(50, 500), "restore")
    _is_whole(seen, fault_row, "kill -9 while a backup is restored")
