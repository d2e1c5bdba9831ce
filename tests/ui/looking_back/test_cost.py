"""What the page costs on ten years of marks: no more than on one year, and little beyond what Qt takes for as many widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.looking_back_work import looked_at, measure
from benchmarks.vaults import DAYS_A_YEAR, filled_vault
from trust_desktop.services.session import VaultSession

YEARS = 10
BEYOND = 4.0
"""Times Qt's own work for as many bare widgets: 50 ms where Qt takes 12.5. A machine that is slow at all is slow at both."""


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[tuple[VaultSession, VaultSession]]:
    both = (looked_at(filled_vault(tmp_path, 1)), looked_at(filled_vault(tmp_path, YEARS)))
    yield both
    for session in both:
        session.close()


@pytest.mark.slow
@pytest.mark.once
def test_ten_years_cost_what_one_does(sessions: tuple[VaultSession, VaultSession]) -> None:
    found = measure(*sessions, times=5)
    least = {
        name: min(each) for name, each in found.items()
    }  # what other work does to a turn only adds to it
    assert YEARS * DAYS_A_YEAR * 4 == 14_600
    assert least["long"] <= 1.25 * least["short"], least
    assert least["months long"] <= 1.25 * least["months short"], least
    assert least["long"] - least["qt"] <= BEYOND * least["qt"], least
