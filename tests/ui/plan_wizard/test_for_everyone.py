"""Every word of the wizard can be translated, and longer words find their room."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_plan_draft
from tests.support.reading import cut_off
from trust_desktop import resources
from trust_desktop.dev.translations import is_pseudo
from trust_desktop.domain.plan import Consent
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.plan_wizard.wizard import PlanWizard


def texts_in(tree: object) -> set[str]:
    if isinstance(tree, str):
        return {tree}
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return {text for each in inner for text in texts_in(each)}


def untranslated(widget: QWidget) -> list[str]:
    """What is neither translated, nor from the content files, nor the person's, nor the calendar's."""
    content = {
        text
        for name in ("wizard", "parts", "remarks", "commitments")
        for text in texts_in(resources.content(name))
    }
    shown = [
        each.text()
        for kind in (QLabel, QAbstractButton)
        for each in widget.findChildren(kind)
        if each.isVisibleTo(widget) and not isinstance(each, Quoted)
    ]
    return [
        text
        for text in shown
        if text.isupper() or (len(text) > 3 and not is_pseudo(text) and text not in content)
    ]


@pytest.mark.usefixtures("pseudo_locale")
def test_the_wizard_speaks_another_language(qtbot: QtBot, vault: OpenVault, session: VaultSession) -> None:
    draft = a_plan_draft(first_day=TODAY)
    draft.harm_stopped = draft.truth_told = False
    draft.actions[0].about_openness = True
    draft.actions[1].known_by = ""
    draft.actions[3].about_openness, draft.actions[3].consent = True, Consent.NOT_ASKED
    planning.save_draft(session, draft)
    wizard = PlanWizard(vault)
    qtbot.addWidget(wizard)
    wizard.resize(1280, 800)
    with qtbot.waitExposed(wizard):
        wizard.show()
    for _ in wizard.pageIds():
        assert untranslated(wizard) == []
        qtbot.waitUntil(lambda: cut_off(wizard.page_now) == [])
        wizard.next()


@pytest.mark.usefixtures("pseudo_locale")
def test_the_plan_page_speaks_another_language(qtbot: QtBot, vault: OpenVault, session: VaultSession) -> None:
    page = PlanPage(vault)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    with qtbot.waitExposed(page):
        page.show()
    assert untranslated(page) == []
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert untranslated(page) == []
    assert page.live is not None
    page.live.cards[0].change.click()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert untranslated(page) == []
