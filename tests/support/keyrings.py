"""Key stores that go wrong the way real ones were seen to, for tests of what is made of it."""

import threading
from collections.abc import Callable

from tests.support.processes import PATIENCE
from trust_desktop.override import override
from trust_desktop.security.key_store import MemoryStore


class FaultyStore(MemoryStore):
    """Works until a method's name is put into `faults`; `before_answer` runs first, a blocked prompt for instance."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: dict[str, Callable[[], object]] = {}
        self.kind = MemoryStore.BACKEND
        self.program = "first-keyring"
        self.open = True

    @property
    @override
    def backend(self) -> str:
        return self.kind

    @override
    def check(self) -> None:
        self._fault("check")

    @override
    def provider(self) -> str:
        self._fault("provider")
        return self.program

    @override
    def read(self, service: str, item: int) -> bytearray | None:
        self._fault("read")
        return super().read(service, item)

    @override
    def write(self, service: str, item: int, secret: bytearray) -> None:
        self._fault("write")
        super().write(service, item, secret)

    @override
    def delete(self, service: str, item: int) -> None:
        self._fault("delete")
        super().delete(service, item)

    @override
    def forget_all(self, service: str) -> bool:
        self._fault("forget_all")
        return super().forget_all(service)

    @override
    def is_open(self) -> bool:
        return self.open

    @override
    def same_elsewhere(self, service: str, item: int, secret: bytearray) -> bool:
        self._fault("same_elsewhere")
        return "forgets" not in self.faults and super().same_elsewhere(service, item, secret)

    def items(self) -> list[tuple[str, int]]:
        return sorted(self._items)

    def alter(self) -> None:
        for secret in self._items.values():
            secret[0] ^= 1

    def forget(self) -> None:
        self._items.clear()

    def _fault(self, method: str) -> None:
        if method in self.faults:
            self.faults[method]()


def raising(problem: Exception) -> Callable[[], object]:
    def fault() -> None:
        raise problem

    return fault


class Prompt:
    """A prompt that waits for an answer which may never come; `gone` once it waits no more."""

    def __init__(self) -> None:
        self.shown = threading.Event()
        self.gone = threading.Event()
        self._answered = threading.Event()

    def __call__(self) -> None:
        self.shown.set()
        self._answered.wait(PATIENCE)
        self.gone.set()

    def answer(self) -> None:
        self._answered.set()

    def once_shown(self, then: Callable[[], object]) -> None:
        threading.Thread(target=lambda: self.shown.wait(PATIENCE) and then(), daemon=True).start()
