"""Thousands of edits and many locks in the real window: no problem, and no memory that only grows."""

import json
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.vaults import fill
from tests.support.fault_rows import Report
from tests.support.secret_service import SecretService
from tests.support.sizes import size
from tests.support.source import CHECKOUT
from tests.support.vaults import finished_vault, places_in
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import following_through, vaults
from trust_desktop.services.session import local_now

MEGABYTE = 1024 * 1024
MOST_GROWTH = 20 * MEGABYTE


@pytest.mark.slow
@pytest.mark.once
def test_edits_and_locks_leave_no_problem_and_no_growing_memory(
    secret_service: SecretService, tmp_path: Path, fault_row: Report
) -> None:
    edits, locks = size(2000, 20_000), size(50, 200)
    places, store = places_in(tmp_path), OsKeyStore()
    number, _ = finished_vault(places, store)
    with closing(vaults.unlock(places, store, number, None)) as session:
        began = local_now() - timedelta(days=40)
        session.now = lambda: began
        fill(session, began)
    seen_at = tmp_path / "seen.json"
    arguments = [str(places.data), str(places.runtime), str(edits), str(locks), str(seen_at)]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.soak_window", *arguments],
        env={**secret_service.environment, "QT_QPA_PLATFORM": "offscreen"},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    seen = json.loads(seen_at.read_text(encoding="utf-8"))
    warm = seen["lives"][0][0]
    growth = max(end for _, end in seen["lives"]) - warm
    fault_row(
        f"soak, {seen['locks']} locks",
        tries=seen["edits"],
        broken=len(seen["problems"]),
        note=f"memory grew by {growth / MEGABYTE:.1f} MB at most, from {warm / MEGABYTE:.0f} MB",
    )
    assert (seen["edits"], seen["locks"], seen["problems"]) == (edits, locks, [])
    assert len(seen["lives"]) == locks + 1
    assert growth < MOST_GROWTH
    with closing(vaults.unlock(places, store, number, None)) as session:
        session._open_database().check()
        last = 3 * ((edits - 1) // 3)
        day = session.today - timedelta(days=last % 30)
        assert following_through.note(session, day) == f"A quiet evening, number {last}."
