"""What is noticed of a change to a live plan: seen in its place, reached by Tab, heard once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_live_plan, an_action_draft
from tests.ui.plan.pages import live, press, view
from trust_desktop.domain.plan import Consent
from trust_desktop.override import override
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.action_form.change_draft import changes_begun, keep_change
from trust_desktop.ui.action_form.change_noticed import ChangeNoticed
from trust_desktop.ui.action_form.noticed import Noticed
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.change_page import ChangePage
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.talk.change_step import ChangeStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage
from trust_desktop.wording import Kind

KNEEL = "Kneel in front of me and confess every evening"
WATCHING = "Share your phone location with me at all times"
SECRET = "I read all your messages every night"


class Windows(QObject):
    """Every widget that became a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def change(vault: OpenVault, session: VaultSession, in_front: Callable[..., None]) -> ChangePage:
    """The second action is being changed."""
    a_live_plan(session)
    page = PlanPage(vault)
    in_front(page, 1000)
    press(view(page).cards[1].change)
    return page.change


def begin(session: VaultSession, text: str, slot: int = 1) -> None:
    plan = live(session)
    draft = changes_begun(session, plan).actions[slot - 1]
    draft.text = text
    keep_change(session, plan, slot, draft)


def the_row(qtbot: QtBot, noticed: ChangeNoticed, words: str) -> Noticed:
    qtbot.waitUntil(lambda: [words in row.quote.text() for row in noticed.rows] == [True])
    return noticed.rows[0]


def tabbed_from(control: QWidget, steps: int) -> list[QWidget | None]:
    control.setFocus()
    found = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    return found


def test_a_begun_change_is_never_a_window_of_its_own(
    vault: OpenVault, session: VaultSession, in_front: Callable[..., None], qapp: QApplication
) -> None:
    a_live_plan(session)
    begin(session, KNEEL)
    page = TalkPage(vault)
    in_front(page, 1000)
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        page.go_on(Step.CHANGE, 1)
    finally:
        qapp.removeEventFilter(windows)
    assert windows.shown == []
    assert isinstance(page.step, ChangeStep)
    assert page.step.noticed.isVisibleTo(page)
    assert len(page.step.noticed.rows) == 1


def test_tab_comes_to_a_row_before_the_buttons_below_it(change: ChangePage, qtbot: QtBot) -> None:
    change.editor.request.set_text(KNEEL)
    row = the_row(qtbot, change.noticed, "Kneel")
    assert tabbed_from(change.editor.why, 4) == [row.keep, row.why, change.leave, change.keep]


def test_tab_comes_to_a_row_of_a_begun_change(
    vault: OpenVault, session: VaultSession, in_front: Callable[..., None], qtbot: QtBot
) -> None:
    a_live_plan(session)
    begin(session, KNEEL, slot=2)
    page = PlanPage(vault)
    in_front(page, 1000)
    press(view(page).cards[1].change)
    (row,) = page.change.noticed.rows
    qtbot.waitUntil(row.keep.isVisible)
    assert tabbed_from(page.change.editor.why, 3) == [row.keep, row.why, page.change.leave]


def test_tab_comes_to_a_row_in_the_talk(
    vault: OpenVault, session: VaultSession, in_front: Callable[..., None], qtbot: QtBot
) -> None:
    a_live_plan(session)
    page = TalkPage(vault)
    in_front(page, 1000)
    page.go_on(Step.CHANGE, 1)
    step = page.step
    assert isinstance(step, ChangeStep)
    step.editor.request.set_text(KNEEL)
    row = the_row(qtbot, step.noticed, "Kneel")
    assert tabbed_from(step.editor.why, 4) == [row.keep, row.why, step.back, step.on]


def test_what_is_noticed_is_heard_once_while_one_writes_on(
    change: ChangePage, qtbot: QtBot, spoken: list[str]
) -> None:
    change.editor.request.setFocus()
    change.editor.request.set_text(KNEEL)
    the_row(qtbot, change.noticed, "Kneel")
    change.editor.request.set_text(f"{KNEEL} at six")
    row = the_row(qtbot, change.noticed, "at six")
    assert [words for words in spoken if words.startswith("Action two: ")] == [row.spoken]


def test_what_is_noticed_of_a_begun_change_is_heard_where_it_is_opened(
    vault: OpenVault,
    session: VaultSession,
    in_front: Callable[..., None],
    qtbot: QtBot,
    spoken: list[str],
) -> None:
    a_live_plan(session)
    begin(session, KNEEL)
    page = TalkPage(vault)
    in_front(page, 1000)
    page.go_on(Step.CHANGE, 1)
    assert isinstance(page.step, ChangeStep)
    (row,) = page.step.noticed.rows
    qtbot.waitUntil(lambda: row.spoken in spoken)


def test_nothing_is_spoken_while_the_keyboard_is_elsewhere(
    change: ChangePage, qtbot: QtBot, spoken: list[str]
) -> None:
    QApplication.focusWidget().clearFocus()
    change.editor.request.set_text(KNEEL)
    the_row(qtbot, change.noticed, "Kneel")
    assert spoken == []


def test_a_row_that_stays_keeps_the_keyboard(change: ChangePage, qtbot: QtBot) -> None:
    change.editor.request.set_text(KNEEL)
    row = the_row(qtbot, change.noticed, "Kneel")
    change.editor.known_by.edit.setText(SECRET)
    row.why.setFocus()
    qtbot.waitUntil(lambda: len(change.noticed.rows) == 2)
    assert change.noticed.rows[0] is row
    assert row.why.hasFocus()
    second = change.noticed.rows[1]
    assert tabbed_from(row.why, 3) == [second.keep, second.why, change.leave]


def test_a_row_in_the_place_of_another_takes_its_keyboard(change: ChangePage, qtbot: QtBot) -> None:
    change.editor.request.set_text(KNEEL)
    before = the_row(qtbot, change.noticed, "Kneel")
    change.editor.request.set_text(f"{KNEEL} at six")
    before.why.setFocus()
    after = the_row(qtbot, change.noticed, "at six")
    assert after is not before
    assert after.why.hasFocus()
    change.editor.request.set_text("Call me when the train leaves")
    qtbot.waitUntil(lambda: not change.noticed.rows)
    assert change.editor.request.hasFocus()


def test_openness_that_was_agreed_is_not_asked_about_where_other_words_are_begun(
    vault: OpenVault, session: VaultSession, in_front: Callable[..., None], qtbot: QtBot
) -> None:
    """What is asked each time anew, whether they agree and until when, the editor asks for itself."""
    a_live_plan(session)
    draft = an_action_draft(WATCHING)
    draft.about_openness, draft.consent, draft.purpose = True, Consent.AGREED, "So that I can sleep"
    draft.ends = TODAY + timedelta(days=3)
    planning.change_action(session, live(session).id, 2, draft.terms())
    page = PlanPage(vault)
    in_front(page, 1000)
    press(view(page).cards[1].change)
    editor, noticed = page.change.editor, page.change.noticed
    assert changes_begun(session, live(session)).actions[1].consent is None
    assert noticed.rows == []
    for text in (WATCHING, f"{WATCHING} until we go to bed"):
        editor.request.set_text(text)
        noticed.look()
        assert noticed.rows == []
    editor.openness.consent.buttons[0].click()
    noticed.look()
    assert noticed.rows == []
    editor.openness.consent.buttons[2].click()
    noticed.look()
    assert [row.about[0] for row in noticed.rows] == [Kind.COVERT]
