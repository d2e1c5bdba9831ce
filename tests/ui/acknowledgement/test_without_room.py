"""On a full disk nothing is put to rest or taken out, the page says so, and both go when there is room."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from tests.builders import TODAY
from tests.support.full_disk import full_disk
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import acknowledging, following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.acknowledgement.said_entry import SaidEntry
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.common.buttons import PlainButton

NO_ROOM = "There is no room left on the disk. Nothing was changed."


def test_a_mark_is_not_put_to_rest(page: SayItPage, session: VaultSession, plan: Plan) -> None:
    key = MarkKey(plan.actions[0].id, TODAY)
    following_through.mark(session, *key, Outcome.KEPT)
    with full_disk():
        page.panel.list.rested.emit(key)
    assert (page.panel.reason.isVisible(), page.panel.reason.text()) == (True, NO_ROOM)
    assert acknowledging.tray(session).count == 1
    page.panel.list.rested.emit(key)
    assert (page.panel.reason.isVisible(), acknowledging.tray(session).count) == (False, 0)


def test_words_are_not_taken_out(page: SayItPage, session: VaultSession) -> None:
    draft = AcknowledgementDraft(text="Thank you for Monday.")
    acknowledging.deliver(session, draft, Way.NOTE, TODAY - timedelta(days=1))
    page.panel.said.head.setChecked(True)
    with full_disk():
        take_out(page)
    assert (page.panel.reason.isVisible(), page.panel.reason.text()) == (True, NO_ROOM)
    assert acknowledging.said(session)[0].text == "Thank you for Monday."
    take_out(page)
    assert (page.panel.reason.isVisible(), acknowledging.said(session)[0].erased) == (False, True)


def take_out(page: SayItPage) -> None:
    QApplication.processEvents()
    (entry,) = page.panel.said.findChildren(SaidEntry)
    entry.findChildren(PlainButton)[-1].click()
