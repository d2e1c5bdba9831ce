"""Checks an installed program by using it: files, libraries, window, cipher, rights, memory, keyring; a line for each."""

import os
import secrets
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from trust_desktop import __version__, hardening, identity

_SECONDS: Final = 10.0


class _NotOkError(Exception):
    """Its text says what is missing, for the line of the check."""


def run(data_dir: Path | None = None) -> int:
    """Print one line for each check; 0 when all passed, else 1. No line names a file or a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a check is no reason to show a window
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("resources", _resources),
        ("window", _window),
        ("libraries", _libraries),
        ("encrypted round trip", _encrypted_round_trip),
        ("data folder", partial(_data_folder, data_dir)),
        ("memory", _memory),
        ("keyring", _keyring),
    )
    print(f"{identity.NAME} {__version__}, Python {sys.version.split()[0]}")
    passed = [_passes(name, check) for name, check in checks]
    return 0 if all(passed) else 1


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        print(f"ok      {name}: {check()}", flush=True)
    except Exception as problem:
        words = str(problem) if isinstance(problem, _NotOkError) else type(problem).__name__
        print(f"NOT OK  {name}: {words}", flush=True)
        return False
    return True


def _resources() -> str:
    from trust_desktop import resources

    for name in ("first_run", "safety", "help", "problems"):
        resources.content(name)
    icons = list(resources.path("icons").glob("*.svg"))
    words = resources.text("wordlists", "en.txt").split()
    if not icons or not resources.path("fonts").is_dir() or len(words) != 7776:
        raise _NotOkError("icons, fonts or word list are missing")
    return f"texts, {len(icons)} icons, fonts and {len(words)} words are there"


def _window() -> str:
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QFontInfo
    from PySide6.QtWidgets import QApplication

    from trust_desktop.ui import theme, tokens
    from trust_desktop.ui.common.icons import icon

    app = QApplication.instance() or QApplication([identity.EXECUTABLE])
    assert isinstance(app, QApplication)
    theme.apply(app)
    if (
        icon("lock").pixmap(16, 16).toImage().allGray() is None
        or not QFontInfo(theme.font(tokens.TITLE)).family()
    ):
        raise _NotOkError("icons or fonts cannot be painted")
    return (
        f"Qt {qVersion()} on {app.platformName()}, titles in {QFontInfo(theme.font(tokens.TITLE)).family()}"
    )


def _libraries() -> str:
    """The versions at work, asked of the libraries themselves and not of their packages."""
    from PySide6 import __version__ as binding
    from PySide6.QtCore import qVersion

    from trust_desktop.security import versions

    python = sys.version.split()[0]
    return f"Python {python}, Qt {qVersion()} through PySide {binding}, {versions.cryptography()}"


def _data_folder(data_dir: Path | None) -> str:
    """Whether only this account can look into what is kept."""
    from trust_desktop.storage import rights
    from trust_desktop.ui import folders

    folder = data_dir or folders.data_folder()
    if not folder.exists():
        return "there is none yet"
    found, open_to_others = rights.looked_at(folder)
    if os.name == "nt":  # pragma: no cover - not run on POSIX
        return f"{found} files and folders; this system keeps rights elsewhere, not looked at"
    if open_to_others:
        raise _NotOkError(f"{open_to_others} of {found} files and folders are open to other accounts")
    return f"{found} files and folders, for this account only"


def _memory() -> str:
    """What the system says of this process, which was started as the program is."""
    found = hardening.report()
    said = {
        "other programs of this login may read it": found.dumpable,
        "a crash may write it to a file": found.core_limit != 0 if found.core_limit is not None else None,
        "the system refused to shut it": None if found.denied is None else not found.denied,
    }
    wrong = [words for words, bad in said.items() if bad]
    if wrong:
        raise _NotOkError("; ".join(wrong))
    known = sum(1 for bad in said.values() if bad is not None)
    return f"shut, as far as the system tells ({known} of {len(said)} asked)"


def _encrypted_round_trip() -> str:
    """Make, lock, open and read a vault as the program does, in a folder that is gone afterwards."""
    from trust_desktop.domain.settings import VaultSettings
    from trust_desktop.domain.vault import Protection
    from trust_desktop.security.cost import FLOOR
    from trust_desktop.security.key_store import MemoryStore
    from trust_desktop.services import settings, vaults
    from trust_desktop.storage import versions

    with tempfile.TemporaryDirectory(prefix=f"{identity.EXECUTABLE}-") as folder:
        places, store = vaults.Places(Path(folder), Path(folder)), MemoryStore()
        new = vaults.create(
            places,
            store,
            protection=Protection.DEVICE_AND_PASSPHRASE,
            passphrase=(phrase := vaults.offer_passphrase()),
            recovery_with_passphrase=False,
            cost=FLOOR,
        )
        number, wanted = new.info.number, VaultSettings(idle_minutes=7)
        session = vaults.prove_recovery(places, new, new.recovery_code)
        settings.save(session, wanted)
        session.close()
        session = vaults.unlock(places, store, number, phrase)
        found = settings.load(session)
        with session.read() as transaction:
            libraries = versions.libraries(transaction)
        session.close()
        if found != wanted:
            raise _NotOkError("what was written did not come back")
    return f"made, locked, opened by passphrase, read back and removed; {libraries}"


def _keyring() -> str:
    """Write, read and delete a throw-away item; a computer without a keyring is no fault of the program."""
    from trust_desktop.domain.errors import KeyringUnavailable
    from trust_desktop.security.keyring_store import OsKeyStore
    from trust_desktop.services.vaults import Asking

    store, asking = OsKeyStore(), Asking(slow_seconds=_SECONDS)
    try:
        asking.ask(store.check)
    except KeyringUnavailable:
        return f"{store.backend} is allowed, none answers here; vaults would need a passphrase"
    service, secret = f"{identity.KEYRING_SERVICE}.{secrets.token_hex(4)}", bytearray(secrets.token_bytes(32))
    try:
        asking.ask(lambda: store.write(service, 1, secret))
        if asking.ask(lambda: store.read(service, 1)) != secret:
            raise _NotOkError(f"{store.backend} did not give back what was written")
    finally:
        asking.ask(lambda: store.delete(service, 1))
    provider = asking.ask(store.provider)
    return f"{store.backend}{f' of {provider}' if provider else ''}, round trip of a throw-away item"
