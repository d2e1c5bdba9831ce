"""What the rest of the program asks of a store for device secrets, and a store that forgets at exit."""

from typing import Final, Protocol

from trust_desktop import identity
from trust_desktop.override import override


class KeyStore(Protocol):
    """A store may block without end (an unanswered prompt): call it through KeyringCall only.

    Every method raises KeyringUnavailable or KeyringLocked and no other problem.
    """

    @property
    def backend(self) -> str:
        """Kind of store, as it is recorded in the header."""

    def check(self) -> None:
        """Raise KeyringUnavailable unless a usable store answers; never prompts."""

    def provider(self) -> str:
        """Name of the program that answers, as far as it can be known."""

    def read(self, service: str, item: int) -> bytearray | None:
        """Return the secret; None if there is none or it was altered beyond reading."""

    def write(self, service: str, item: int, secret: bytearray) -> None: ...

    def delete(self, service: str, item: int) -> None:
        """Remove the item; one that is not there is no problem."""

    def forget_all(self, service: str) -> bool:
        """Remove every item of a vault; whether none is there afterwards."""

    def is_open(self) -> bool:
        """Whether it can be asked now without a prompt; never raises."""

    def same_elsewhere(self, service: str, item: int, secret: bytearray) -> bool:
        """Whether another process reads the same secret."""


def service_of(folder_name: str) -> str:
    return f"{identity.KEYRING_SERVICE}.{folder_name}"


class MemoryStore(KeyStore):
    """For the demo and for tests that are not about the keyring; nothing survives the process."""

    BACKEND: Final = "memory"

    def __init__(self) -> None:
        self._items: dict[tuple[str, int], bytearray] = {}

    @property
    @override
    def backend(self) -> str:
        return self.BACKEND

    @override
    def check(self) -> None:
        return

    @override
    def provider(self) -> str:
        return ""

    @override
    def read(self, service: str, item: int) -> bytearray | None:
        secret = self._items.get((service, item))
        return None if secret is None else bytearray(secret)

    @override
    def write(self, service: str, item: int, secret: bytearray) -> None:
        self._items[service, item] = bytearray(secret)

    @override
    def delete(self, service: str, item: int) -> None:
        self._items.pop((service, item), None)

    @override
    def forget_all(self, service: str) -> bool:
        for one, item in list(self._items):
            if one == service:
                self.delete(service, item)
        return True

    @override
    def is_open(self) -> bool:
        return True

    @override
    def same_elsewhere(self, service: str, item: int, secret: bytearray) -> bool:
        import hmac  # brings OpenSSL's hashes, which the first window does not need

        return hmac.compare_digest(self.read(service, item) or b"", secret)
