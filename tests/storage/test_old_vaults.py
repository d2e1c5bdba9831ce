"""A vault of every schema ever released still opens, with all that was in it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import TODAY, a_plan_draft, session_at
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.settings import VaultSettings
from trust_desktop.services import acknowledging, following_through, planning, settings
from trust_desktop.storage import tables

VAULTS = sorted((Path(__file__).parent / "vaults").glob("schema-*.db"))


def test_there_is_a_vault_of_every_schema():
    assert [path.stem for path in VAULTS] == [f"schema-{number}" for number in range(1, tables.SCHEMA + 1)]


@pytest.mark.parametrize("kept", VAULTS, ids=lambda path: path.stem)
def test_an_old_vault_opens_with_all_that_was_in_it(tmp_path, kept):
    shutil.copy(kept, tmp_path / "vault.db")
    session = session_at(tmp_path)
    plan = planning.live_plan(session)
    assert (plan.partner, len(plan.actions), len(plan.actions[3].versions)) == ("Sam", 4, 2)
    days = [following_through.day(session, TODAY - timedelta(days=n)) for n in range(5)]
    assert [day.actions[0].outcome for day in days] == list(Outcome)
    assert (days[0].note, days[0].actions[1].reason) == (
        "Rain — and a quiet evening.",
        "The train stood still.",
    )
    assert [said.text for said in acknowledging.said(session)] == ["Thank you for today."]
    assert acknowledging.tray(session).count == 0
    assert acknowledging.open_draft(session).text == "On Sunday you"
    assert planning.load_draft(session) == a_plan_draft()
    assert settings.load(session) == VaultSettings(idle_minutes=7)
    session.close()
