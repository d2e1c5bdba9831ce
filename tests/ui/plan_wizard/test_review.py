"""Read it once more: everything stands there, under whose eyes it is for; only what the partner sees is printed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, an_action_draft
from tests.support.reading import cut_off, unnamed
from tests.ui.plan_wizard.walking import Button, Open, ready_draft
from trust_desktop.domain.draft import PlanDraft, Step
from trust_desktop.domain.plan import Consent
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.plan_wizard.plan_sheet import plan_sheet
from trust_desktop.ui.plan_wizard.wizard import PlanWizard
from trust_desktop.ui.printing import PrintSheet

PRIVATE = (
    "I would like to stop checking the clock.",
    "I stop wondering.",
    "I have said things there",
    "On the bench",
    "Sunday at five",
)


def whole_draft() -> PlanDraft:
    draft = ready_draft()
    draft.step = Step.READ_AGAIN
    draft.commitments = [
        an_action_draft("I ask for a pause", first_day=TODAY, why="I have said things there")
    ]
    draft.place, draft.time, draft.message = "On the bench", "Sunday at five", "Sam, may I ask you something?"
    draft.actions[1].about_openness, draft.actions[1].consent = True, Consent.AGREED
    draft.actions[1].purpose, draft.actions[1].ends = "So that both of us know", TODAY
    draft.actions[2].known_by = ""
    return draft


@pytest.fixture
def at_review(open_wizard: Open, session: VaultSession):
    def opened(draft: PlanDraft | None = None) -> PlanWizard:
        planning.save_draft(session, draft or whole_draft())
        return open_wizard()

    return opened


def words_on(widget: QWidget) -> str:
    kinds = (QLabel, QAbstractButton)
    return "\n".join(each.text() for kind in kinds for each in widget.findChildren(kind))


def test_what_the_partner_sees_is_in_one_card_and_nothing_private_is(at_review) -> None:
    wizard = at_review()
    view = wizard.review.view
    assert view is not None
    seen, whole = words_on(view.seen), words_on(view)
    for words in (
        "Phone on the table",
        "“I ask for a pause”",
        "Commitment one",
        "Your partner can tell by: I can see",
    ):
        assert words in seen
    assert "For: So that both of us know" in seen
    for words in PRIVATE:
        assert words in whole
        assert words not in seen
    assert "Only for you" in whole
    assert "What your partner hears" in whole
    assert "“Sam, may I ask you something?”" in whole
    assert wizard.button(Button.FinishButton).hasFocus()


def test_what_is_not_there_is_said_quietly(at_review) -> None:
    draft = ready_draft()
    draft.step, draft.fair_chance = Step.READ_AGAIN, ""
    draft.drafted = "what stood there before it was taken out"
    for action in draft.actions:
        action.why = ""
    wizard = at_review(draft)
    view = wizard.review.view
    assert view is not None
    assert view.your_side is not None
    whole = words_on(view)
    assert "Nothing of your own stands in it" in whole
    assert "No words are written for it" in whole
    assert "Only for you" not in whole
    view.your_side.link.click()
    assert wizard.page_now is wizard.your_side


def test_each_entry_leads_to_its_page(at_review) -> None:
    wizard = at_review()
    assert wizard.review.view is not None
    wizard.review.view.heard.link.click()
    assert wizard.page_now is wizard.saying
    wizard.button(Button.NextButton).click()
    wizard.review.view.own[1].link.click()
    assert wizard.page_now is wizard.your_side


def test_only_what_the_partner_may_see_is_printed(at_review) -> None:
    wizard = at_review()
    view = wizard.review.view
    assert view is not None
    QTest.keyClick(view.print_button, Qt.Key.Key_Space)
    sheet = wizard.findChild(PrintSheet) or wizard.window().findChild(PrintSheet)
    assert sheet is not None
    printed = sheet.preview.accessibleDescription()
    sheet.reject()
    for words in (
        "1. Phone on the table",
        "I will know by: I can see it",
        "What I will do",
        "1. I ask for a pause",
    ):
        assert words in printed
    assert "For: So that both of us know" in printed
    assert "You can tell by: I can see it" in printed
    assert [words for words in (*PRIVATE, "Sam") if words in printed] == []


def test_a_sheet_of_a_half_written_plan_holds_what_is_there() -> None:
    draft = PlanDraft()
    draft.actions[1] = an_action_draft("Call me at lunch", first_day=TODAY)
    draft.actions[1].review_day = None
    draft.actions[2] = an_action_draft("Sit with me", first_day=TODAY)
    draft.actions[2].known_by = ""
    draft.commitments = [an_action_draft("I walk first", first_day=TODAY), an_action_draft("")]
    draft.commitments[0].known_by = ""
    printed = plan_sheet(draft).toPlainText()
    assert "1. Call me at lunch" in printed
    assert "2. Sit with me" in printed
    assert "3." not in printed
    assert printed.count("look at it again") == 2
    assert "What I will do" not in plan_sheet(ready_draft()).toPlainText()


def test_with_nothing_written_there_is_nothing_to_print(at_review) -> None:
    draft = PlanDraft(step=Step.READ_AGAIN)
    wizard = at_review(draft)
    assert wizard.review.view is not None
    assert not wizard.review.view.print_button.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_ring_of_the_keyboard_touches_nobody(at_review, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    wizard = at_review()
    view = wizard.review.view
    assert view is not None
    outside = 2 + theme.current().ring
    for entry in (*view.asked.values(), *view.own.values(), view.heard):
        around = QRect(entry.link.mapTo(view, QPoint()), entry.link.size())
        around.adjust(-outside, -outside, outside, outside)
        for label in entry.findChildren(QLabel):
            assert not around.intersects(QRect(label.mapTo(view, QPoint()), label.size())), label.text()
        assert entry.mapTo(view, QPoint()).y() + entry.height() >= around.bottom()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off_and_everything_has_a_name(
    at_review, qapp: QApplication, qtbot: QtBot, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    wizard = at_review()
    for width in (1280, 800):
        wizard.resize(width, 760)
        qtbot.waitUntil(lambda: cut_off(wizard.review) == [])
        assert unnamed(wizard) == []
