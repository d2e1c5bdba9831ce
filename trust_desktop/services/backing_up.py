"""Backups of an open vault: where they go, when one is due, and one made, read back and counted.

`back_up`, `finish` and `make_slot` are slow and read only; what came of them is kept by `note_made`, `note_problem` and
`keep_slot`, in the window's own thread.
"""

import threading
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from trust_desktop.domain.backup import HIGHEST, BackupName, BackupState, kept
from trust_desktop.domain.errors import (
    BackupPlaceMissing,
    BackupUnreadable,
    Cancelled,
    HeaderDamaged,
    KeyringTimeout,
    Rule,
    RuleBroken,
    TrustError,
    VaultDamaged,
    VaultProblem,
)
from trust_desktop.security import cost as costs
from trust_desktop.security import envelope, kdf, passphrase
from trust_desktop.security import header as headers
from trust_desktop.security.cost import Cost
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.security.wipe import wiping
from trust_desktop.services import vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import backup_states, backups, reading_copies
from trust_desktop.storage.backups import BackupFolder, Check
from trust_desktop.storage.vault_folder import VaultFolder

_ENDING_SECONDS = 0.2
"""For a copy that is no longer wanted to stop by itself."""

_ONE_AT_A_TIME = threading.Lock()
"""Both would be made in the same files: one that was cancelled still takes its own away."""


@dataclass(frozen=True, slots=True)
class PortableSlot:
    """What opens a backup with its own passphrase, and shows to which key it belongs."""

    data: bytes = field(repr=False)
    mark: bytes = field(repr=False)


def state(s: VaultSession) -> BackupState:
    """What is remembered; a vault that was restored has no backups of its own yet, though it remembers the folder."""
    with s.read() as transaction:
        now = backup_states.load(transaction)
    if s.info is None or now.last is None or now.last.vault == s.info.folder:
        return now
    return replace(now, last=None, owed=True)


def can_be_made(s: VaultSession) -> bool:
    """Whether this is a vault at all, and not an example of which nothing is kept."""
    return s.info is not None


def choose(s: VaultSession, folder: Path) -> BackupState:
    """Let backups go to a folder that is there; those of this vault that lie in it already count.

    Raises BackupPlaceMissing. What lies in an earlier folder stays there.
    """
    found = [one.name for one in _ours(_vault_name(s), folder)]
    newest = max((name for name in found if name is not None), default=None)
    return _save(
        s, replace(state(s), folder=str(folder), last=newest, owed=True, problem="", problem_day=None)
    )


def stop(s: VaultSession) -> BackupState:
    """Make no more; those made stay where they are."""
    return _save(s, replace(state(s), folder="", last=None, owed=True, problem="", problem_day=None))


def due(s: VaultSession) -> bool:
    """Whether one should be made now: after a change, and once on each day."""
    now = state(s)
    return bool(now.folder) and (now.owed or now.last is None or now.last.made.date() != _local(s).date())


def note_change(s: VaultSession) -> None:
    """Remember that something is not in a backup yet, so that it is made up for after a crash as well."""
    now = state(s)
    if now.folder and not now.owed:
        _save(s, replace(now, owed=True))


def note_made(s: VaultSession, made: BackupName) -> BackupState:
    return _save(s, replace(state(s), last=made, owed=False, problem="", problem_day=None))


def note_problem(s: VaultSession, problem: TrustError) -> BackupState:
    """Remember why there is none; the day only when it is a new problem, since it is said once."""
    now, kind = state(s), type(problem).__name__
    return now if now.problem == kind else _save(s, replace(now, problem=kind, problem_day=s.today))


def note_said(s: VaultSession) -> BackupState:
    """The person has read it."""
    return _save(s, replace(state(s), problem_day=None))


def to_be_said(s: VaultSession) -> str:
    """Name of the kind of problem that is to be said today; empty when there is none, or it was said."""
    now = state(s)
    return now.problem if now.problem_day == s.today else ""


def make_slot(s: VaultSession, places: Places, typed: str, cost: Cost | None = None) -> PortableSlot:
    """For the worker: take a passphrase for the backups made from now on. Raises RuleBroken(PASSPHRASE_WEAK)."""
    if not passphrase.strength(typed).enough:
        raise RuleBroken(Rule.PASSPHRASE_WEAK)
    phrase, key = passphrase.canonical(typed), s.copy_key()
    with wiping(phrase, key):
        header = _header_of(s, VaultFolder(places.data / _vault_name(s)), key)
        slot = envelope.wrap_portable(key, header, Secrets(passphrase=phrase), cost or _portable_cost())
        return PortableSlot(headers.packed_slot(slot), envelope.mark_of(key))


def keep_slot(s: VaultSession, slot: PortableSlot) -> BackupState:
    """Put it into every backup made from now on; the next one is due."""
    return _save(s, replace(state(s), slot=slot.data, slot_mark=slot.mark, owed=True))


def has_passphrase(s: VaultSession) -> bool:
    """Whether the next backup opens with a passphrase of its own: not any more after the vault's key was replaced."""
    now = state(s)
    try:
        key = s.copy_key()
    except Cancelled:
        return False
    with wiping(key):
        return bool(now.slot) and now.slot_mark == envelope.mark_of(key)


def found(s: VaultSession) -> tuple[BackupFolder, ...]:
    """The backups of this vault in its folder, the newest first. Raises BackupPlaceMissing."""
    folder = state(s).folder
    return tuple(reversed(_ours(_vault_name(s), Path(folder)))) if folder else ()


def back_up(s: VaultSession, places: Places, asking: Asking) -> BackupName:
    """For the worker: make one, read it back where it lies, then let older ones go that are no longer kept.

    Raises BackupPlaceMissing, DiskFull, ReadOnlyFolder, BackupUnreadable (the drive gave back something else),
    VaultDamaged (the vault itself cannot be read), Cancelled; then all is as before. Waits for one under way.
    """
    with _ONE_AT_A_TIME:
        asking.stop_if_cancelled()
        return _back_up(s, places, asking)


def finish(s: VaultSession, places: Places, seconds: float) -> BackupName | None:
    """Make the one of this session before the vault is closed; None if there is no time for it, and it stays owed."""
    asking = Asking()
    call = KeyringCall(lambda: back_up(s, places, asking))
    try:
        return call.wait(seconds)
    except KeyringTimeout:
        asking.cancel()
    try:
        return call.wait(_ENDING_SECONDS)
    except KeyringTimeout:
        call.cancel()
    except Cancelled:
        pass
    return None


def _back_up(s: VaultSession, places: Places, asking: Asking) -> BackupName:
    now = state(s)
    target, name = Path(now.folder), _vault_name(s)
    before = _ours(name, target)
    if not now.folder or (now.last is not None and not before):
        # An empty folder where backups were is the place a drive was at, not the drive.
        raise BackupPlaceMissing(detail="empty")
    folder, key = VaultFolder(places.data / name), s.copy_key()
    made = BackupName(_next_number(now, before), name, _local(s))
    with wiping(key):
        try:
            _make(s, folder, key, target, made, asking)
        finally:
            folder.drop_copy()
    _let_go(target, folder)
    return made


def _make(
    s: VaultSession, folder: VaultFolder, key: bytearray, target: Path, made: BackupName, asking: Asking
) -> None:
    folder.drop_copy()
    rows = s.copy_to(folder.copy)
    asking.stop_if_cancelled()
    salt = reading_copies.salt_of(folder.copy)
    header = _with_portable(replace(_header_of(s, folder, key), database_salt=salt), state(s), key)

    def check(path: Path) -> None:
        reading_copies.check(path, key, vault_id=header.vault_id, salt=salt, rows=rows)

    try:
        backups.keep(
            target, made, headers.encode(header), folder.copy, check=check, stop=asking.stop_if_cancelled
        )
    except BackupUnreadable:
        _look_nearer(folder.copy, check)
        raise


def _look_nearer(copy: Path, check: Check) -> None:
    """Tell a drive that gives back something else from a vault that cannot be read itself."""
    try:
        check(copy)
    except BackupUnreadable as problem:
        raise VaultDamaged(detail=problem.detail) from None


def _header_of(s: VaultSession, folder: VaultFolder, key: bytearray) -> Header:
    """The vault's own header, as who had the key wrote it: not what others may have put there since."""
    for header in vault_listing.headers_for(folder, s.file_salt()):
        if envelope.is_genuine(header, key):
            return header
    raise HeaderDamaged


def _with_portable(header: Header, now: BackupState, key: bytearray) -> Header:
    if now.slot and now.slot_mark == envelope.mark_of(key):
        header = replace(header, slots=(*header.slots, headers.parse_slot(now.slot)))
    return envelope.seal(header, key)


def _portable_cost() -> Cost:
    measured = kdf.calibrate(costs.PORTABLE)
    return Cost(measured.memory, costs.PORTABLE.passes, measured.lanes)


def _next_number(now: BackupState, before: tuple[BackupFolder, ...]) -> int:
    names = [now.last, *(one.name for one in before)]
    following = 1 + max((name.number for name in names if name is not None), default=0)
    return min(following, HIGHEST)  # beyond it no name could be read; then the time says which is newer


def _ours(vault: str, folder: Path) -> tuple[BackupFolder, ...]:
    """Those in it that bear the name of this vault, the oldest first."""
    found = (one for one in backups.in_folder(folder) if one.path != folder)
    return tuple(one for one in found if one.name is not None and one.name.vault == vault)


def _let_go(target: Path, folder: VaultFolder) -> None:
    """Remove what is no longer kept: by name and by the vault's id, and only now that the new one counts."""
    try:
        vault_id = vault_listing.read_headers(folder)[0].vault_id
        ours = {one.name: one for one in _ours(folder.name, target) if _belongs_to(one, vault_id)}
    except VaultProblem:
        return
    names = [name for name in ours if name is not None]
    for name in set(names) - kept(names):
        backups.remove(ours[name])


def _belongs_to(backup: BackupFolder, vault_id: bytes) -> bool:
    try:
        return headers.parse(backup.header()).vault_id == vault_id
    except VaultProblem:
        return False


def _vault_name(s: VaultSession) -> str:
    if s.info is None:
        raise Cancelled
    return s.info.folder


def _local(s: VaultSession) -> datetime:
    return s.now().replace(tzinfo=None, microsecond=0)


def _save(s: VaultSession, now: BackupState) -> BackupState:
    with s.write(Change.BACKUPS) as transaction:
        backup_states.save(transaction, now)
    return now
