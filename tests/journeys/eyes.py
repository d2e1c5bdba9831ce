"""Reads a running window as a screen reader does: over the accessibility bus, from another process."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

from tests.support.processes import stop
from tests.support.requirements import at_spi_launcher

ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
REGISTRY: Final = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

FOCUSABLE: Final = 11
FOCUSED: Final = 12
SENSITIVE: Final = 24
SHOWING: Final = 25
"""Bits of AtspiStateType."""


@dataclass(frozen=True)
class Seen:
    """One accessible object as the bus tells it."""

    role: str
    name: str
    states: int
    depth: int
    place: tuple[str, str]

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class Eyes:
    """The accessibility bus of one private session; `environment` makes a program speak to it."""

    def __init__(self, session_bus: str) -> None:
        launcher = at_spi_launcher()
        assert launcher is not None
        self._launcher = subprocess.Popen(
            [launcher, "--launch-immediately"],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": session_bus},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._bus = open_dbus_connection(bus=_address(session_bus))
        self.environment = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

    def close(self) -> None:
        self._bus.close()
        stop(self._launcher)

    def everything(self) -> list[Seen]:
        """Every object of every running program, in reading order; empty while none is there."""
        try:
            return [seen for place in self._children(REGISTRY) for seen in self._walk(place, 0)]
        except (DBusErrorResponse, TimeoutError):
            return []  # a window went away while it was being read

    def showing(self) -> list[Seen]:
        return [seen for seen in self.everything() if seen.has(SHOWING)]

    def text(self) -> str:
        """All names that are showing, one to a line."""
        return "\n".join(seen.name for seen in self.showing() if seen.name)

    def focus(self) -> Seen | None:
        """What has the keyboard; a closed list also calls its current entry focused, so entries come last."""
        focused = [seen for seen in self.showing() if seen.has(FOCUSED) and seen.role != "frame"]
        return next((seen for seen in focused if seen.role != "list item"), focused[0] if focused else None)

    def wait_for(self, wanted: str | Callable[[list[Seen]], bool], seconds: float = 20.0) -> list[Seen]:
        """Wait until a name that holds `wanted` is showing, or a condition on what is showing is met."""
        end = time.monotonic() + seconds
        while True:
            showing = self.showing()
            if wanted(showing) if callable(wanted) else any(wanted in seen.name for seen in showing):
                return showing
            if time.monotonic() > end:
                raise AssertionError(f"not seen: {wanted!r}; showing:\n" + "\n".join(_lines(showing)))
            time.sleep(0.1)

    def _walk(self, place: tuple[str, str], depth: int) -> Iterator[Seen]:
        role = self._call(place, ACCESSIBLE, "GetRoleName")[0]
        name = self._property(place, "Name")
        low, high = self._call(place, ACCESSIBLE, "GetState")[0]
        yield Seen(role, name, low | high << 32, depth, place)
        for child in self._children(place):
            yield from self._walk(child, depth + 1)

    def _children(self, place: tuple[str, str]) -> list[tuple[str, str]]:
        return [(bus, path) for bus, path in self._call(place, ACCESSIBLE, "GetChildren")[0] if bus]

    def _property(self, place: tuple[str, str], name: str) -> str:
        message = Properties(DBusAddress(place[1], place[0], ACCESSIBLE)).get(name)
        return str(unwrap_msg(self._bus.send_and_get_reply(message, timeout=5))[0][1])

    def _call(self, place: tuple[str, str], interface: str, method: str) -> tuple[Any, ...]:
        message = new_method_call(DBusAddress(place[1], place[0], interface), method)
        return tuple(unwrap_msg(self._bus.send_and_get_reply(message, timeout=5)))


def _address(session_bus: str) -> str:
    """Ask the session bus where the accessibility bus is, as every assistive program does."""
    end = time.monotonic() + 15
    while True:
        try:
            with open_dbus_connection(bus=session_bus) as connection:
                message = new_method_call(
                    DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
                )
                answer = unwrap_msg(connection.send_and_get_reply(message, timeout=5))
            return str(answer[0])
        except DBusErrorResponse:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def _lines(showing: list[Seen]) -> Iterator[str]:
    for seen in showing:
        yield f"{'  ' * seen.depth}{seen.role}: {seen.name}"
