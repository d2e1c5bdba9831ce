"""What leads out of the view for two: the passphrase, proved off the window's thread, or a word for this once."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from trust_desktop.domain.errors import WrongPassphrase
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.services import vaults
from trust_desktop.ui.background import Background

if TYPE_CHECKING:
    from trust_desktop.ui.open_vault import OpenVault


class WayOut(Protocol):
    """`on_wrong` is told what was wrong: WrongPassphrase, or a problem that is no wrong try."""

    def ask(
        self,
        owner: QObject,
        typed: str,
        on_right: Callable[[], None],
        on_wrong: Callable[[Exception], None],
    ) -> None: ...


@dataclass(frozen=True)
class PassphraseProof:
    """`check` raises WrongPassphrase, or what kept the passphrase from being tried."""

    background: Background
    check: Callable[[str], None]

    def ask(
        self,
        owner: QObject,
        typed: str,
        on_right: Callable[[], None],
        on_wrong: Callable[[Exception], None],
    ) -> None:
        self.background.run(
            owner, lambda: self.check(typed), lambda _done: on_right(), on_wrong, asks_person=True
        )


def proof_of(
    info: VaultInfo | None, way_in: tuple[vaults.Places, vaults.KeyStore] | None, background: Background
) -> PassphraseProof | None:
    """Return what proves the passphrase of an open vault once more, where it has one."""
    if way_in is None or info is None or info.protection is None or not info.protection.needs_passphrase:
        return None
    places, store = way_in
    return PassphraseProof(
        background, lambda typed: vaults.prove_passphrase(places, store, info.number, typed)
    )


def proof_now(vault: "OpenVault") -> PassphraseProof | None:
    """As it is by now: a passphrase may have been added or dropped since the vault was opened."""
    means = vault.means
    if means is not None:
        vault.proof = proof_of(vault.session.info, (means.places, means.store), means.background)
    return vault.proof


class LeaveWord:
    """A word made up for the occasion; only a keyed digest of it is held, and only while the view is shown."""

    def __init__(self, word: str) -> None:
        self._key = secrets.token_bytes(16)
        self._digest = self._digest_of(word)

    def ask(
        self,
        owner: QObject,
        typed: str,
        on_right: Callable[[], None],
        on_wrong: Callable[[Exception], None],
    ) -> None:
        del owner
        if hmac.compare_digest(self._digest_of(typed), self._digest):
            on_right()
        else:
            on_wrong(WrongPassphrase())

    def _digest_of(self, word: str) -> bytes:
        same = unicodedata.normalize("NFC", word.strip())
        return hashlib.blake2b(same.encode("utf-8", "surrogatepass"), key=self._key, digest_size=16).digest()
