"""`dev screenshots` takes a picture of every page in every look."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source import CHECKOUT

pytestmark = pytest.mark.once


def test_every_page_is_taken_in_every_look(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docs.screenshots", str(tmp_path)]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    pictures = {path.stem: path.read_bytes() for path in tmp_path.glob("*.png")}
    pages = {name.removesuffix("-dark") for name in pictures if name.endswith("-dark")}
    assert {
        *(f"first-run-{page}" for page in ("1-welcome", "2-who-else", "3-passphrase", "3-keyring-alone")),
        *(f"first-run-{page}" for page in ("4-recovery", "4-recovery-code", "4-recovery-proof", "5-safety")),
        *("lock-screen", "recovery", "recovery-new-secret", "problem-damaged"),
        *("today", "today-empty", "today-not-said", "today-first-day", "today-narrow"),
        *("plan", "plan-empty", "plan-not-said", "plan-history", "plan-change"),
        *(
            "plan-wizard",
            "plan-wizard-1-before-you-start",
            "plan-wizard-2-fair-chance",
            "plan-wizard-examples",
        ),
        *("plan-wizard-6-fought-lately", "plan-wizard-7-your-side-empty", "plan-wizard-7-your-side"),
        *("plan-wizard-8-both-ways", "plan-wizard-8-noticed", "plan-wizard-9-how-you-will-say-it"),
        *("plan-wizard-10-still-open", "plan-wizard-10-read-once-more"),
        *("calendar", "calendar-week", "calendar-list", "calendar-narrow", "calendar-fill-days"),
        *("say-it", "say-it-empty", "say-it-when", "help-and-safety", "settings", "shortcuts"),
    } <= pages
    assert {f"{page}-{look}" for page in pages for look in ("light", "dark", "light-200")} == set(pictures)
    assert len(set(pictures.values())) == len(pictures), "no two pictures are the same"
