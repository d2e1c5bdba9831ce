"""A small rotating log of ids, types and places; never a word that a person typed.

Whoever uses this login can read it, so the package's own name, which tells what this is about, is left out.
"""

import logging
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from trust_desktop import identity
from trust_desktop.override import override

_BYTES: Final = 200_000
_KEPT: Final = 2
_PACKAGE: Final = Path(__file__).resolve().parent

_OURS: Final = f"{_PACKAGE.name}."

_log = logging.getLogger("trust_desktop")
_log.propagate = False  # other people's handlers see nothing of ours, and stderr neither
_log.addHandler(logging.NullHandler())


def start(folder: Path) -> None:
    """Keep the log in `folder`; there is no file before there is something to note."""
    stop()
    _log.addHandler(_FileWhenNeeded(folder))


def stop() -> None:
    for handler in tuple(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


def note(text: str) -> None:
    """Write ids and names of the program's own, nothing that was typed."""
    _log.warning("%s", text)


def note_problem() -> None:
    """Write type and place of the exception that is being handled."""
    kind, _, trace = sys.exc_info()
    if kind is not None:
        _log.error("handled %s", place(kind, trace))


def install_hooks(tell: Callable[[BaseException | None], None]) -> None:
    """Log what nobody caught and hand it to `tell`, from whatever thread it happened on."""

    def uncaught(
        kind: type[BaseException], problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        _log.error("uncaught %s", place(kind, trace))
        tell(problem)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        _log.error("uncaught in a thread %s", place(args.exc_type, args.exc_traceback))
        tell(args.exc_value)

    def unraisable(args: "sys.UnraisableHookArgs") -> None:
        # Nobody can act on it and nothing was lost: noted, not shown.
        _log.error("unraisable %s", place(args.exc_type, args.exc_traceback))

    sys.excepthook = uncaught
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable


def place(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Type of a problem and the innermost line of ours (else of anyone's) it came through, without its message."""
    ours = anywhere = ""
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        anywhere = f"{file.name}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}"
        ours = anywhere if file.is_relative_to(_PACKAGE) else ours
        trace = trace.tb_next
    found = ours or anywhere or "nowhere"
    return f"{kind.__module__.removeprefix(_OURS)}.{kind.__qualname__} at {found}"


class _FileWhenNeeded(logging.Handler):
    """The rotating file is opened by the first record: most runs have none, and opening it costs time at the start.

    Without room or leave to write, the program runs without a log.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            if self._file is None:
                self._file = self._opened()
            self._file.emit(record)

    @override
    def close(self) -> None:
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from trust_desktop.log_file import LogFile

        path = self._folder / f"{identity.EXECUTABLE}.log"
        file = LogFile(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
        file.setFormatter(_PlaceOnly("%(asctime)s %(levelname)s %(message)s"))
        file.handleError = lambda record: None  # type: ignore[method-assign]  # it would write to stderr
        return file


class _PlaceOnly(logging.Formatter):
    """A traceback's last line is the exception's message, which may hold anything."""

    @override
    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return place(ei[0], ei[2]) if ei[0] is not None else ""
