"""What rests, ends or was declined is not due from its day on, and nothing before it changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.plan import Action, ActionTerms, ActionVersion, Plan, Said
from trust_desktop.domain.plan_life import ActionEnd, ActionEnding, PlanEnd, PlanRest
from trust_desktop.domain.talk import Answer, GivenAnswer, answer_on

START = date(2026, 11, 2)
MADE = datetime(2026, 11, 1, 12, tzinfo=UTC)


def day(number: int) -> date:
    return START + timedelta(days=number)


def action(id_: int, slot: int, *, mine: bool = False, versions: int = 1, ended: int | None = None) -> Action:
    terms = ActionTerms("Call at six", Cadence(CadenceKind.DAILY), START, day(28))
    made = tuple(ActionVersion(number, START, terms, MADE) for number in range(1, versions + 1))
    end = ActionEnd(day(ended), ActionEnding.REPLACED) if ended is not None else None
    return Action(id_, slot, made, mine, end)


def plan(*actions: Action, **more: object) -> Plan:
    own = tuple(each for each in actions if each.mine)
    asked = tuple(each for each in actions if not each.mine)
    made = Plan(1, "Sam", "", MADE, Said(START, Way.ALOUD), asked, own)
    return replace(made, **more)


def answered(id_: int, answer: Answer, on: int, version: int = 1, action_id: int = 1) -> GivenAnswer:
    return GivenAnswer(id_, action_id, version, answer, "", day(on), None, MADE)


def due(of: Plan, number: int = 0, days: int = 6) -> list[int]:
    return [(each - START).days for each in of.due_between(of.lanes[number], START, day(days - 1))]


def test_a_plan_at_rest_or_ended_asks_for_nothing():
    rests = (PlanRest(1, day(1), day(3), ""), PlanRest(2, day(4), None, ""))
    assert due(plan(action(1, 1), rests=rests)) == [0, 3]
    assert plan(action(1, 1), rests=rests).resting == rests[1]
    assert plan(action(1, 1), rests=rests[:1]).resting is None
    assert due(plan(action(1, 1), ended=PlanEnd(day(2), "", MADE))) == [0, 1]


def test_what_was_declined_is_not_due_until_another_answer():
    given = (
        answered(1, Answer.YES, 0),
        answered(2, Answer.NOT_NOW, 1),
        answered(3, Answer.NO, 1),
        answered(4, Answer.WITH_CHANGE, 4),
    )
    made = plan(action(1, 1), action(2, 2), answers=given)
    assert due(made) == [0, 4, 5]
    assert due(made, 1) == [0, 1, 2, 3, 4, 5]
    assert answer_on(given, 1, day(1)) == given[2]
    assert made.answer_to(made.actions[1]) is None


def test_a_plan_is_agreed_when_each_action_as_it_stands_was_answered_with_yes():
    def agreed(versions: int, *given: GivenAnswer) -> bool:
        return plan(action(1, 1, versions=versions), answers=given).agreed

    assert not agreed(1)
    assert agreed(1, answered(1, Answer.YES, 0))
    assert not agreed(2, answered(1, Answer.YES, 0))
    assert not agreed(1, answered(1, Answer.WITH_CHANGE, 0))
    assert agreed(2, answered(1, Answer.WITH_CHANGE, 0))
    assert not agreed(1, answered(1, Answer.NO, 0))
    assert not plan(action(1, 1, ended=3), answers=(answered(1, Answer.YES, 0),)).agreed


def test_a_place_holds_one_action_at_a_time():
    made = plan(action(1, 1, ended=3), action(5, 1), action(2, 2), action(3, 1, mine=True))
    assert [each.id for each in made.lanes_on(day(2))] == [1, 2, 3]
    assert [each.id for each in made.lanes_on(day(3))] == [5, 2, 3]
    assert [each.id for each in made.current] == [5, 2]
    assert due(made) == [0, 1, 2]
    assert made.actions[0].stopped(day(3))
    assert not made.actions[0].stopped(day(2))
    assert made.action(3) == made.commitments[0]
