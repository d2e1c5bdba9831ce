"""What is being written for a place waits in the vault until it is put there or let go."""

from datetime import timedelta

from tests.builders import TODAY, an_action_draft, session_at
from trust_desktop.domain.draft import ActionDraft
from trust_desktop.services import changing


def test_each_place_keeps_what_was_begun_for_it(tmp_path):
    session = session_at(tmp_path)
    assert changing.load(session, 1, 2) is None
    asked = an_action_draft("Call at seven", review_day=TODAY + timedelta(days=90))
    mine = ActionDraft(text="I breathe first", about_openness=None)
    changing.keep(session, 1, 2, asked)
    changing.keep(session, 1, 2, mine, mine=True)
    session.close()
    again = session_at(tmp_path)
    assert changing.load(again, 1, 2) == asked
    assert changing.load(again, 1, 2, mine=True) == mine
    assert changing.load(again, 2, 2) is None
    changing.forget(again, 1, 2)
    assert changing.load(again, 1, 2) is None
    assert changing.load(again, 1, 2, mine=True) == mine
    again.close()
