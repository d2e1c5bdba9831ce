"""A throw-away vault with a believable couple's half year: made through the services, held in memory only."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final

from trust_desktop import (
    demo_days,
    demo_help,
    demo_looking_back,
    demo_own_side,
    demo_pause,
    demo_plan_life,
    demo_talk,
    demo_telling,
    resources,
)
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft, PlanDraft, draft_of
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import REVIEW_DAYS, Plan
from trust_desktop.services import acknowledging, following_through, planning
from trust_desktop.services.session import VaultSession, local_now

WEEKS: Final = 26
LEFT_UNSAID: Final = 3
"""Days before today on which nothing has been said yet."""

_SEED: Final = 4
_OTHERWISE: Final[tuple[tuple[Outcome | None, int], ...]] = (
    (Outcome.KEPT_LATE_TOLD, 3),
    (Outcome.PARTLY, 3),
    (Outcome.NOT_KEPT, 2),
    (Outcome.COULD_NOT, 1),
    (None, 1),
)
_WAYS: Final = (Way.ALOUD, Way.ALOUD, Way.NOTE, Way.TEXT)


class _Story:
    """The half year, told week by week to a session whose clock moves along."""

    def __init__(self, end: datetime, story: dict[str, Any]) -> None:
        self.moment = end - timedelta(weeks=WEEKS)
        self._end = end
        self._story = story
        self._chance = random.Random(_SEED)  # noqa: S311  the same believable half year every time
        self._sayings = list(story["said"])
        self._quiet = end.date() - timedelta(days=LEFT_UNSAID)

    def tell(self, session: VaultSession) -> None:
        demo_help.tell(session, self._story["help"])
        life = self._story["plan_life"]
        demo_plan_life.tell_earlier(session, life, self.moment, self._draft)
        plan = planning.go_live(session, self._draft(session.today))
        planning.record_said(session, plan.id, session.today, Way.ALOUD)
        for week in range(WEEKS):
            demo_talk.tell(session, self._story["answers"], week)
            self._change(session, plan.id, week)
            demo_plan_life.tell(session, life, self._end.date(), week)
            self.moment += timedelta(days=7)
            self._mark_week(session, session.today - timedelta(days=7))
            self._say(session)
        self.moment = self._end
        self._mark_today(session)
        self._leave_open(session)
        demo_days.tell(session)
        demo_looking_back.tell(session, self._end, self._story["check_ins"])
        demo_pause.tell(session, self._end, self._story["pause"])
        demo_telling.tell(session, self._story["weekly_talk"], self._story["story"])

    def _draft(self, first_day: date) -> PlanDraft:
        actions = [self._action(entry, first_day) for entry in self._story["actions"]]
        draft = PlanDraft(
            partner=self._story["partner"],
            harm_stopped=True,
            truth_told=True,
            fair_chance=self._story["fair_chance"],
            actions=actions,
        )
        own = [self._action(entry, first_day) for entry in self._story["mine"]]
        return demo_own_side.add(draft, own, self._story["saying"])

    def _action(self, entry: dict[str, Any], first_day: date) -> ActionDraft:
        cadence = Cadence(CadenceKind(entry["cadence"]), weekdays=frozenset(entry.get("weekdays", ())))
        return ActionDraft(
            text=entry["text"],
            known_by=entry["known_by"],
            why=entry["why"],
            cadence=cadence,
            first_day=first_day,
            review_day=first_day + timedelta(weeks=WEEKS, days=REVIEW_DAYS),
            about_openness=False,
        )

    def _change(self, session: VaultSession, plan_id: int, week: int) -> None:
        for change in self._story["changes"]:
            plan = planning.live_plan(session)
            if change["week"] != week or plan is None:
                continue
            edited = draft_of(plan.actions[change["slot"] - 1].newest.terms)
            edited.text = change["text"]
            planning.change_action(session, plan_id, change["slot"], edited.terms())

    def _mark_week(self, session: VaultSession, start: date) -> None:
        plan = planning.live_plan(session)
        assert plan is not None
        end = session.today - timedelta(days=1)
        marks = [
            (key.action_id, key.day, outcome)
            for key in following_through.not_recorded(session, start, end)
            if (outcome := self._outcome(plan, key)) is not None
        ]
        following_through.mark_days(session, marks)
        self._write_notes(session, marks)

    def _outcome(self, plan: Plan, key: MarkKey) -> Outcome | None:
        """Kept more often as the months go by; otherwise one of the other outcomes, or not recorded."""
        action = plan.action(key.action_id)
        assert action is not None
        first, last = self._story["mine" if action.mine else "actions"][action.slot - 1]["kept"]
        along = (key.day - action.first_day).days / (WEEKS * 7)
        if self._chance.random() * 10 < first + (last - first) * along:
            return Outcome.KEPT
        outcomes = [outcome for outcome, _ in _OTHERWISE]
        return self._chance.choices(outcomes, [weight for _, weight in _OTHERWISE])[0]

    def _write_notes(self, session: VaultSession, marks: list[tuple[int, date, Outcome]]) -> None:
        notes = self._story["notes"]
        for action_id, day, outcome in marks:
            if outcome is Outcome.COULD_NOT:
                following_through.mark(session, action_id, day, outcome, notes["could_not"])
            elif outcome is Outcome.KEPT_LATE_TOLD and self._chance.random() < 0.5:
                following_through.set_note(session, day, notes["late"])
        if marks and self._chance.random() < 0.4:
            day = self._chance.choice(marks)[1]
            following_through.set_note(session, day, notes[self._chance.choice(("calm", "hard"))])

    def _say(self, session: VaultSession) -> None:
        """Once or twice a week something is said, about what was noticed of one action."""
        plan = planning.live_plan(session)
        assert plan is not None
        unsaid = acknowledging.tray(session).unsaid
        for saying in self._next_sayings():
            slot = saying["slot"]
            covers = frozenset(
                item.key for item in unsaid if item.slot == slot and item.key.day < self._quiet
            )
            if not covers:
                continue
            day = max(key.day for key in covers)
            draft = AcknowledgementDraft(text=saying["text"], covers=covers)
            acknowledging.deliver(session, draft, self._chance.choice(_WAYS), day)
            unsaid = tuple(item for item in unsaid if item.key not in covers)

    def _next_sayings(self) -> Iterator[dict[str, Any]]:
        for _ in range(4):
            saying = self._sayings.pop(0)
            self._sayings.append(saying)
            yield saying

    def _mark_today(self, session: VaultSession) -> None:
        plan = planning.live_plan(session)
        assert plan is not None
        due = following_through.not_recorded(session, session.today, session.today)
        for key in due[1:2]:
            following_through.mark(session, key.action_id, key.day, Outcome.KEPT)

    def _leave_open(self, session: VaultSession) -> None:
        acknowledging.save_draft(session, AcknowledgementDraft(text=self._story["notes"]["draft"]))


def open_demo(now: datetime | None = None) -> VaultSession:
    """Return an open session over a database in memory; `now` (aware) is where the half year ends."""
    from trust_desktop.storage.database import Database

    end = now or local_now()
    story = _Story(end, resources.content("demo"))
    session = VaultSession(Database.in_memory(), now=lambda: story.moment)
    story.tell(session)
    session.now = local_now if now is None else lambda: end
    return session


def run(*, allow_capture: bool = False) -> int:
    """Open the example in the window."""
    from trust_desktop import app

    return app.run(allow_capture=allow_capture, demo=open_demo)
