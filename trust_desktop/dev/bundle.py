"""`build`: the frozen program, the same to the byte from the same commit."""

import os
import subprocess
from pathlib import Path
from typing import Final

from trust_desktop.dev.environments import CHECKOUT, Environment

__all__ = ["build"]

_FIRST_COMMIT_DAY: Final = "1795392000"  # where there is no git to ask


def build(environment: Environment) -> int:
    fixed = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": _commit_time()}
    command = [
        str(environment.program("pyinstaller")),
        "--noconfirm",
        "--clean",
        "--log-level=ERROR",
        "build.spec",
    ]
    code = subprocess.run(command, env=os.environ | fixed, check=False).returncode
    if code == 0:
        folder = CHECKOUT / "dist" / "daybook"
        print(f"{folder.relative_to(CHECKOUT)}: {_size(folder) / 1e6:.0f} MB")
    return code


def _commit_time() -> str:
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
        )
    except OSError:
        return _FIRST_COMMIT_DAY
    return asked.stdout.strip() or _FIRST_COMMIT_DAY


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
