"""What still keeps a plan from going live."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import TODAY, a_plan_draft, an_action_draft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.draft import ActionDraft, PlanDraft, action_rules, draft_of, plan_rules
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import Consent

SOON = TODAY + timedelta(days=30)


def openness(**changes: object) -> ActionDraft:
    draft = an_action_draft("Show me the bill", first_day=TODAY)
    agreed = {
        "about_openness": True,
        "consent": Consent.AGREED,
        "purpose": "so that I can sleep",
        "ends": SOON,
    }
    return replace(draft, **(agreed | changes))


@pytest.mark.parametrize(
    ("draft", "rules"),
    [
        (an_action_draft(), ()),
        (an_action_draft("  "), (Rule.ACTION_EMPTY,)),
        (an_action_draft(cadence=Cadence(CadenceKind.WEEKDAYS)), (Rule.CADENCE_INCOMPLETE,)),
        (replace(an_action_draft(), first_day=None), (Rule.FIRST_DAY_MISSING,)),
        (replace(an_action_draft(), review_day=None), (Rule.REVIEW_MISSING,)),
        (an_action_draft(review_day=date(2026, 11, 1)), (Rule.REVIEW_BEFORE_FIRST_DAY,)),
        (replace(an_action_draft(), about_openness=None), (Rule.OPENNESS_UNANSWERED,)),
        (openness(), ()),
        (openness(consent=None), (Rule.OPENNESS_CONSENT,)),
        (openness(consent=Consent.NOT_ASKED), (Rule.OPENNESS_CONSENT,)),
        (openness(consent=Consent.WILL_NOT_KNOW), (Rule.OPENNESS_COVERT,)),
        (openness(purpose=" "), (Rule.OPENNESS_PURPOSE,)),
        (openness(ends=None), (Rule.OPENNESS_END,)),
        (openness(ends=SOON + timedelta(days=1)), (Rule.OPENNESS_END,)),
        (openness(ends=TODAY - timedelta(days=1)), (Rule.OPENNESS_END,)),
        (openness(first_day=None, ends=TODAY), (Rule.FIRST_DAY_MISSING,)),
        (
            ActionDraft(),
            (Rule.ACTION_EMPTY, Rule.FIRST_DAY_MISSING, Rule.OPENNESS_UNANSWERED),
        ),
    ],
)
def test_each_missing_part_is_named(draft, rules):
    assert action_rules(draft, TODAY) == rules


@pytest.mark.parametrize("draft", [an_action_draft(), openness()])
def test_terms_and_back_is_the_same_draft(draft):
    assert draft_of(draft.terms()) == draft


def test_terms_of_an_unfinished_draft_are_refused():
    with pytest.raises(RuleBroken) as caught:
        ActionDraft(text="Call").terms()
    assert caught.value.rule is Rule.FIRST_DAY_MISSING


def test_a_full_plan_may_go_live():
    assert plan_rules(a_plan_draft(), TODAY) == ()


def test_a_plan_names_the_slot_of_what_is_missing():
    draft = a_plan_draft()
    draft.actions[2].text = ""
    assert [(broken.rule, broken.slot) for broken in plan_rules(draft, TODAY)] == [(Rule.ACTION_EMPTY, 3)]


@pytest.mark.parametrize("count", [0, 3, 5])
def test_only_four_actions_go_live(count):
    draft = PlanDraft(actions=[an_action_draft() for _ in range(count)])
    assert [(broken.rule, broken.slot) for broken in plan_rules(draft, TODAY)] == [(Rule.FOUR_ACTIONS, None)]


def test_a_new_draft_has_four_empty_places():
    assert [action.started for action in PlanDraft().actions] == [False] * 4


@pytest.mark.parametrize(
    ("draft", "blank"),
    [
        (ActionDraft(text=" \n", first_day=TODAY), True),
        (ActionDraft(text="Call"), False),
        (ActionDraft(known_by="I hear it"), False),
        (ActionDraft(why="It is calm then"), False),
    ],
)
def test_blank_is_what_holds_no_word_of_the_person(draft, blank):
    assert draft.blank is blank


def test_more_than_four_commitments_are_too_many() -> None:
    draft = a_plan_draft()
    draft.commitments = [replace(draft.actions[0]) for _ in range(5)]
    assert [broken.rule for broken in plan_rules(draft, TODAY)] == [Rule.TOO_MANY_COMMITMENTS]
    draft.commitments.pop()
    assert plan_rules(draft, TODAY) == ()
