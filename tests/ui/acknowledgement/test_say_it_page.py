"""Words of thanks are kept while they are written, said with day and way, and can be taken back."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY
from tests.support.full_disk import full_disk
from tests.support.stretch import within
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import acknowledging, following_through, writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.common.buttons import IconButton
from trust_desktop.ui.open_vault import OpenVault

WORDS = "On Tuesday you texted, thank you."


def kept(
    session: VaultSession, plan: Plan, slot: int = 1, days_ago: int = 0, outcome: Outcome = Outcome.KEPT
) -> MarkKey:
    key = MarkKey(plan.actions[slot - 1].id, TODAY - timedelta(days=days_ago))
    following_through.mark(session, *key, outcome)
    return key


def type_words(page: SayItPage, qtbot: QtBot, words: str = WORDS) -> None:
    page.composer.words.setFocus()
    qtbot.keyClicks(page.composer.words, words)


def say(page: SayItPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.composer.have_said, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.composer.when.keep, Qt.MouseButton.LeftButton)


# --- the draft


def test_typed_words_are_in_the_vault_within_two_seconds(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    with within(2):
        type_words(page, qtbot)
        assert acknowledging.open_draft(session) is None
        qtbot.waitUntil(lambda: acknowledging.open_draft(session) is not None)
    draft = acknowledging.open_draft(session)
    assert draft is not None
    assert draft.text == WORDS
    assert page.composer.saved.text().startswith("Saved ")


def test_typing_without_a_pause_is_saved_too(page: SayItPage, session: VaultSession, qtbot: QtBot) -> None:
    with within(3):
        for _ in range(100):
            type_words(page, qtbot, "a")
            qtbot.wait(100)
            if acknowledging.open_draft(session) is not None:
                break
    draft = acknowledging.open_draft(session)
    assert draft is not None
    assert draft.text.startswith("aaa")


def test_saving_at_once_keeps_the_last_letter(
    page: SayItPage, tmp_path: Path, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot)
    page.save_now()
    session.close()
    again = builders.session_at(tmp_path)
    draft = acknowledging.open_draft(again)
    again.close()
    assert draft is not None
    assert draft.text == WORDS


def test_words_come_back_with_what_they_are_about(
    vault: OpenVault, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    key = kept(session, plan)
    acknowledging.save_draft(session, AcknowledgementDraft(None, WORDS, frozenset({key}), Way.CARD))
    page = SayItPage(vault)
    qtbot.addWidget(page)
    assert page.composer.words.text() == WORDS
    assert page.composer.about.covers == {key}
    assert page.composer.way.value() is Way.CARD


def test_one_draft_is_kept_however_often_it_changes(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot, "one")
    page.save_now()
    type_words(page, qtbot, " two")
    page.save_now()
    draft = acknowledging.open_draft(session)
    assert draft is not None
    acknowledging.discard_draft(session, draft.id or 0)
    assert acknowledging.open_draft(session) is None


def test_words_taken_out_again_leave_no_draft(page: SayItPage, session: VaultSession, qtbot: QtBot) -> None:
    type_words(page, qtbot)
    page.save_now()
    page.composer.words.clear()
    page.save_now()
    assert acknowledging.open_draft(session) is None
    assert page.composer.saved.text() == ""


# --- what it is about


def test_choosing_a_row_covers_it_and_a_second_one_too(
    page: SayItPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    first, second = kept(session, plan), kept(session, plan, 2, 1)
    page.panel.list.chosen.emit(first)
    assert page.composer.about.covers == {first}
    page.panel.list.chosen.emit(second)
    assert page.composer.about.covers == {second}, "without words another row is another beginning"
    type_words(page, qtbot)
    page.panel.list.chosen.emit(first)
    assert page.composer.about.covers == {first, second}
    page.panel.list.chosen.emit(second)
    assert page.composer.about.covers == {first}


def test_composing_for_marks_keeps_words_already_begun(
    page: SayItPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    first, second = kept(session, plan), kept(session, plan, 2, 1)
    page.compose_for({first})
    type_words(page, qtbot)
    page.compose_for({second})
    assert page.composer.about.covers == {first, second}
    assert page.composer.words.text() == WORDS
    page.compose_for(frozenset())
    assert page.composer.about.covers == {first, second}


def test_corrected_mark_leaves_list_and_words(
    page: SayItPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    key, other = kept(session, plan), kept(session, plan, 2)
    page.compose_for({key, other})
    following_through.mark(session, *key, Outcome.NOT_KEPT)
    assert page.panel.list.rows.row_of(key) is None
    assert page.composer.about.covers == {other}
    following_through.clear(session, *other)
    assert page.panel.list.rows.rowCount() == 0
    assert page.composer.about.covers == frozenset()
    assert page.panel.empty.isVisible()


def test_tab_goes_from_what_it_is_about_to_the_words(
    page: SayItPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    page.compose_for({kept(session, plan), kept(session, plan, 2)})
    kept(session, plan, 3)
    QApplication.processEvents()  # chips put into a layout are shown by the next turn of the loop
    about = page.composer.about
    removers = [button for button in about.findChildren(IconButton) if button.isVisible()]
    removers[0].setFocus()
    for after in (removers[1], about.add, page.composer.words):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is after


def test_add_another_offers_what_is_not_covered_yet(
    page: SayItPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    first, second = kept(session, plan), kept(session, plan, 2, 1, Outcome.PARTLY)
    page.compose_for({first})
    about = page.composer.about
    qtbot.mouseClick(about.add, Qt.MouseButton.LeftButton)
    (menu_second,) = about.menu.actions()
    about.menu.hide()
    menu_second.trigger()
    assert page.composer.about.covers == {first, second}
    assert not about.add.isVisible()
    qtbot.mouseClick(about.findChildren(IconButton)[-1], Qt.MouseButton.LeftButton)
    assert len(page.composer.about.covers) == 1


# --- saying it


def test_said_words_are_history_and_what_they_cover_is_no_longer_unsaid(
    page: SayItPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    keys = {kept(session, plan), kept(session, plan, 2, 1)}
    page.compose_for(keys)
    type_words(page, qtbot)
    page.composer.way.set_value(Way.NOTE)
    say(page, qtbot)
    (said,) = acknowledging.said(session)
    assert (said.text, said.covers, said.way, said.day) == (WORDS, keys, Way.NOTE, TODAY)
    assert acknowledging.tray(session).count == 0
    assert acknowledging.open_draft(session) is None
    assert page.composer.empty
    page.save_now()
    assert acknowledging.open_draft(session) is None, "nothing of the old words comes back as a draft"


def test_an_earlier_day_can_be_picked_and_none_to_come(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot)
    qtbot.mouseClick(page.composer.have_said, Qt.MouseButton.LeftButton)
    when = page.composer.when
    assert when.day.day() == TODAY
    when.day.set_day(TODAY + timedelta(days=1))
    assert when.day.day() == TODAY
    when.day.set_day(TODAY - timedelta(days=3))
    qtbot.mouseClick(when.keep, Qt.MouseButton.LeftButton)
    assert acknowledging.said(session)[0].day == TODAY - timedelta(days=3)


def test_undo_brings_the_words_back_and_redo_says_them_again(
    page: SayItPage, vault: OpenVault, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    key = kept(session, plan)
    page.compose_for({key})
    type_words(page, qtbot)
    say(page, qtbot)
    assert vault.undo_stack.undoText().startswith("Kept as said on ")
    vault.undo_stack.undo()
    assert acknowledging.said(session) == ()
    assert page.composer.words.text() == WORDS
    assert page.composer.about.covers == {key}
    assert acknowledging.tray(session).count == 1
    vault.undo_stack.redo()
    assert acknowledging.said(session)[0].text == WORDS
    assert acknowledging.tray(session).count == 0
    assert page.composer.empty


def test_words_typed_on_after_redo_are_a_draft_of_their_own(
    page: SayItPage, vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot)
    say(page, qtbot)
    vault.undo_stack.undo()
    type_words(page, qtbot, " And more.")
    vault.undo_stack.redo()
    page.save_now()
    draft = acknowledging.open_draft(session)
    assert draft is not None
    assert draft.text == f"{WORDS} And more."


def test_change_elsewhere_leaves_saved_words_as_they_are(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot)
    page.save_now()
    acknowledging.save_draft(session, AcknowledgementDraft(None, "from elsewhere"))
    assert page.composer.words.text() == WORDS


def test_undo_does_not_touch_words_begun_since(
    page: SayItPage, vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot, "first")
    say(page, qtbot)
    type_words(page, qtbot, "second")
    vault.undo_stack.undo()
    assert page.composer.words.text() == "second"
    say(page, qtbot)
    assert page.composer.words.text() == "first", "the words taken back wait until the others were said"


def test_said_aloud_without_writing_counts_when_it_is_about_something(
    page: SayItPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    assert not page.composer.have_said.isEnabled()
    assert page.composer.reason.text()
    key = kept(session, plan)
    page.compose_for({key})
    assert page.composer.have_said.isEnabled()
    say(page, qtbot)
    assert acknowledging.said(session)[0].covers == {key}


def test_enter_on_the_day_keeps_it_as_said(page: SayItPage, session: VaultSession, qtbot: QtBot) -> None:
    type_words(page, qtbot)
    page.composer.have_said.setFocus()
    qtbot.keyClick(page.composer.have_said, Qt.Key.Key_Space)
    qtbot.keyClick(page.composer.when.day, Qt.Key.Key_Return)
    assert acknowledging.said(session)[0].text == WORDS


def test_escape_or_not_yet_leaves_the_question(page: SayItPage, session: VaultSession, qtbot: QtBot) -> None:
    type_words(page, qtbot)
    for leave in (
        lambda: qtbot.keyClick(page.composer.when.day, Qt.Key.Key_Escape),
        lambda: qtbot.mouseClick(page.composer.when.back, Qt.MouseButton.LeftButton),
    ):
        qtbot.mouseClick(page.composer.have_said, Qt.MouseButton.LeftButton)
        assert page.composer.when.isVisible()
        leave()
        assert not page.composer.when.isVisible()
        assert page.composer.have_said.hasFocus()
    assert acknowledging.said(session) == ()


# --- when the vault cannot be written


def test_full_disk_keeps_the_words_in_sight_and_saves_them_later(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot)
    with full_disk():
        page.save_now()
    assert page.composer.saved.text() == "Not saved yet"
    assert "no room" in page.composer.reason.text()
    assert page.composer.words.text() == WORDS
    page.save_now()
    draft = acknowledging.open_draft(session)
    assert draft is not None
    assert draft.text == WORDS


def test_full_disk_says_nothing_was_kept_as_said(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot)
    with full_disk():
        say(page, qtbot)
    assert acknowledging.said(session) == ()
    assert page.composer.words.text() == WORDS
    assert "no room" in page.composer.reason.text()
    qtbot.mouseClick(page.composer.when.keep, Qt.MouseButton.LeftButton)
    assert acknowledging.said(session)[0].text == WORDS


def test_full_disk_keeps_nobody_from_coming_back_to_the_words(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    type_words(page, qtbot)
    page.save_now()
    page.hide()
    writing.keep(session, "check-in.line", "Something written elsewhere meanwhile")
    session.now = lambda: builders.NOW + timedelta(minutes=1)
    with full_disk():
        page.show()
        page.save_now()
    assert page.composer.words.text() == WORDS
    assert "no room" in page.composer.reason.text()
    page.save_now()
    assert not page.keeper.pending


# --- let it rest, words taken out


def test_let_it_rest_by_keyboard_and_back(
    page: SayItPage, vault: OpenVault, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    kept(session, plan)
    page.panel.list.setFocus()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Delete)
    assert acknowledging.tray(session).count == 0
    vault.undo_stack.undo()
    assert acknowledging.tray(session).count == 1
    assert page.panel.list.rows.rowCount() == 1
