"""The quiet line that offers a check-in when a week has passed; it can be put off and never insists."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from trust_desktop.services import checking_in
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine


def check_in(asking: Asking) -> Iterator[QuietLine]:
    if not checking_in.offered(asking.session):
        return
    translate = QCoreApplication.translate
    words = translate(
        "CheckInLine", "A check-in: it has been a week. A minute is enough, and skipping costs nothing."
    )
    doors = (
        Door(translate("CheckInLine", "Check in"), lambda: asking.go_to(Place.CHECK_IN)),
        Door(
            translate("CheckInLine", "Not this week"),
            lambda: checking_in.put_off(asking.session),
            translate("CheckInLine", "Not this week: put the check-in off"),
        ),
    )
    yield QuietLine(Matter.CHECK_IN, words, doors)
