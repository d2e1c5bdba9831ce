"""Words that are not done yet wait inside the vault."""

from tests.builders import session_at
from trust_desktop.services import writing


def test_words_wait_under_their_name_until_they_are_blank(tmp_path):
    session = session_at(tmp_path)
    writing.keep(session, "check-in.line", "A quiet ")
    writing.keep(session, "check-in.line", "A quiet week")
    writing.keep(session, "story.before", "Before")
    session.close()
    again = session_at(tmp_path)
    assert writing.load(again, "check-in.line") == "A quiet week"
    writing.keep(again, "check-in.line", " \n")
    assert writing.load(again, "check-in.line") == ""
    assert writing.load(again, "story.before") == "Before"
    again.close()
