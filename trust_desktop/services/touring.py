"""The cards of the first week: which one is for today, and what was done with them."""

from trust_desktop.domain.tour import Tour
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import tours


def load(s: VaultSession) -> Tour:
    with s.read() as transaction:
        return tours.load(transaction)


def save(s: VaultSession, tour: Tour) -> None:
    """Note how far it went; also the way back for whoever left it by mistake."""
    with s.write(Change.HELP) as transaction:
        tours.save(transaction, tour)
