"""Words of thanks are looked at while they are written: advice below the field, and the last word is the person's."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY
from tests.support.full_disk import full_disk
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.services import acknowledging
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.wording import Kind

JAB = "Thank you, though it's about time."
KEPT = frozenset({"late_jab: about time"})


def shown(page: SayItPage) -> Kind | None:
    remarks = page.composer.remarks
    assert remarks.card.isVisible() == (remarks.shown is not None)
    return remarks.shown.kind if remarks.shown else None


def test_a_sting_is_remarked_on_and_blocks_nothing(page: SayItPage) -> None:
    QTest.keyClicks(page.composer.words, JAB)
    assert shown(page) is Kind.LATE_JAB
    assert page.composer.have_said.isEnabled()
    assert page.composer.copy.isEnabled()
    page.composer.have_said.click()
    page.composer.when.keep.click()
    assert shown(page) is None, "the next words begin without it"


def test_what_was_kept_stays_quiet_after_a_restart(
    page: SayItPage, session: VaultSession, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.composer.words, JAB)
    page.composer.remarks.card.keep.click()
    assert page.composer.draft().kept == KEPT
    page.save_now()
    session.close()
    again = builders.session_at(tmp_path)
    reopened = SayItPage(OpenVault(again))
    qtbot.addWidget(reopened)
    assert reopened.composer.words.text() == JAB
    assert reopened.composer.draft().kept == KEPT
    assert reopened.composer.remarks.shown is None
    again.close()


def test_keeping_alone_is_saved(page: SayItPage, session: VaultSession) -> None:
    QTest.keyClicks(page.composer.words, JAB)
    page.save_now()
    page.composer.remarks.card.keep.click()
    page.save_now()
    draft = acknowledging.open_draft(session)
    assert draft is not None
    assert draft.kept == KEPT


def test_other_words_are_looked_at_afresh(page: SayItPage) -> None:
    page.composer.load(AcknowledgementDraft(None, JAB, kept=KEPT))
    assert shown(page) is None
    page.composer.load(AcknowledgementDraft(None, JAB))
    assert shown(page) is Kind.LATE_JAB


def test_taken_out_words_come_back_with_undo(page: SayItPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.composer.words, JAB)
    page.composer.remarks.card.use.click()
    assert page.composer.words.text() == "Thank you."
    assert shown(page) is None
    QTest.keyClick(page.composer.words, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.composer.words.text() == JAB
    assert shown(page) is Kind.LATE_JAB


@pytest.mark.parametrize(
    "text", ["You hit me on Sunday. About time you left.", "If you hurt me again I will leave."]
)
def test_words_of_harm_get_no_remark_but_a_way_to_help(page: SayItPage, qtbot: QtBot, text: str) -> None:
    page.composer.words.set_text(text)
    qtbot.waitUntil(page.composer.help.isVisible)
    qtbot.waitUntil(lambda: not page.composer.remarks.under_way)
    assert shown(page) is None
    with qtbot.waitSignal(page.help_requested):
        QTest.keyClick(page.composer.help, Qt.Key.Key_Return)
    page.composer.words.set_text("Thank you.")
    qtbot.waitUntil(page.composer.help.isHidden)


def test_tab_goes_from_the_words_through_the_answers(page: SayItPage) -> None:
    page.composer.words.setFocus()
    QTest.keyClicks(page.composer.words, JAB)
    card = page.composer.remarks.card
    for answer in (card.use, card.keep, card.why):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert answer.hasFocus()


def test_beside_the_list_the_buttons_stay_in_the_window(page: SayItPage, qtbot: QtBot) -> None:
    page.composer.words.set_text("You called on Sunday and I could rest. " * 60 + JAB)
    page.composer.words.setFocus()
    QTest.keyClick(page.composer.words, Qt.Key.Key_F7)
    assert shown(page) is Kind.LATE_JAB

    def in_sight() -> bool:
        said, card = page.composer.have_said, page.composer.remarks.card
        low = [each.mapTo(page, QPoint(0, each.height())).y() for each in (said, card)]
        return max(low) <= page.height() and page.composer.words.viewport().rect().contains(
            page.composer.words.cursorRect()
        )

    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_in_a_narrow_window_with_large_text_every_answer_can_be_reached(
    vault: OpenVault, qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", 2.0)
    page = SayItPage(vault)
    page.setLayoutDirection(direction)
    qtbot.addWidget(page)
    page.resize(theme.px(310), theme.px(420))
    page.show()
    page.composer.words.set_text(JAB)
    card = page.composer.remarks.card
    card.why.click()

    def has_room() -> bool:
        labels = [label for label in card.findChildren(QLabel) if label.isVisible()]
        inside = [*labels, card.use, card.keep, card.why]
        return all(
            each.height() >= each.heightForWidth(each.width())
            and each.parentWidget().rect().contains(each.geometry())
            for each in inside
        )

    qtbot.waitUntil(has_room)
    assert page.composer.have_said.mapTo(page.composer, QPoint(0, 0)).y() > card.geometry().bottom()


def test_what_was_said_keeps_no_answers(page: SayItPage, session: VaultSession) -> None:
    QTest.keyClicks(page.composer.words, JAB)
    page.composer.remarks.card.keep.click()
    page.composer.have_said.click()
    page.composer.when.keep.click()
    assert acknowledging.said(session)[0].text == JAB
    assert acknowledging.said(session)[0].day == TODAY
    assert page.composer.draft() == AcknowledgementDraft()


def test_taken_back_it_is_as_quiet_as_it_was(page: SayItPage, vault: OpenVault) -> None:
    QTest.keyClicks(page.composer.words, JAB)
    page.composer.remarks.card.keep.click()
    page.composer.have_said.click()
    page.composer.when.keep.click()
    for _ in range(2):
        vault.undo_stack.undo()
        assert page.composer.words.text() == JAB
        assert page.composer.draft().kept == KEPT
        assert shown(page) is None
        vault.undo_stack.redo()
        assert page.composer.draft() == AcknowledgementDraft()


def test_thanks_for_nothing_in_particular_are_asked_for_a_detail(page: SayItPage, qtbot: QtBot) -> None:
    composer = page.composer
    QTest.keyClicks(composer.words, "Thank you.")
    assert "One detail" not in composer.reason.text(), "not while one writes"
    qtbot.waitUntil(lambda: "One detail" in composer.reason.text())
    assert composer.reason.isVisible()
    assert composer.have_said.isEnabled()
    QTest.keyClicks(composer.words, " You cooked.")
    assert not composer.reason.isVisible()
    with qtbot.waitSignal(composer.remarks.rested):
        pass
    assert not composer.reason.isVisible()


def test_who_is_hurt_is_asked_for_no_detail(page: SayItPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.composer.remarks.rested):
        QTest.keyClicks(page.composer.words, "Thank you. He hit me on Sunday.")
    assert not page.composer.reason.isVisible()


def test_that_words_could_not_be_kept_is_said_before_any_advice(page: SayItPage, qtbot: QtBot) -> None:
    composer = page.composer
    with full_disk():
        QTest.keyClicks(composer.words, "Thank you.")
        page.save_now()
        said = composer.reason.text()
        assert said
        with qtbot.waitSignal(composer.remarks.rested):
            composer.remarks.go(1)
            QTest.keyClick(composer.words, Qt.Key.Key_Home)
        assert composer.reason.text() == said
