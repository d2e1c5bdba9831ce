"""The story in its parts: nothing in it that was not put there, kept as it is typed, printed, copied, taken out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_live_plan
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import DiskFull, VaultProblem
from trust_desktop.domain.plan import Said
from trust_desktop.domain.story import StoryPart
from trust_desktop.services import acknowledging, telling
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.printing import PrintSheet
from trust_desktop.ui.story.fact_words import of_plans
from trust_desktop.ui.story.facts_sheet import FactsSheet
from trust_desktop.ui.story.story_page import StoryPage

Show = Callable[[], StoryPage]
ASKED, SAID, HOPE = StoryPart.ASKED, StoryPart.SAID, StoryPart.HOPE


@pytest.fixture
def lived(session: VaultSession) -> None:
    a_live_plan(session)
    acknowledging.deliver(session, AcknowledgementDraft(text="Thank you & more."), Way.ALOUD, TODAY)


def words(page: StoryPage, part: StoryPart) -> str:
    return page.fields[part].words.text()


def write(page: StoryPage, part: StoryPart, text: str) -> None:
    page.fields[part].words.rewrite(text)


def facts_of(page: StoryPage, part: StoryPart) -> FactsSheet:
    page.fields[part].facts.click()
    return page.window().findChildren(FactsSheet)[-1]


@pytest.mark.usefixtures("lived")
def test_it_begins_with_nothing_in_it(show: Show) -> None:
    page = show()
    assert {words(page, part) for part in StoryPart} == {""}
    assert "promises nothing" in page.findChildren(QLabel)[1].text()
    assert not page.print.isEnabled()
    assert page.take_out.isHidden()
    assert page.reason.text() == "Once something is written, it can be copied and printed."


@pytest.mark.usefixtures("lived")
def test_facts_get_in_one_by_one_and_only_when_ticked(qtbot: QtBot, show: Show) -> None:
    page = show()
    write(page, ASKED, "It took me a while.")
    sheet = facts_of(page, ASKED)
    assert [box.isChecked() for box in sheet.boxes] == [False] * 6
    assert not sheet.put_in.isEnabled()
    assert sheet.reason.isVisible()
    qtbot.waitUntil(sheet.boxes[0].hasFocus)
    sheet.boxes[1].click()
    sheet.boxes[3].click()
    sheet.put_in.click()
    assert words(page, ASKED) == (
        "It took me a while.\nI said it aloud on Monday, 2 November 2026.\n"
        "I asked for this: Text when the train leaves"
    )


@pytest.mark.usefixtures("lived")
def test_words_that_were_said_get_in_as_they_were_said(show: Show) -> None:
    page = show()
    sheet = facts_of(page, SAID)
    sheet.boxes[0].click()
    sheet.put_in.click()
    assert words(page, SAID) == "On Tuesday, 24 November 2026 I said: “Thank you & more.”"


def test_where_there_is_nothing_it_says_so(show: Show) -> None:
    page = show()
    sheet = facts_of(page, SAID)
    assert sheet.boxes == []
    assert any("nothing yet" in label.text() for label in sheet.findChildren(QLabel))
    assert not sheet.put_in.isEnabled()
    sheet.close_button.click()
    assert words(page, SAID) == ""


def test_every_way_of_saying_a_plan_and_its_end_have_words() -> None:
    for way in Way:
        facts = telling.PlanFacts(TODAY, Said(TODAY, way), TODAY, ("Sunday call",))
        lines = list(of_plans([facts]))
        assert len(set(lines)) == 4
        assert lines[3] == "The plan ended on Tuesday, 24 November 2026."
    assert len(list(of_plans([telling.PlanFacts(TODAY, None, None, ())]))) == 1


def test_words_are_kept_while_they_are_typed(qtbot: QtBot, show: Show, session: VaultSession) -> None:
    page = show()
    qtbot.keyClicks(page.fields[HOPE].words, "A summer")
    page.keeper.save_now()
    assert telling.story(session)[HOPE] == "A summer"
    assert page.saved.text().startswith("Saved ")
    page.hide()
    assert words(show(), HOPE) == "A summer"
    session.close()
    page.save_now()
    page.hide()


def test_another_look_of_the_words_changes_nothing(
    show: Show, qapp: QApplication, session: VaultSession
) -> None:
    telling.put_in(session, {HOPE: "A summer"})
    page = show()
    theme.apply(qapp, "dark", 1.5)
    assert not page.keeper.pending


def test_it_is_copied_for_a_while_and_printed_in_its_order(show: Show) -> None:
    page = show()
    write(page, HOPE, "A summer\nby the sea")
    write(page, StoryPart.BEFORE, "A hard winter")
    page.copy.click()
    assert QGuiApplication.clipboard().text() == "Before\nA hard winter\n\nWhat I hope\nA summer\nby the sea"
    page.print.click()
    sheet = page.window().findChild(PrintSheet)
    shown = sheet.preview.accessibleDescription()
    assert shown.startswith("My story so far")
    assert shown.index("A hard winter") < shown.index("by the sea")
    sheet.close_button.click()
    page.save_now()
    assert QGuiApplication.clipboard().text() == ""


def test_all_of_it_is_taken_out_and_brought_back(show: Show, session: VaultSession) -> None:
    page = show()
    write(page, HOPE, "A summer")
    page.take_out.click()
    assert words(page, HOPE) == ""
    page._vault.undo_stack.undo()
    assert words(page, HOPE) == "A summer"
    page.hide()
    page._vault.undo_stack.redo()
    assert words(page, HOPE) == "A summer"
    page.show()
    assert (words(page, HOPE), telling.story(session)[HOPE]) == ("", "")


def test_what_is_typed_after_it_was_taken_out_is_never_lost(show: Show) -> None:
    page = show()
    write(page, HOPE, "A summer")
    page.take_out.click()
    write(page, HOPE, "Rain")  # and not saved yet when it is undone
    page._vault.undo_stack.undo()
    assert words(page, HOPE) == "A summer\n\nRain"
    page._vault.undo_stack.redo()
    assert words(page, HOPE) == "Rain"
    page._vault.undo_stack.undo()
    write(page, HOPE, "Another summer")
    page._vault.undo_stack.redo()
    assert words(page, HOPE) == "Another summer"


def test_a_part_is_shown_when_asked_for(qtbot: QtBot, show: Show) -> None:
    page = show()
    page.show_part(StoryPart.LEARNED)
    assert page.fields[StoryPart.LEARNED].words.hasFocus()


@pytest.mark.parametrize(
    ("problem", "said"), [(DiskFull(), "no room left"), (VaultProblem(), "could not be written")]
)
def test_trouble_is_said_and_no_word_is_lost(
    show: Show, session: VaultSession, monkeypatch: pytest.MonkeyPatch, problem: Exception, said: str
) -> None:
    page = show()

    def broken(*_: object) -> None:
        raise problem

    write(page, HOPE, "A summer")
    for name in ("keep", "settle", "put_in"):
        monkeypatch.setattr(telling, name, broken)
    page.keeper.save_now()
    assert page.saved.text() == "Not saved yet"
    assert said in page.reason.text()
    page.take_out.click()
    page.save_now()
    assert said in page.reason.text()
    assert words(page, HOPE) == "A summer"
    monkeypatch.undo()
    page.save_now()
    assert telling.story(session)[HOPE] == "A summer"


# --- for everyone


def cut_off(page: QWidget) -> list[str]:
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    narrow = [each.text() for each in labels if each.width() < each.minimumSizeHint().width()]
    return narrow + [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_as_the_text_grows(
    show: Show, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    page.resize(742, 700)
    write(page, HOPE, "Donaudampfschifffahrtsgesellschaftskapitän")
    qtbot.waitUntil(lambda: cut_off(page) == [])


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_nothing_is_cut_off(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_everything_that_takes_focus_has_a_name_and_an_order(show: Show) -> None:
    page = show()
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
    assert [
        each for each in stops if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ] == []
    page.fields[ASKED].words.setFocus()
    page.focusNextChild()
    assert page.fields[ASKED].facts.hasFocus()
