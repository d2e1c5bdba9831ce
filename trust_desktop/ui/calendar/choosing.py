"""Which action of a day is the chosen one: the one the keys 1 to 5 mark."""

from trust_desktop.services.following_through import ActionOnDay, DayView


def choice_after(before: DayView | None, now: DayView, chosen: int | None, *, move_on: bool) -> int | None:
    """Return the action to choose now that a day is shown as `now`; None where all is recorded already.

    A day begins with its first due action not recorded. A mark moves the choice on to the next of those if
    there is one (`move_on`); a mark taken back brings it back, so that nothing recorded is overwritten by chance.
    """
    waiting = [action.action_id for action in now.lanes if _waits(action)]
    first = waiting[0] if waiting else None
    if before is None or before.day != now.day:
        return first
    recorded = {action.action_id for action in before.lanes if action.outcome is not None}
    now_recorded = {action.action_id for action in now.lanes if action.outcome is not None}
    taken_back = sorted(recorded - now_recorded)
    if taken_back:
        return taken_back[0]
    if chosen in now_recorded - recorded and move_on and first is not None:
        return first
    known = {action.action_id for action in now.lanes}
    return chosen if chosen in known else first


def needs_no_asking(action: ActionOnDay) -> bool:
    """Whether a row is there from the start: due, recorded, or asked for without due days of its own."""
    unfixed = action.can_mark and not action.terms.cadence.has_due_days
    return action.due or action.outcome is not None or unfixed


def _waits(action: ActionOnDay) -> bool:
    return action.due and action.can_mark and action.outcome is None
