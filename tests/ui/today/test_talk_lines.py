"""One quiet line when the day comes that was named with a *not now*; it is the only one of its kind."""

from datetime import timedelta

from tests.builders import TODAY, Clock, a_live_plan, session_at
from trust_desktop.domain.talk import Answer
from trust_desktop.services import talking, today
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Matter, QuietLine
from trust_desktop.ui.today.talk_lines import look_again


def test_the_line_comes_with_its_day_and_goes_with_another_answer(tmp_path) -> None:
    clock, went = Clock(), list[Place]()
    session = session_at(tmp_path, clock)

    def lines() -> list[QuietLine]:
        return list(look_again(Asking(session, today.today(session), went.append, lambda _done: None)))

    a_live_plan(session)
    week = TODAY + timedelta(days=7)
    talking.record_answer(session, 1, Answer.NOT_NOW, day=TODAY, look_again=week)
    assert lines() == []
    clock.forward(days=7)
    (line,) = lines()
    assert (line.matter, "Phone on the table at dinner" in line.words) == (Matter.LOOK_AGAIN, True)
    line.doors[0].opened()
    assert went == [Place.TALK]
    clock.forward(days=-7)
    talking.record_answer(session, 2, Answer.NO, day=TODAY, look_again=week)
    clock.forward(days=8)
    (line,) = lines()
    assert "2 of your actions" in line.words
    for action_id in (1, 2):
        talking.record_answer(session, action_id, Answer.YES, day=session.today)
    assert lines() == []
    session.close()
