"""Looking for one's own words as one types: by kind, by days, by keyboard, and spoken."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, Clock, a_live_plan
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.domain.finding import FoundKind, FoundPart
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.weekly_talk import WeekSheet
from trust_desktop.services import acknowledging, finding, following_through, talking_weekly
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui.find.find_page import SPOKEN_AFTER, FindPage
from trust_desktop.ui.find.found_model import LONGEST, ROW_ROLE, FoundModel
from trust_desktop.ui.find.found_words import ICONS, kind_name, part_name

Show = Callable[[], FindPage]
LONG_AGO = TODAY - timedelta(days=500)


@pytest.fixture(autouse=True)
def words(session: VaultSession) -> None:
    plan = a_live_plan(session)
    following_through.set_note(session, TODAY, "Marmalade\nin the attic, and rain.")
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.COULD_NOT, "No marmalade left")
    acknowledging.deliver(
        session, AcknowledgementDraft(text="Thank you for the marmalade."), Way.ALOUD, LONG_AGO
    )


def shown(page: FindPage) -> list[str]:
    return [page.list.rows.row(number).words for number in range(page.list.rows.rowCount())]


def spoken(page: FindPage) -> list[str]:
    rows = page.list.rows
    return [rows.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(rows.rowCount())]


def test_words_are_found_as_they_are_typed_the_newest_first(qtbot: QtBot, show: Show) -> None:
    page = show()
    page.begin()
    qtbot.keyClicks(page.field.edit, "marm")
    assert spoken(page) == [
        "Reason · Tuesday 24 November · Phone on the table at dinner: No marmalade left",
        "Note · Tuesday 24 November: Marmalade in the attic, and rain.",
        "Said · Saturday, 12 July 2025: Thank you for the marmalade.",
    ]
    assert page.count.text() == "3 found, the newest first"
    qtbot.keyClicks(page.field.edit, "x")
    assert shown(page) == []
    assert page.empty.heading.text() == "Nothing found"
    assert not page.empty.button.isVisible()


def test_what_was_looked_for_is_marked_where_it_stands(show: Show) -> None:
    page = show()
    page.field.set_text("attic rain")
    row = page.list.rows.row(0)
    assert [row.words[begin : begin + length] for begin, length in row.marks] == ["attic", "rain"]


def test_before_anything_is_typed_it_says_what_is_looked_through(show: Show) -> None:
    page = show()
    assert page.empty.heading.text() == "Your own words, found again"
    assert "urges" in page.empty.sentence.text()
    page.field.set_text(' "*" (-) ')
    assert page.empty.heading.text() == "Your own words, found again"


def test_one_kind_and_a_span_of_days_narrow_it(show: Show) -> None:
    page = show()
    page.field.set_text("marmalade")
    page.filters.kind.setCurrentIndex(page.filters.kind.findData(FoundKind.SAID.value))
    assert shown(page) == ["Thank you for the marmalade."]
    page.filters.time.setCurrentIndex(1)
    assert shown(page) == []
    assert page.empty.button.isVisible()
    page.empty.button.click()
    assert len(shown(page)) == 3
    page.filters.time.setCurrentIndex(2)
    assert len(shown(page)) == 2


def test_the_days_between_may_be_given_in_either_order(show: Show) -> None:
    page = show()
    page.field.set_text("marmalade")
    assert not page.filters.first.isVisible()
    page.filters.time.setCurrentIndex(3)
    assert page.filters.first.isVisible()
    page.filters.first.set_day(LONG_AGO + timedelta(days=1))
    page.filters.last.set_day(LONG_AGO)
    assert shown(page) == ["Thank you for the marmalade."]


def test_what_is_only_for_oneself_is_looked_at_when_it_is_ticked(show: Show) -> None:
    page = show()
    page.field.set_text("wondering")
    assert shown(page) == []
    page.filters.private.click()
    assert spoken(page)[0].startswith("Why it matters, only for you · Monday 2 November · Sunday call")


def test_by_keyboard_one_goes_down_opens_and_comes_back(qtbot: QtBot, show: Show) -> None:
    page = show()
    page.begin()
    qtbot.keyClicks(page.field.edit, "marmalade")
    qtbot.keyClick(page.field.edit, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert opened.args[0].part is FoundPart.NOTE
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert page.field.edit.hasFocus()
    qtbot.keyClick(page.field.edit, Qt.Key.Key_Return)
    assert page.list.hasFocus()


def test_a_row_opens_by_mouse(qtbot: QtBot, show: Show) -> None:
    page = show()
    page.field.set_text("marmalade")
    qtbot.waitUntil(lambda: page.list.visualRect(page.list.rows.index(2)).height() > 0)
    place = page.list.visualRect(page.list.rows.index(2)).center()
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[0].part is FoundPart.SAID


def test_older_ones_come_below_when_asked_for(qtbot: QtBot, show: Show, session: VaultSession) -> None:
    for back in range(1, finding.SHOWN + 5):
        following_through.set_note(session, TODAY - timedelta(days=back), f"Kettle {back}")
    page = show()
    page.field.set_text("kettle")
    assert page.count.text() == f"The newest {finding.SHOWN}; there are older ones"
    page.more.click()
    assert len(shown(page)) == finding.SHOWN + 4
    assert page.list.currentIndex().row() == finding.SHOWN
    assert page.more.isHidden()
    assert page.list.rows.last.day == TODAY - timedelta(days=finding.SHOWN + 4)


def test_what_is_written_meanwhile_is_found_too(show: Show, session: VaultSession) -> None:
    page = show()
    page.field.set_text("kettle")
    following_through.set_note(session, TODAY, "The kettle was on.")
    assert shown(page) == ["The kettle was on."]
    page.hide()
    following_through.set_note(session, TODAY, "")
    assert shown(page) == ["The kettle was on."]
    page.show()
    assert shown(page) == []


def test_a_closed_vault_is_asked_nothing(show: Show, session: VaultSession) -> None:
    page = show()
    page.field.set_text("marmalade")
    session.close()
    page._on_changed(Change.DAYS)
    assert len(shown(page)) == 3


def test_trouble_is_said_beside_the_field(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    page = show()

    def broken(*_: object, **__: object) -> None:
        raise VaultProblem

    monkeypatch.setattr(finding, "find", broken)
    page.field.set_text("marmalade")
    assert page.field.reason == "The vault could not be read just now. Nothing was changed."
    page.more.click()
    monkeypatch.undo()
    page.field.set_text("marmal")
    assert page.field.reason == ""


def test_how_much_was_found_is_said_after_a_pause(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(_words(event)))
    page = show()
    page.begin()
    qtbot.keyClicks(page.field.edit, "marmalade")
    qtbot.waitUntil(lambda: said[-1:] == ["3 found, the newest first"], timeout=SPOKEN_AFTER * 20)
    page.field.set_text("marmaladex")
    qtbot.waitUntil(lambda: said[-1:] == ["Nothing found"], timeout=SPOKEN_AFTER * 20)


def _words(event: object) -> str:
    message = getattr(event, "message", None)
    return message() if callable(message) else ""


def test_where_there_is_little_room_the_filters_wait(qtbot: QtBot, show: Show) -> None:
    page = show()
    assert page.filters.isVisible()
    page.narrow.click()
    assert page.filters.isHidden()
    assert page.narrow.text() == "Narrow it down"
    page.narrow.click()
    assert page.filters.isVisible()


def test_a_text_of_any_length_fits_a_row(session: VaultSession, show: Show) -> None:
    following_through.set_note(session, TODAY, f"kettle {'x' * 5_000}")
    page = show()
    page.field.set_text("kettle")
    row = page.list.rows.row(0)
    assert len(row.words.replace("\u200b", "")) <= LONGEST + 2
    assert page.list.heightForWidth(400) < 2_000


def test_each_kind_and_part_has_a_name_and_an_icon() -> None:
    assert len({kind_name(kind) for kind in FoundKind}) == len(FoundKind)
    assert len({part_name(part) for part in FoundPart}) == len(FoundPart)
    assert set(ICONS) == set(FoundKind)


def test_the_model_keeps_its_promises(qtmodeltester: object, session: VaultSession) -> None:
    talking_weekly.put_in(session, WeekSheet(TODAY, wish="Marmalade on Sunday"))
    model = FoundModel()
    assert model.last is None
    model.add((), TODAY)
    model.show(finding.find(session, "marmalade"), TODAY)
    model.add(finding.find(session, "kettle"), TODAY)
    qtmodeltester.check(model)
    assert model.index(0).data(ROW_ROLE) is model.row(0)
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(model.index(99)) is None


def test_days_are_counted_from_the_day_it_is_now_while_the_page_is_open(
    show: Show, clock: Clock, session: VaultSession
) -> None:
    page = show()
    page.field.set_text("marmalade")
    page.filters.time.setCurrentIndex(1)
    assert len(shown(page)) == 2
    clock.forward(days=27)
    page.day_watch.look()
    assert page.filters.span()[0] == TODAY
    assert (page.filters.first.day(), page.filters.last.day()) == (TODAY, session.today)
    assert len(shown(page)) == 2
    clock.forward(days=1)
    page.day_watch.look()
    assert shown(page) == []
    page.filters.first.set_day(LONG_AGO)
    page.hide()
    clock.forward(days=1)
    page.day_watch.look()
    page.show()
    assert (page.filters.span()[0], page.filters.first.day()) == (TODAY + timedelta(days=2), LONG_AGO)
