"""What a key or a press does to the day on show: which action it marks, clears, or says."""

from datetime import date
from typing import Final

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services.following_through import DayView
from trust_desktop.ui.calendar.day_panel import DayPanel
from trust_desktop.ui.calendar.day_writer import DayWriter
from trust_desktop.ui.calendar.why_not import can_be_marked, nothing_marked

_STAYS_WITH: Final = {Outcome.COULD_NOT, Outcome.NOT_KEPT}
"""In the day itself something may follow these: words about what got in the way, or one of the three paths."""


class Marking:
    """Stands between the keys and the writer; it knows the day on show and the mark made last."""

    def __init__(self, panel: DayPanel, writer: DayWriter) -> None:
        self._panel, self._writer = panel, writer
        self._view: DayView | None = None
        self._last: MarkKey | None = None
        self.moves_on = True
        """Whether the choice goes on to the next action after the mark being made."""

    def take(self, view: DayView) -> None:
        if self._view is None or view.day != self._view.day:
            self._last = None
        self._view = view

    def mark(self, outcome: Outcome) -> bool:
        """Mark the chosen action; False where there is none that can be marked."""
        self._panel.save_now()
        action = self._panel.action_list.chosen
        if self._view is None or action is None or not action.can_mark:
            return False
        # From the grid one goes through the actions without stopping.
        self.moves_on = not (self._panel.focus_inside and outcome in _STAYS_WITH)
        self._last = MarkKey(action.action_id, self._view.day)
        try:
            self._writer.mark(action, self._view.day, outcome)
        finally:
            self.moves_on = True
        return True

    def clear(self) -> bool:
        """Take the chosen action's mark away, or the one made last if the choice has gone on since; whether there was one."""
        self._panel.save_now()
        if self._view is None:
            return False
        chosen = self._panel.action_list.chosen
        if chosen is None or chosen.outcome is None:
            last = self._last.action_id if self._last is not None else None
            recorded = (action for action in self._view.lanes if action.outcome is not None)
            chosen = next((action for action in recorded if action.action_id == last), None)
        if chosen is None or chosen.outcome is None:
            return False
        self._writer.mark(chosen, self._view.day, None)
        return True

    def why_not(self, today: date, *, said: bool) -> str:
        """Why nothing was marked."""
        return nothing_marked(self._view, today, said=said) if self._view is not None else ""

    @property
    def possible(self) -> bool:
        """Whether anything can be marked on the day on show."""
        return self._view is not None and can_be_marked(self._view)

    def to_say(self) -> frozenset[MarkKey]:
        """The day's marks to compose for: those not said yet, else the partly kept ones, else none."""
        if self._view is None:
            return frozenset()
        day, actions = self._view.day, self._view.actions
        keys = [MarkKey(action.action_id, day) for action in actions if action.unsaid]
        return frozenset(keys or [MarkKey(action.action_id, day) for action in actions if action.mention])
