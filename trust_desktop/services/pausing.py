"""Pauses and urges: private words that no sheet, find or together view reads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Final, TypeAlias

from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.pause import LEAST, MOST, STRENGTHS, Pause, Urge, later_return, return_time
from trust_desktop.services.session import Change, VaultSession, on_the_clock
from trust_desktop.storage import pauses
from trust_desktop.storage.database import Transaction

PAGE: Final = 20


class PauseText(Enum):
    """The person's own words of a pause, each of which may be taken out."""

    LEAVING = "leaving"
    INSTEAD = "instead"
    OPENER = "opener"


Entry: TypeAlias = Pause | Urge


@dataclass(frozen=True, slots=True)
class Journal:
    """Pauses and urges without a pause, newest first; `more` says that there are earlier ones."""

    entries: tuple[Entry, ...]
    more: bool


def running(s: VaultSession) -> Pause | None:
    with s.read() as transaction:
        return pauses.running(transaction)


def would_return(s: VaultSession, length: timedelta) -> datetime:
    """Return when a pause would end that began now."""
    return on_the_clock(s, return_time(s.now(), length))


def start(s: VaultSession, length: timedelta, leaving: str) -> Pause:
    """Begin a pause; the words are those the person left with."""
    if not LEAST <= length <= MOST:
        raise RuleBroken(Rule.OUT_OF_SPAN)
    now = s.now()
    with s.write(Change.PAUSES) as transaction:
        if pauses.running(transaction) is not None:
            raise RuleBroken(Rule.ANOTHER_PAUSE)
        id_ = pauses.add(transaction, now, return_time(now, length), leaving.strip())
        return _pause(transaction, id_)


def take_back(s: VaultSession, pause_id: int) -> Pause:
    """Undo `start`: it was no pause. Returns what there was of it."""
    with s.write(Change.PAUSES) as transaction:
        pause = _pause(transaction, pause_id)
        pauses.remove(transaction, pause_id)
    return pause


def start_again(s: VaultSession, pause: Pause) -> None:
    """Undo `take_back`."""
    with s.write(Change.PAUSES) as transaction:
        if pauses.running(transaction) is not None:
            raise RuleBroken(Rule.ANOTHER_PAUSE)
        pauses.restore(transaction, pause)


def would_return_after(s: VaultSession, pause: Pause, more: timedelta) -> datetime | None:
    """Return when a pause would end that was asked to be longer; None where a whole day is spent."""
    later = later_return(pause, s.now(), more)
    return None if later is None else on_the_clock(s, later)


def ask_for_more(s: VaultSession, pause_id: int, more: timedelta, words: str) -> Pause:
    """Move the return time; the words it was asked with stand below those the person left with.

    Returns the pause as it was before.
    """
    now = s.now()
    with s.write(Change.PAUSES) as transaction:
        before = _pause(transaction, pause_id)
        later = later_return(before, now, more)
        if later is None or before.ended_at is not None:
            raise RuleBroken(Rule.OUT_OF_SPAN)
        leaving = "\n".join(each for each in (before.leaving, words.strip()) if each)
        pauses.put(transaction, replace(before, returns_at=later, leaving=leaving))
    return before


def write(s: VaultSession, pause_id: int, which: PauseText, text: str) -> None:
    """Keep words of a pause as they are typed."""
    with s.write(Change.PAUSES) as transaction:
        pauses.put(transaction, _with(_pause(transaction, pause_id), which, text))


def end(s: VaultSession, pause_id: int, opener: str) -> Pause:
    """Be back; return the pause as it was before. A clock that was set back ends nothing before it began."""
    now = s.now()
    with s.write(Change.PAUSES) as transaction:
        before = _pause(transaction, pause_id)
        ended = max(now, before.last_known)
        pauses.put(transaction, replace(before, ended_at=ended, opener=opener.strip()))
    return before


def put_back_return(s: VaultSession, there: Pause) -> None:
    """Undo `ask_for_more`, or repeat it: the return time and the words of leaving; what was typed meanwhile stays."""
    with s.write(Change.PAUSES) as transaction:
        now = _pause(transaction, there.id)
        pauses.put(transaction, replace(now, returns_at=there.returns_at, leaving=there.leaving))


def go_on(s: VaultSession, before: Pause) -> None:
    """Undo `end`; what was typed beside it last stays."""
    with s.write(Change.PAUSES) as transaction:
        now = _pause(transaction, before.id)
        pauses.put(transaction, replace(now, ended_at=before.ended_at, opener=before.opener))


def erase_words(s: VaultSession, pause_id: int, which: PauseText) -> Pause:
    """Take words out of a pause; return it as it was before."""
    with s.write(Change.PAUSES) as transaction:
        before = _pause(transaction, pause_id)
        pauses.put(transaction, _with(before, which, ""))
    return before


def put_back_words(s: VaultSession, before: Pause, which: PauseText) -> None:
    """Undo `erase_words`; where others were typed in their place, those stay."""
    with s.write(Change.PAUSES) as transaction:
        now = _pause(transaction, before.id)
        if not _words(now, which).strip():
            pauses.put(transaction, _with(now, which, _words(before, which)))


# --- urges


def feel(s: VaultSession, pause_id: int, strength: int) -> tuple[Urge | None, Urge]:
    """Write down how strong the urge is in a pause; return what it stands in the place of, and it."""
    _check(strength)
    now = s.now()
    with s.write(Change.PAUSES) as transaction:
        pause = _pause(transaction, pause_id)
        felt_at = max(now, pause.last_known)
        before = pause.corrects(now)
        if before is not None:
            pauses.put_urge(transaction, replace(before, strength=strength))
            return before, replace(before, strength=strength)
        urge = Urge(0, pause_id, felt_at, strength, "")
        return None, replace(urge, id=pauses.add_urge(transaction, urge))


def note_urge(s: VaultSession, strength: int, words: str) -> Urge:
    """Write down an urge without a pause, with what was done instead."""
    _check(strength)
    urge = Urge(0, None, s.now(), strength, words.strip())
    with s.write(Change.PAUSES) as transaction:
        return replace(urge, id=pauses.add_urge(transaction, urge))


def restore_urge(s: VaultSession, urge: Urge) -> None:
    """Undo `remove_urge`."""
    with s.write(Change.PAUSES) as transaction:
        pauses.restore_urge(transaction, urge)


def remove_urge(s: VaultSession, urge_id: int) -> None:
    with s.write(Change.PAUSES) as transaction:
        pauses.remove_urge(transaction, urge_id)


def put_back_urge(s: VaultSession, before: Urge) -> None:
    """Undo a correction, or words taken out."""
    with s.write(Change.PAUSES) as transaction:
        pauses.put_urge(transaction, before)


def erase_urge_words(s: VaultSession, urge_id: int) -> Urge:
    """Take the words of an urge out; return it as it was before."""
    with s.write(Change.PAUSES) as transaction:
        before = pauses.get_urge(transaction, urge_id)
        if before is None:
            raise RuleBroken(Rule.NOTHING_WRITTEN)
        pauses.put_urge(transaction, replace(before, words=""))
    return before


# --- looking through them


def journal(s: VaultSession, find: str = "", limit: int = PAGE) -> Journal:
    """Return the newest pauses and urges, all of them or those in whose words something stands."""
    wanted = find.casefold().split()
    most = None if wanted else limit + 1
    with s.read() as transaction:
        entries: list[Entry] = [*pauses.newest(transaction, most), *pauses.lone_urges(transaction, most)]
    found = [entry for entry in entries if _holds(entry, wanted)]
    found.sort(key=lambda entry: (_began(entry), entry.id), reverse=True)
    return Journal(tuple(found[:limit]), more=len(found) > limit)


def _holds(entry: Entry, wanted: Iterable[str]) -> bool:
    texts = (entry.words,) if isinstance(entry, Urge) else (entry.leaving, entry.instead, entry.opener)
    words = "\n".join(texts).casefold()
    return all(each in words for each in wanted)


def _began(entry: Entry) -> datetime:
    return entry.felt_at if isinstance(entry, Urge) else entry.started_at


def _with(pause: Pause, which: PauseText, text: str) -> Pause:
    if which is PauseText.LEAVING:
        return replace(pause, leaving=text)
    return replace(pause, instead=text) if which is PauseText.INSTEAD else replace(pause, opener=text)


def _words(pause: Pause, which: PauseText) -> str:
    if which is PauseText.LEAVING:
        return pause.leaving
    return pause.instead if which is PauseText.INSTEAD else pause.opener


def _check(strength: int) -> None:
    if strength not in STRENGTHS:
        raise RuleBroken(Rule.OUT_OF_SPAN)


def _pause(transaction: Transaction, pause_id: int) -> Pause:
    found = pauses.get(transaction, pause_id)
    if found is None:
        raise RuleBroken(Rule.NOTHING_WRITTEN)
    return found
