"""The one door to the keyring of the operating system; only kinds known to be safe, never a weaker one instead."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from trust_desktop.domain.errors import KeyringLocked, KeyringUnavailable, VaultProblem
from trust_desktop.override import override
from trust_desktop.security.key_store import KeyStore


def _secret_service() -> type[Any]:
    from trust_desktop.security.secret_service import NeutralKeyring

    return NeutralKeyring


def _windows_credentials() -> type[Any]:
    from keyring.backends.Windows import WinVaultKeyring

    _silence()
    return WinVaultKeyring


def _macos_keychain() -> type[Any]:
    from keyring.backends.macOS import Keyring

    _silence()
    return Keyring


def _silence() -> None:
    import logging

    logging.getLogger("keyring").setLevel(logging.CRITICAL)


# The package would also pick back ends by environment variable, configuration file and installed plugins, among
# them a plaintext file. So its detection is never called: one class for each system is constructed by name.
_ALLOWED: Final[dict[str, tuple[str, Callable[[], type[Any]]]]] = {
    "linux": ("secret-service", _secret_service),
    "win32": ("windows-credentials", _windows_credentials),
    "darwin": ("macos-keychain", _macos_keychain),
}
# Windows would let the secret roam with the profile.
_PROPERTIES: Final[dict[str, dict[str, str]]] = {"win32": {"persist": "local machine"}}
_MOST_ITEMS: Final = 32
"""A vault's item takes the next number with each new device secret; looked for where a store cannot list them."""

_LOCKED: Final = {"KeyringLocked", "LockedException", "PromptDismissedException"}


class OsKeyStore(KeyStore):
    """Nothing is imported or asked before the first call."""

    def __init__(self, platform: str = sys.platform) -> None:
        self._platform = platform
        self._backend: Any = None

    @property
    @override
    def backend(self) -> str:
        return _ALLOWED[self._platform][0] if self._platform in _ALLOWED else "none"

    @override
    def check(self) -> None:
        with _edge():
            # The property asks whether a service answers, without a prompt.
            _ = self._opened().priority

    @override
    def provider(self) -> str:
        with suppress(Exception):  # an explanation for later, never a reason to stop
            if self._platform == "linux":
                return _provider()[:32]
        return ""

    @override
    def read(self, service: str, item: int) -> bytearray | None:
        with _edge():
            text = self._opened().get_password(service, f"k{item}")
        try:
            return None if text is None else bytearray.fromhex(text)
        except ValueError:
            return None

    @override
    def write(self, service: str, item: int, secret: bytearray) -> None:
        with _edge():
            self._opened().set_password(service, f"k{item}", secret.hex())

    @override
    def delete(self, service: str, item: int) -> None:
        with _edge():
            if self._opened().get_password(service, f"k{item}") is not None:
                self._opened().delete_password(service, f"k{item}")

    @override
    def forget_all(self, service: str) -> bool:
        with _edge():
            at_once = getattr(self._opened(), "forget_all", None)
            if at_once is not None:
                return bool(at_once(service))
            for item in range(1, _MOST_ITEMS + 1):
                self.delete(service, item)
        return True

    @override
    def is_open(self) -> bool:
        # Only the Secret Service says so beforehand; the other two are open whenever somebody is logged in.
        with suppress(Exception):
            ask = getattr(self._opened(), "is_open", None)
            return ask is None or bool(ask())
        return False

    @override
    def same_elsewhere(self, service: str, item: int, secret: bytearray) -> bool:
        from trust_desktop.security import (
            read_back,
        )  # brings subprocess, which the first window does not need

        with _edge():
            return read_back.same_in_another_process(service, item, secret)

    def _opened(self) -> Any:  # noqa: ANN401 - the package has no types
        if self._backend is None:
            if self._platform not in _ALLOWED:
                raise KeyringUnavailable(detail=self._platform)
            _, kind = _ALLOWED[self._platform]
            backend: Any = kind()()
            vars(backend).clear()  # what KEYRING_PROPERTY_… in the environment may have set
            for key, value in _PROPERTIES.get(self._platform, {}).items():
                setattr(backend, key, value)
            self._backend = backend
        return self._backend


def _provider() -> str:
    from trust_desktop.security import secret_service

    return secret_service.provider()


@contextmanager
def _edge() -> Iterator[None]:
    # Seen here: keyring, secretstorage and jeepney errors, bare ConnectionResetError, KeyError, OSError.
    try:
        yield
    except VaultProblem:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever a keyring does, the person gets one of two pages
        chain = {type(part).__name__ for part in (problem, problem.__cause__, problem.__context__)}
        kind = KeyringLocked if chain & _LOCKED else KeyringUnavailable
        raise kind(detail=type(problem).__name__) from None
