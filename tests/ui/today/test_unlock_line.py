"""After unlocking, one quiet line: when it was opened last, and what did not open it since."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from trust_desktop.domain.unlock import OpenedBy
from trust_desktop.services import noticing_openings
from trust_desktop.services.session import VaultSession
from trust_desktop.storage.tries_file import Tries
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.today.today_page import TodayPage
from trust_desktop.ui.unlocks.unlocks_sheet import UnlocksSheet

HERE = Tries("0badcafe", 4)
Show = Callable[..., None]


def _page(vault: OpenVault, in_front: Show) -> TodayPage:
    page = TodayPage(vault)
    in_front(page)
    return page


def test_where_nothing_was_written_down_nothing_is_said(vault: OpenVault, in_front: Show) -> None:
    assert not _page(vault, in_front).unlocks.isVisible()


def test_the_first_opening_of_all_has_none_before_it(
    vault: OpenVault, session: VaultSession, in_front: Show
) -> None:
    noticing_openings.note(session, OpenedBy.SETUP, None, HERE)
    assert not _page(vault, in_front).unlocks.isVisible()


def test_it_says_when_it_was_opened_last_and_how(
    vault: OpenVault, session: VaultSession, clock: Clock, in_front: Show
) -> None:
    noticing_openings.note(session, OpenedBy.RECOVERY, None, HERE)
    clock.forward(days=1, hours=1)
    noticing_openings.note(session, OpenedBy.PASSPHRASE, HERE, HERE)
    page = _page(vault, in_front)
    assert page.unlocks.words.text() == "Last opened Tue 24 at 18:00, with the recovery code."
    lead = page.lead.mapTo(page, page.lead.rect().topLeft()).y()
    assert page.unlocks.mapTo(page, page.unlocks.rect().topLeft()).y() > lead


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Tries(HERE.mark, 7, 3), "3 attempt(s) since did not open it."),
        (Tries(HERE.mark, 5, 1), "1 attempt(s) since did not open it."),
        (None, "The file that counts attempts was taken away or replaced meanwhile."),
    ],
)
def test_in_vain_words_since_stands_first(
    vault: OpenVault,
    session: VaultSession,
    in_front: Show,
    found: Tries | None,
    said: str,
) -> None:
    noticing_openings.note(session, OpenedBy.KEYRING, None, HERE)
    noticing_openings.note(session, OpenedBy.PASSPHRASE, found, HERE)
    page = _page(vault, in_front)
    assert page.unlocks.words.text() == f"Last opened today at 18:00, by the keyring. {said}"
    assert page.body.indexOf(page.unlocks) == 0


def test_erased_or_switched_off_it_goes(vault: OpenVault, session: VaultSession, in_front: Show) -> None:
    for _ in range(2):
        noticing_openings.note(session, OpenedBy.KEYRING, HERE, HERE)
    page = _page(vault, in_front)
    assert page.unlocks.isVisible()
    erased = noticing_openings.erase(session)
    assert not page.unlocks.isVisible()
    noticing_openings.put_back(session, erased)
    assert page.unlocks.isVisible()
    noticing_openings.switch(session, on=False)
    assert not page.unlocks.isVisible()


def test_its_door_opens_the_list(
    vault: OpenVault, session: VaultSession, in_front: Show, qtbot: QtBot
) -> None:
    for _ in range(2):
        noticing_openings.note(session, OpenedBy.KEYRING, HERE, HERE)
    page = _page(vault, in_front)
    page.unlocks.door.setFocus()
    qtbot.keyClick(page.unlocks.door, Qt.Key.Key_Return)
    (sheet,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, UnlocksSheet)]
    assert sheet.isVisible()
    sheet.close()
