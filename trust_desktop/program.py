"""What lives as long as the process: one window, the way in, the open vault, and what connects them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop import logs
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.services.vaults import Places
from trust_desktop.ui import folders, relaunch, theme
from trust_desktop.ui.background import Background
from trust_desktop.ui.garbage import GarbageCollector
from trust_desktop.ui.instance import Instance
from trust_desktop.ui.preferences import STILL, Preferences
from trust_desktop.ui.shell import QUIT_KEY, Shell
from trust_desktop.ui.vault_forms.means import Means, Then
from trust_desktop.ui.vaults.opening import Opening

if TYPE_CHECKING:
    from pathlib import Path

    from trust_desktop.services.session import VaultSession
    from trust_desktop.services.vaults import KeyStore
    from trust_desktop.ui.auto_lock import AutoLock
    from trust_desktop.ui.main_window import MainWindow
    from trust_desktop.ui.open_vault import OpenVault
    from trust_desktop.ui.watch import Watch


_UNTIL_REMINDING: Final = 60_000
"""Milliseconds after a vault was opened; until then nobody needs to be reminded of it."""


class Program(QObject):
    """What lives as long as the process. `relauncher` replaces it after a lock and, in the program, never returns."""

    _problem_left = Signal(object)

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        instance: Instance | None = None,
        relauncher: Callable[..., None] = relaunch.relaunch,
    ) -> None:
        super().__init__()
        self._app = app
        self._preferences = preferences
        self._instance = instance
        self._relauncher = relauncher
        self._session: VaultSession | None = None
        self._way_in: tuple[Places, KeyStore] | None = None
        self._window: MainWindow | None = None
        self._watch: Watch | None = None
        self._auto_lock: AutoLock | None = None
        self._ended = False
        self._emptied: tuple[Path, ...] = ()
        self.background = Background(self)
        GarbageCollector(self)
        self.shell = Shell(preferences.geometry)
        self.shell.closing.connect(self._on_closing)
        self.shell.first_painted.connect(lambda: QTimer.singleShot(0, self, self._on_first_painted))
        self._problem_left.connect(self._on_problem_left)
        if instance is not None:
            instance.raised.connect(self._on_raised)
        preferences.changed.connect(self._put_on_look)
        app.aboutToQuit.connect(self.let_go)

    def show_opening(
        self, places: Places, store: "KeyStore", locked: int | None = None, *, small: bool = False
    ) -> None:
        """The way in; after a lock it waits for a press even where nothing else is asked, `small` where it was hidden."""
        self._way_in = places, store
        number = locked or self._preferences.first_vault or None
        opening = Opening(Means(places, store, self.background), number=number)
        opening.opened.connect(self.open_vault)
        opening.held.connect(self._watch_over)
        opening.lock_asked.connect(self.lock)
        opening.hide_asked.connect(self.hide)
        opening.erasing.connect(lambda: self._on_erasing(places))
        opening.erased.connect(self.shell.close)
        opening.start()
        if relaunch.is_adding():
            opening.add_another()
        if locked is None:
            self.shell.first_painted.connect(lambda: QTimer.singleShot(0, opening, opening.open_at_once))
        self.shell.show_page(opening)
        self.shell.begin(small=small)

    def open_vault(self, session: "VaultSession", then: Then = Then.TODAY) -> None:
        """Build the window around an open vault."""
        from trust_desktop.ui import equipping
        from trust_desktop.ui.main_window import MainWindow
        from trust_desktop.ui.nav_rail import Place
        from trust_desktop.ui.open_vault import OpenVault

        self._watch_over(session)
        vault = OpenVault(session, self)
        equipping.equip(vault, self._way_in, self.background, self.lock_and_add)
        window = self._window = MainWindow(
            vault, {Place.SETTINGS: lambda: self._settings_page(vault)}, self.shell
        )
        window.setWindowFlags(window.windowFlags().Widget)
        window.lock_requested.connect(self.lock)
        window.hide_requested.connect(self.hide)
        vault.changed.connect(lambda _change: self._on_changed())
        # Queued: it is told from within the change that could not be kept.
        vault.moved.connect(self.report, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_UNTIL_REMINDING, window, lambda: self.remind(window))
        self.shell.show_page(window)
        if then is Then.PLAN:
            window.open_wizard()
        elif then is Then.EXAMPLE:
            relaunch.start_example()
        elif then is Then.HELP:
            window.open_help("list")
        elif then is Then.KEYS:
            window.open_keys(KeyChange.ADD_PASSPHRASE)

    def remind(self, window: "MainWindow") -> None:
        """Look now and then whether the note of the system, if it was asked for, is due."""
        if window.vault.session.closed:  # locked meanwhile, and the fresh process is still coming
            return
        from trust_desktop.ui.common.icons import icon
        from trust_desktop.ui.reminder import Reminder

        Reminder(window.vault, window, icon("book-open"))
        if window.vault.backups is not None:
            window.vault.backups.begin()

    def hide(self) -> None:
        """Lock, and leave the window put away: whoever comes in next sees what was behind it."""
        self.lock(small=True)

    def lock(self, *, small: bool | None = None) -> None:
        """Cover, save, close, and start afresh: only a new process has nothing left in its memory."""
        if self._ended:
            return
        small = self.shell.isMinimized() if small is None else small
        self.shell.cover()
        info = self._session.info if self._session is not None else None
        self.let_go()
        self.start_afresh(info.number if info is not None else None, small=small)

    def lock_and_add(self) -> None:
        """Lock, and let the fresh process begin with another vault."""
        relaunch.add_next()
        self.lock()

    def report(self, problem: BaseException | None) -> None:
        """Show what nobody caught: a full disk by its own page, all else as a mistake of ours. From any thread."""
        self._problem_left.emit(problem)

    def let_go(self) -> None:
        """Put on disk and release everything before this process ends; once."""
        if self._ended:
            return
        self._ended = True
        if self._watch is not None:
            self._watch.stop()
        for step in (
            self._close_vault,
            self._leave_opening,
            self._forget_copies,
            self._keep_look,
            self.background.stop,
        ):
            try:
                step()
            except Exception:  # noqa: BLE001 - one step's mistake must not leave a vault open behind the cover
                logs.note_problem()
        if self._instance is not None:
            self._instance.release()
        folders.remove_empty(*self._emptied)

    def _watch_over(self, session: "VaultSession") -> None:
        """Let an open vault lock whatever page it is open on, and whether or not the page knows."""
        from trust_desktop.services import settings
        from trust_desktop.ui.watch import Watch

        self._session = session
        if self._watch is None:
            watch = self._watch = Watch(self.shell, settings.load(session), self._front, self)
            watch.lock_asked.connect(self.lock)
            watch.hide_asked.connect(self.hide)
            self._auto_lock = watch.auto_lock

    def _front(self) -> QWidget | None:
        return self._window.front if self._window is not None else None

    def _leave_opening(self) -> None:
        page = self.shell.page
        if isinstance(page, Opening):
            page.abandon()

    def _forget_copies(self) -> None:
        from trust_desktop.ui.common.clipboard import forget_copies

        if self._session is not None or self._window is not None:
            forget_copies(self.shell)

    def _keep_look(self) -> None:
        self._preferences.geometry = self.shell.saveGeometry()
        self._preferences.write()

    def _close_vault(self) -> None:
        if self._window is None:
            return
        for widget in self._window.findChildren(QWidget):
            save_now = getattr(widget, "save_now", None)
            if callable(save_now):
                try:
                    save_now()
                except Exception:  # noqa: BLE001 - whatever it was, the window must not stay open
                    logs.note_problem()
        self._window.vault.close()
        self._session = None

    def _on_first_painted(self) -> None:
        from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

        from trust_desktop.ui import ahead, capture, system_signals
        from trust_desktop.ui.keys_by_place import KeysByPlace
        from trust_desktop.ui.window_icon import window_icon

        QGuiApplication.setWindowIcon(window_icon())  # the first paint needs none
        QShortcut(QKeySequence(QUIT_KEY), self.shell).activated.connect(self.shell.close)
        KeysByPlace(self)
        capture.hear_key(self.shell, self._preferences)
        ahead.import_pages(self)
        if self._session is None:
            self.background.run(self, ahead.import_services, lambda _done: None, lambda _problem: None)
        self._finish_quietly()
        if self._instance is not None:
            self._instance.listen()
        system_signals.listen(self, self.shell.close)

    def _finish_quietly(self) -> None:
        """Ask again for what a keyring would not give up when its vault was destroyed, if it is open now."""
        from trust_desktop.services import vault_listing

        if self._way_in is not None and vault_listing.stray_entries(self._way_in[0]):
            from trust_desktop.services import destroying

            work = partial(destroying.finish_quietly, *self._way_in)
            self.background.run(self, work, lambda _done: None, lambda _problem: None)

    def _on_raised(self) -> None:
        if self._session is not None and (self.shell.isMinimized() or not self.shell.isVisible()):
            self.lock(small=False)  # nobody saw who asked; the fresh process comes to the front by itself
        else:
            self.shell.rise()

    def _on_changed(self) -> None:
        from trust_desktop.services import settings

        if self._watch is not None and self._session is not None and not self._ended:
            self._watch.follow(settings.load(self._session))

    def _on_closing(self) -> None:
        self.let_go()
        self._app.quit()

    def _on_problem_left(self, problem: BaseException | None) -> None:
        from trust_desktop.ui.problem_window import show_problem

        if not self._ended:
            show_problem(self.shell, problem, self._way_in[0].data if self._way_in is not None else None)

    def _settings_page(self, vault: "OpenVault") -> QWidget:
        from trust_desktop.ui.settings.settings_page import SettingsPage

        page = SettingsPage(vault, self._preferences)
        page.leave_asked.connect(self._ask_to_leave)
        if self._window is not None:
            page.keys_asked.connect(self._window.open_keys)
            page.go_to_requested.connect(self._window.go_to)
            self._window.place_changed.connect(page.look_where)
        return page

    def _ask_to_leave(self, everything: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        from trust_desktop.ui.leaving.departure import Departure

        if self._way_in is None or self._session is None or self._window is None:
            return
        info = self._session.info
        if info is not None:
            leaving = Departure(self, self._way_in[0], info, everything, self._preferences)
            leaving.ask(self._window, self._session)

    def start_afresh(self, number: int | None, *, small: bool = False) -> None:
        """A new process in place of this one, which has let go of everything."""
        try:
            self._relauncher(number, small=True) if small else self._relauncher(number)
        except OSError:  # the program itself is gone, replaced by an update for instance: then it only ends
            logs.note_problem()
            self._app.quit()

    def _on_erasing(self, places: Places) -> None:
        """Everything goes: from here on nothing is written, and empty folders go with the process."""
        self._preferences.forget()
        logs.stop()
        self._emptied = (places.data, places.runtime)

    def _put_on_look(self) -> None:
        self._app.setProperty(STILL, self._preferences.still)
        theme.apply(self._app, self._preferences.appearance, self._preferences.text_size / 100)
