"""One remark at a time, below the words it is about: answered, passed over or kept, and never in the way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.stretch import within
from tests.ui.remarks.conftest import Write, Written
from trust_desktop.dev.translations import is_pseudo
from trust_desktop.ui import theme
from trust_desktop.ui.remarks.order import settled
from trust_desktop.ui.remarks.remark_words import words_of
from trust_desktop.ui.remarks.remarks import REST
from trust_desktop.wording import Kind, Remark, message_review

TWO = "😀 Thank you, it was about time. You did the bare minimum."
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(written: Written) -> Kind | None:
    remark = written.remarks.shown
    assert written.card.isVisible() == (remark is not None)
    return remark.kind if remark else None


def texts(written: Written) -> list[str]:
    labels = written.card.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


# --- which one is shown


def test_nothing_to_say_shows_nothing(write: Write) -> None:
    written = write()
    QTest.keyClicks(written.field, "Thank you for the walk.")
    assert shown(written) is None


def test_the_first_is_shown_until_the_cursor_stands_in_another(write: Write) -> None:
    written = write()
    written.field.set_text(TWO)
    written.field.go_to(3)
    assert shown(written) is Kind.LATE_JAB
    assert texts(written)[:4] == [
        "“about time”",
        "A late jab",
        "1 of 2",
        "It turns your thanks into a reproach for the days before.",
    ]
    written.field.go_to(TWO.index("minimum"))
    assert shown(written) is Kind.MINIMISING
    assert "2 of 2" in texts(written)
    written.field.go_to(3)
    assert shown(written) is Kind.LATE_JAB


def test_a_click_on_marked_words_shows_their_remark(write: Write, qtbot: QtBot) -> None:
    written = write()
    written.field.set_text(TWO)
    written.field.go_to(TWO.index("minimum"))
    place = written.field.rect_of(next(iter(written.field._marks)))
    qtbot.mouseClick(written.field.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert shown(written) is Kind.LATE_JAB


def test_alone_it_is_not_counted(write: Write) -> None:
    written = write()
    written.field.set_text("It was about time.")
    assert not any(" of " in text and text[0].isdigit() for text in texts(written))


def test_half_a_sentence_is_looked_at_only_when_typing_rests(write: Write, qtbot: QtBot) -> None:
    written = write()
    with within(3 * REST / 1000):
        QTest.keyClicks(written.field, "Thank you, it was about time")
        assert shown(written) is None
        qtbot.waitUntil(lambda: shown(written) is Kind.LATE_JAB)
    QTest.keyClicks(written.field, " and more")
    assert shown(written) is Kind.LATE_JAB, "what was seen stays while typing goes on"
    QTest.keyClicks(written.field, ", the bare minimum")
    assert written.remarks._open[-1].kind is Kind.LATE_JAB
    QTest.keyClicks(written.field, ".")
    assert written.remarks._open[-1].kind is Kind.MINIMISING, "a full stop ends the sentence"


def test_only_the_sentence_at_the_cursor_waits() -> None:
    text = "It was late. You are late\nand late"
    remarks = [Remark(Kind.LEDGER, at, at + 4, "", "") for at in (7, 21, 30)]
    for place, ready in ((9, [7, 21, 30]), (20, [7, 30]), (25, [7, 30]), (len(text), [7, 21]), (28, [7, 21])):
        assert [remark.start for remark in settled(remarks, text, place, ())] == ready, place
    assert settled(remarks, text, len(text), remarks[2:]) == tuple(remarks)


# --- the answers


def test_removing_is_one_step_that_undo_takes_back(write: Write, qtbot: QtBot) -> None:
    written = write()
    written.field.set_text(TWO)
    qtbot.mouseClick(written.card.use, Qt.MouseButton.LeftButton)
    without = TWO.replace("about time", "…")
    assert written.field.text() == without
    assert written.field.place() == without.index("…") + 1
    assert written.field.hasFocus()
    assert shown(written) is Kind.MINIMISING
    QTest.keyClick(written.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert written.field.text() == TWO
    qtbot.waitUntil(lambda: len(written.remarks._open) == 2)


def test_without_a_change_to_offer_there_is_no_button_for_one(write: Write) -> None:
    written = write()
    written.field.set_text("About time!")
    assert not written.card.use.isVisible()
    assert written.card.keep.isVisible()
    written.card.used.emit()
    assert written.field.text() == "About time!"


def test_kept_words_are_quiet_and_the_next_remark_comes(write: Write, qtbot: QtBot) -> None:
    written = write()
    written.field.set_text(TWO)
    with qtbot.waitSignal(written.remarks.answered):
        written.card.keep.click()
    assert shown(written) is Kind.MINIMISING
    assert written.field.hasFocus()
    written.card.keep.click()
    assert shown(written) is None
    assert written.field._marks == {}
    assert written.remarks.kept == {"late_jab: about time", "minimising: bare minimum"}
    written.field.set_text(f"Again: {TWO}")
    assert shown(written) is None
    written.card.kept.emit()
    assert len(written.remarks.kept) == 2


def test_words_that_are_gone_are_not_remembered(write: Write) -> None:
    written = write()
    written.field.set_text(TWO)
    written.card.keep.click()
    written.field.set_text("You did the bare minimum.")
    assert written.remarks.kept == frozenset()
    written.field.set_text(TWO)
    assert written.remarks.kept == {"late_jab: about time"}
    written.remarks.set_kept(frozenset())
    assert shown(written) is Kind.LATE_JAB


def test_why_is_told_below_the_answers_and_only_of_this_remark(write: Write, qtbot: QtBot) -> None:
    written = write(height=800)
    written.field.set_text(TWO)
    written.field.go_to(3)
    why = words_of(written.remarks._open[0]).why
    for _ in range(5):  # a busy machine makes one turn of the loop of each: until the card has come to rest
        qtbot.wait(20)
    before = written.card.why.mapTo(written.page, QPoint())
    written.card.why.click()
    qtbot.waitUntil(lambda: why in texts(written))
    assert written.card.why.mapTo(written.page, QPoint()) == before
    assert why in written.card.accessibleDescription()
    written.card.why.click()
    assert why not in texts(written)
    written.card.why.click()
    written.field.go_to(TWO.index("minimum"))
    assert not written.card.why.isChecked()


def test_a_request_shows_the_question_and_the_words_to_use(write: Write) -> None:
    written = write(shows_rewrite=True)
    written.field.set_text(TWO)
    quoted = texts(written)[-1]
    assert quoted == f"“{TWO.replace('about time', '…')}”"
    written.field.set_text("word " * 200 + "about time.")
    assert len(texts(written)[-1]) < 250
    written.field.set_text("About time!")
    assert texts(written)[-1] == words_of(written.remarks._open[0]).gentler


def test_a_question_to_the_writer_is_no_gentler_start() -> None:
    threat = Remark(Kind.THREAT, 0, 4, "threat.reason", "threat.gentler")
    assert words_of(threat).asks
    assert not words_of(Remark(Kind.LATE_JAB, 0, 4, "late_jab.reason", "late_jab.gentler")).asks


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.value)
def test_every_kind_has_its_words(kind: Kind) -> None:
    words = words_of(Remark(kind, 0, 0, f"{kind.value}.reason", f"{kind.value}.gentler"))
    assert all(words)


# --- from remark to remark


def test_f7_goes_from_words_to_words_and_round(write: Write) -> None:
    written = write()
    three = f"{TWO} So you owe me."
    written.field.set_text(three)
    places = [three.index(words) for words in ("about", "bare", "you owe")]
    for place in (*places, places[0]):
        QTest.keyClick(written.field, Qt.Key.Key_F7)
        assert written.field.place() == place
    for place in (places[2], places[1]):
        QTest.keyClick(written.field, Qt.Key.Key_F7, SHIFT)
        assert written.field.place() == place
        assert written.remarks.shown is not None
        assert written.remarks.shown.start == place
    written.field.go_to(places[1] - 2)
    QTest.keyClick(written.field, Qt.Key.Key_F7, SHIFT)
    assert written.field.place() == places[0]
    written.field.go_to(0)
    QTest.keyClick(written.field, Qt.Key.Key_F7, SHIFT)
    assert written.field.place() == places[2]


def test_f7_from_a_button_of_the_card_goes_back_to_the_words(write: Write) -> None:
    written = write()
    written.field.set_text(TWO)
    written.card.keep.setFocus()
    QTest.keyClick(written.card.keep, Qt.Key.Key_F7)
    assert written.field.hasFocus()
    assert written.field.place() == TWO.index("about")


def test_f7_without_remarks_does_nothing(write: Write) -> None:
    written = write()
    written.field.set_text("Thank you.")
    written.field.go_to(4)
    QTest.keyClick(written.field, Qt.Key.Key_F7)
    assert (written.field.place(), written.field.text(), shown(written)) == (4, "Thank you.", None)


def test_f7_looks_at_once_at_what_is_being_typed(write: Write) -> None:
    written = write()
    QTest.keyClicks(written.field, "it was about time")
    QTest.keyClick(written.field, Qt.Key.Key_F7)
    assert shown(written) is Kind.LATE_JAB


def test_the_button_says_what_goes_with_the_marked_words(write: Write) -> None:
    written = write(look=message_review)
    written.field.set_text("Thank you for dinner. Honestly, you never listen.")
    QTest.keyClick(written.field, Qt.Key.Key_F7)
    assert "Honestly, you never listen" in written.card.use.toolTip()
    assert "Takes out" in written.card.use.accessibleDescription()
    assert write(shows_rewrite=True).card.use.toolTip() == "", (
        "it shows the whole text that would stand there"
    )


# --- spoken


def test_a_new_remark_is_spoken_once_after_a_rest(write: Write, qtbot: QtBot, spoken: list[str]) -> None:
    written = write()
    said = "A late jab. It turns your thanks into a reproach for the days before."
    with within(3 * REST / 1000):
        QTest.keyClicks(written.field, "It was about time.")
        assert spoken == []
        qtbot.waitUntil(lambda: spoken == [said])
    QTest.keyClicks(written.field, " Truly")
    qtbot.wait(REST + 100)
    assert spoken == [said]
    QTest.keyClick(written.field, Qt.Key.Key_F7)
    assert spoken == [said, said], "asked for again it is said again"
    assert all("about time" not in each for each in spoken)


def test_one_that_comes_up_while_another_is_shown_is_spoken_too(
    write: Write, qtbot: QtBot, spoken: list[str]
) -> None:
    written = write()
    QTest.keyClicks(written.field, "It was about time. ")
    qtbot.waitUntil(lambda: len(spoken) == 1)
    QTest.keyClicks(written.field, "You did the bare minimum. I am off now.")
    qtbot.waitUntil(lambda: len(spoken) == 2)
    assert spoken[0] != spoken[1]
    qtbot.wait(REST + 100)
    assert len(spoken) == 2


def test_what_F7_leads_to_is_spoken_alone_with_its_place(
    write: Write, qtbot: QtBot, spoken: list[str]
) -> None:
    """The rest that follows does not speak the second while the card shows the first."""
    written = write()
    QTest.keyClicks(written.field, "It was about time. You did the bare minimum.")
    QTest.keyClick(written.field, Qt.Key.Key_Home)
    QTest.keyClick(written.field, Qt.Key.Key_F7)
    assert [each.rpartition(". ")[2] for each in spoken] == ["1 of 2"]
    qtbot.wait(2 * REST)
    assert len(spoken) == 1


def test_words_put_in_from_elsewhere_are_not_spoken(write: Write, qtbot: QtBot, spoken: list[str]) -> None:
    written = write()
    written.button.setFocus()
    written.field.window().setFocus()
    written.page.setFocus()
    written.field.set_text(TWO)
    qtbot.wait(REST + 100)
    assert spoken == []
    assert shown(written) is Kind.LATE_JAB


def test_every_answer_says_what_it_answers(write: Write) -> None:
    written = write()
    written.field.set_text(TWO)
    for button in (written.card.use, written.card.keep, written.card.why):
        assert button.accessibleDescription().startswith("A late jab. ")
    assert written.card.accessibleName() == "“about time” A late jab 1 of 2"


# --- where it stands


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_card_points_at_the_words(write: Write, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    written = write()
    written.page.setLayoutDirection(direction)
    written.field.set_text(TWO)
    written.field.go_to(3)

    def points_at(words: str) -> bool:
        mark = next(each for each in written.field._marks if TWO[each.start : each.end] == words)
        middle = written.field.viewport().mapToGlobal(written.field.rect_of(mark).center()).x()
        point = written.card._point
        return point is not None and abs(written.card.mapToGlobal(QPoint(point, 0)).x() - middle) <= 1

    qtbot.waitUntil(lambda: points_at("about time"))
    written.field.go_to(TWO.index("minimum"))
    qtbot.waitUntil(lambda: points_at("bare minimum"))
    written.page.resize(420, 600)
    qtbot.waitUntil(lambda: points_at("bare minimum"))


def test_words_scrolled_out_of_the_field_are_not_pointed_at(write: Write, qtbot: QtBot) -> None:
    written = write()
    written.field.setFixedHeight(120)
    written.field.set_text(f"{TWO}\n" + "and on\n" * 20)
    qtbot.waitUntil(lambda: written.card._point is not None)
    written.field.verticalScrollBar().setValue(written.field.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: written.card._point is None)


def test_nothing_is_held_back_by_a_remark(write: Write) -> None:
    written = write()
    written.field.set_text(TWO)
    assert shown(written) is not None
    assert written.button.isEnabled()
    assert written.field.isEnabled()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_narrow_window_every_word_has_its_room(
    write: Write, qtbot: QtBot, qapp: QApplication, scale: float, direction: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", scale)
    written = write(width=theme.em(28), height=theme.em(30))
    written.page.setLayoutDirection(direction)
    written.field.set_text(TWO)
    written.card.why.click()

    def all_fit() -> bool:
        parts = [*written.card.findChildren(QLabel), *written.card.findChildren(QAbstractButton)]
        return all(
            part.height() >= part.heightForWidth(part.width())
            and part.width() >= part.minimumSizeHint().width()
            and part.parentWidget().rect().contains(part.geometry())
            for part in parts
            if part.isVisible()
        )

    qtbot.waitUntil(all_fit)


def test_f7_brings_the_card_into_view(write: Write, qtbot: QtBot) -> None:
    written = write(height=190)
    written.field.set_text(TWO)
    QTest.keyClick(written.field, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: not written.card.keep.visibleRegion().isEmpty())


@pytest.mark.usefixtures("pseudo_locale")
def test_what_is_not_content_can_be_translated(write: Write) -> None:
    written = write()
    written.field.set_text(TWO)
    quote, _, which, _, lead, gentler = texts(written)
    assert all(map(is_pseudo, (quote, which, lead, gentler)))
    assert all(map(is_pseudo, (written.card.keep.text(), written.card.why.text())))
