"""What can be undone while a plan is written: a commitment taken away, an example put in, a message drafted anew."""

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Protocol, Self

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.override import override
from trust_desktop.services import planning, writing
from trust_desktop.ui.common.done import Step
from trust_desktop.ui.common.draft_keeper import AGAIN
from trust_desktop.ui.open_vault import OpenVault

Change = Callable[[PlanDraft], None]


class Edit(Protocol):
    """Changes a plan in the making and can put it back."""

    def again(self, draft: PlanDraft) -> None:
        """Do it, the first time and after Undo."""

    def back(self, draft: PlanDraft) -> None:
        """Undo it."""


@dataclass
class TakeAway:
    """A commitment goes; undone it stands in its place again, even where others came meanwhile."""

    place: int
    commitment: ActionDraft

    def again(self, draft: PlanDraft) -> None:
        draft.commitments.remove(self.commitment)

    def back(self, draft: PlanDraft) -> None:
        draft.commitments.insert(self.place, self.commitment)


@dataclass
class Exchange:
    """Something else is asked in the place of an action. What was made of it waits for Redo when it is undone.

    The days and the private reason are no part of it: they stay as they are.
    """

    slot: int
    after: ActionDraft
    before: ActionDraft = field(default_factory=ActionDraft)

    def again(self, draft: PlanDraft) -> None:
        self.before = self._put_in(draft, self.after)

    def back(self, draft: PlanDraft) -> None:
        self.after = self._put_in(draft, self.before)

    def _put_in(self, draft: PlanDraft, asked: ActionDraft) -> ActionDraft:
        stood = draft.actions[self.slot - 1]
        draft.actions[self.slot - 1] = replace(
            asked, first_day=stood.first_day, review_day=stood.review_day, why=stood.why
        )
        return stood


@dataclass
class DraftAnew:
    """A message drafted from the plan stands where other words stood."""

    after: str
    before: str = ""
    drafted_before: str = ""

    def again(self, draft: PlanDraft) -> None:
        self.before, self.drafted_before = draft.message, draft.drafted
        draft.message = draft.drafted = self.after

    def back(self, draft: PlanDraft) -> None:
        """What the person wrote since stays below it."""
        since = "" if draft.message.strip() == self.after.strip() else draft.message
        draft.message, draft.drafted = writing.joined(self.before, since), self.drafted_before


class Holder(Protocol):
    """Whoever has the plan in the making in hand."""

    def change_draft(self, change: Change) -> None:
        """Let a change be made, and show and keep what it made."""


class DraftDesk(QObject):
    """Where the plan in the making lies: with the wizard that is open, else in the vault."""

    def __init__(self, vault: OpenVault) -> None:
        super().__init__(vault)
        self._session = vault.session
        self._holder: Holder | None = None
        self._unsaved: PlanDraft | None = None
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self._save)

    @classmethod
    def of(cls, vault: OpenVault) -> Self:
        """Return the one desk of a vault."""
        found = vault.findChild(cls)
        return found if found is not None else cls(vault)

    def hold(self, draft: PlanDraft | None) -> None:
        """Whoever had it in hand may go, and its last words could not be kept: they lie here until they can be."""
        self._unsaved = draft
        self._again.stop() if draft is None else self._again.start()

    def held(self) -> PlanDraft | None:
        """Return what lies here and is not in the vault yet; who asks has it in hand from now on."""
        held = self._unsaved
        self.hold(None)
        return held

    def take(self, holder: Holder) -> None:
        self._holder = holder

    def apply(self, change: Change) -> bool:
        """Make a change; whether there was a plan in the making to change."""
        if self._holder is not None and isValid(self._holder):
            self._holder.change_draft(change)
            return True
        draft = deepcopy(self._unsaved) if self._unsaved else planning.load_draft(self._session)
        if draft is None or planning.live_plan(self._session) is not None:
            return False
        change(draft)
        planning.save_draft(self._session, draft)
        self.hold(None)
        return True

    def _save(self) -> None:
        if self._session.closed or self._unsaved is None or planning.live_plan(self._session) is not None:
            self.hold(None)
            return
        with suppress(VaultProblem):
            planning.save_draft(self._session, self._unsaved)
            self.hold(None)


class DraftStep(Step):
    """`text` is the sentence of the undo bar; it is done for the first time when it is pushed.

    Where the draft became a plan, the step leaves the stack without a word; where it cannot be written, it stays.
    """

    def __init__(self, text: str, edit: Edit, desk: DraftDesk) -> None:
        super().__init__(text)
        self._stands = False
        self._edit, self._desk = edit, desk

    @override
    def _again(self) -> None:
        self._apply(self._edit.again)

    @override
    def _back(self) -> None:
        self._apply(self._edit.back)

    def _apply(self, change: Change) -> None:
        try:
            done = self._desk.apply(change)
        except ValueError:  # a commitment that was to go once more may have other words by now
            done = False
        if not done:
            self.setObsolete(True)
