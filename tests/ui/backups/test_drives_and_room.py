"""Drives that come and go while the page is open, and a disk without room when something was tried."""

import pytest
from pytestqt.qtbot import QtBot

from tests.support.full_disk import full_disk
from tests.ui.backups.conftest import Kept
from trust_desktop.security import cost as costs
from trust_desktop.services import backing_up
from trust_desktop.ui.backups.backups_page import BackupsPage
from trust_desktop.ui.backups.place_card import PlaceCard

BACKUP_PASSPHRASE = "tulip ladder orbit quarry mint"


@pytest.fixture
def page(qtbot: QtBot, kept: Kept) -> BackupsPage:
    one = BackupsPage(kept.keeper)
    qtbot.addWidget(one)
    one.show()
    return one


def test_drives_that_are_there_come_first(qtbot: QtBot, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    from trust_desktop.services import backup_places

    monkeypatch.setattr(backup_places, "removable", lambda *_: (kept.drive,))
    card = PlaceCard(kept.keeper)
    qtbot.addWidget(card)
    card.show()
    (button,) = card.drives
    assert button.text() == "Use the drive drive"
    button.click()
    assert card._doubting.isVisible()
    monkeypatch.setattr(backup_places, "removable", lambda *_: ())
    card._looking.timeout.emit()
    assert card.drives == []
    monkeypatch.setattr(backup_places, "removable", lambda *_: (kept.drive, kept.drive.parent))
    card._looking.timeout.emit()
    assert len(card.drives) == 2
    assert card.drives[1].nextInFocusChain() is card.choose


def test_what_cannot_be_noted_does_not_hide_what_came_of_it(kept: Kept, page: BackupsPage) -> None:
    session = kept.vault.session
    slot = backing_up.make_slot(session, kept.places, BACKUP_PASSPHRASE, costs.PORTABLE)
    card = page.passphrase
    card.open_form()
    card._set_busy(busy=True)
    with full_disk():
        page.drill._on_code_right()
        card._on_made(slot)
    assert page.drill.code_said.isVisible()
    assert "The passphrase was not taken" in card.form.first.reason
    assert card.form.isEnabled()
    assert not backing_up.has_passphrase(session)
