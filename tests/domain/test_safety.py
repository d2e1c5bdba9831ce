"""A yes is heard on its own side, and never counted."""

from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.safety import Answered, Reply, Side, says_anything, told_yes

ANSWERS = st.lists(st.builds(Answered, st.sampled_from(Side), st.text(), st.sampled_from(Reply)))


@given(ANSWERS)
def test_a_side_is_told_of_exactly_when_one_of_its_questions_was_answered_with_yes(answers):
    told = told_yes(answers)
    for side in Side:
        assert (side in told) == any(each.side is side and each.reply is Reply.YES for each in answers)


@given(ANSWERS, ANSWERS)
def test_more_answers_never_take_a_yes_away(first, then):
    assert told_yes(first) <= told_yes([*first, *then])


@given(ANSWERS)
def test_there_is_something_to_keep_unless_all_was_left_open(answers):
    assert says_anything(answers) == ({each.reply for each in answers} - {Reply.OPEN} != set())
