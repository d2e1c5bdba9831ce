"""The power fails while keys change: the vault opens by the old or by the new secret, and by the new one once that was said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.fault_rows import Report
from tests.support.sizes import size
from tests.support.source import CHECKOUT

pytestmark = [pytest.mark.strace, pytest.mark.slow, pytest.mark.once]


@pytest.mark.parametrize("kind", ["passphrase", "database-key"])
def test_no_power_cut_leaves_a_vault_that_neither_secret_opens(
    tmp_path: Path, fault_row: Report, kind: str
) -> None:
    images = size(40, 1000)
    command = [sys.executable, "-m", "tests.faults.power_keys", str(tmp_path), kind, str(images)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    assert (ended.returncode, ended.stderr) == (0, "")
    seen = json.loads(ended.stdout)
    note = f"{seen['old']} opened by the old secret, {seen['new']} by the new one"
    fault_row(
        f"power cut while keys change ({kind})",
        tries=images,
        broken=seen["broken"],
        lost=seen["lost"],
        note=note,
    )
    assert (seen["broken"], seen["lost"]) == (0, 0)
    assert seen["pending"] == 0  # a log that comes back beside the new file is met by one image in thousands
    assert seen["old"] + seen["new"] == images
    assert min(seen["old"], seen["new"]) > 0
