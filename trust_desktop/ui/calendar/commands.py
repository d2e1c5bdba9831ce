"""What can be undone in the calendar: a mark, a note, several days at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome
from trust_desktop.override import override
from trust_desktop.services import following_through
from trust_desktop.services.following_through import Before
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.done import Step
from trust_desktop.ui.common.mark_words import outcome_word

_NOTE_ID: Final = 7001
_REASON_ID: Final = 7002


@dataclass(frozen=True, slots=True)
class Marking:
    """What to record; no outcome clears the mark. `title` is the action's, for the words of the undo bar."""

    action_id: int
    title: str
    day: date
    outcome: Outcome | None
    reason: str = ""


class MarkCommand(Step):
    """One action on one day marked, corrected or cleared."""

    def __init__(self, session: VaultSession, marking: Marking) -> None:
        super().__init__(_mark_words(marking))
        self._session, self.marking, self.day = session, marking, marking.day
        self._before: FollowThrough | None = None
        self._again()

    @override
    def _back(self) -> None:
        marking = self.marking
        following_through.put_back(self._session, marking.action_id, marking.day, self._before)

    @override
    def _again(self) -> None:
        session, marking = self._session, self.marking
        if marking.outcome is None:
            self._before = following_through.clear(session, marking.action_id, marking.day)
            return
        self._before = following_through.mark(
            session, marking.action_id, marking.day, marking.outcome, marking.reason
        )


class ReasonCommand(MarkCommand):
    """The words beside a mark; what is typed in one go is one step, `typing` numbers the goes."""

    def __init__(self, session: VaultSession, marking: Marking, typing: int) -> None:
        super().__init__(session, marking)
        pattern = QCoreApplication.translate("CalendarCommands", "{title}: reason written.")
        self.setText(pattern.format(title=marking.title))
        self.typing = typing

    @override
    def id(self) -> int:
        return _REASON_ID

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ReasonCommand) or other.typing != self.typing:
            return False
        self.marking = other.marking
        return True


class NoteCommand(Step):
    """A day's note; what is typed in one go is one step, `typing` numbers the goes."""

    def __init__(self, session: VaultSession, day: date, text: str, typing: int) -> None:
        super().__init__()  # without words: a bar that comes up while one is still writing disturbs
        self._session, self._day, self.text_after, self.typing = session, day, text, typing
        self.day = day
        self._before = ""
        self._again()

    @override
    def id(self) -> int:
        return _NOTE_ID

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, NoteCommand) or other.typing != self.typing:
            return False
        self.text_after = other.text_after
        return True

    @override
    def _back(self) -> None:
        following_through.set_note(self._session, self._day, self._before)

    @override
    def _again(self) -> None:
        self._before = following_through.set_note(self._session, self._day, self.text_after)


class FillCommand(Step):
    """Several days marked kept at once, undone at once."""

    def __init__(self, session: VaultSession, keys: Sequence[MarkKey]) -> None:
        super().__init__(QCoreApplication.translate("CalendarCommands", "%Ln marked kept.", "", len(keys)))
        self._session = session
        self._marks = [(key.action_id, key.day, Outcome.KEPT) for key in keys]
        self.day = max((key.day for key in keys), default=None)
        self._before = Before(())
        self._again()

    @override
    def _back(self) -> None:
        following_through.put_back_all(self._session, self._before)

    @override
    def _again(self) -> None:
        self._before = following_through.mark_days(self._session, self._marks)


def _mark_words(marking: Marking) -> str:
    if marking.outcome is None:
        pattern = QCoreApplication.translate("CalendarCommands", "{title}: mark cleared.")
        return pattern.format(title=marking.title)
    pattern = QCoreApplication.translate("CalendarCommands", "{title}: {outcome}.")
    return pattern.format(title=marking.title, outcome=outcome_word(marking.outcome))
