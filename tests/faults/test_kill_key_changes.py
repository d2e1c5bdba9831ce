"""`kill -9` in the midst of each change of keys: the vault opens by the old or by the new secret, never by neither."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.support.fault_rows import Report
from tests.support.sizes import size

pytestmark = [pytest.mark.slow, pytest.mark.once]

_QUICK: Final = {
    "passphrase": 6,
    "passphrase-and-code": 4,
    "add": 6,
    "drop": 6,
    "device-secret": 8,
    "recovery-code": 8,
    "database-key": 12,
}
"""Fifty in all; those that stretch a passphrase take longest."""


@pytest.mark.parametrize("kind", _QUICK)
def test_the_old_or_the_new_secret_opens_everything(tmp_path: Path, kind: str, fault_row: Report) -> None:
    rounds = size(_QUICK[kind], 500)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.key_kills", str(tmp_path), kind, str(rounds)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    seen = json.loads(ended.stdout)
    fault_row(
        f"kill -9 while keys change ({kind})",
        tries=seen["rounds"],
        broken=seen["broken"],
        lost=0,
        note=f"{seen['old']} opened by the old secret, {seen['new']} by the new one",
    )
    assert (seen["broken"], ended.stderr) == (0, "")
