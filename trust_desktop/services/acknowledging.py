"""What was noticed but not said, the words being written, and saying them."""

from dataclasses import dataclass
from datetime import date

from trust_desktop.domain.acknowledgement import Acknowledgement, AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class UnsaidItem:
    """A mark not said yet, in the words of its day; `age` in days, 0 is today."""

    key: MarkKey
    slot: int
    title: str
    text: str
    outcome: Outcome
    age: int


@dataclass(frozen=True, slots=True)
class Tray:
    """Only `unsaid` counts; each is grouped by action (slot), newest first within."""

    unsaid: tuple[UnsaidItem, ...]
    could_mention: tuple[UnsaidItem, ...]
    earlier: tuple[UnsaidItem, ...]

    @property
    def count(self) -> int:
        return len(self.unsaid)


def tray(s: VaultSession) -> Tray:
    raise NotImplementedError


def open_draft(s: VaultSession) -> AcknowledgementDraft | None:
    raise NotImplementedError


def save_draft(s: VaultSession, draft: AcknowledgementDraft) -> AcknowledgementDraft:
    raise NotImplementedError


def discard_draft(s: VaultSession, draft_id: int) -> AcknowledgementDraft | None:
    raise NotImplementedError


def restore_draft(s: VaultSession, draft: AcknowledgementDraft) -> AcknowledgementDraft:
    raise NotImplementedError


def deliver(s: VaultSession, draft: AcknowledgementDraft, way: Way, day: date) -> Acknowledgement:
    raise NotImplementedError


def take_back(s: VaultSession, acknowledgement_id: int) -> AcknowledgementDraft:
    raise NotImplementedError


def let_rest(s: VaultSession, keys: frozenset[MarkKey]) -> frozenset[MarkKey]:
    raise NotImplementedError


def unrest(s: VaultSession, keys: frozenset[MarkKey]) -> None:
    raise NotImplementedError


def said(s: VaultSession, limit: int = 50, before: int | None = None) -> tuple[Acknowledgement, ...]:
    raise NotImplementedError


def said_in_month(s: VaultSession) -> int:
    raise NotImplementedError


def erase_words(s: VaultSession, acknowledgement_id: int) -> Acknowledgement:
    raise NotImplementedError


def restore_words(s: VaultSession, before: Acknowledgement) -> None:
    raise NotImplementedError
