"""Only reading: the words of a vault that cannot be opened, as far as they can be read. Nothing is written but tries."""

from dataclasses import dataclass, field

from trust_desktop.domain.errors import NothingReadable, VaultDamaged, VaultProblem
from trust_desktop.domain.vault import VaultInfo, VaultState
from trust_desktop.security import passphrase
from trust_desktop.security.key_store import KeyStore
from trust_desktop.security.wipe import wiping
from trust_desktop.services import rescued_words
from trust_desktop.services.asking import Asking
from trust_desktop.services.rescued_words import RescuedLine
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vault_listing import Places
from trust_desktop.services.vault_opening import OpenedHeader, open_daily
from trust_desktop.services.vault_recovery import open_by_code
from trust_desktop.storage.database import Database
from trust_desktop.storage.rescue import Reader, Row, Wanted

_STATES = (VaultState.READY, VaultState.READ_ONLY)


@dataclass(frozen=True, slots=True)
class RescuedWords:
    """What could be read, the newest first; the file is closed again."""

    number: int
    lines: tuple[RescuedLine, ...]
    whole: bool
    """Nothing that should be there is missing."""

    newest_missing: bool
    """The last changes before a crash stand in a log that cannot be read without writing."""

    session: VaultSession = field(repr=False, compare=False)
    """An empty one in memory only: for as long as the words are shown, the program locks as it does for a vault."""


def read_daily(
    places: Places, store: KeyStore, number: int, typed: str | None, asking: Asking
) -> RescuedWords:
    """With the everyday secrets. Raises NothingReadable where not even the beginning is whole."""
    return _read(open_daily(places, store, number, typed, asking, *_STATES, to_read=True))


def read_by_code(places: Places, number: int, code: str, typed: str | None, asking: Asking) -> RescuedWords:
    """With the recovery code, and the passphrase where it needs one."""
    phrase = passphrase.canonical(typed) if typed else None
    with wiping(phrase):
        return _read(open_by_code(places, number, code, phrase, asking, *_STATES, to_read=True))


def _read(opened: OpenedHeader) -> RescuedWords:
    header = opened.header
    try:
        reader = Reader(
            opened.folder.database, opened.key, vault_id=header.vault_id, salt=header.database_salt
        )
        try:
            return _words(opened.info, reader)
        finally:
            reader.close()
    except VaultDamaged:
        raise NothingReadable(opened.number) from None
    except VaultProblem as problem:
        problem.number = opened.number
        raise
    finally:
        opened.close()


def _words(info: VaultInfo, reader: Reader) -> RescuedWords:
    whole = True

    def read(wanted: Wanted) -> tuple[Row, ...]:
        nonlocal whole
        found = reader.read(wanted)
        whole = whole and found.whole
        return found.rows

    lines = rescued_words.lines(read)
    session = VaultSession(Database.in_memory(), info=info)
    return RescuedWords(info.number, lines, whole, reader.newest_missing, session)
