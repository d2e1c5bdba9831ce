"""What both may see: what was said, and nothing else."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from tests.builders import NOW, TODAY, Clock, a_live_plan, a_plan_draft, an_action_draft
from tests.services.test_planning import new_terms
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.talk import Answer
from trust_desktop.services import acknowledging, planning, settings, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.services.together import TogetherView, together

YESTERDAY = TODAY - timedelta(days=1)


def titles(shown: TogetherView) -> list[str]:
    return [action.terms.title for action in shown.actions]


def test_before_anything_was_said_there_is_nothing(session: VaultSession) -> None:
    assert together(session).empty
    planning.go_live(session, a_plan_draft())
    acknowledging.save_draft(session, AcknowledgementDraft(text="Still being written"))
    assert together(session).empty


def test_the_four_actions_are_there_in_the_words_that_were_said(session: VaultSession) -> None:
    a_live_plan(session)
    shown = together(session)
    assert [action.slot for action in shown.actions] == [1, 2, 3, 4]
    assert all(action.terms.why == "" for action in shown.actions)
    planning.change_action(session, 1, 1, new_terms("Words nobody has heard"))
    assert titles(together(session)) == titles(shown)
    talking.record_answer(session, 1, Answer.YES, day=TODAY)
    assert titles(together(session))[0] == "Words nobody has heard"


def test_when_the_day_ends_decides_nothing_about_what_was_said(session: VaultSession, clock: Clock) -> None:
    clock.moment = datetime.combine(TODAY, time(1), NOW.tzinfo)
    plan = planning.go_live(session, a_plan_draft(first_day=session.today))
    planning.record_said(session, plan.id, session.today, Way.ALOUD)
    clock.moment = datetime.combine(TODAY, time(2), NOW.tzinfo)
    planning.change_action(session, plan.id, 1, new_terms("Words nobody has heard"))
    planning.change_action(session, plan.id, 2, new_terms("Nor these"))
    shown = titles(together(session))
    assert (len(shown), shown[0]) == (4, "Phone on the table at dinner")
    for hour in range(9):
        settings.save(session, replace(settings.load(session), day_ends=time(hour)))
        assert titles(together(session)) == shown


def test_what_was_declined_is_not_put_before_the_partner_again(session: VaultSession) -> None:
    a_live_plan(session)
    talking.record_answer(session, 2, Answer.NO, day=YESTERDAY)
    assert [action.slot for action in together(session).actions] == [1, 3, 4]
    talking.record_answer(session, 2, Answer.WITH_CHANGE, day=TODAY)
    assert [action.slot for action in together(session).actions] == [1, 2, 3, 4]


def test_own_commitments_stand_as_they_were_said(session: VaultSession) -> None:
    draft = a_plan_draft(first_day=TODAY)
    draft.commitments = [an_action_draft("I put my phone away too", first_day=TODAY)]
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    shown = together(session)
    assert [mine.terms.text for mine in shown.commitments] == ["I put my phone away too"]
    assert not shown.empty


def test_thanks_are_there_as_they_were_said_unless_the_words_are_gone(session: VaultSession) -> None:
    first = acknowledging.deliver(session, AcknowledgementDraft(text="Thank you."), Way.NOTE, YESTERDAY)
    second = acknowledging.deliver(session, AcknowledgementDraft(text="Thanks for today."), Way.ALOUD, TODAY)
    assert [(each.text, each.day) for each in together(session).thanks] == [
        (second.text, TODAY),
        (first.text, YESTERDAY),
    ]
    acknowledging.deliver(session, AcknowledgementDraft(text="Noted late."), Way.ALOUD, YESTERDAY)
    assert [each.day for each in together(session).thanks] == [TODAY, YESTERDAY, YESTERDAY]
    acknowledging.erase_words(session, second.id)
    assert [each.text for each in together(session).thanks] == ["Noted late.", "Thank you."]
