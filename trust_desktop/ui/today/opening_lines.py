"""The line that offers a small step of openness, or keeps an open one in mind; it is as easily put away."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.opening import Opening
from trust_desktop.services import opening_up
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.content import Content
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine


def small_step(asking: Asking) -> Iterator[QuietLine]:
    content = Content("openings")
    steps = content.texts("steps")
    offered = opening_up.offer(asking.session, steps)
    if offered is None:
        return
    translate = QCoreApplication.translate
    look = Door(translate("OpeningLines", "Look at it"), lambda: asking.go_to(Place.OPENINGS))
    if isinstance(offered, Opening):
        pattern = translate("OpeningLines", "The small step you chose, for when you like: “{step}”")
        yield QuietLine(Matter.OPENING, pattern.format(step=offered.text), (look,))
        return
    pattern = translate("OpeningLines", "{lead} “{step}”")
    put_away = Door(
        translate("OpeningLines", "Put it away"),
        lambda: _put_away(asking, offered),
        translate("OpeningLines", "Put this small step away"),
    )
    words = pattern.format(lead=content.text("offer"), step=offered)
    yield QuietLine(Matter.OPENING, words, (look, put_away))


def _put_away(asking: Asking, text: str) -> None:
    session = asking.session
    try:
        step = opening_up.decline(session, text)
    except TrustError:
        return  # the line stays, and nothing was changed
    told = QCoreApplication.translate("OpeningLines", "The small step is put away.")
    again = partial(opening_up.restore, session, step)
    asking.done(Done(told, again=again, back=partial(opening_up.remove, session, step.id)))
