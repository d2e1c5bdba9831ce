"""When a vault was opened, how, and what was tried in vain before: kept inside it, unless the person wants none of it."""

from dataclasses import dataclass
from typing import Final

from trust_desktop.domain.unlock import OpenedBy, Unlock
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import unlocks
from trust_desktop.storage.tries_file import Tries

MOST_KEPT: Final = 500


def note(s: VaultSession, by: OpenedBy, found: Tries | None, now_there: Tries | None) -> None:
    """Write down this opening. `found` is the file of tries as it was, `now_there` as it was left for the next time.

    A vault just set up from a backup counts in a file of its own: what the copy had counted says nothing about that one.
    """
    with s.read() as transaction:
        if not unlocks.wanted(transaction):
            return
        in_vain, gone = _since(None if by is OpenedBy.SETUP else unlocks.counted(transaction), found)
    last_in_vain_at = found.last_at if found is not None and in_vain else None
    with s.write(Change.SETTINGS) as transaction:
        unlock = Unlock(s.now(), by, in_vain, last_in_vain_at, gone)
        s.opening = unlocks.add(transaction, unlock)
        unlocks.drop_older(transaction, MOST_KEPT)
        if now_there is None:
            unlocks.forget_counted(transaction)
        else:
            unlocks.keep_counted(transaction, now_there.mark, now_there.total)


def _since(counted: tuple[str, int] | None, found: Tries | None) -> tuple[int, bool]:
    """How many failed since the opening before, and whether the file that counts them is not the one it was."""
    if counted is None:  # nothing to compare with: the first opening, or this was switched off
        return 0, False
    if found is None:
        return 0, True
    mark, total = counted
    if found.mark != mark or found.total < total:
        return found.total, True
    return found.total - total, False


def this_and_the_one_before(s: VaultSession) -> tuple[Unlock | None, Unlock | None]:
    """This opening if it was written down and is to be shown, and the one before it."""
    if s.opening is None:
        return None, None
    with s.read() as transaction:
        wanted = unlocks.wanted(transaction)
        found = unlocks.newest(transaction, 2, up_to=s.opening) if wanted else ()
    return found[0] if found else None, found[1] if len(found) > 1 else None


def newest(s: VaultSession, most: int = MOST_KEPT) -> tuple[Unlock, ...]:
    with s.read() as transaction:
        return unlocks.newest(transaction, most)


def switch(s: VaultSession, *, on: bool) -> None:
    """Off: from now on nothing is written down and nothing shown; what is there stays until it is erased."""
    with s.write(Change.SETTINGS) as transaction:
        unlocks.keep_wanted(transaction, yes=on)
        unlocks.forget_counted(transaction)


def is_on(s: VaultSession) -> bool:
    with s.read() as transaction:
        return unlocks.wanted(transaction)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was taken away, for as long as it can be taken back."""

    unlocks: tuple[Unlock, ...]
    with_this_one: bool


def erase(s: VaultSession) -> Erased:
    """Take the whole list away; tries in vain are counted on from here."""
    with s.write(Change.SETTINGS) as transaction:
        erased = Erased(unlocks.newest(transaction, MOST_KEPT), s.opening is not None)
        unlocks.erase(transaction)
    s.opening = None
    return erased


def put_back(s: VaultSession, erased: Erased) -> None:
    with s.write(Change.SETTINGS) as transaction:
        for unlock in reversed(erased.unlocks):
            last = unlocks.add(transaction, unlock)
            s.opening = last if erased.with_this_one else None
