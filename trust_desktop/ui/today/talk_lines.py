"""The line that says that a day has come which was named with a *not now* or a *no*; it is said once and asks nothing."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from trust_desktop.services import talking
from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine


def look_again(asking: Asking) -> Iterator[QuietLine]:
    """One line however many actions it is about."""
    views = talking.to_look_at_again(asking.session)
    if not views:
        return
    words = QCoreApplication.translate(
        "TalkLines",
        "For %Ln of your actions the day has come that you named for asking once more. There is no hurry.",
        "",
        len(views),
    )
    given = views[0].given
    if len(views) == 1 and given is not None and given.look_again is not None:
        pattern = QCoreApplication.translate(
            "TalkLines", "{action}: you named {day} for asking once more. There is no hurry."
        )
        title = views[0].action.newest.terms.title
        words = pattern.format(action=title, day=full_day(given.look_again))
    door = Door(
        QCoreApplication.translate("TalkLines", "Look at the answers"), lambda: asking.go_to(Place.TALK)
    )
    yield QuietLine(Matter.LOOK_AGAIN, words, (door,))
