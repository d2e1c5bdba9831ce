"""`kill -9` while a vault is destroyed: it is the old vault or on its way out, and the next start finishes that."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sizes import size

ROUNDS = size(50, 500)


@pytest.mark.once
def test_kills_while_destroying_leave_the_vault_or_nothing(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.destroyed", str(tmp_path), str(ROUNDS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    seen = json.loads(ended.stdout)
    assert seen["rounds"] == ROUNDS
    assert seen["killed"] > ROUNDS / 2  # the kills fell while work was done, not after
    assert seen["steps"] > 20
    assert 0 < seen["old"] < seen["killed"]
