"""Words of one's own are taken out of any plan and put back; days, dates and what was asked stay."""

from dataclasses import replace

import pytest

from tests.builders import TODAY, a_live_plan, a_plan_draft
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import Plan
from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.services import erasing, plan_living, planning
from trust_desktop.services.erasing import Kind, Where
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import plan_lives


def an_ended_plan_full_of_words(session: VaultSession) -> Plan:
    draft = replace(
        a_plan_draft(first_day=TODAY),
        place="In the kitchen",
        time="On Sunday",
        message="I would like to ask you four things.",
    )
    plan = planning.go_live(session, draft)
    plan_living.rest(session, plan.id, "A week away.")
    with session.write(Change.PLANS) as transaction:
        plan_lives.add_answer(
            transaction,
            GivenAnswer(
                0, plan.actions[0].id, 1, Answer.NOT_NOW, "After the move.", TODAY, None, session.now()
            ),
        )
    plan_living.end(session, plan.id, "It was enough.")
    return plan_living.every_plan(session)[0]


EACH = {
    Kind.WHY: ("I stop wondering.", lambda plan: plan.actions[1].id, 1),
    Kind.FAIR_CHANCE: ("I would like to stop checking the clock.", lambda plan: 0, 0),
    Kind.PARTNER: ("Sam", lambda plan: 0, 0),
    Kind.PLACE: ("In the kitchen", lambda plan: 0, 0),
    Kind.TIME: ("On Sunday", lambda plan: 0, 0),
    Kind.MESSAGE: ("I would like to ask you four things.", lambda plan: 0, 0),
    Kind.ANSWER: ("After the move.", lambda plan: plan.answers[0].id, 0),
    Kind.REST: ("A week away.", lambda plan: plan.rests[0].id, 0),
    Kind.END: ("It was enough.", lambda plan: 0, 0),
}


@pytest.mark.parametrize("kind", Kind)
def test_words_go_and_come_back(session, kind):
    plan = an_ended_plan_full_of_words(session)
    words, find, version = EACH[kind]
    where = Where(kind, plan.id, find(plan), version)
    assert erasing.put(session, where, "") == words
    without = plan_living.every_plan(session)[0]
    assert without != plan
    assert words not in repr(without).replace("I stop wondering.", "", 3)
    assert erasing.put(session, where, words) == ""
    assert plan_living.every_plan(session)[0] == plan


@pytest.mark.parametrize(
    "where",
    [
        Where(Kind.FAIR_CHANCE, 9),
        Where(Kind.WHY, 1, 99, 1),
        Where(Kind.WHY, 1, 1, 9),
        Where(Kind.ANSWER, 1, 9),
        Where(Kind.REST, 1, 9),
        Where(Kind.END, 1),
    ],
)
def test_where_there_are_none_nothing_is_written(session, where):
    a_live_plan(session)
    with pytest.raises(RuleBroken, match=Rule.UNKNOWN_ACTION.name):
        erasing.put(session, where, "")
