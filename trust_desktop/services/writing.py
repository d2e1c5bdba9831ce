"""Words still being written, kept inside the vault under the name of their field until they are done."""

from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import writings


def load(s: VaultSession, name: str) -> str:
    with s.read() as transaction:
        return writings.get(transaction, name)


def keep(s: VaultSession, name: str, body: str) -> None:
    """Keep words under a name such as "check-in.line"; blank ones take them away."""
    now = s.now()
    with s.write(Change.DRAFTS) as transaction:
        writings.put(transaction, name, body, now)


def joined(before: str, since: str) -> str:
    """Return words that come back above those written in their place since; the same words stand once."""
    if not since.strip() or since.strip() == before.strip():
        return before
    return f"{before.rstrip()}\n\n{since}" if before.strip() else since
