"""What the first page shows: due today, not said yet, and the draft left open."""

from dataclasses import dataclass
from datetime import date, timedelta

from trust_desktop.domain.acknowledgement import THANKED, UNSAID_DAYS, AcknowledgementDraft
from trust_desktop.domain.follow_through import WeekCount, week_count
from trust_desktop.domain.plan import Plan
from trust_desktop.services.day_views import ActionOnDay, Span, read_span
from trust_desktop.services.session import VaultSession
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

    `own_due` are the person's own commitments of today. `resting`: the plan is at rest, and nothing is due.

    `review` holds actions whose review day has come, `stopped` openness that has reached its end; `fill_in` is
    the newest of the last 14 days before today with a due action that is not recorded; `draft_begun` says that a
    plan draft waits in the wizard.
    """

    day: date
    partner: str
    has_plan: bool
    draft_begun: bool
    not_said_yet: bool
    due: tuple[ActionOnDay, ...]
    own_due: tuple[ActionOnDay, ...]
    resting: bool
    others: tuple[ActionOnDay, ...]
    weeks: tuple[WeekLine, ...]
    review: tuple[ActionOnDay, ...]
    stopped: tuple[ActionOnDay, ...]
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
    lanes = span.actions_on(now)
    actions = tuple(action for action in lanes if not action.mine)
    return TodayView(
        day=now,
        partner=plan.partner if plan else "",
        has_plan=plan is not None,
        draft_begun=begun,
        not_said_yet=plan is not None and plan.said is None,
        due=tuple(action for action in actions if action.due),
        own_due=tuple(action for action in lanes if action.mine and action.due),
        resting=span.rests(now),
        others=tuple(
            action for action in actions if action.can_mark and not action.due and not action.stopped
        ),
        weeks=_weeks(plan, span, actions) if plan else (),
        review=tuple(
            action
            for action in actions
            if action.can_mark and action.terms.review_day <= now and not action.stopped
        ),
        stopped=tuple(action for action in actions if action.stopped),
        fill_in=max((key.day for key in span.not_recorded() if key.day < now), default=None),
        tray=tray,
        open_draft=draft,
    )


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
