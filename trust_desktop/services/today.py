"""What the first page shows: due today, not said yet, and the draft left open."""

from dataclasses import dataclass
from datetime import date

from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.follow_through import WeekCount
from trust_desktop.services.acknowledging import Tray
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class WeekLine:
    """How an action asked for n times a week stands this week."""

    action: ActionOnDay
    count: WeekCount


@dataclass(frozen=True, slots=True)
class TodayView:
    """`due` are today's due actions, recorded or not; `others` may be marked though not due today.

    `review` holds actions whose review day has come; `fill_in` is the newest of the last 14 days before
    today with a due action that is not recorded; `draft_begun` says that a plan draft waits in the wizard.
    """

    day: date
    partner: str
    has_plan: bool
    draft_begun: bool
    not_said_yet: bool
    due: tuple[ActionOnDay, ...]
    others: tuple[ActionOnDay, ...]
    weeks: tuple[WeekLine, ...]
    review: tuple[ActionOnDay, ...]
    fill_in: date | None
    tray: Tray
    open_draft: AcknowledgementDraft | None


def today(s: VaultSession) -> TodayView:
    raise NotImplementedError
