"""One call to the keyring in a thread of its own, which nobody has to wait for, not even at quit."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from trust_desktop.domain.errors import Cancelled, KeyringTimeout
from trust_desktop.security.wipe import wipe

T = TypeVar("T")


class KeyringCall(Generic[T]):
    """Starts at once. `if_late` runs after work that ended well only when nobody wanted it any more."""

    def __init__(self, work: Callable[[], T], if_late: Callable[[], object] | None = None) -> None:
        self._work = work
        self._if_late = if_late
        self._changed = threading.Condition()
        self._result: T | None = None
        self._problem: BaseException | None = None
        self._done = False
        self._cancelled = False
        # A daemon thread: one blocked in an unanswered prompt would otherwise keep the process alive.
        threading.Thread(target=self._run, name="keyring", daemon=True).start()

    @property
    def done(self) -> bool:
        return self._done

    def wait(self, seconds: float | None = None) -> T:
        """The answer, or its problem; KeyringTimeout leaves the call running, so that one may wait again."""
        with self._changed:
            self._changed.wait_for(lambda: self._done or self._cancelled, seconds)
            if self._cancelled:
                raise Cancelled
            if not self._done:
                raise KeyringTimeout
        if self._problem is not None:
            raise self._problem
        return self._result  # type: ignore[return-value]  # done without a problem means there is a result

    def cancel(self) -> None:
        """Wake who waits with Cancelled; a late answer is wiped and its effect taken back."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()
            late = self._done and self._problem is None
        if late:
            self._take_back()

    def _run(self) -> None:
        result: T | None = None
        problem: BaseException | None = None
        try:
            result = self._work()
        except BaseException as raised:  # noqa: BLE001 - it is handed to whoever waits
            problem = raised
        with self._changed:
            self._result, self._problem, self._done = result, problem, True
            late = self._cancelled and problem is None
            self._changed.notify_all()
        if late:
            self._take_back()

    def _take_back(self) -> None:
        if isinstance(self._result, bytearray):
            wipe(self._result)
        if self._if_late is not None:
            self._if_late()
