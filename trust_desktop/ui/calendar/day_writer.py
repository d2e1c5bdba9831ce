"""Writes what a person records in the calendar, each change with its way back on the undo stack."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services import following_through
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.ui.calendar.commands import FillCommand, MarkCommand, Marking, NoteCommand, ReasonCommand
from trust_desktop.ui.open_vault import OpenVault


class DayWriter:
    """Every method commits before it returns; a problem is raised and leaves nothing to undo."""

    def __init__(self, vault: OpenVault) -> None:
        self.vault = vault
        self.writing: date | None = None
        """The one day that a change under way is about; None where there may be several."""

    def mark(self, action: ActionOnDay, day: date, outcome: Outcome | None) -> None:
        """Record an outcome, or clear the mark with none; words already written as its reason stay with it."""
        if outcome is action.outcome:
            return
        marking = Marking(action.action_id, action.title, day, outcome, action.reason if outcome else "")
        with self._about(day):
            self.vault.undo_stack.push(MarkCommand(self.vault.session, marking))

    def note(self, day: date, text: str, typing: int) -> None:
        with self._about(day):
            self.vault.undo_stack.push(NoteCommand(self.vault.session, day, text, typing))

    def reason(self, key: MarkKey, text: str, typing: int) -> None:
        """Add words to a mark; where the mark has gone meanwhile there is nothing to add them to."""
        session = self.vault.session
        actions = following_through.day(session, key.day).lanes
        action = next((action for action in actions if action.action_id == key.action_id), None)
        if action is None or action.outcome is None:
            return
        marking = Marking(action.action_id, action.title, key.day, action.outcome, text)
        with self._about(key.day):
            self.vault.undo_stack.push(ReasonCommand(session, marking, typing))

    def fill(self, keys: Sequence[MarkKey]) -> None:
        """Mark all of them kept, as one step."""
        if keys:
            self.vault.undo_stack.push(FillCommand(self.vault.session, keys))

    @contextmanager
    def _about(self, day: date) -> Iterator[None]:
        self.writing = day
        try:
            yield
        finally:
            self.writing = None
