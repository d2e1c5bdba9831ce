"""Make a finished vault with years of marks in DATA_DIR, its secret in the keyring that answers: DATA_DIR YEARS [PASSPHRASE]."""

import sys
from datetime import timedelta
from pathlib import Path

from benchmarks.vaults import DAYS_A_YEAR, fill, mark_all
from trust_desktop.domain.vault import Protection
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.key_store import KeyStore
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession, local_now
from trust_desktop.services.vaults import Places
from trust_desktop.ui import folders


def main(arguments: list[str]) -> int:
    data, years, passphrase = Path(arguments[0]), int(arguments[1]), (arguments[2:] or [None])[0]
    _, session = finished_vault(data, years, OsKeyStore(), passphrase)
    session.close()
    return 0


def finished_vault(
    data: Path, years: int, store: KeyStore, passphrase: str | None = None
) -> tuple[Places, VaultSession]:
    """Return it open, with four daily actions that are all marked for `years` up to today."""
    folders.prepare(data)
    places = Places(data, folders.runtime_folder())
    new = vaults.create(
        places,
        store,
        protection=Protection.DEVICE_AND_PASSPHRASE if passphrase else Protection.DEVICE,
        passphrase=passphrase,
        recovery_with_passphrase=False,
        cost=FLOOR,
    )
    session = vaults.prove_recovery(places, new, new.recovery_code)
    began = local_now() - timedelta(days=years * DAYS_A_YEAR)
    session.now = lambda: began
    fill(session, began)
    session.now = local_now
    mark_all(session, years)
    return places, session


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
