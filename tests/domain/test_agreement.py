"""Which words the partner has heard, and which stand between the two."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.agreement import heard_version, standing_words, told_version
from trust_desktop.domain.cadence import Cadence
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.plan import Action, ActionTerms, ActionVersion, Plan, Said
from trust_desktop.domain.talk import DECLINED, Answer, GivenAnswer

START = date(2026, 11, 2)
ENDS = time(3)


def at(day: date) -> datetime:
    return datetime.combine(day, time(18), UTC)


def an_action(*written: date) -> Action:
    versions = tuple(
        ActionVersion(number, day, ActionTerms(f"words {number}", Cadence(), day, day), at(day))
        for number, day in enumerate(written, start=1)
    )
    return Action(1, 1, versions)


def a_plan(action: Action, *answers: GivenAnswer, said: date | None = START) -> Plan:
    told = Said(said, Way.ALOUD) if said else None
    return Plan(1, "Sam", "", at(START), told, (action,), answers=answers)


def an_answer(answer: Answer, version: int, day: date = START, id_: int = 1) -> GivenAnswer:
    return GivenAnswer(id_, 1, version, answer, "", day, None, at(day))


def test_what_was_written_later_was_not_heard() -> None:
    action = an_action(START, START + timedelta(days=3))
    assert heard_version(action, START - timedelta(days=1), ENDS) is None
    assert heard_version(action, START + timedelta(days=2), ENDS) == action.versions[0]
    assert heard_version(action, START + timedelta(days=3), ENDS) == action.versions[1]


def test_nothing_stands_between_the_two_before_it_was_said_or_after_a_no() -> None:
    action = an_action(START)
    assert standing_words(a_plan(action, said=None), action) is None
    assert told_version(a_plan(action, said=None), action) is None
    for answer in DECLINED:
        assert standing_words(a_plan(action, an_answer(answer, 1)), action) is None
    asked_later = an_action(START + timedelta(days=5))
    assert standing_words(a_plan(asked_later), asked_later) is None


def test_without_an_answer_the_words_that_were_heard_stand() -> None:
    action = an_action(START, START + timedelta(days=3))
    assert standing_words(a_plan(action), action) == action.versions[0]


def test_words_changed_after_the_telling_was_written_down_were_not_told() -> None:
    later = at(START) + timedelta(hours=1)
    first = an_action(START, START)
    changed = replace(first.versions[1], made_at=later)
    action = replace(first, versions=(first.versions[0], changed))
    plan = a_plan(action)
    assert told_version(plan, action) == changed  # as in a vault that did not note the moment
    for recorded, told in ((at(START), 0), (later, 1)):
        said = Said(START, Way.ALOUD, recorded)
        known = replace(plan, said=said)
        assert told_version(known, action) == standing_words(known, action) == action.versions[told]


def test_a_change_that_was_answered_with_stands_once_it_is_written() -> None:
    first = an_action(START)
    asked = an_answer(Answer.WITH_CHANGE, 1)
    assert standing_words(a_plan(first, asked), first) == first.versions[0]
    changed = an_action(START, START, START)
    assert standing_words(a_plan(changed, asked), changed) == changed.versions[1]
    nowhere = an_answer(Answer.YES, 0)
    assert standing_words(a_plan(first, nowhere), first) is None


@given(
    st.lists(st.integers(0, 20), min_size=1, max_size=5).map(sorted),
    st.lists(st.tuples(st.sampled_from(Answer), st.integers(0, 20)), max_size=4),
)
def test_words_that_stand_were_heard_or_asked_for_and_never_declined(
    written: list[int], answers: list[tuple[Answer, int]]
) -> None:
    action = an_action(*(START + timedelta(days=number) for number in written))
    given_answers = []
    for id_, (answer, number) in enumerate(answers, start=1):
        day = START + timedelta(days=number)
        heard = heard_version(action, day, ENDS)
        if heard is not None:
            given_answers.append(an_answer(answer, heard.number, day, id_))
    plan = a_plan(action, *given_answers)

    standing, newest = standing_words(plan, action), plan.answer_to(action)

    if newest is None:
        assert standing == heard_version(action, START, ENDS)
    elif newest.answer in DECLINED:
        assert standing is None
    else:
        assert standing is not None
        assert newest.version <= standing.number <= newest.version + (newest.answer is Answer.WITH_CHANGE)
        assert plan.is_agreed(action) <= (standing == action.newest)
