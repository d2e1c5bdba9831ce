"""Words of thanks being written, and saying them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final

from trust_desktop.domain.acknowledgement import Acknowledgement, AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.domain.plan import heard_by
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.services.tray import WORTH_SAYING, Tray, UnsaidItem, read_tray
from trust_desktop.storage import acknowledgements, drafts, follow_throughs
from trust_desktop.storage.database import Transaction
from trust_desktop.wording import standing

__all__ = [
    "Tray",
    "UnsaidItem",
    "deliver",
    "discard_draft",
    "erase_words",
    "hears",
    "let_rest",
    "open_draft",
    "restore_draft",
    "restore_words",
    "said",
    "said_in_month",
    "save_draft",
    "take_back",
    "tray",
    "unrest",
]

_SAID: Final = Change.ACKNOWLEDGEMENTS | Change.DAYS


def tray(s: VaultSession) -> Tray:
    today = s.today
    with s.read() as transaction:
        return read_tray(transaction, s.plans_in(transaction), today)


def hears(s: VaultSession, keys: Collection[MarkKey]) -> str:
    """Return what the partner is called in the plan that words about these marks come from; empty without a name."""
    with s.read() as transaction:
        return heard_by(s.plans_in(transaction), {key.action_id for key in keys})


def open_draft(s: VaultSession) -> AcknowledgementDraft | None:
    with s.read() as transaction:
        return drafts.newest_acknowledgement(transaction)


def save_draft(s: VaultSession, draft: AcknowledgementDraft) -> AcknowledgementDraft:
    """Save words being written; return them with the id to save them under next time."""
    now = s.now()
    with s.write(Change.DRAFTS) as transaction:
        if draft.id is None:
            return replace(draft, id=drafts.add_acknowledgement(transaction, draft, now))
        if not drafts.change_acknowledgement(transaction, draft.id, draft, now):
            raise RuleBroken(Rule.ALREADY_DELIVERED)
    return draft


def discard_draft(s: VaultSession, draft_id: int) -> AcknowledgementDraft | None:
    """Take a draft away and return it, for `restore_draft`."""
    with s.write(Change.DRAFTS) as transaction:
        draft = drafts.acknowledgement(transaction, draft_id)
        drafts.remove_acknowledgement(transaction, draft_id)
    return draft


def restore_draft(s: VaultSession, draft: AcknowledgementDraft) -> AcknowledgementDraft:
    now = s.now()
    with s.write(Change.DRAFTS) as transaction:
        return replace(draft, id=drafts.add_acknowledgement(transaction, draft, now))


def deliver(
    s: VaultSession, draft: AcknowledgementDraft, way: Way, day: date, *, again: int = 0
) -> Acknowledgement:
    """Freeze the words with the day and the way they were said; marks changed since are covered no more.

    `again` is the id they had before `take_back`: what was done to them since can be repeated as well.
    """
    now, today = s.now(), s.today
    if not draft.text.strip() and not draft.covers:  # said aloud without writing it down is said, too
        raise RuleBroken(Rule.NOTHING_WRITTEN)
    if day > today:
        raise RuleBroken(Rule.SAID_IN_FUTURE)
    with s.write(_SAID | Change.DRAFTS) as transaction:
        if draft.id is not None:
            if drafts.acknowledgement(transaction, draft.id) is None:
                raise RuleBroken(Rule.ALREADY_DELIVERED)
            drafts.remove_acknowledgement(transaction, draft.id)
        covers = frozenset(key for key in draft.covers if _worth_saying(transaction, key))
        said = Acknowledgement(again, draft.text.strip(), covers, way, day, now)
        return replace(said, id=acknowledgements.add(transaction, said))


def _worth_saying(transaction: Transaction, key: MarkKey) -> bool:
    mark = follow_throughs.get(transaction, key)
    return mark is not None and mark.outcome in WORTH_SAYING


def take_back(
    s: VaultSession, acknowledgement_id: int, kept: frozenset[str] = frozenset()
) -> AcknowledgementDraft:
    """Undo `deliver`: the words are an open draft again, and what they covered is unsaid.

    `kept` names the remarks that were answered before they were said, which are not stored with what was said.
    """
    now = s.now()
    with s.write(_SAID | Change.DRAFTS) as transaction:
        said = _said(transaction, acknowledgement_id)
        acknowledgements.remove(transaction, said.id)
        draft = AcknowledgementDraft(None, said.text, said.covers, said.way, standing(kept, said.text))
        return replace(draft, id=drafts.add_acknowledgement(transaction, draft, now))


def let_rest(s: VaultSession, keys: frozenset[MarkKey]) -> frozenset[MarkKey]:
    """Put marks away unsaid; return those that were not away before, for `unrest`."""
    now = s.now()
    with s.write(_SAID) as transaction:
        return follow_throughs.rest(transaction, keys, now)


def unrest(s: VaultSession, keys: frozenset[MarkKey]) -> None:
    with s.write(_SAID) as transaction:
        follow_throughs.unrest(transaction, keys)


def said(s: VaultSession, limit: int = 50, before: int | None = None) -> tuple[Acknowledgement, ...]:
    """Return said words, the last entered first; `before` is the id to go on from."""
    with s.read() as transaction:
        return acknowledgements.newest(transaction, limit, before)


def said_in_month(s: VaultSession) -> int:
    """Return how often something was said in the month of today."""
    today = s.today
    with s.read() as transaction:
        return acknowledgements.count_between(transaction, today.replace(day=1), today)


def erase_words(s: VaultSession, acknowledgement_id: int) -> Acknowledgement:
    """Take one's own words out; that something was said, when, how and of what stays. Returns what stood there."""
    with s.write(Change.ACKNOWLEDGEMENTS) as transaction:
        before = _said(transaction, acknowledgement_id)
        acknowledgements.set_words(transaction, before.id, "", erased=True)
    return before


def restore_words(s: VaultSession, before: Acknowledgement) -> None:
    with s.write(Change.ACKNOWLEDGEMENTS) as transaction:
        acknowledgements.set_words(transaction, before.id, before.text, erased=before.erased)


def _said(transaction: Transaction, acknowledgement_id: int) -> Acknowledgement:
    found = acknowledgements.get(transaction, acknowledgement_id)
    if found is None:
        raise RuleBroken(Rule.NOTHING_WRITTEN)
    return found
