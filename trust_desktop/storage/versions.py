"""Which versions of the database's libraries are at work, for the self-test."""

from trust_desktop.storage.database import Transaction


def libraries(transaction: Transaction) -> str:
    """SQLCipher, the SQLite inside it, and what encrypts for it; raises ValueError if nothing does."""
    run = transaction.connection.exec_driver_sql
    asked = ("cipher_version", "cipher_provider", "cipher_provider_version")
    cipher, provider, its_version = (run(f"PRAGMA {name}").scalar() for name in asked)
    if not cipher:
        raise ValueError("the database library does not encrypt")
    sqlite = run("SELECT sqlite_version()").scalar()
    return f"SQLCipher {str(cipher).split()[0]}, SQLite {sqlite}, {_by(str(provider), str(its_version))}"


def _by(provider: str, version: str) -> str:
    named = " ".join(version.split()[:2])
    return named if named.casefold().startswith(provider.casefold()) else f"{provider} {named}"
