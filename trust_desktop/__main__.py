"""Start the program: read the arguments, make sure there is a screen, hand over."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trust_desktop import __version__, hardening, identity

BAD_ARGUMENTS: Final = 2
NO_SCREEN: Final = 3
READ_BACK: Final = (
    "--read-back"  # not for people: the frozen program asks itself whether a keyring item is stored
)
_USAGE: Final = "[--data-dir DIR] [--demo] [--allow-capture] [--version] [--self-test]"
_NEED_NO_SCREEN: Final = frozenset(
    {"offscreen", "minimal", "vnc", "linuxfb", "eglfs", "minimalegl", "vkkhrdisplay"}
)


@dataclass
class Options:
    """What was asked for on the command line."""

    data_dir: Path | None = None
    demo: bool = False
    version: bool = False
    self_test: bool = False
    allow_capture: bool = False


class BadArgumentError(ValueError):
    """Its text is one line for the person who typed it."""


def read_options(arguments: Sequence[str]) -> Options:
    """By hand: five options do not pay for a parser on the way to the first window."""
    options = Options()
    rest = list(arguments)
    while rest:
        name, _, value = rest.pop(0).partition("=")
        if name == "--data-dir":
            value = value or (rest.pop(0) if rest and not rest[0].startswith("--") else "")
            if not value:
                raise BadArgumentError("--data-dir needs a folder")
            options.data_dir = Path(value).absolute()
        elif name in {"--demo", "--version", "--self-test", "--allow-capture"} and not value:
            setattr(options, name[2:].replace("-", "_"), True)
        else:
            raise BadArgumentError("unknown argument")
    if options.demo and options.data_dir:
        raise BadArgumentError("--demo keeps nothing, so it takes no --data-dir")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    os.umask(0o077)
    hardening.harden()
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments) == [READ_BACK]:
        from trust_desktop.security import read_back

        return read_back.run()
    try:
        options = read_options(arguments)
    except BadArgumentError as problem:
        _complain(f"{identity.EXECUTABLE}: {problem}; usage: {identity.EXECUTABLE} {_USAGE}")
        return BAD_ARGUMENTS
    if options.version:
        print(f"{identity.NAME} {__version__}")
        return 0
    if options.self_test:
        from trust_desktop import self_test

        return self_test.run(options.data_dir)
    if _screen_is_missing():
        return without_screen()
    return _start(options)


def without_screen() -> int:
    _complain(
        f"{identity.NAME} found no screen it can use: start it in a desktop session, "
        "or set QT_QPA_PLATFORM=offscreen to run it without one."
    )
    return NO_SCREEN


def _start(options: Options) -> int:
    from trust_desktop.ui import quick_qt

    # Ctrl+C ends it at once until the event loop listens: raised inside Qt, Python's own exception is lost or a crash.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # on the way to the first window nothing is thrown away; then ui/garbage.py collects
    quick_qt.load()
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def before_the_first_window(kind: QtMsgType, _context: object, _text: str) -> None:
        # Qt aborts after a fatal message, and the only one so early says that no window can be shown.
        if kind == QtMsgType.QtFatalMsg:
            os._exit(without_screen())

    qInstallMessageHandler(before_the_first_window)
    if options.demo:
        from trust_desktop import demo

        return demo.run(allow_capture=options.allow_capture)
    from trust_desktop import app

    return app.run(data_dir=options.data_dir, allow_capture=options.allow_capture)


def _screen_is_missing() -> bool:
    """Whether no screen is even named; one that does not answer is noticed when Qt tries it."""
    if sys.platform in {"win32", "darwin"}:
        return False
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform in _NEED_NO_SCREEN:
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _complain(sentence: str) -> None:
    if sys.stderr is not None:  # a windowed program on Windows has none
        print(sentence, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
