"""One worker thread for work that is too slow for the window; answers arrive on the GUI thread."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final
from weakref import ref

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from trust_desktop.domain.errors import TrustError

PATIENCE: Final = 20.0
"""Seconds that quitting waits for work that changes files."""

PATIENCE_WITH_PEOPLE: Final = 0.3
"""Seconds that quitting waits for work that may itself be waiting for a person's answer."""


@dataclass
class _Job:
    """Kept on the GUI side until it is answered, so that what it refers to is only ever freed there."""

    owner: "ref[QObject]"
    work: Callable[[], Any]
    on_done: Callable[[Any], None]
    on_error: Callable[[Exception], None]
    asks_person: bool


class Background(QObject):
    """Owned by the application. The work touches no Qt and returns a value."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, _Job] = {}
        self._last = 0
        self._queue: SimpleQueue[tuple[int, Callable[[], Any]] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._stopped = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def run(
        self,
        owner: QObject,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        *,
        asks_person: bool = False,
    ) -> None:
        """Do `work` after all earlier work; the answer is dropped if `owner` is gone by then.

        `asks_person` says that the work may wait for a person (a keyring's prompt): quitting does not wait for it.
        """
        if self._stopped:
            return
        self._last += 1
        self._jobs[self._last] = _Job(ref(owner), work, on_done, on_error, asks_person)
        self._queue.put((self._last, work))
        if self._thread is None:
            # A daemon: a keyring that never answers must not keep the process alive.
            self._thread = Thread(target=_serve, args=(self._queue, self._answered.emit), daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Take no more work, finish what changes files, and let go of what waits for a person."""
        if self._stopped:
            return
        self._stopped = True
        self._queue.put(None)
        if self._thread is not None:
            waits = any(job.asks_person for job in self._jobs.values())
            self._thread.join(PATIENCE_WITH_PEOPLE if waits else PATIENCE)

    def _on_answered(self, answer: tuple[int, Any, Exception | None]) -> None:
        number, value, problem = answer
        job = self._jobs.pop(number)
        owner = job.owner()
        gone = owner is None or not isValid(owner)
        if problem is not None and not isinstance(problem, TrustError):
            sys.excepthook(type(problem), problem, problem.__traceback__)
        if gone:
            put_away(value)
        elif problem is None:
            job.on_done(value)
        else:
            job.on_error(problem)


def _serve(
    queue: "SimpleQueue[tuple[int, Callable[[], Any]] | None]", answer: Callable[[tuple[int, Any, Any]], None]
) -> None:
    while (order := queue.get()) is not None:
        number, work = order
        del order
        value, problem = None, None
        try:
            value = work()
        except Exception as raised:  # noqa: BLE001 - handed to the GUI thread whole
            problem = raised.with_traceback(None) if isinstance(raised, TrustError) else raised
        # The closure goes before the answer does, so that the widgets in it are freed on the GUI thread.
        del work
        try:
            answer((number, value, problem))
        except RuntimeError:  # the program has ended meanwhile; nobody waits any more
            put_away(value)
            return
        del value, problem


def put_away(value: object) -> None:
    """An answer nobody waits for any more may still hold a vault open."""
    close = getattr(value, "close", None) or getattr(getattr(value, "session", None), "close", None)
    if callable(close):
        close()
