"""Looking back on paper: what the page shows, in black on white, without what is for nobody else."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from tests.ui.looking_back.conftest import NEW_PLAN, OLD_PLAN, Show
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import acknowledging, checking_in, following_through, looking_back
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.looking_back import sheet
from trust_desktop.ui.printing import PrintSheet

SECRET = "CANARY of my own line"


@pytest.fixture
def filled(session: VaultSession, plan: Plan) -> Plan:
    looking_back.guess(session, {plan.actions[0].id: 2})
    checking_in.keep(session, Noted(6, 4, 8, SECRET))
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.COULD_NOT, SECRET)
    said = AcknowledgementDraft(
        text=SECRET, covers=frozenset({MarkKey(plan.actions[1].id, TODAY - timedelta(days=1))})
    )
    acknowledging.deliver(session, said, Way.ALOUD, TODAY)
    return plan


def written(session: VaultSession):
    months = looking_back.months(session, session.today, 6)
    found = checking_in.between(session, TODAY - timedelta(days=90), TODAY)
    return sheet.document(looking_back.lately(session), months, found)


def drawn(session: VaultSession) -> QImage:
    document = written(session)
    document.setTextWidth(600)
    image = QImage(QSize(600, round(document.size().height())), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    return image


def test_what_the_page_shows_is_on_the_sheet(session: VaultSession, filled: Plan) -> None:
    words = written(session).toPlainText()
    for part in (
        "Looking back",
        "Phone on the table at dinner",
        "16 of 19",
        "Nov 2026",
        "6 of 10",
        "Within a day",
    ):
        assert part in words


def test_nothing_private_is_on_it(session: VaultSession, filled: Plan) -> None:
    assert "CANARY" not in written(session).toPlainText()
    assert "guessed" not in written(session).toPlainText()


def test_it_says_what_it_is_not(session: VaultSession, filled: Plan) -> None:
    assert "They prove nothing about anybody." in written(session).toPlainText()


def test_it_is_black_on_white_in_the_dark_too(
    session: VaultSession, filled: Plan, qapp: QApplication
) -> None:
    theme.apply(qapp, "dark", 1.0)
    image = drawn(session)
    colours = {image.pixel(x, y) for x in range(0, 600, 2) for y in range(0, image.height(), 2)}
    channels = [QColor(each).getRgb()[:3] for each in colours]
    assert all(max(each) - min(each) <= 40 for each in channels), "readable in grey"
    assert image.pixelColor(599, image.height() - 1).name() == "#ffffff"


def test_nothing_noted_and_nothing_said_leave_no_empty_headings(session: VaultSession, plan: Plan) -> None:
    words = written(session).toPlainText()
    assert "Check-ins" not in words
    assert "How soon" not in words


@pytest.mark.usefixtures("two_plans")
def test_two_plans_within_three_weeks_each_stand_under_their_own_day(session: VaultSession) -> None:
    lines = written(session).toPlainText().splitlines()
    assert [line for line in lines if line in {NEW_PLAN, OLD_PLAN}] == [NEW_PLAN, OLD_PLAN] * 2


def test_before_a_plan_there_is_no_empty_heading(session: VaultSession) -> None:
    assert "The last 21 days" not in written(session).toPlainText()


def test_every_page_is_seen_before_it_is_printed(show: Show, filled: Plan, qtbot: QtBot) -> None:
    page = show()
    page.toolbar.print_button.click()
    found = page.findChildren(PrintSheet)
    assert len(found) == 1
    qtbot.waitUntil(lambda: found[0].preview.pageCount() >= 1)
    assert "Phone on the table" in found[0].preview.accessibleDescription()
    found[0].reject()
