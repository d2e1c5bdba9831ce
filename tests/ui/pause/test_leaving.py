"""Leaving kindly: how long, a time one can say, and words that are one's own."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.builders import NOW, Clock
from tests.support.full_disk import full_disk
from tests.ui.pause.conftest import Show
from trust_desktop import resources
from trust_desktop.services import pausing, writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause import leaving_form

FIRST = "I’ll be back at 18:20."


def test_one_button_leads_to_words_and_a_time(show: Show, qapp: QApplication) -> None:
    page = show().now
    assert page.begin.isVisible()
    page.begin.button.click()
    assert page.form.isVisible()
    assert page.form.back.text() == "Back at 18:20"
    assert page.form.words.text().endswith(FIRST)
    assert qapp.focusWidget() is page.form.words.words


def test_the_lengths_stand_side_by_side_where_there_is_a_little_less_room(show: Show) -> None:
    lengths = show().now.form.length
    loose = Segmented(
        "", [(button.text(), button.text()) for button in lengths.findChildren(QAbstractButton)]
    )
    width = loose.sizeHint().width() - theme.mark(24)
    assert lengths.heightForWidth(width) < loose.heightForWidth(width)


def test_a_longer_pause_may_end_tomorrow(show: Show, session: VaultSession) -> None:
    page = show().now
    page.begin.button.click()
    page.form.length.set_value(timedelta(0))
    assert page.form.longer.isVisible()
    page.form.longer.setCurrentIndex(page.form.longer.count() - 1)
    assert page.form.back.text() == "Back tomorrow at 18:00"
    assert "tomorrow at 18:00" in page.form.words.text()
    page.form.said.click()
    assert pausing.running(session).returns_at == NOW + timedelta(hours=24)
    assert page.timer.returns.text() == "Back tomorrow at 18:00"


def test_while_one_looks_for_words_the_time_in_them_goes_on(show: Show, clock: Clock) -> None:
    page = show().now
    page.begin.button.click()
    clock.forward(minutes=3)
    page.look_at_the_clock()
    assert "18:25" in page.form.words.text()

    page.form.words.words.set_text("Later, love. At 18:25 I am here.")
    assert page.form.words.own
    clock.forward(minutes=5)
    page.look_at_the_clock()
    assert page.form.words.text() == "Later, love. At 18:30 I am here."
    assert page.form.back.text() == "Back at 18:30"


def test_who_takes_all_words_away_or_stands_in_their_middle_is_left_in_peace(
    show: Show, clock: Clock, session: VaultSession
) -> None:
    page = show().now
    page.begin.button.click()
    page.form.words.words.go_to(3)
    page.look_at_the_clock()
    assert page.form.words.words.place() == 3
    page.form.words.words.clear()
    clock.forward(minutes=6)
    page.look_at_the_clock()
    assert page.form.words.text() == ""
    page.form.said.click()
    pause = pausing.running(session)
    assert pause is not None
    assert pause.leaving == ""


def test_other_words_come_round_and_can_be_taken_back(show: Show) -> None:
    form = show().now.form
    form.show()
    seen = {form.words.text()}
    for _ in range(2):
        form.words.others.click()
        seen.add(form.words.text())
    assert len(seen) == 3
    form.words.others.click()
    assert form.words.text() in seen
    form.words.words.undo()
    assert form.words.text() in seen


def test_over_words_of_ones_own_no_others_are_put(show: Show, clock: Clock, session: VaultSession) -> None:
    page = show().now
    page.begin.button.click()
    words = page.form.words
    assert words.others.isVisible()
    words.words.selectAll()
    QTest.keyClicks(words.words, "My own.")
    if words.others.isVisible():
        QTest.mouseClick(words.others, Qt.MouseButton.LeftButton)
    page.save_now()
    clock.forward(minutes=6)
    page.look_at_the_clock()
    assert (words.text(), writing.load(session, leaving_form.DRAFT)) == ("My own.", "My own.")

    again = show().now.form.words
    assert (again.text(), again.others.isVisible()) == ("My own.", False)


def test_other_words_are_there_again_for_who_takes_ones_own_back(show: Show) -> None:
    page = show().now
    page.begin.button.click()
    words, ours = page.form.words, page.form.words.text()
    QTest.keyClicks(words.words, " And")
    assert words.others.isHidden()
    words.words.undo()
    assert (words.text(), words.others.isVisible()) == (ours, True)
    words.words.selectAll()
    QTest.keyClick(words.words, Qt.Key.Key_Delete)
    assert (words.text(), words.others.isVisible()) == ("", True)
    words.others.click()
    assert words.text() not in ("", ours)
    words.words.undo()
    assert words.text() == ""


def test_said_begins_the_pause_and_undo_gives_the_words_back(
    show: Show, session: VaultSession, vault: OpenVault
) -> None:
    page = show().now
    page.begin.button.click()
    page.form.words.words.set_text("I go for a walk, back at 18:20.")
    page.save_now()
    page.form.said.click()
    pause = pausing.running(session)
    assert pause.leaving == "I go for a walk, back at 18:20."
    assert writing.load(session, leaving_form.DRAFT) == ""
    assert page.timer.isVisible()
    assert page.left_with.words.text() == "“I go for a walk, back at 18:20.”"

    vault.undo_stack.undo()
    assert pausing.running(session) is None
    assert page.form.isVisible()
    assert page.form.words.text() == "I go for a walk, back at 18:20."
    vault.undo_stack.redo()
    assert pausing.running(session) == pause


def test_words_that_were_begun_wait_for_the_next_opening(show: Show, session: VaultSession) -> None:
    page = show()
    page.now.begin.button.click()
    page.now.form.words.words.set_text("Not now, dear.")
    page.save_now()
    again = show()
    assert again.now.form.isVisible()
    assert again.now.form.words.text() == "Not now, dear."
    again.now.form.leave.click()
    assert again.now.begin.isVisible()
    assert writing.load(session, leaving_form.DRAFT) == "Not now, dear."


def test_our_own_words_are_never_kept_as_a_draft(show: Show, session: VaultSession) -> None:
    page = show()
    page.now.begin.button.click()
    page.now.form.words.others.click()
    page.save_now()
    assert writing.load(session, leaving_form.DRAFT) == ""


def test_copied_words_are_private_and_gone_at_lock(show: Show) -> None:
    page = show()
    page.now.begin.button.click()
    page.now.form.words.copy.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().endswith(FIRST)
    assert mime.data("x-kde-passwordManagerHint").data() == b"secret"
    page.save_now()
    assert QGuiApplication.clipboard().text() == ""


def test_words_of_ones_own_are_advised_on_and_ours_are_not(show: Show) -> None:
    words = show().now.form.words
    assert words.remarks.shown is None
    content = resources.content("pause")
    drafts = [*content["leaving"]["today"], *content["leaving"]["tomorrow"], *content["back"]["openers"]]
    for draft in drafts:
        text = draft.format(length="20 minutes", time="18:20")
        words.offer([text])
        words.set_text(text)
        assert words.remarks.shown is None, text
    words.words.set_text(f"{text} Now you know how it feels.")
    assert words.remarks.shown is not None


def test_words_of_harm_lead_to_help(show: Show, qtbot: QtBot) -> None:
    page = show()
    asked = []
    page.help_requested.connect(lambda: asked.append(True))
    page.now.begin.button.click()
    assert page.now.form.words.help.isHidden()
    page.now.form.words.words.set_text("You hit me again.")
    qtbot.waitUntil(page.now.form.words.help.isVisible)
    page.now.form.words.help.click()
    assert asked == [True]


def test_without_room_on_the_disk_the_words_stay(show: Show, session: VaultSession) -> None:
    page = show().now
    page.begin.button.click()
    page.form.words.words.set_text("My words.")
    with full_disk():
        page.form.said.click()
    assert "no room left" in page.form.reason.text()
    assert page.form.words.text() == "My words."
    assert pausing.running(session) is None
    page.form.said.click()
    assert page.form.reason.isHidden()
    assert pausing.running(session) is not None
