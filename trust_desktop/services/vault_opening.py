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
from trust_desktop.domain.unlock import OpenedBy
from trust_desktop.domain.vault import VaultInfo, VaultState
from trust_desktop.security import envelope, passphrase
from trust_desktop.security import header as headers
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, Slot, SlotType
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.wipe import wipe, wiping
from trust_desktop.services import device_secret, header_holding, noticing_openings, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import HeldHeader, newest_first, settled
from trust_desktop.services.session import VaultSession, local_now
from trust_desktop.services.vault_listing import Places
from trust_desktop.services.vault_trying import OneTry
from trust_desktop.storage import safe_files, staging, tries_file, vault_folder
from trust_desktop.storage.database import Database
from trust_desktop.storage.tries_file import Tries
from trust_desktop.storage.vault_folder import VaultFolder
from trust_desktop.storage.vault_lock import VaultLock

DAILY = header_holding.DAILY
RECOVERY = header_holding.RECOVERY

_BY = {
    SlotType.DEVICE_AND_PASSPHRASE: OpenedBy.PASSPHRASE,
    SlotType.DEVICE: OpenedBy.KEYRING,
    SlotType.PASSPHRASE: OpenedBy.PASSPHRASE,
    SlotType.RECOVERY: OpenedBy.RECOVERY,
    SlotType.RECOVERY_AND_PASSPHRASE: OpenedBy.RECOVERY,
}
_OF_THE_COPY = (BackendChanged, HeaderDamaged, SecretMissing, WrongPassphrase, WrongRecoveryCode)

SecretsFor = Callable[[VaultFolder, Header, Slot], Secrets]


@dataclass(slots=True)
class OpenedHeader(HeldHeader):
    """It comes with the lock under which it was read."""

    number: int
    """As it was asked for; the header's own is another vault's where a header was copied."""
    lock: VaultLock
    by: OpenedBy
    found: Tries | None
    """What was known of tries in vain before this one."""

    @property
    def info(self) -> VaultInfo:
        return replace(vault_listing.info_of(self.header, self.folder), number=self.number)

    def close(self) -> None:
        wipe(self.key)
        self.lock.release()


def unlock(places: Places, store: KeyStore, number: int, typed: str | None, asking: Asking) -> VaultSession:
    opened = open_daily(places, store, number, typed, asking, VaultState.READY)
    session = open_session(places, opened)
    _settle(store, opened)
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
        copies = vault_listing.read_headers(folder)
        held = _unwrapped(folder, copies, DAILY, _daily(store, phrase, asking), asking, OneTry(folder))
    wipe(held.key)


def hold(
    store: KeyStore, folder: VaultFolder, salt: bytes, phrase: bytearray | None, asking: Asking
) -> HeldHeader:
    """The header of a vault that is open, by the everyday secrets once more; `salt` is that of the file in use."""
    copies = vault_listing.headers_for(folder, salt)
    return _unwrapped(folder, copies, DAILY, _daily(store, phrase, asking), asking, OneTry(folder))


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
    to_read: bool = False,
) -> OpenedHeader:
    safe_files.only_for_this_account()
    with _numbered(number):
        listing, folder = vault_listing.find(places, number)
        if listing.state not in states:
            raise _problem(listing.state)
        lock = folder.lock_to_read() if to_read else folder.lock()
        try:
            one_try = OneTry(folder)
            copies = vault_listing.headers_for(folder, folder.database_salt())
            held = _unwrapped(folder, copies, types, secrets, asking, one_try)
        except BaseException:
            lock.release()
            raise
        by = _BY[held.slot.type]
        return OpenedHeader(folder, held.header, held.slot, held.key, number, lock, by, one_try.found)


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
            staging.drop(folder)
        session = VaultSession(database, info=opened.info, release=opened.lock.release)
        with suppress(VaultProblem):  # as above: it opens all the same
            noticing_openings.note(session, opened.by, opened.found, tries_file.load(folder.path))
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
    folder: VaultFolder,
    copies: tuple[Header, ...],
    types: tuple[SlotType, ...],
    secrets: SecretsFor,
    asking: Asking,
    one_try: OneTry,
) -> HeldHeader:
    try:
        held = _by_a_copy(folder, copies, types, secrets, asking, one_try)
    except (WrongPassphrase, WrongRecoveryCode):
        raise
    except BaseException:
        one_try.take_back()
        raise
    one_try.opened()
    return held


def _by_a_copy(
    folder: VaultFolder,
    copies: tuple[Header, ...],
    types: tuple[SlotType, ...],
    secrets: SecretsFor,
    asking: Asking,
    one_try: OneTry,
) -> HeldHeader:
    # A copy may be whole by its checksum and yet not ours, whatever it says is wrong: the other one may be.
    problems: list[VaultProblem] = []
    for header, slot in ((one, slot) for one in copies for slot in newest_first(one, types)):
        try:
            given = secrets(folder, header, slot)
            return HeldHeader(folder, header, slot, _key_in(header, slot, given, asking, one_try))
        except _OF_THE_COPY as problem:
            problems.append(problem)
    raise next((one for one in problems if not isinstance(one, HeaderDamaged)), HeaderDamaged())


def _key_in(header: Header, slot: Slot, given: Secrets, asking: Asking, one_try: OneTry) -> bytearray:
    with wiping(given.device):
        asking.stop_if_cancelled()
        one_try.begin(slot)
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


def _settle(store: KeyStore, opened: OpenedHeader) -> None:
    """Finish a change of keys that was cut short: one slot of each kind, one item in the keyring."""
    kept = settled(opened.header, opened.slot)
    if kept != opened.header.slots:
        with suppress(VaultProblem):
            opened.drop_kept_aside()
            opened.rewrite(replace(opened.header, slots=kept))
    if opened.slot.type.with_device:
        device_secret.clear_strays(store, opened.folder.name, opened.slot.item)
