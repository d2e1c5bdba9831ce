"""What the partner answered: dated, never the last word, and taken back as it was given."""

from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, TODAY, Clock, a_live_plan, a_plan_draft
from tests.services.test_planning import broken, new_terms
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan_life import Saying
from trust_desktop.domain.talk import Answer
from trust_desktop.services import following_through, kept_words, planning, talking
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.services.talking import Message

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def view(session: VaultSession, slot: int = 1) -> talking.AnswerView:
    return talking.answers(session)[slot - 1]


def test_without_a_plan_there_is_nothing_to_answer(session: VaultSession) -> None:
    assert talking.answers(session) == ()
    assert talking.history(session, 1) == ()
    with broken(Rule.UNKNOWN_ACTION):
        talking.record_answer(session, 1, Answer.YES, day=TODAY)


def test_four_times_yes_is_an_agreed_plan(session: VaultSession) -> None:
    a_live_plan(session)
    assert not any((view(session).agreed, view(session).change_waits, view(session).changed_since))
    for action_id in range(1, 5):
        talking.record_answer(session, action_id, Answer.YES, day=TODAY, words=" Gladly. ")
    assert planning.live_plan(session).agreed
    assert all(each.agreed for each in talking.answers(session))
    assert view(session).given.words == "Gladly."


def test_a_plan_has_to_be_said_before_it_is_answered(session: VaultSession, clock: Clock) -> None:
    planning.go_live(session, a_plan_draft())
    with broken(Rule.NOT_SAID_YET, 1):
        talking.record_answer(session, 1, Answer.YES, day=TODAY)
    clock.forward(days=2)
    planning.record_said(session, 1, TODAY + timedelta(days=2), Way.ALOUD)
    with broken(Rule.ANSWERED_BEFORE_HEARD, 1):
        talking.record_answer(session, 1, Answer.YES, day=TOMORROW)


def test_an_answer_has_a_day_up_to_today_and_is_of_an_action_that_is_asked(session: VaultSession) -> None:
    a_live_plan(session)
    with broken(Rule.DAY_IN_FUTURE):
        talking.record_answer(session, 1, Answer.YES, day=TOMORROW)
    with broken(Rule.UNKNOWN_ACTION):
        talking.record_answer(session, 9, Answer.YES, day=TODAY)


def test_no_is_respected_until_its_day_and_then_in_one_line(session: VaultSession, clock: Clock) -> None:
    a_live_plan(session)
    for again in (YESTERDAY, TODAY):
        with broken(Rule.LOOK_AGAIN_PASSED):
            talking.record_answer(session, 1, Answer.NO, day=TODAY, look_again=again)
    with broken(Rule.LOOK_AGAIN_PASSED):
        talking.record_answer(session, 1, Answer.NO, day=TODAY - timedelta(days=9), look_again=YESTERDAY)
    talking.record_answer(session, 1, Answer.NOT_NOW, day=TODAY, look_again=TODAY + timedelta(days=7))
    assert not following_through.day(session, TODAY).actions[0].due
    assert not view(session).look_again
    clock.forward(days=7)
    assert [each.action.slot for each in talking.to_look_at_again(session)] == [1]
    talking.record_answer(session, 1, Answer.NO, day=session.today)
    assert talking.to_look_at_again(session) == ()


def test_only_a_declined_action_keeps_a_day_to_look_again(session: VaultSession) -> None:
    a_live_plan(session)
    given = talking.record_answer(session, 1, Answer.YES, day=TODAY, look_again=TOMORROW)
    assert given.look_again is None


def test_a_new_answer_leaves_the_old_one_as_it_was(session: VaultSession) -> None:
    a_live_plan(session)
    first = talking.record_answer(session, 1, Answer.NO, day=YESTERDAY, words="Too much.")
    second = talking.record_answer(session, 1, Answer.YES, day=TODAY)
    assert talking.history(session, 1) == (second, first)
    assert (view(session).given, view(session).earlier) == (second, (first,))
    earlier = talking.record_answer(session, 1, Answer.NOT_NOW, day=FIRST_DAY)
    assert talking.history(session, 1) == (second, first, earlier)


def test_with_a_change_is_agreed_once_the_change_is_written(session: VaultSession) -> None:
    a_live_plan(session)
    talking.record_answer(session, 1, Answer.WITH_CHANGE, day=TODAY, words="Not on Fridays.")
    assert (view(session).change_waits, view(session).agreed) == (True, False)
    planning.change_action(session, 1, 1, new_terms("Not on Fridays"))
    assert (view(session).change_waits, view(session).agreed) == (False, True)
    planning.change_action(session, 1, 1, new_terms("Never"))
    assert (view(session).agreed, view(session).changed_since) == (False, True)


def test_an_answer_told_late_is_to_the_words_of_its_day(session: VaultSession) -> None:
    a_live_plan(session)
    planning.change_action(session, 1, 1, new_terms("Call at seven"))
    assert talking.record_answer(session, 1, Answer.YES, day=YESTERDAY).version == 1
    assert view(session).changed_since
    assert talking.record_answer(session, 1, Answer.YES, day=TODAY).version == 2
    assert view(session).agreed


def test_an_answer_is_taken_back_and_given_again(session: VaultSession) -> None:
    a_live_plan(session)
    given = talking.record_answer(session, 1, Answer.NO, day=TODAY, words="No.")
    assert talking.take_back_answer(session, given.id) == given
    assert view(session).given is None
    assert talking.put_back_answer(session, given) == given
    assert view(session).given == given
    with broken(Rule.UNKNOWN_ACTION):
        talking.take_back_answer(session, 99)


def test_the_words_can_be_erased_and_the_answer_stays(session: VaultSession) -> None:
    a_live_plan(session)
    given = talking.record_answer(session, 1, Answer.NO, day=TODAY, words="A line that is dangerous to keep.")
    assert talking.erase_words(session, given.id) == given
    assert (view(session).given.answer, view(session).given.words) == (Answer.NO, "")
    talking.restore_words(session, given)
    assert view(session).given == given


def test_a_message_comes_back_above_what_was_written_since(session: VaultSession) -> None:
    plan = a_live_plan(session)
    mine, drafted = Message("I would like to ask.", frozenset({"blame: to ask"})), "We ask for good things."
    jab, both = frozenset({"jab: good"}), {"blame: to ask", "jab: good"}
    for since, whole in (
        (drafted, mine.text),
        (f" {drafted}\n", mine.text),
        ("", mine.text),
        (mine.text, mine.text),
        (f"{mine.text} Soon.", f"{mine.text} Soon."),
        ("Something good.", f"{mine.text}\n\nSomething good."),
    ):
        talking.keep_message(session, plan.id, since, jab)
        kept = kept_words.load(session, plan.id)
        assert kept == (jab if "good" in since else frozenset())
        before, after = talking.bring_back_message(session, plan.id, mine, drafted)
        assert (before.text, after.text) == (since, whole)
        assert planning.live_plan(session).saying.message == whole
        assert kept_words.load(session, plan.id) == after.kept
        assert after.kept == (both if "good" in whole else mine.kept), "a name quotes only what stands there"

        talking.put_message(session, plan.id, before, instead_of=after)
        assert planning.live_plan(session).saying.message == since
        assert kept_words.load(session, plan.id) == kept
    with broken(Rule.OTHER_WORDS_THERE):
        talking.put_message(session, plan.id, mine, instead_of=Message("Other words"))
    assert planning.live_plan(session).saying.message == "Something good."


def test_the_message_is_kept_beside_place_and_time(session: VaultSession) -> None:
    changes: list[Change] = []
    plan = planning.go_live(session, a_plan_draft())
    session.on_commit = changes.append
    talking.keep_message(session, plan.id, "I would like to ask four things.")
    assert planning.live_plan(session).saying == Saying(message="I would like to ask four things.")
    assert changes == [Change.PLANS]
    with broken(Rule.UNKNOWN_ACTION):
        talking.keep_message(session, plan.id + 1, "other")


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_is_read_again_as_it_was_given(session: VaultSession, answer: Answer) -> None:
    a_live_plan(session)
    given = talking.record_answer(session, 4, answer, day=TODAY, words="so", look_again=TOMORROW)
    assert talking.history(session, 4) == (given,)
