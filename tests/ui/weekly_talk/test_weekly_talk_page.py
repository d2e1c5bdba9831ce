"""The sheet of a week: offers to put in, words kept as they are typed, the concern, what was left, earlier sheets."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, Clock, a_live_plan
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import DiskFull, VaultProblem
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.weekly_talk import SheetPart, WeekSheet
from trust_desktop.services import acknowledging, following_through, setting_aside, talking_weekly
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.printing import PrintSheet
from trust_desktop.ui.reading_sheet import ReadingSheet
from trust_desktop.ui.weekly_talk.weekly_talk_page import WeeklyTalkPage

Show = Callable[[], WeeklyTalkPage]
MONDAY = date(2026, 11, 23)
APPRECIATIONS = SheetPart.APPRECIATIONS


@pytest.fixture(autouse=True)
def missed(session: VaultSession) -> MarkKey:
    """Three weeks of a plan; on Monday dinner was kept and the train was not, which is left for the talk."""
    plan = a_live_plan(session)
    following_through.mark(session, plan.actions[0].id, MONDAY, Outcome.KEPT)
    key = MarkKey(plan.actions[1].id, MONDAY)
    following_through.mark(session, *key, Outcome.NOT_KEPT, "A private reason")
    setting_aside.set_aside(session, key)
    acknowledging.deliver(session, AcknowledgementDraft(text="Thank you for Sunday."), Way.ALOUD, TODAY)
    return key


def words(page: WeeklyTalkPage, part: SheetPart) -> str:
    return page.card.fields[part].words.text()


def write(page: WeeklyTalkPage, part: SheetPart, text: str) -> None:
    page.card.fields[part].words.rewrite(text)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_what_was_noticed_and_said_is_offered_and_put_in(show: Show) -> None:
    page = show()
    noticed, said = page.card.offers.buttons
    assert noticed.accessibleName() == "Put in: Phone on the table at dinner: Mon 23"
    noticed.click()
    said.click()
    assert words(page, APPRECIATIONS) == "Phone on the table at dinner: Mon 23\nThank you for Sunday."
    assert page.card.fields[APPRECIATIONS].words.hasFocus()


def test_an_offer_goes_when_the_thing_is_said(show: Show, session: VaultSession) -> None:
    page = show()
    key = MarkKey(1, MONDAY)
    acknowledging.deliver(session, AcknowledgementDraft(covers=frozenset({key})), Way.ALOUD, TODAY)
    assert [button.accessibleName() for button in page.card.offers.buttons] == [
        "Put in: Thank you for Sunday."
    ]


def test_words_are_kept_while_they_are_typed(qtbot: QtBot, show: Show, session: VaultSession) -> None:
    page = show()
    qtbot.keyClicks(page.card.fields[SheetPart.WISH].words, "An hour outside")
    page.keeper.save_now()
    assert talking_weekly.sheet(session, MONDAY).wish == "An hour outside"
    assert page.card.saved.text().startswith("Saved ")
    assert talking_weekly.weeks(session) == ()
    page.hide()
    assert talking_weekly.weeks(session) == (MONDAY,)
    assert words(show(), SheetPart.WISH) == "An hour outside"


def test_before_the_vault_is_locked_everything_is_kept(show: Show, session: VaultSession) -> None:
    page = show()
    write(page, SheetPart.NEED, "To hear how your day was")
    page.save_now()
    assert talking_weekly.weeks(session) == (MONDAY,)
    session.close()
    page.save_now()
    page.hide()


def test_another_look_of_the_words_changes_nothing(
    show: Show, qapp: QApplication, session: VaultSession
) -> None:
    talking_weekly.put_in(session, WeekSheet(MONDAY, need="Rest"))
    page = show()
    theme.apply(qapp, "dark", 1.5)
    assert not page.keeper.pending
    theme.apply(qapp, "light", 1.0)


def test_remarks_stand_below_the_words_they_are_about(qtbot: QtBot, show: Show) -> None:
    page = show()
    field = page.card.fields[SheetPart.WENT_WELL]
    write(page, SheetPart.WENT_WELL, "About time you texted.")
    qtbot.waitUntil(lambda: field.remarks.shown is not None)
    assert field.remarks.card.isVisible()
    assert page.card.fields[SheetPart.FEEL].remarks.shown is None


def test_words_of_harm_lead_to_help(qtbot: QtBot, show: Show) -> None:
    page = show()
    field = page.card.fields[SheetPart.ABOUT]
    assert field.help.isHidden()
    write(page, SheetPart.ABOUT, "He hit me on Saturday.")
    qtbot.waitUntil(field.help.isVisible)
    with qtbot.waitSignal(page.help_requested):
        field.help.click()


def test_a_day_that_was_left_is_talked_about_and_that_can_be_undone(
    qtbot: QtBot, show: Show, session: VaultSession, missed: MarkKey
) -> None:
    page = show()
    assert "Text when the train leaves" in texts(page.left)
    with qtbot.waitSignal(page.day_requested) as asked:
        [look] = page.left.findChildren(PlainButton)
        look.click()
    assert asked.args == [MONDAY]
    page.left.buttons[0].click()
    assert setting_aside.listed(session) == ()
    qtbot.waitUntil(lambda: "Days you leave for the talk in the calendar stand here." in texts(page.left))
    page._vault.undo_stack.undo()
    assert [item.key for item in setting_aside.listed(session)] == [missed]
    page._vault.undo_stack.redo()
    assert page.left.buttons == []


def test_it_is_read_out_in_the_order_of_the_talk_without_anything_private(show: Show) -> None:
    page = show()
    write(page, SheetPart.WISH, "An hour outside")
    write(page, SheetPart.FEEL, "tense")
    write(page, SheetPart.NEED, "To hear how your day was")
    write(page, APPRECIATIONS, "Dinner on Monday")
    page.card.aloud.click()
    sheet = page.findChild(ReadingSheet)
    read = "\n".join(texts(sheet))
    order = [
        "Dinner on Monday",
        "I feel tense\nI need To hear",
        "Text when the train leaves, Mon 23",
        "An hour outside",
    ]
    places = [read.index(each) for each in order]
    assert places == sorted(places)
    assert "private" not in read
    sheet.close_button.click()


def test_it_is_copied_for_a_while_and_printed_without_a_name(show: Show) -> None:
    page = show()
    write(page, APPRECIATIONS, "Dinner on Monday")
    page.card.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("What I appreciated\nDinner on Monday")
    assert "A private reason" not in copied
    page.card.print.click()
    printed = page.window().findChild(PrintSheet)
    shown = printed.preview.accessibleDescription()
    assert "Dinner on Monday" in shown
    assert "Sam" not in shown
    assert "A private reason" not in shown
    printed.close_button.click()
    page.save_now()
    assert QGuiApplication.clipboard().text() == ""


def test_while_nothing_is_written_there_is_nothing_to_read_out(show: Show) -> None:
    page = show()
    assert not page.card.aloud.isEnabled()
    assert page.card.take_out.isHidden()
    assert "can be read out" in page.card.reason.text()
    write(page, SheetPart.WISH, "Rain")
    assert page.card.print.isEnabled()
    assert page.card.reason.isHidden()


def test_a_sheet_is_taken_out_and_brought_back(show: Show, session: VaultSession) -> None:
    page = show()
    write(page, SheetPart.FEEL, "tense")
    page.card.take_out.click()
    assert words(page, SheetPart.FEEL) == ""
    page._vault.undo_stack.undo()
    assert words(page, SheetPart.FEEL) == "tense"
    page._vault.undo_stack.redo()
    assert (words(page, SheetPart.FEEL), talking_weekly.weeks(session)) == ("", ())


def test_what_is_typed_after_a_sheet_was_taken_out_is_never_lost(show: Show) -> None:
    page = show()
    write(page, SheetPart.FEEL, "tense")
    page.card.take_out.click()
    write(page, SheetPart.FEEL, "tired")  # and not saved yet when it is undone
    page._vault.undo_stack.undo()
    assert words(page, SheetPart.FEEL) == "tense\n\ntired"
    page._vault.undo_stack.redo()
    assert words(page, SheetPart.FEEL) == "tired"


def test_earlier_sheets_are_read_again(show: Show, session: VaultSession) -> None:
    weeks = [MONDAY - timedelta(days=7 * back) for back in range(1, 11)]
    for week in weeks:
        talking_weekly.put_in(session, WeekSheet(week, wish=f"Wish of {week}"))
    page = show()
    write(page, SheetPart.WISH, "This week’s")
    assert list(page.weeks.rows) == [MONDAY, *weeks[:8]]
    page.weeks.rows[weeks[0]].click()
    assert words(page, SheetPart.WISH) == f"Wish of {weeks[0]}"
    assert page.weeks.rows[weeks[0]].isChecked()
    assert not page.weeks.rows[MONDAY].isChecked()
    assert page.card.week.text() == "Monday 16 November to Sunday 22 November"
    assert "Text when the train leaves" not in str(page._sections())
    page.show_week(weeks[9])
    assert weeks[9] in page.weeks.rows
    page.weeks.rows[MONDAY].click()
    assert words(page, SheetPart.WISH) == "This week’s"


def test_more_of_them_come_when_asked_for(show: Show, session: VaultSession) -> None:
    for back in range(1, 11):
        talking_weekly.put_in(session, WeekSheet(MONDAY - timedelta(days=7 * back), wish="Rain"))
    page = show()
    [more] = [each for each in page.weeks.findChildren(PlainButton) if each.isVisible()]
    more.click()
    assert len(page.weeks.rows) == 11
    assert page.weeks.rows[MONDAY - timedelta(days=63)].hasFocus()


def test_a_new_week_has_a_new_sheet(show: Show, clock: Clock) -> None:
    page = show()
    write(page, SheetPart.WISH, "Last week’s")
    page.hide()
    clock.forward(days=7)
    page.show()
    assert words(page, SheetPart.WISH) == ""
    assert MONDAY in page.weeks.rows


@pytest.mark.parametrize(
    ("problem", "said"), [(DiskFull(), "no room left"), (VaultProblem(), "could not be written")]
)
def test_trouble_is_said_and_no_word_is_lost(
    show: Show, session: VaultSession, monkeypatch: pytest.MonkeyPatch, problem: Exception, said: str
) -> None:
    page = show()

    def broken(*_: object) -> None:
        raise problem

    write(page, SheetPart.WISH, "Rain")
    for name in ("keep", "settle", "put_in"):
        monkeypatch.setattr(talking_weekly, name, broken)
    page.keeper.save_now()
    assert page.card.saved.text() == "Not saved yet"
    assert said in page.card.reason.text()
    page.card.take_out.click()
    page.save_now()
    assert said in page.card.reason.text()
    monkeypatch.setattr(setting_aside, "talked", broken)
    page.left.buttons[0].click()
    assert words(page, SheetPart.WISH) == "Rain"
    monkeypatch.undo()
    page.save_now()
    assert talking_weekly.sheet(session, MONDAY).wish == "Rain"


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
    write(page, SheetPart.WISH, "Donaudampfschifffahrtsgesellschaftskapitän")
    qtbot.waitUntil(lambda: cut_off(page) == [])


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_nothing_is_cut_off(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_everything_that_takes_focus_has_a_name_and_an_order(show: Show) -> None:
    page = show()
    write(page, SheetPart.WISH, "Rain")
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
    first = page.card.fields[APPRECIATIONS].words
    first.setFocus()
    page.focusNextChild()
    assert page.card.offers.buttons[0].hasFocus()


def test_words_kept_as_they_are_stay_quiet_after_a_lock(
    qtbot: QtBot, show: Show, session: VaultSession
) -> None:
    page = show()
    write(page, APPRECIATIONS, "Thank you. About time you came home.")
    field = page.card.fields[APPRECIATIONS]
    qtbot.waitUntil(lambda: field.remarks.shown is not None)
    field.remarks.card.keep.click()
    page.save_now()
    again = show().card.fields[APPRECIATIONS]
    again.words.setFocus()
    again.remarks.go(1)
    assert again.words.text() == "Thank you. About time you came home."
    assert again.remarks.shown is None
    assert again.remarks.kept == {"late_jab: about time"}


def test_with_the_words_goes_what_was_kept_of_them(qtbot: QtBot, show: Show, session: VaultSession) -> None:
    page = show()
    write(page, APPRECIATIONS, "About time you came home.")
    field = page.card.fields[APPRECIATIONS]
    qtbot.waitUntil(lambda: field.remarks.shown is not None)
    field.remarks.card.keep.click()
    page.save_now()
    assert talking_weekly.kept_remarks(session, MONDAY)
    page.card.take_out.click()
    assert talking_weekly.kept_remarks(session, MONDAY) == frozenset()
    page.save_now()
    assert talking_weekly.kept_remarks(session, MONDAY) == frozenset()


def test_with_the_words_comes_back_what_was_kept_of_them(
    qtbot: QtBot, show: Show, session: VaultSession
) -> None:
    page = show()
    remarks = page.card.fields[APPRECIATIONS].remarks
    taken, since = "About time you came home.", "You owe me."
    kept: list[frozenset[str]] = []
    for text in (taken, since):
        write(page, APPRECIATIONS, text)
        qtbot.waitUntil(lambda: remarks.shown is not None)
        remarks.card.keep.click()
        kept.append(remarks.kept)
        if text is taken:
            page.card.take_out.click()
    stack = page._vault.undo_stack
    stack.undo()
    page.save_now()
    assert words(page, APPRECIATIONS) == f"{taken}\n\n{since}"
    qtbot.waitUntil(lambda: not remarks.under_way)
    assert remarks.shown is None
    assert talking_weekly.kept_remarks(session, MONDAY) == kept[0] | kept[1]
    stack.redo()
    assert words(page, APPRECIATIONS) == since
    assert talking_weekly.kept_remarks(session, MONDAY) == kept[1]
    stack.undo()
    assert talking_weekly.kept_remarks(session, MONDAY) == kept[0] | kept[1]


def test_past_midnight_the_sheet_stays_and_what_is_around_it_is_read_again(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    page = show()
    write(page, APPRECIATIONS, "Thank you")
    clock.forward(days=7)
    page.day_watch.look()
    assert words(page, APPRECIATIONS) == "Thank you"
    assert page.left.isVisible()
