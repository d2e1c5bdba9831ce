"""`kill -9` below the window: what was acknowledged is there afterwards, and every vault opens."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


def _killed(folder: Path, rounds: int, work: str) -> dict[str, int]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.nursery", str(folder), str(rounds), work],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    seen: dict[str, int] = json.loads(ended.stdout)
    return seen


@pytest.mark.slow
def test_130_kills_while_marking_and_saving_lose_nothing_acknowledged(tmp_path: Path) -> None:
    seen = _killed(tmp_path, 130, "marks")

    assert seen["rounds"] == 130
    assert seen["different"] > 60  # the kills fell while work was done, not before


@pytest.mark.slow
def test_40_kills_while_the_header_is_written_leave_a_vault_that_opens(tmp_path: Path) -> None:
    assert _killed(tmp_path, 40, "header")["different"] > 20


@pytest.mark.slow
def test_25_kills_while_a_vault_is_made_leave_whole_vaults_only(tmp_path: Path) -> None:
    assert _killed(tmp_path, 25, "create")["rounds"] == 25
