"""Hears from a Linux desktop that the screen locks, the computer goes to sleep or somebody else takes over the screen."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

from trust_desktop import identity

SCREEN_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
LOGIND: Final = "org.freedesktop.login1"
_MANAGER: Final = (LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager")
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_SEEN: Final = {"Active": False, "LockedHint": True}
"""What a session says of itself when its person is not at the screen."""

_HEARD: Final[Any] = SLOT("heard(QDBusMessage)")  # the stubs ask for bytes, the binding for this
_CHANGED: Final[Any] = SLOT("changed(QDBusMessage)")


def meet_buses(tell: Callable[[], object]) -> None:
    """Connect to both buses, for a thread of its own: one that lets in and then says nothing holds up whoever waits."""
    QDBusConnection.sessionBus()
    QDBusConnection.systemBus()
    with suppress(RuntimeError):  # the window has gone meanwhile
        tell()


class SystemLock(QObject):
    """`lock_asked` comes each time. Nothing is sent but questions, and a request to be given the moment before sleep.

    Where there is no bus, or nobody on it who says such things, nothing comes.
    """

    lock_asked = Signal()

    def __init__(
        self, parent: QObject, people: QDBusConnection | None = None, system: QDBusConnection | None = None
    ) -> None:
        """The buses of the person and of the system, unless others are named."""
        super().__init__(parent)
        self._session = ""
        self._held: QDBusUnixFileDescriptor | None = None
        self._people = people or QDBusConnection.sessionBus()
        self._system = system or QDBusConnection.systemBus()
        for name in SCREEN_SAVERS if self._people.isConnected() else ():
            self._people.connect("", "", name, "ActiveChanged", self, _HEARD)
        if self._system.isConnected():
            self._system.connect(*_MANAGER, "PrepareForSleep", self, _HEARD)
            self._ask_for_a_moment()
            self._find_session()

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """Take ActiveChanged(true), PrepareForSleep(true) or Lock()."""
        if message.arguments() != [False]:
            self.lock_asked.emit()
            self._held = None  # now the computer may sleep

    @Slot(QDBusMessage)
    def changed(self, _message: QDBusMessage) -> None:
        for name, away in _SEEN.items():
            self._get(name, partial(self._look, away))

    def _look(self, away: object, value: object) -> None:
        if value is away:
            self.lock_asked.emit()

    def _ask_for_a_moment(self) -> None:
        """Be told before the computer sleeps, and let it go on as soon as the vault is locked."""
        words = ["sleep", identity.NAME, "Saves before sleep", "delay"]
        self._ask(*_MANAGER, "Inhibit", words, self._keep)

    def _keep(self, held: object) -> None:
        if isinstance(held, QDBusUnixFileDescriptor):
            self._held = held

    def _find_session(self) -> None:
        """By its name, else the one logind takes for this process's own or for that of its person."""
        self._try([name for name in (os.environ.get("XDG_SESSION_ID"), "auto") if name])

    def _try(self, names: list[str]) -> None:
        if names:
            first, *rest = names
            self._ask(*_MANAGER, "GetSession", [first], self._follow, lambda: self._try(rest))

    def _follow(self, path: object) -> None:
        self._session = str(getattr(path, "path", lambda: path)())
        session = (LOGIND, self._session, f"{LOGIND}.Session")
        self._system.connect(*session, "Lock", self, _HEARD)
        self._system.connect(LOGIND, self._session, _PROPERTIES, "PropertiesChanged", self, _CHANGED)

    def _get(self, name: str, on_value: Callable[[object], None]) -> None:
        def unwrapped(value: object) -> None:
            on_value(getattr(value, "variant", lambda: value)())

        self._ask(LOGIND, self._session, _PROPERTIES, "Get", [f"{LOGIND}.Session", name], unwrapped)

    def _ask(
        self,
        service: str,
        path: str,
        interface: str,
        method: str,
        arguments: list[Any],
        on_answer: Callable[[object], None],
        on_refusal: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask on the system's bus; the window never waits for the answer."""
        call = QDBusMessage.createMethodCall(service, path, interface, method)
        call.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)

        def finished(done: QDBusPendingCallWatcher) -> None:
            reply = done.reply()
            done.deleteLater()
            with suppress(RuntimeError):
                if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
                    on_answer(reply.arguments()[0])
                else:
                    on_refusal()

        watcher.finished.connect(finished)
