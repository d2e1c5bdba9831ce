"""`faults`: kills, power cuts, errors of the disk and of the keyring, and a table of what became of the vault."""

import os
import subprocess
import sys
from collections.abc import Sequence

from trust_desktop.dev import system
from trust_desktop.dev.environments import Environment

__all__ = ["run"]


def run(environment: Environment, arguments: Sequence[str], *, long: bool, json: str | None) -> int:
    line = system.ensure((*system.TEST, *(system.LONG_FAULTS if long else ())))
    if line:
        print(f"{line}\nWithout these, the tests that need them are skipped.", file=sys.stderr)
    command = [str(environment.python), "-m", "pytest", "--fault-table", *(arguments or ("tests/faults",))]
    if json:
        command += ["--fault-json", json]
    if long:
        command += ["--timeout", "10800"]
    sizes = {"FAULTS_LONG": "1"} if long else {}
    return subprocess.run(command, env=os.environ | sizes, check=False).returncode
