"""What the first page shows: due today, not said yet, and the draft left open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trust_desktop.domain.acknowledgement import THANKED, UNSAID_DAYS, AcknowledgementDraft
from trust_desktop.domain.follow_through import WeekCount, week_count
from trust_desktop.domain.plan import Plan, heard_by
from trust_desktop.services.day_views import ActionOnDay, Span, read_span, split
from trust_desktop.services.session import VaultSession
from trust_desktop.services.suggesting import read_often_missed
from trust_desktop.services.tray import Tray, read_tray
from trust_desktop.storage import drafts


@dataclass(frozen=True, slots=True)
class WeekLine:
    """How an action asked for n times a week stands this week."""

    action: ActionOnDay
    count: WeekCount


@dataclass(frozen=True, slots=True)
class TodayView:
    """`due` are today's due actions, recorded or not; `others` may be marked though not due today.

    `partner` is what the partner is called in the plan, `hears` in the last plan that the waiting words are about.

    `own_due` and `own_others` are the person's own commitments of today, which count in nothing else. `ended`: there
    is no plan any more, but there was. `resting`: the plan is at rest, and nothing is due. `declined` are not asked
    for while the partner's answer is *not now* or *no*; `often_missed` are worth looking at again.

    `review` holds actions whose review day has come, `stopped` openness that has reached its end; `fill_in` is
    the newest of the last 14 days before today with a due action that is not recorded; `draft_begun` says that a
    plan draft waits in the wizard.
    """

    day: date
    partner: str
    hears: str
    has_plan: bool
    ended: bool
    draft_begun: bool
    not_said_yet: bool
    due: tuple[ActionOnDay, ...]
    own_due: tuple[ActionOnDay, ...]
    resting: bool
    others: tuple[ActionOnDay, ...]
    own_others: tuple[ActionOnDay, ...]
    declined: tuple[ActionOnDay, ...]
    weeks: tuple[WeekLine, ...]
    review: tuple[ActionOnDay, ...]
    stopped: tuple[ActionOnDay, ...]
    often_missed: tuple[ActionOnDay, ...]
    fill_in: date | None
    tray: Tray
    open_draft: AcknowledgementDraft | None


def today(s: VaultSession) -> TodayView:
    now = s.today
    with s.read() as transaction:
        plan = s.plan_in(transaction)
        plans = s.plans_in(transaction)
        span = read_span(transaction, plans, now - timedelta(days=UNSAID_DAYS), now, now)
        tray = read_tray(transaction, plans, now)
        draft = drafts.newest_acknowledgement(transaction)
        begun = drafts.plan_begun(transaction)
        missed = read_often_missed(transaction, plan, span) if plan else frozenset()
    lanes = span.actions_on(now)
    actions, own = split(lanes)
    return TodayView(
        day=now,
        partner=plan.partner if plan else "",
        hears=heard_by(plans, _waiting(tray, draft)),
        has_plan=plan is not None,
        ended=plan is None and bool(plans),
        draft_begun=begun,
        not_said_yet=plan is not None and plan.said is None,
        due=tuple(action for action in actions if action.due),
        own_due=tuple(action for action in own if action.due),
        resting=span.rests(now),
        others=_others(actions),
        own_others=_others(own),
        declined=tuple(action for action in actions if action.declined and not action.stopped),
        weeks=_weeks(plan, span, lanes) if plan else (),
        review=() if plan is None or span.rests(now) else _to_review(plan, actions, now),
        stopped=tuple(action for action in actions if action.stopped),
        often_missed=tuple(action for action in actions if action.action_id in missed),
        fill_in=_to_fill_in(span),
        tray=tray,
        open_draft=draft,
    )


def _waiting(tray: Tray, draft: AcknowledgementDraft | None) -> frozenset[int]:
    """Return the actions of what is said next: the words begun, or else what is not said yet."""
    if draft is not None and draft.covers:
        return frozenset(key.action_id for key in draft.covers)
    return frozenset(item.key.action_id for item in tray.unsaid or tray.could_mention)


def _to_fill_in(span: Span) -> date | None:
    """Return the newest earlier day on which something asked of the partner is open; one's own side is no errand."""
    asked = {action.id for plan in span.plans for action in plan.actions}
    days = (key.day for key in span.not_recorded() if key.action_id in asked and key.day < span.today)
    return max(days, default=None)


def _to_review(plan: Plan, actions: Sequence[ActionOnDay], now: date) -> tuple[ActionOnDay, ...]:
    """Return what has come to its day, with the day that was chosen when it was last looked at and kept."""
    days = {action.id: action.review_day for action in plan.current}
    return tuple(
        replace(shown, terms=replace(shown.terms, review_day=days[shown.action_id]))
        for shown in actions
        if shown.can_mark and days.get(shown.action_id, date.max) <= now
    )


def _others(lanes: tuple[ActionOnDay, ...]) -> tuple[ActionOnDay, ...]:
    return tuple(lane for lane in lanes if lane.can_mark and not lane.due and not lane.stopped)


def _weeks(plan: Plan, span: Span, actions: tuple[ActionOnDay, ...]) -> tuple[WeekLine, ...]:
    lines: list[WeekLine] = []
    for shown in actions:
        action = plan.action(shown.action_id)
        if action is None:  # it belongs to a plan that ends today
            continue
        kept = frozenset(
            mark.day
            for mark in span.marks.values()
            if mark.action_id == action.id and mark.outcome in THANKED
        )
        count = week_count(plan, action, span.today, kept)
        if count is not None:
            lines.append(WeekLine(shown, count))
    return tuple(lines)
