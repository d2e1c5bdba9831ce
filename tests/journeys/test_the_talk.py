"""From a plan nobody has heard of to one that both agreed on and looked at together, in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_plan_draft
from tests.support.vaults import PASSPHRASE, finished_vault, places_in
from trust_desktop.domain.talk import Answer
from trust_desktop.domain.vault import Protection
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import planning, talking, vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.background import Background
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import LineEdit
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.proving import PassphraseProof

PRIVATE = "I stop wondering."
HEARD = "Yes, if I may have my phone when my mother is ill."


class Story:
    """What somebody sees and does in the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def sees(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.text())

    def text(self) -> str:
        QApplication.processEvents()
        shown = (label for label in self._all(QLabel) if label.isVisible())
        return "\n".join(label.accessibleName() or label.text() for label in shown)

    def press(self, words: str) -> None:
        found: list[QAbstractButton] = []
        self._qtbot.waitUntil(lambda: bool(found) or self._find(words, found))
        self._qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def types(self, name: str, words: str, kind: type[QWidget] = TextArea) -> None:
        field = next(one for one in self._all(kind) if one.isVisible() and name in one.accessibleName())
        field.setFocus()
        QTest.keyClicks(field, words)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget() or self.window.focusWidget()
        self._qtbot.keyClick(focus or self.window, key, modifier)

    def _find(self, words: str, found: list[QAbstractButton]) -> bool:
        QApplication.processEvents()
        for button in self._all(QAbstractButton):
            if (
                button.isVisible()
                and button.isEnabled()
                and words in {button.text(), button.accessibleName()}
            ):
                found.append(button)
        return bool(found)

    def _all(self, kind: type) -> list:
        return [
            one for top in QApplication.topLevelWidgets() if top.isVisible() for one in top.findChildren(kind)
        ]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[VaultSession]:
    places, store = places_in(tmp_path), MemoryStore()
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    opened = vaults.unlock(places, store, number, PASSPHRASE)
    planning.go_live(opened, a_plan_draft(first_day=opened.today))
    opened.prove = lambda typed: vaults.prove_passphrase(places, store, number, typed)
    yield opened
    opened.close()


@pytest.fixture
def story(session: VaultSession, qtbot: QtBot, qapp: QApplication) -> Iterator[Story]:
    theme.apply(qapp, "light", 1.0)
    vault, background = OpenVault(session), Background()
    vault.proof = PassphraseProof(background, session.prove)
    window = MainWindow(vault, first=Place.PLAN)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield Story(window, qtbot)
    background.stop()


def test_two_people_come_to_an_agreed_plan_and_look_at_it_together(
    story: Story, session: VaultSession, qtbot: QtBot
) -> None:
    it_is_not_the_evening_for_it(story)
    on_another_evening_it_is_said(story)
    each_action_is_answered(story)
    the_change_is_written_beside_the_old_words(story)
    story.sees("You have agreed.")
    assert planning.live_plan(session).agreed
    assert [each.given.answer for each in talking.answers(session)] == [
        Answer.WITH_CHANGE,
        Answer.YES,
        Answer.YES,
        Answer.YES,
    ]
    both_look_at_it(story)


def it_is_not_the_evening_for_it(story: Story) -> None:
    story.press("Prepare the talk, step by step")
    story.sees("Is this a good moment?")
    story.press("I have slept and eaten")
    story.press("Go on")
    story.sees("Then it can wait.")
    story.press("Leave it for another day")
    assert story.window.place is Place.PLAN


def on_another_evening_it_is_said(story: Story) -> None:
    story.press("Prepare the talk, step by step")
    for point in ("slept", "calm", "Nobody", "half an hour", "any answer"):
        box = next(
            one
            for one in story._all(QAbstractButton)
            if point in one.text() and one.isCheckable() and one.isVisible()
        )
        if not box.isChecked():
            box.click()
    story.press("Go on")
    story.sees("The words to begin with")
    story.press("One need at a time")
    for heading in ("To begin with", *(f"What I ask for, {number} of 4" for number in range(1, 5))):
        story.sees(heading)
        assert PRIVATE not in story.text()
        story.key(Qt.Key.Key_Right)
    story.sees("Then listen")
    story.press("It was said")
    assert any(field.isVisible() for field in story._all(DateField))
    story.press("Keep it as said")


def each_action_is_answered(story: Story) -> None:
    for slot, answer in enumerate(("Yes, with a change", "Yes", "No", "Yes"), start=1):
        action = ("one", "two", "three", "four")[slot - 1]
        story.press(f"Write down the answer to Action {action}")
        story.press(answer)
        if slot == 1:
            story.types("In your partner’s words", HEARD)
        story.press("Write it down")
        story.sees(f"{answer}, on")
    story.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    story.press("Write down the answer to Action four")
    story.press("Yes")
    story.press("Write it down")
    story.press("Another answer to Action three")
    story.press("Yes")
    story.press("Write it down")
    story.sees(f"“{HEARD}”")


def the_change_is_written_beside_the_old_words(story: Story) -> None:
    story.press("Write the change of Action one")
    story.sees("As it was said")
    story.types("What would Sam do?", ", unless my mother is ill")
    story.press("Keep the change")


def both_look_at_it(story: Story) -> None:
    story.press("Look at it together")
    story.sees("Before you show it")
    story.press("Show it")
    story.sees("What we talked about")
    shown = story.text()
    assert "unless my mother is ill" in shown
    assert PRIVATE not in shown
    assert HEARD not in shown
    assert "Sam" not in shown
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
        story.key(key)
    story.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    story.sees("What we talked about")
    story.press("Leave")
    story.types("Your passphrase", "not this one", LineEdit)
    story.key(Qt.Key.Key_Return)
    story.sees("That was not it.")
    story.types("Your passphrase", PASSPHRASE, LineEdit)
    story.key(Qt.Key.Key_Return)
    story.sees("What was answered")
    assert story.window.place is Place.TALK
