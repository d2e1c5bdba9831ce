"""From a vault's folder and its secrets to an open session; on any problem nothing on disk has changed."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace

from trust_desktop.domain.errors import (
    BackendChanged,
    HeaderDamaged,
    SecretMissing,
    VaultProblem,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.vault import VaultInfo, VaultState
from trust_desktop.security import envelope, passphrase
from trust_desktop.security import header as headers
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, Slot, SlotType
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.wipe import wipe, wiping
from trust_desktop.services import device_secret, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import VaultSession, local_now
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import safe_files, vault_folder
from trust_desktop.storage.database import Database
from trust_desktop.storage.vault_folder import VaultFolder
from trust_desktop.storage.vault_lock import VaultLock

DAILY = (SlotType.DEVICE_AND_PASSPHRASE, SlotType.DEVICE, SlotType.PASSPHRASE)
RECOVERY = (SlotType.RECOVERY, SlotType.RECOVERY_AND_PASSPHRASE)

_OF_THE_COPY = (BackendChanged, HeaderDamaged, SecretMissing, WrongPassphrase, WrongRecoveryCode)

SecretsFor = Callable[[VaultFolder, Header, Slot], Secrets]


@dataclass(slots=True)
class OpenedHeader:
    """A header proved genuine, with the key it gave and the lock under which it was read."""

    number: int
    """As it was asked for; the header's own is another vault's where a header was copied."""
    folder: VaultFolder
    header: Header
    key: bytearray
    lock: VaultLock

    @property
    def info(self) -> VaultInfo:
        return replace(vault_listing.info_of(self.header, self.folder), number=self.number)

    def rewrite(self, header: Header) -> None:
        """Put `header` on disk as the next generation."""
        newer = replace(header, generation=self.header.generation + 1)
        self.header = envelope.seal(newer, self.key)
        self.folder.write_header(headers.encode(self.header))

    def close(self) -> None:
        wipe(self.key)
        self.lock.release()


def unlock(places: Places, store: KeyStore, number: int, typed: str | None, asking: Asking) -> VaultSession:
    opened = open_daily(places, store, number, typed, asking, VaultState.READY)
    session = open_session(places, opened)
    _clear_strays(store, opened)
    wipe(opened.key)
    return session


def open_daily(
    places: Places,
    store: KeyStore,
    number: int,
    typed: str | None,
    asking: Asking,
    *states: VaultState,
    to_read: bool = False,
) -> OpenedHeader:
    """Open the header with the everyday secrets; the lock is held from here on."""
    phrase = passphrase.canonical(typed) if typed else None
    with wiping(phrase):
        secrets = _daily(store, phrase, asking)
        return open_header(places, number, DAILY, secrets, asking, *states, to_read=to_read)


def prove(places: Places, store: KeyStore, number: int, typed: str, asking: Asking) -> None:
    """Raise what `unlock` would unless the passphrase is right; for a vault that is open, whose lock is held."""
    phrase = passphrase.canonical(typed) if typed else None
    with _numbered(number), wiping(phrase):
        _, folder = vault_listing.find(places, number)
        _, key = _unwrapped(folder, DAILY, _daily(store, phrase, asking), asking)
    wipe(key)


def _daily(store: KeyStore, phrase: bytearray | None, asking: Asking) -> SecretsFor:
    def secrets(folder: VaultFolder, header: Header, slot: Slot) -> Secrets:
        if slot.type.with_passphrase and not phrase:
            raise WrongPassphrase
        device = _device_secret(store, folder, header, slot, asking) if slot.type.with_device else None
        return Secrets(passphrase=phrase, device=device)

    return secrets


def open_header(
    places: Places,
    number: int,
    types: tuple[SlotType, ...],
    secrets: SecretsFor,
    asking: Asking,
    *states: VaultState,
) -> OpenedHeader:
    safe_files.only_for_this_account()
    with _numbered(number):
        listing, folder = vault_listing.find(places, number)
        if listing.state not in states:
            raise _problem(listing.state)
        lock = folder.lock_to_read() if to_read else folder.lock()
        try:
            header, key = _unwrapped(folder, types, secrets, asking)
        except BaseException:
            lock.release()
            raise
        return OpenedHeader(number, folder, header, key, lock)
    to_read: bool = False,


def open_session(places: Places, opened: OpenedHeader) -> VaultSession:
    """Open the database; from then on the session's end releases the lock. The key stays with the caller."""
    try:
        with _numbered(opened.number):
            vault_listing.check_database_file(places, opened.folder, opened.header)
            vault_folder.tighten(places.data)
            return _session(opened)
    except BaseException:
        opened.close()
        raise


def _session(opened: OpenedHeader) -> VaultSession:
    header, folder = opened.header, opened.folder
    database = Database.open(
        folder.database,
        opened.key,
        vault_id=header.vault_id,
        salt=header.database_salt,
        today=local_now().date(),
    )
    with ExitStack() as on_problem:
        on_problem.callback(database.close)
        with suppress(VaultProblem):  # a full disk: one whole copy is enough to open, the next time mends it
            folder.tidy()
            folder.repair_header(headers.encode(header), lambda found: headers.is_replaceable(found, header))
        session = VaultSession(database, info=opened.info, release=opened.lock.release)
        on_problem.pop_all()
    return session


@contextmanager
def _numbered(number: int) -> Iterator[None]:
    try:
        yield
    except VaultProblem as problem:
        problem.number = number
        raise


def _problem(state: VaultState) -> Exception:
    kind = vault_listing.PROBLEMS.get(state)
    return kind() if kind else ValueError("the vault is finished already")


def _unwrapped(
    folder: VaultFolder, types: tuple[SlotType, ...], secrets: SecretsFor, asking: Asking
) -> tuple[Header, bytearray]:
    # A copy may be whole by its checksum and yet not ours, whatever it says is wrong: the other one may be.
    problems: list[VaultProblem] = []
    for header in vault_listing.read_headers(folder):
        slot = header.slot(*types)
        if slot is None:
            continue
        try:
            return header, _key_in(header, slot, secrets(folder, header, slot), asking)
        except _OF_THE_COPY as problem:
            problems.append(problem)
    raise next((one for one in problems if not isinstance(one, HeaderDamaged)), HeaderDamaged())


def _key_in(header: Header, slot: Slot, given: Secrets, asking: Asking) -> bytearray:
    with wiping(given.device):
        asking.stop_if_cancelled()
        return envelope.unwrap(header, slot, given)


def _device_secret(
    store: KeyStore, folder: VaultFolder, header: Header, slot: Slot, asking: Asking
) -> bytearray:
    if header.backend != store.backend:
        raise BackendChanged(detail=header.backend)
    secret = asking.ask(lambda: store.read(service_of(folder.name), slot.item))
    if secret is not None:
        return secret
    provider = asking.ask(store.provider)
    if header.provider and provider != header.provider:
        raise BackendChanged(detail=header.provider)
    raise SecretMissing


def _clear_strays(store: KeyStore, opened: OpenedHeader) -> None:
    """Finish a change of the device secret that was cut short: one slot, one item."""
    slot = opened.header.slot(*DAILY)
    if slot is None or not slot.type.with_device:
        return
    older = [old for old in opened.header.slots if old.type in DAILY and old != slot]
    if older:
        kept = tuple(one for one in opened.header.slots if one not in older)
        with suppress(VaultProblem):
            opened.rewrite(replace(opened.header, slots=kept))
    device_secret.clear_strays(store, opened.folder.name, slot.item)
