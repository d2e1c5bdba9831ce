"""The settings a vault keeps inside itself."""

from trust_desktop.domain.settings import VaultSettings, within_spans
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import settings as stored


def load(s: VaultSession) -> VaultSettings:
    with s.read() as transaction:
        return stored.load(transaction)


def save(s: VaultSession, settings: VaultSettings) -> VaultSettings:
    """Keep settings, each brought into its span; return what stood before."""
    with s.write(Change.SETTINGS | Change.DAYS) as transaction:
        before = stored.load(transaction)
        stored.save(transaction, within_spans(settings))
    return before
