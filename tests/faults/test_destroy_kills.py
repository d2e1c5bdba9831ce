"""`kill -9` while a vault is destroyed: it is the old vault or on its way out, and the next start finishes that."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.fault_rows import Report
from tests.support.sizes import size

ROUNDS = size(50, 500)


@pytest.mark.once
def test_kills_while_destroying_leave_the_vault_or_nothing(tmp_path: Path, fault_row: Report) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.destroyed", str(tmp_path), str(ROUNDS)],
        capture_output=True,
        text=True,
        check=False,
    )
    broken = ended.returncode != 0
    seen = {"rounds": 0, "old": 0} if broken else json.loads(ended.stdout)
    note = f"{seen['old']} still the whole vault, the others gone after the next start"
    fault_row("kill -9 while destroying", tries=ROUNDS, broken=int(broken), note=note)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert seen["rounds"] == ROUNDS
    assert seen["killed"] > ROUNDS / 2  # the kills fell while work was done, not after
    assert seen["steps"] > 20
    assert 0 < seen["old"] < seen["killed"]
