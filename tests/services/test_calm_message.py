"""The message a plan can be said with is made of what the partner may hear, and stings nobody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_plan_draft, an_action_draft
from trust_desktop import resources
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.plan_life import ActionEnd, ActionEnding
from trust_desktop.services import calm_message, planning
from trust_desktop.wording import Kind, discloses_harm, review_message, whole

WORDS = resources.content("calm_message")["message"]
EXAMPLES = [each for theme in resources.content("examples")["theme"] for each in theme["example"]]
IDEAS = [each for theme in resources.content("commitments")["theme"] for each in theme["example"]]


def test_it_says_what_is_asked_and_what_the_person_will_do():
    draft = a_plan_draft()
    draft.commitments = [an_action_draft("I ask for a pause before I get loud.\nAt the table.")]
    message = calm_message.from_draft(draft, WORDS)
    lines = message.splitlines()
    assert lines[0] == "Sam,"
    assert "– Phone on the table at dinner. From sitting down until the plates are cleared." in lines
    assert lines[-3] == "– I ask for a pause before I get loud. At the table."
    assert message.count("\n– ") == 5


def test_what_is_only_for_the_person_is_not_in_it():
    draft = a_plan_draft()
    draft.place, draft.time = "On the bench", "On Sunday at five"
    private = [draft.fair_chance, draft.place, draft.time, draft.actions[0].why, draft.actions[0].known_by]
    message = calm_message.from_draft(draft, WORDS)
    assert [words for words in private if words in message] == []


def test_the_calmer_ones_come_first():
    draft = a_plan_draft()
    draft.actions[0].fought = True
    draft.actions[1].fought = False
    listed = [line for line in calm_message.from_draft(draft, WORDS).splitlines() if line.startswith("– ")]
    assert [line[2:6] for line in listed] == ["Text", "Walk", "Sund", "Phon"]


def test_without_a_name_or_commitments_it_leaves_them_out():
    draft = replace(a_plan_draft(partner=" "), commitments=[])
    message = calm_message.from_draft(draft, WORDS)
    assert message.startswith(WORDS["good"])
    assert WORDS["own"] not in message


def test_with_nothing_to_ask_there_is_nothing_to_draft():
    assert calm_message.from_draft(PlanDraft(commitments=[an_action_draft()]), WORDS) == ""


def test_of_a_plan_it_takes_what_is_in_force(session):
    draft = a_plan_draft()
    draft.commitments = [an_action_draft("I thank you in the evening"), an_action_draft("I walk first")]
    plan = planning.go_live(session, draft)
    assert calm_message.from_plan(plan, WORDS) == calm_message.from_draft(draft, WORDS)
    over = replace(plan.commitments[0], ended=ActionEnd(plan.commitments[0].first_day, ActionEnding.FINISHED))
    plan = replace(plan, commitments=(over, plan.commitments[1]))
    assert "I thank you in the evening" not in calm_message.from_plan(plan, WORDS)


@pytest.mark.parametrize("first", range(0, len(EXAMPLES) - 3, 2))
def test_made_of_the_examples_nothing_in_it_is_remarked_on(first):
    texts = [each["text"] for each in EXAMPLES[first : first + 4]]
    own = [each["text"] for each in IDEAS[first % len(IDEAS) :][:2]]
    message = calm_message.calm_message(WORDS, "Sam", texts, own)
    assert whole(calm_message.review(message, message)) == ()
    assert not discloses_harm(message)


def test_the_words_around_the_requests_sting_nobody():
    around = "\n\n".join(WORDS.values()).format(partner="Sam")
    assert review_message(around) == ()
    assert not discloses_harm(around)


def test_words_of_the_persons_own_are_looked_at_where_they_stand():
    drafted = calm_message.from_draft(a_plan_draft(), WORDS)
    own = "I love our evenings. After all your lies you owe me that."
    message = drafted.replace(WORDS["close"], f"{own}\n{WORDS['close']}")
    remarks = whole(calm_message.review(message, drafted))
    assert remarks
    assert all(message[remark.start : remark.end] in own for remark in remarks)
    (rewrite,) = {remark.rewrite for remark in remarks}
    assert rewrite is not None
    assert (
        rewrite.split() == drafted.replace(WORDS["close"], f"I love our evenings. {WORDS['close']}").split()
    )


def test_a_rewrite_takes_nothing_away_that_was_not_looked_at():
    drafted = calm_message.from_draft(a_plan_draft(), WORDS)
    message = f"{drafted}\n\nAfter all your lies you owe me that."
    remarks = whole(calm_message.review(message, drafted))
    assert remarks
    for remark in remarks:
        assert remark.rewrite is None or remark.rewrite.rstrip() == drafted


def test_an_own_line_alone_can_be_taken_out_of_what_was_drafted():
    for own, behind in (("You never listen.", ""), ("You never listen. But I love you.", "\n\nI love you.")):
        drafted = calm_message.from_draft(a_plan_draft(), WORDS)
        (remark,) = whole(calm_message.review(f"{drafted}\n\n{own}", drafted))
        assert remark.rewrite is not None
        assert remark.rewrite.rstrip() == f"{drafted}{behind}"
    greeting = calm_message.review("Sam,\n\nYou never listen. But I love you.", "Sam,")
    assert [remark.rewrite for remark in whole(greeting)] == ["Sam,\n\nI love you."]


def test_a_quotation_mark_in_a_drafted_line_begins_no_quotation():
    drafted = 'Sam,\n\n– Buy a 12" pizza on Fridays'
    (remark,) = whole(calm_message.review(f"{drafted}\n\nYou never listen.", drafted))
    assert remark.kind is Kind.SWEEPING


@given(st.lists(st.text().filter(str.strip), min_size=1, max_size=4), st.text())
def test_each_request_is_one_point_and_none_is_lost(texts, partner):
    message = calm_message.calm_message(WORDS, partner, texts, ())
    for text in texts:
        assert all(word.rstrip(".") in message for word in text.split())
