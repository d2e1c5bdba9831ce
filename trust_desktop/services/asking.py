"""Asking the keyring as a person experiences it: a page within ten seconds, a way to cancel, no lost answer."""

import threading
from collections.abc import Callable
from typing import Final, TypeVar

from trust_desktop.domain.errors import Cancelled, KeyringTimeout
from trust_desktop.security.keyring_call import KeyringCall

SLOW_SECONDS: Final = 9.0
"""The page is to be there within ten, and counts from when the window was first painted."""

T = TypeVar("T")


class Asking:
    """One per unlocking or creation; `cancel` may come from any thread.

    `on_slow` is called in the worker's thread when an answer takes too long, and a late answer is still taken; without
    it a slow call ends as KeyringTimeout.
    """

    def __init__(
        self, on_slow: Callable[[], object] | None = None, *, slow_seconds: float = SLOW_SECONDS
    ) -> None:
        self._on_slow = on_slow
        self._slow_seconds = slow_seconds
        self._lock = threading.Lock()
        self._calls: list[KeyringCall[object]] = []
        self._cancelled = False

    def cancel(self) -> None:
        with self._lock:
            self._cancelled = True
            calls = list(self._calls)
        for call in calls:
            call.cancel()

    def stop_if_cancelled(self) -> None:
        if self._cancelled:
            raise Cancelled

    def start(self, work: Callable[[], T], if_late: Callable[[], object] | None = None) -> KeyringCall[T]:
        with self._lock:
            self.stop_if_cancelled()
            call = KeyringCall(work, if_late)
            self._calls.append(call)  # type: ignore[arg-type]  # only ever cancelled through this list
        return call

    def wait(self, call: KeyringCall[T]) -> T:
        try:
            return call.wait(self._slow_seconds)
        except KeyringTimeout:
            if self._on_slow is None:
                call.cancel()
                raise
            self._on_slow()
            return call.wait()
        finally:
            with self._lock:
                self._calls.remove(call)  # type: ignore[arg-type]  # as above

    def ask(self, work: Callable[[], T], if_late: Callable[[], object] | None = None) -> T:
        return self.wait(self.start(work, if_late))
