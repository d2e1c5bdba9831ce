"""A small rotating log of ids, types and places; never a word that a person typed."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from trust_desktop.override import override

_BYTES: Final = 200_000
_KEPT: Final = 2
_PACKAGE: Final = Path(__file__).resolve().parent

_log = logging.getLogger("trust_desktop")


def start(folder: Path) -> None:
    """Write the log into `folder`; without room or leave to write, the program runs without one."""
    from logging.handlers import RotatingFileHandler

    class QuietFile(RotatingFileHandler):
        @override
        def handleError(self, record: logging.LogRecord) -> None:
            """A full disk is told to the person where it matters, not on stderr for each line."""

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = QuietFile(folder / "daybook.log", maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        handler_or_none: logging.Handler = logging.NullHandler()
    else:
        handler.setFormatter(_PlaceOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
        handler_or_none = handler
    _log.addHandler(handler_or_none)
    _log.setLevel(logging.INFO)
    _log.propagate = False  # other people's loggers and handlers see nothing of ours, nor we of theirs


def stop() -> None:
    for handler in tuple(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


def install_hooks(tell: Callable[[], None]) -> None:
    """Log what nobody caught and call `tell`, from whatever thread it happened on."""

    def uncaught(
        kind: type[BaseException], problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        _log.error("uncaught %s", place(kind, trace))
        tell()

    def in_thread(args: threading.ExceptHookArgs) -> None:
        _log.error("uncaught in a thread %s", place(args.exc_type, args.exc_traceback))
        tell()

    def unraisable(args: "sys.UnraisableHookArgs") -> None:
        # Nobody can act on it and nothing was lost: noted, not shown.
        _log.error("unraisable %s", place(args.exc_type, args.exc_traceback))

    sys.excepthook = uncaught
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable


def place(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Type of a problem and the innermost line of ours it came through, without its message."""
    found = "nowhere"
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE) or found == "nowhere":
            found = f"{file.name}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}"
        trace = trace.tb_next
    return f"{kind.__module__}.{kind.__qualname__} at {found}"


class _PlaceOnly(logging.Formatter):
    """A traceback's last line is the exception's message, which may hold anything."""

    @override
    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return place(ei[0], ei[2]) if ei[0] is not None else ""
