"""A week is talked over, a story is begun, and words of long ago are found again."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import NOW, TODAY, a_live_plan, a_plan_draft
from tests.support.window_keys import press
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.story import StoryPart
from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.domain.weekly_talk import SheetPart
from trust_desktop.services import (
    acknowledging,
    checking_in,
    following_through,
    plan_living,
    planning,
    setting_aside,
    talking,
)
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import plan_lives, reflection_tables
from trust_desktop.ui import theme
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.story.facts_sheet import FactsSheet

LAST_WEEK = TODAY - timedelta(days=8)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Does with the window what a person does."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self.window = qtbot, window

    def goes_to_looking_back_and_opens(self, title: str) -> None:
        press(self._qtbot, self.window, Qt.Key.Key_6)
        self.presses(title)

    def presses(self, words: str) -> None:
        QApplication.processEvents()
        [button, *_] = [
            each
            for top in QApplication.topLevelWidgets()
            for each in top.findChildren(QAbstractButton)
            if each.isVisible() and words in (each.text().replace("&&", "&"), each.accessibleName())
        ]
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def types(self, words: str) -> None:
        self._qtbot.keyClicks(QApplication.focusWidget(), words)

    def key(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(QApplication.focusWidget(), key)

    def looks_for(self, words: str) -> list[str]:
        """Ctrl+F and the words; what is heard of each row."""
        press(self._qtbot, self.window, Qt.Key.Key_F, CONTROL)
        page = self.window.page(Place.FIND)
        self._qtbot.waitUntil(page.field.edit.hasFocus)
        self.types(words)
        rows = page.list.rows
        role = Qt.ItemDataRole.AccessibleTextRole
        return [rows.index(number).data(role) for number in range(rows.rowCount())]

    def opens_what_was_found(self) -> None:
        self.key(Qt.Key.Key_Down)
        self.key(Qt.Key.Key_Return)


@pytest.fixture(autouse=True)
def in_ireland(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_IE"))
    theme.apply(qapp, "light", 1.0)
    yield
    QLocale.setDefault(before)


@pytest.fixture
def person(qtbot: QtBot, session: VaultSession) -> Person:
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    following_through.mark(session, plan.actions[1].id, LAST_WEEK, Outcome.NOT_KEPT)
    setting_aside.set_aside(session, MarkKey(plan.actions[1].id, LAST_WEEK))
    window = MainWindow(OpenVault(session))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return Person(qtbot, window)


def test_the_week_is_talked_over_and_read_again(person: Person, session: VaultSession) -> None:
    person.goes_to_looking_back_and_opens("Weekly talk sheet, To fill in for the two of you")
    page = person.window.page(Place.WEEKLY_TALK)
    assert page.card.fields[SheetPart.APPRECIATIONS].words.hasFocus()
    person.presses("Put in: Phone on the table at dinner: Tue 24")
    page.card.fields[SheetPart.FEEL].words.setFocus()
    person.types("left out")
    page.card.fields[SheetPart.NEED].words.setFocus()
    person.types("ten minutes of marmalade")
    person.presses("We talked about it: Text when the train leaves, Mon 16")
    assert setting_aside.listed(session) == ()
    press(person._qtbot, person.window, Qt.Key.Key_Z)
    assert len(setting_aside.listed(session)) == 1
    assert page.card.fields[SheetPart.NEED].words.text() == "ten minutes of marmalade"

    heard = person.looks_for("marmal")
    assert heard == ["Weekly talk, I need · Monday 23 November: ten minutes of marmalade"]
    person.opens_what_was_found()
    assert person.window.place is Place.WEEKLY_TALK
    assert page.card.fields[SheetPart.FEEL].words.text() == "left out"


def test_the_story_holds_what_was_chosen_and_nothing_else(person: Person) -> None:
    person.goes_to_looking_back_and_opens("My story so far, To print or keep")
    page = person.window.page(Place.STORY)
    person.presses("Put in dates and what you asked for…")
    sheet = person.window.findChild(FactsSheet)
    person._qtbot.waitUntil(sheet.boxes[0].hasFocus)
    person.key(Qt.Key.Key_Space)
    person.presses("Put these in")
    assert page.fields[StoryPart.ASKED].words.text() == "I wrote a plan on Monday 2 November 2026."
    person.window.activateWindow()  # with a window manager it is, once the sheet has gone
    page.fields[StoryPart.HOPE].words.setFocus()
    person._qtbot.waitUntil(page.fields[StoryPart.HOPE].words.hasFocus)
    person.types("A summer without asking")
    assert person.looks_for("summer")[0].endswith("A summer without asking")
    person.opens_what_was_found()
    assert person.window.place is Place.STORY
    assert page.fields[StoryPart.HOPE].words.hasFocus()


def test_words_of_anywhere_lead_to_where_they_stand(person: Person, session: VaultSession) -> None:
    following_through.set_note(session, LAST_WEEK, "harbour")
    said = acknowledging.deliver(session, AcknowledgementDraft(text="kettle"), Way.ALOUD, LAST_WEEK)
    for number in range(12):
        acknowledging.deliver(session, AcknowledgementDraft(text=f"Thanks {number}"), Way.ALOUD, TODAY)
    clock = session.now
    for week in range(9):
        clock.moment = NOW - timedelta(weeks=20 - week)
        checking_in.keep(session, Noted(line="otter" if week == 0 else "calm"))
    clock.moment = NOW
    with session.write(Change.PLANS) as transaction:
        given = GivenAnswer(0, 1, 1, Answer.YES, "velvet", TODAY, None, session.now())
        plan_lives.add_answer(transaction, given)
    places = {
        "harbour": Place.CALENDAR,
        "kettle": Place.SAY_IT,
        "otter": Place.CHECK_IN,
        "velvet": Place.TALK,
        "dinner": Place.PLAN,
    }
    for words, place in places.items():
        assert person.looks_for(words)
        person.opens_what_was_found()
        assert person.window.place is place, words
    page = person.window.page(Place.SAY_IT)
    assert page.panel.said.head.isChecked()
    assert acknowledging.said(session, 1, said.id + 1) == (said,)
    shown = person.window.page(Place.CHECK_IN).earlier.entries
    assert any(entry.check_in.noted.line == "otter" for entry in shown)


def test_words_of_a_plan_that_has_ended_are_read_in_its_history(
    person: Person, session: VaultSession
) -> None:
    first = planning.live_plan(session)
    assert first is not None
    talking.record_answer(session, first.actions[3].id, Answer.YES, day=TODAY, words="velvet")
    plan_living.end(session, first.id)
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    for words in ("velvet", "plates"):
        found = person.looks_for(words)
        person.key(Qt.Key.Key_Down)
        for _ in found[1:]:
            person.key(Qt.Key.Key_Down)  # the older ones stand below
        person.key(Qt.Key.Key_Return)
        assert person.window.place is Place.PLAN
        old = person.window.page(Place.PLAN).history.stories[-1]
        assert old.fold.isChecked()
        person._qtbot.waitUntil(lambda words=words, story=old: is_in_sight(story, words))


def is_in_sight(inside: QWidget, words: str) -> bool:
    labels = [label for label in inside.findChildren(QLabel) if words in label.text()]
    return any(not label.visibleRegion().isEmpty() for label in labels)


def test_an_urge_and_a_pause_are_found_nowhere(person: Person, session: VaultSession) -> None:
    with session.write(Change.PAUSES) as transaction:
        transaction.connection.execute(
            reflection_tables.urges.insert().values(felt_at=session.now(), strength=7, words="zqxurge")
        )
    assert person.looks_for("zqxurge") == []
    assert person.window.page(Place.FIND).empty.heading.text() == "Nothing found"
