"""`dev screenshots` takes a picture of every page in every look."""

import subprocess
import sys
from pathlib import Path

from tests.support.source import CHECKOUT


def test_every_page_is_taken_in_every_look(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docs.screenshots", str(tmp_path)]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    pictures = {path.stem: path.read_bytes() for path in tmp_path.glob("*.png")}
    pages = {name.removesuffix("-dark") for name in pictures if name.endswith("-dark")}
    assert {
        "first-run",
        "lock-screen",
        "today",
        "plan",
        "calendar",
        "say-it",
        "plan-wizard",
        "settings",
    } <= pages
    assert {f"{page}-{look}" for page in pages for look in ("light", "dark", "light-200")} == set(pictures)
    assert len(set(pictures.values())) == len(pictures), "no two pictures are the same"
