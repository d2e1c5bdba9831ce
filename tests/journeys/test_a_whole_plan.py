"""From the first page of the wizard to a live plan with both sides in it, left in between, in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.domain.plan import Plan
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.fields import LineEdit
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.printing import PrintSheet

ASKED = (
    "Text me when the train leaves, on office days",
    "Put your phone on the table at dinner",
    "Walk around the block with me after dinner",
    "Call me at lunch for five minutes",
)
PROMISED = "I go into the garden for ten minutes before my voice gets loud"
WHY = "Those are the hours in which I count"


class Story:
    """What somebody sees and does in the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def sees(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.text())

    def text(self) -> str:
        QApplication.processEvents()
        return "\n".join(label.text() for label in self._all(QLabel) if label.isVisible())

    def press(self, words: str) -> None:
        """By the keyboard, on the first button of this name."""
        self._qtbot.waitUntil(lambda: self._buttons(words) != [])
        button = self._buttons(words)[0]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)

    def types(self, name: str, words: str) -> None:
        self._qtbot.waitUntil(lambda: self._fields(name) != [])
        field = self._fields(name)[0]
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, words)

    def reads(self, name: str) -> str:
        (field,) = self._fields(name)
        return str(field.toPlainText())

    def _fields(self, name: str) -> list:
        fields = [*self._all(LineEdit), *self._all(QTextEdit)]
        return [one for one in fields if one.isVisible() and name in one.accessibleName()]

    def _buttons(self, words: str) -> list[QAbstractButton]:
        QApplication.processEvents()
        usable = [one for one in self._all(QAbstractButton) if one.isVisible() and one.isEnabled()]
        return [one for one in usable if words in {one.text(), one.accessibleName()}]

    def _all(self, kind: type) -> list:
        tops: list[QWidget] = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        return [one for top in tops for one in top.findChildren(kind)]


@pytest.fixture
def story(qtbot: QtBot, qapp: QApplication, session: VaultSession) -> Story:
    theme.apply(qapp, "light", 1.0)
    window = MainWindow(OpenVault(session))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return Story(window, qtbot)


def test_somebody_asks_for_four_things_and_gives_something_themselves(
    story: Story, session: VaultSession
) -> None:
    story.window.open_wizard()
    before_you_start(story)
    for number, words in enumerate(ASKED, start=1):
        story.sees(f"Action {number} of 4")
        ask_for(story, words, fought=number == 1)
    story.sees("Nothing of yours yet")
    story.press("Leave for now")

    story.window.go_to(Place.TODAY)
    story.window.open_wizard()
    story.sees("Nothing of yours yet")
    my_own_side(story)
    story.press("Next")
    story.sees("Could this plan frighten or trap your partner?")
    story.press("Next")
    how_i_will_say_it(story)
    story.press("Next")
    read_it_once_more(story)
    story.press("Make this my plan")

    plan = planning.live_plan(session)
    assert plan is not None
    assert_all_there(plan)
    assert story.window.taking_over is None


def before_you_start(story: Story) -> None:
    story.sees("Has the harm stopped?")
    story.press("I have slept and eaten")
    story.press("Yes, it has stopped")
    story.press("Yes, as far as I need it")
    story.types("What do you call your partner", "Sam")
    story.press("Next")
    story.types("What would feel a little safer", "One quiet evening")
    story.press("Next")


def ask_for(story: Story, words: str, *, fought: bool) -> None:
    story.types("What would Sam do?", words)
    story.types("How you will know", "I see it")
    story.types("Why it matters to me", WHY)
    story.press("No")
    story.press("Yes, we did" if fought else "No, we did not")
    if fought:
        story.sees("You could begin with a calmer one")
    story.press("Next")


def my_own_side(story: Story) -> None:
    story.press("Write one of your own")
    story.types("What will you do?", PROMISED)
    story.types("How your partner can tell", "The garden door")
    story.press("Add another")
    story.types("What will you do?", "I count to ten")
    story.press("Take it away: Commitment two")
    story.sees("Commitment two was taken away.")
    story.press("Undo")
    story.press("Take it away: Commitment two")


def how_i_will_say_it(story: Story) -> None:
    story.sees("A calm moment does half of it")
    drafted = story.reads("What you will say")
    assert drafted.startswith("Sam,")
    assert drafted.index(ASKED[1]) < drafted.index(ASKED[0]), "what they fought about comes last"
    assert WHY not in drafted
    story.types("What you will say", "Sam, I would like to ask you four small things.")
    story.press("Draft it anew from the plan")
    assert story.reads("What you will say") == drafted
    story.press("Undo")
    story.types("Where", "On the bench")
    story.types("When", "Sunday after breakfast")


def read_it_once_more(story: Story) -> None:
    story.sees("What your partner sees")
    for words in (*ASKED, PROMISED, "Only for you", WHY, "On the bench", "four small things"):
        story.sees(words)
    story.press("Print what your partner sees")
    (sheet,) = (top for top in QApplication.topLevelWidgets() if isinstance(top, PrintSheet))
    printed = sheet.preview.accessibleDescription()
    assert all(words in printed for words in (*ASKED, PROMISED))
    assert not any(words in printed for words in (WHY, "One quiet evening", "On the bench", "Sam"))
    sheet.reject()


def assert_all_there(plan: Plan) -> None:
    assert [action.newest.terms.text for action in plan.actions] == list(ASKED)
    assert [each.newest.terms.text for each in plan.commitments] == [PROMISED]
    assert plan.saying.place == "On the bench"
    assert plan.saying.time == "Sunday after breakfast"
    assert plan.saying.message == "Sam, I would like to ask you four small things."
    assert plan.fair_chance == "One quiet evening"
