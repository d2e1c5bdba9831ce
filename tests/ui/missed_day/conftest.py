"""A vault with a plan of which one day was not kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, a_live_plan, session_at
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[VaultSession]:
    opened = session_at(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def vault(session: VaultSession) -> OpenVault:
    return OpenVault(session)


@pytest.fixture
def missed(session: VaultSession) -> MarkKey:
    action = a_live_plan(session).actions[0]
    following_through.mark(session, action.id, TODAY, Outcome.NOT_KEPT)
    return MarkKey(action.id, TODAY)
