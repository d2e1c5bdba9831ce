"""The quiet time and the way back, whatever the clock does."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import NOW, Clock
from tests.support.full_disk import full_disk
from tests.ui.pause.conftest import Show
from trust_desktop.domain.pause import Pause
from trust_desktop.services import pausing, writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause import more_form
from trust_desktop.ui.pause.urge_words import series_words


def strengths(session: VaultSession) -> list[int]:
    pause = pausing.running(session)
    assert pause is not None
    return [urge.strength for urge in pause.urges]


def test_a_pause_stands_as_it_was_left(show: Show, running: Pause) -> None:
    page = show().now
    assert page.timer.isVisible()
    assert page.timer.returns.text() == "Back at 18:20"
    assert page.timer.stands.text() == "You left at 18:00. Nothing needs an answer before then."
    assert page.left_with.words.text() == f"“{running.leaving}”"
    assert page.soothing.isVisible()
    first = page.soothing.idea.text()
    page.soothing.another.click()
    assert page.soothing.idea.text() != first


def test_the_urge_is_kept_at_one_press_and_asked_for_again(
    show: Show, running: Pause, session: VaultSession, clock: Clock, vault: OpenVault
) -> None:
    card = show().now.urge
    assert card.scale.value() is None
    assert card.again.isHidden()
    card.scale.cells[8].click()
    assert strengths(session) == [8]
    assert card.scale.value() == 8
    card.scale.cells[9].click()
    assert strengths(session) == [9]
    assert vault.undo_stack.count() == 1

    clock.forward(minutes=5)
    card.show_time()
    assert card.again.isVisible()
    assert card.scale.value() is None
    QTest.keyClicks(card.scale.cells[0], "4")
    assert strengths(session) == [9, 4]
    assert card.again.isHidden()
    assert card.chart.accessibleDescription() == "9 at 18:00 and 4 at 18:05"

    vault.undo_stack.undo()
    assert strengths(session) == [9]
    vault.undo_stack.redo()
    assert strengths(session) == [9, 4]
    vault.undo_stack.undo()
    vault.undo_stack.undo()
    assert strengths(session) == []
    assert running.id == pausing.running(session).id


def test_a_strength_put_right_later_is_undone_to_what_it_was(
    show: Show, running: Pause, session: VaultSession, vault: OpenVault
) -> None:
    pausing.feel(session, running.id, 7)
    card = show().now.urge
    card.scale.cells[7].click()
    assert vault.undo_stack.count() == 0
    card.scale.cells[2].click()
    assert strengths(session) == [2]
    vault.undo_stack.undo()
    assert strengths(session) == [7]
    vault.undo_stack.redo()
    assert strengths(session) == [2]


def test_the_line_is_a_table_when_asked_for(show: Show, running: Pause, session: VaultSession) -> None:
    page = show().now
    assert page.urge.as_table.isHidden()
    for strength in (8, 5):
        pausing.feel(session, running.id, strength)
    page.refresh()
    page.urge.as_table.click()
    assert page.urge.table.isVisible()
    pausing.feel(session, running.id, 5)
    page.refresh()
    assert page.urge.chart.isHidden()
    page.urge.as_table.click()
    assert page.urge.chart.isVisible()
    assert series_words(pausing.running(session).urges, lambda moment: moment) == "5 at 18:00"


def test_what_was_done_instead_is_kept_while_it_is_typed(
    show: Show, running: Pause, session: VaultSession
) -> None:
    page = show()
    QTest.keyClicks(page.now.urge.instead, "Tea")
    with full_disk():
        page.save_now()
        assert "no room left" in page.now.urge.reason.text()
    page.now.urge.keeper.touch()
    page.save_now()
    assert pausing.running(session).instead == "Tea"
    assert page.now.urge.reason.isHidden()
    assert running.instead == ""
    assert show().now.urge.instead.text() == "Tea"


def test_an_urge_that_cannot_be_kept_is_not_shown_as_kept(
    show: Show, running: Pause, session: VaultSession
) -> None:
    card = show().now.urge
    with full_disk():
        card.scale.cells[6].click()
    assert card.scale.value() is None
    assert "no room left" in card.reason.text()
    assert strengths(session) == []
    assert running.urges == ()


def test_at_the_return_time_the_way_back_is_offered(
    show: Show, running: Pause, session: VaultSession, clock: Clock, vault: OpenVault
) -> None:
    page = show().now
    clock.forward(minutes=20)
    page.look_at_the_clock()
    assert page.back.isVisible()
    assert page.back.stands.text() == "The time you said has come."
    assert page.back.other.text() == "Ask for more time"
    page.back.words.words.set_text("Hello. May I sit down?")
    page.save_now()
    assert pausing.running(session).opener == "Hello. May I sit down?"
    page.back.end.click()
    assert pausing.running(session) is None
    assert page.begin.isVisible()
    (ended,) = pausing.journal(session).entries
    assert (ended.opener, ended.ended_at) == ("Hello. May I sit down?", NOW + timedelta(minutes=20))

    vault.undo_stack.undo()
    assert pausing.running(session).id == running.id
    assert page.back.isVisible()
    vault.undo_stack.redo()
    assert pausing.running(session) is None


def test_what_was_done_instead_outlives_an_undo(
    show: Show, running: Pause, session: VaultSession, vault: OpenVault, clock: Clock
) -> None:
    page = show().now
    clock.forward(minutes=10)
    page.timer.ask.click()
    page.more.words.words.setPlainText("Ten more, please.")
    page.more.said.click()
    page.urge.instead.setPlainText("Ran round the block")
    page.save_now()

    vault.undo_stack.undo()
    back = pausing.running(session)
    assert back.returns_at == running.returns_at
    assert back.instead == page.urge.instead.text() == "Ran round the block"
    assert writing.load(session, more_form.DRAFT) == "Ten more, please."
    vault.undo_stack.redo()
    assert pausing.running(session).returns_at > running.returns_at
    assert writing.load(session, more_form.DRAFT) == ""

    page.timer.am_back.click()
    page.urge.instead.setPlainText("Ran round the block, twice")
    page.back.end.click()
    page.save_now()
    vault.undo_stack.undo()
    assert pausing.running(session).instead == page.urge.instead.text() == "Ran round the block, twice"


def test_a_soft_way_that_was_chosen_stays_while_the_urge_is_written_down(show: Show, running: Pause) -> None:
    page = show().now
    page.timer.am_back.click()
    page.back.words.others.click()
    chosen = page.back.words.text()
    page.urge.scale.cells[4].click()
    assert page.back.words.text() == chosen
    assert running.opener == ""


def test_over_a_beginning_of_ones_own_no_other_is_put(show: Show, running: Pause) -> None:
    page = show().now
    page.timer.am_back.click()
    assert page.back.words.others.isVisible()
    page.back.words.words.set_text("I am sorry I left so fast.")
    assert page.back.words.others.isHidden()
    page.save_now()
    assert show().now.back.words.others.isHidden()


def test_the_machine_slept_and_the_time_is_said_plainly(show: Show, running: Pause, clock: Clock) -> None:
    page = show().now
    clock.forward(hours=1)
    page.look_at_the_clock()
    assert page.back.returns.text() == "Back at 18:20"
    assert page.back.stands.text() == "You said 18:20, and it is 19:00. You can still come back softly."
    clock.forward(days=1)
    page.look_at_the_clock()
    assert page.back.returns.text() == "Back yesterday at 18:20"
    assert page.back.stands.text() == "The time you said has passed. You can still come back softly."
    clock.forward(days=3)
    page.look_at_the_clock()
    assert page.back.returns.text() == "Back Tuesday 24 November at 18:20"
    assert page.timer.ring.accessibleDescription() == "The time has come."
    assert running.returns_at == NOW + timedelta(minutes=20)


def test_the_clock_was_set_back_and_nothing_is_negative(show: Show, running: Pause, clock: Clock) -> None:
    clock.forward(hours=-2)
    page = show().now
    assert page.timer.isVisible()
    assert page.timer.returns.text() == "Back at 18:20"
    assert "was set back" in page.timer.stands.text()
    assert page.timer.ring.accessibleDescription() == "The pause has just begun."
    page.timer.am_back.click()
    assert page.back.isVisible()
    page.back.end.click()
    assert page.begin.isVisible()
    assert running.ended_at is None


def test_a_pause_over_midnight_says_on_which_day_it_began(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    pausing.start(session, timedelta(hours=12), "")
    clock.forward(hours=7)
    page = show().now
    assert page.timer.returns.text() == "Back at 06:00"
    assert page.timer.stands.text().startswith("You left yesterday at 18:00.")
    assert page.left_with.isHidden()


def test_one_may_be_back_early_or_go_on(
    show: Show, running: Pause, session: VaultSession, clock: Clock
) -> None:
    page = show().now
    clock.forward(minutes=12)
    page.timer.am_back.click()
    assert page.back.stands.text() == "It is 18:12. Earlier is fine, once you are calm enough to listen."
    page.back.other.click()
    assert page.timer.isVisible()
    page.timer.am_back.click()
    assert page.back.end.text() == "End the pause"
    page.back.end.click()
    assert pausing.running(session) is None
    assert running.id == pausing.journal(session).entries[0].id


def test_more_time_is_asked_for_with_words(
    show: Show, running: Pause, session: VaultSession, clock: Clock, vault: OpenVault
) -> None:
    page = show().now
    clock.forward(minutes=20)
    page.look_at_the_clock()
    page.back.other.click()
    assert page.more.isVisible()
    assert page.more.back.text() == "Back at 18:30"
    page.more.more.set_value(timedelta(minutes=30))
    assert page.more.words.text() == "I need a little longer. I’ll be back at 18:50."
    page.more.said.click()
    pause = pausing.running(session)
    assert pause.returns_at == NOW + timedelta(minutes=50)
    assert pause.leaving.splitlines() == [running.leaving, "I need a little longer. I’ll be back at 18:50."]
    assert page.timer.isVisible()
    assert page.timer.returns.text() == "Back at 18:50"

    vault.undo_stack.undo()
    assert pausing.running(session) == running
    assert page.back.isVisible()
    vault.undo_stack.redo()
    assert pausing.running(session) == pause


def test_words_for_more_time_wait_and_their_time_goes_on(
    show: Show, running: Pause, session: VaultSession, clock: Clock
) -> None:
    page = show().now
    clock.forward(minutes=21)
    page.look_at_the_clock()
    page.back.other.click()
    page.more.words.words.set_text("Ten more, until 18:35.")
    clock.forward(minutes=6)
    page.look_at_the_clock()
    assert page.more.words.text() == "Ten more, until 18:40."
    page.more.leave.click()
    assert writing.load(session, more_form.DRAFT) == "Ten more, until 18:40."
    page.back.other.click()
    assert page.more.words.text() == "Ten more, until 18:40."
    with full_disk():
        page.more.said.click()
    assert "no room left" in page.more.reason.text()
    assert pausing.running(session) == running


def test_after_a_whole_day_there_is_no_more_time(show: Show, running: Pause, clock: Clock) -> None:
    page = show().now
    clock.forward(hours=24)
    page.look_at_the_clock()
    page.back.other.click()
    assert "a day at most" in page.more.back.text()
    assert not page.more.said.isEnabled()
    assert page.more.words.isHidden()
    page.more.leave.click()
    assert page.back.isVisible()
    assert running.ended_at is None


def test_an_end_that_cannot_be_kept_says_so(show: Show, running: Pause, session: VaultSession) -> None:
    page = show().now
    page.timer.am_back.click()
    with full_disk():
        page.back.end.click()
    assert "no room left" in page.back.reason.text()
    assert pausing.running(session) == running


def test_the_keyboard_begins_at_what_leads_on(show: Show, running: Pause, qapp: QApplication) -> None:
    page = show()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert qapp.focusWidget() is page.now.timer.am_back
    assert running.urges == ()


def test_after_the_vault_is_closed_late_ticks_do_nothing(
    show: Show, running: Pause, session: VaultSession
) -> None:
    page = show().now
    QTest.keyClicks(page.urge.instead, "Tea")
    session.close()
    page.look_at_the_clock()
    page.save_now()
    assert page.pause is not None
    assert page.pause.id == running.id
