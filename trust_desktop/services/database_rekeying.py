"""A new database key: everything once more in a new file under it, and one rename by which the vault goes over.

Before the rename the next file and the next header are nothing, and the next unlocking removes them. From it on the file
begins as the next header says, and the header of before fits no more: the next unlocking goes on with the new one.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from trust_desktop.domain.errors import VaultProblem
from trust_desktop.security import envelope
from trust_desktop.security import header as headers
from trust_desktop.security.header import Header
from trust_desktop.security.wipe import new_key, wiping
from trust_desktop.services import slot_changing
from trust_desktop.services.header_holding import HeldHeader
from trust_desktop.services.session import VaultSession
from trust_desktop.services.slot_changing import Wanted
from trust_desktop.storage import copies, staging
from trust_desktop.storage.rekeying import NextFile


def rekey(s: VaultSession, held: HeldHeader, wanted: Sequence[Wanted], stop: Callable[[], object]) -> None:
    """Give every way in a slot for the new key and go over to it.

    Raised before the exchange, a problem leaves everything as it was; after it the vault is closed and has the new key.
    """
    folder, key = held.folder, new_key()
    staging.drop(folder)
    with wiping(key):
        try:
            following = NextFile.begin(staging.database(folder), key, held.header.vault_id)
            header = _staged(held, following, wanted)
            stop()
            held.drop_kept_aside()
            s.go_over(following, folder.database, lambda: staging.swap(folder), stop)
        except BaseException:
            if not s.closed and not staging.is_exchanged(folder):
                with suppress(VaultProblem):
                    staging.drop(folder)
            raise
    with suppress(
        VaultProblem
    ):  # without room the staged one goes on; the next unlocking puts it in its place
        folder.write_header(headers.encode(header))
        staging.drop(folder)
        copies.drop_old(folder.database)


def _staged(held: HeldHeader, following: NextFile, wanted: Sequence[Wanted]) -> Header:
    """Write the next header and prove from disk that every slot in it gives the new key."""
    blank = replace(
        held.header,
        generation=held.header.generation + 1,
        database_salt=following.salt,
        slots=(),
    )
    unsealed, slots = slot_changing.with_slots(blank, following.key, wanted)
    header = envelope.seal(unsealed, following.key)
    staging.write_header(held.folder, headers.encode(header))
    written = headers.parse(staging.header(held.folder) or b"")
    for slot, one in zip(slots, wanted, strict=True):
        slot_changing.check(written, slot, one, following.key)
    return header
