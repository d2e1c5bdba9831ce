"""There is something to keep as soon as one question was answered, with yes or with no."""

from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.safety import Answered, Reply, Side, says_anything

ANSWERS = st.lists(st.builds(Answered, st.sampled_from(Side), st.text(), st.sampled_from(Reply)))


@given(ANSWERS)
def test_there_is_something_to_keep_unless_all_was_left_open(answers):
    assert says_anything(answers) == ({each.reply for each in answers} - {Reply.OPEN} != set())
