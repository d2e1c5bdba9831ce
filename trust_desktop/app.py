"""The composition root: folders, log, look, and the one program with its window."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from trust_desktop import __version__, identity, logs
from trust_desktop.domain.errors import ReadOnlyFolder, VaultInUse
from trust_desktop.program import Program
from trust_desktop.services.vaults import Places
from trust_desktop.ui import folders, relaunch, theme, translations
from trust_desktop.ui.common.focus_ring import install_focus_ring
from trust_desktop.ui.instance import Instance
from trust_desktop.ui.preferences import STILL, Preferences
from trust_desktop.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from trust_desktop.services.session import VaultSession


def run(
    *,
    data_dir: Path | None = None,
    demo: "Callable[[], VaultSession] | None" = None,
    allow_capture: bool = False,
) -> int:
    """Run the program; `demo` gives an example that nothing is kept of."""
    if demo is not None:
        app, program = _program(Preferences(None), None, allow_capture=allow_capture)
        program.open_vault(demo())
        program.shell.begin(small=relaunch.was_small())
        return app.exec()
    data = data_dir or folders.data_folder()
    try:
        folders.prepare(data)
        instance = Instance(folders.runtime_folder(), data)
    except OSError:
        return _show_problem(ReadOnlyFolder(), data)
    if not instance.claim():
        return 0 if instance.ask_to_rise() else _show_problem(VaultInUse(), data)
    logs.start(data / "logs")
    locked, small = relaunch.locked_number(), relaunch.was_small()
    app, program = _program(Preferences(data), instance, allow_capture=allow_capture)
    from trust_desktop.security.keyring_store import OsKeyStore

    program.show_opening(Places(data, folders.runtime_folder()), OsKeyStore(), locked, small=small)
    return app.exec()


def _program(
    preferences: Preferences, instance: Instance | None, *, allow_capture: bool
) -> tuple[QApplication, Program]:
    if allow_capture:
        preferences.allow_capture_now()
    app = _application(preferences)
    if sys.platform != "linux":  # which has no way: nothing is loaded for it
        from trust_desktop.ui import capture

        capture.guard(app, preferences)
    program = Program(app, preferences, instance)
    logs.install_hooks(program.report)
    return app, program


def _application(preferences: Preferences) -> QApplication:
    # Our own name and not the interpreter's: it is the window's class. The style goes in here, since setting it later
    # makes the binding load all that a style knows, which no page needs before the first paint.
    app = QApplication([identity.EXECUTABLE, "-style", "fusion"])
    app.setProperty(theme.STYLED, True)
    app.setApplicationName(identity.EXECUTABLE)
    app.setApplicationDisplayName(identity.NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(identity.ID)
    qInstallMessageHandler(_on_qt_message)
    translations.install(app, preferences.language)
    app.setProperty(STILL, preferences.still)
    theme.apply(app, preferences.appearance, preferences.text_size / 100)
    install_focus_ring(app)
    return app


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, _text: str) -> None:
    # The text of a message may quote what a widget shows.
    if kind is not QtMsgType.QtDebugMsg:
        logs.note(f"qt {kind.name} {context.category} {context.function or ''}")


def _show_problem(problem: Exception, folder: Path) -> int:
    """A window that says why there is no other, before anything of a vault was touched."""
    from trust_desktop.ui.problems import ProblemPage
    from trust_desktop.ui.window_icon import window_icon

    app = _application(Preferences(None))
    app.setWindowIcon(window_icon())
    shell = Shell()
    page = ProblemPage(problem, folder=folder)
    page.left.connect(shell.close)
    page.answered.connect(lambda _answer: relaunch.relaunch(None))
    shell.show_page(page)
    shell.show()
    app.exec()
    return 1
