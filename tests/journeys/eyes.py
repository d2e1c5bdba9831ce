"""Reads a running window as a screen reader does: over the accessibility bus, from another process."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import Message
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

from tests.support.processes import PATIENCE, stop
from tests.support.requirements import at_spi_launcher

Place = tuple[str, str]
"""Bus name and path of one accessible object."""

ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
TEXT: Final = "org.a11y.atspi.Text"
EVENTS: Final = "org.a11y.atspi.Event.Object"
ROOT: Final[Place] = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
REGISTRY: Final = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)

LOOK: Final = 30.0
"""Seconds for one look: a window that stands still for ten answers after all, and is seen to have stood still."""

ENTRIES: Final = {"list item", "cell", "table cell"}

ACTIVE: Final = 1
FOCUSABLE: Final = 11
FOCUSED: Final = 12
SENSITIVE: Final = 24
SHOWING: Final = 25
"""Bits of AtspiStateType."""


@dataclass
class Seen:
    """One accessible object as the bus tells it."""

    place: Place
    depth: int
    role: str = ""
    name: str = ""
    description: str = ""
    states: int = 0
    inside: list["Seen"] = field(default_factory=list, repr=False)

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)

    def is_called(self, words: str) -> bool:
        """Qt gives a closed list the name of its current entry; what it is for stands in its description."""
        return self.name.startswith(words) or (
            self.role == "combo box" and self.description.startswith(words)
        )

    def flat(self) -> Iterator["Seen"]:
        yield self
        for each in self.inside:
            yield from each.flat()


class Eyes:
    """The accessibility bus of one private session; `environment` makes a program speak to it.

    `longest` is the longest that a window's own thread let a look wait, in seconds.
    """

    def __init__(self, session_bus: str) -> None:
        launcher = at_spi_launcher()
        assert launcher is not None
        self._launcher = subprocess.Popen(
            [launcher, "--launch-immediately"],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": session_bus},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.environment = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self.longest = 0.0
        self._focused: list[Place] = []
        self._inside: list[Place] = []
        try:
            self.address = _address(session_bus)
            self._bus = open_dbus_connection(bus=self.address)
            self._listen("StateChanged", "object:state-changed:focused")
            self._listen("TextCaretMoved", "object:text-caret-moved")
        except BaseException:
            stop(self._launcher)
            raise

    def close(self) -> None:
        self._bus.close()
        stop(self._launcher)

    def _listen(self, member: str, event: str) -> None:
        rule = MatchRule(type="signal", interface=EVENTS, member=member)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
        self._bus.send_and_get_reply(
            new_method_call(REGISTRY, "RegisterEvent", "s", (event,)), timeout=PATIENCE
        )

    def everything(self, *, hidden: bool = True) -> list[Seen]:
        """Every object of every running program, in reading order; empty while none is there."""
        answer = self._ask([_call(ROOT, "GetChildren")])[0]
        level = top = [Seen(place, 0) for place in answer[0]] if answer is not None else []
        while level:
            level = self._look_at(level, hidden=hidden)
        return [seen for one in top for seen in one.flat() if seen.role]

    def showing(self) -> list[Seen]:
        return [seen for seen in self.everything(hidden=False) if seen.has(SHOWING)]

    def text(self) -> str:
        """All names that are showing, one to a line."""
        return "\n".join(seen.name for seen in self.showing() if seen.name)

    def focus(self) -> Seen | None:
        """What has the keyboard: of what says so the innermost, but an entry of a list says so all the time."""
        windows = [seen for seen in self.showing() if seen.depth == 1]
        active = [seen for seen in windows if seen.has(ACTIVE)] or windows
        focused = [
            seen for window in active for seen in window.flat() if seen.has(FOCUSED) and seen.depth > 1
        ]
        outside = [seen for seen in focused if seen.role not in ENTRIES] or focused
        return max(outside, key=lambda seen: (seen.has(FOCUSABLE), bool(seen.name), seen.depth), default=None)

    def written_in(self, name: str) -> str | None:
        """What stands in the field of this name; None if there is none."""
        field = next((seen for seen in self.showing() if seen.name == name and seen.role == "text"), None)
        if field is None:
            return None
        asked = new_method_call(DBusAddress(field.place[1], field.place[0], TEXT), "GetText", "ii", (0, -1))
        answer = self._ask([asked])[0]
        return str(answer[0]) if answer is not None else None

    def focus_moved(self, *, inside: bool = False, seconds: float = 10.0) -> list[Seen]:
        """Wait until the keyboard went somewhere since it was forgotten; where it went, nowhere if only its caret did.

        A date is one thing with three stops; a caret that moved counts only where `inside` says that it may be there.
        """
        end = time.monotonic() + seconds
        while not self._focused and not (inside and self._inside) and time.monotonic() < end:
            self._hear(end - time.monotonic())
        met: list[Place] = []
        found: list[Seen] = []
        # The window tells of a key before it answers the look after it: with a look that brings no more, all is told.
        while self._focused or self._inside:
            met = [*reversed(self._focused), *met]
            looked_at = list(dict.fromkeys([*met, *self._inside]))
            self._focused.clear()
            self._inside.clear()
            found = [Seen(place, 0) for place in looked_at]
            self._look_at(found, hidden=False)
        return [seen for seen in found if seen.place in met and seen.has(FOCUSED)]

    def forget_focus(self) -> None:
        while self._hear(0.0):
            pass
        self._focused.clear()
        self._inside.clear()

    def at_rest(self) -> list[Seen]:
        """What is showing, once two looks saw the same."""
        before, showing = self.showing(), self.showing()
        end = time.monotonic() + PATIENCE
        while before != showing and time.monotonic() < end:
            before, showing = showing, self.showing()
        return showing

    def wait_for(self, wanted: str | Callable[[list[Seen]], bool], seconds: float = PATIENCE) -> list[Seen]:
        """Wait until a name that holds `wanted` is showing, or a condition on what is showing is met."""
        end = time.monotonic() + seconds
        while True:
            showing = self.showing()
            if wanted(showing) if callable(wanted) else any(wanted in seen.name for seen in showing):
                return showing
            if time.monotonic() > end:
                raise AssertionError(f"not seen: {wanted!r}; showing:\n" + "\n".join(_lines(showing)))
            time.sleep(0.05)

    def _look_at(self, level: Sequence[Seen], *, hidden: bool) -> list[Seen]:
        """Fill in what these are, all asked at once; return what is inside them."""
        asked = [
            message
            for seen in level
            for message in (
                _call(seen.place, "GetRoleName"),
                _property(seen.place, "Name"),
                _property(seen.place, "Description"),
                _call(seen.place, "GetState"),
                _call(seen.place, "GetChildren"),
            )
        ]
        answers = self._ask(asked)
        inside = []
        for at, seen in enumerate(level):
            answer = answers[5 * at : 5 * at + 5]
            if None in answer:
                continue  # it went away while it was being read
            role, name, description, states, children = answer
            seen.role, seen.name, seen.description = role[0], str(name[0][1]), str(description[0][1])
            seen.states = states[0][0] | states[0][1] << 32
            if hidden or seen.depth == 0 or seen.has(SHOWING):
                seen.inside = [Seen((bus, path), seen.depth + 1) for bus, path in children[0] if bus]
            inside += seen.inside
        return inside

    def _ask(self, messages: Sequence[Message], seconds: float = LOOK) -> list[Any]:
        """Send all, then take the answers; None for one that is an error or does not come."""
        serials = {}
        for at, message in enumerate(messages):
            serial = next(self._bus.outgoing_serial)
            serials[serial] = at
            self._bus.send(message, serial=serial)
        answers: list[Any] = [None] * len(messages)
        began = time.monotonic()
        end = began + seconds
        while serials and time.monotonic() < end:
            answer = self._receive(end - time.monotonic())
            if answer is None:
                break
            at = serials.pop(answer.header.fields.get(HeaderFields.reply_serial, -1), None)
            if at is not None and answer.header.message_type is MessageType.method_return:
                answers[at] = answer.body
        self.longest = max(self.longest, time.monotonic() - began)
        return answers

    def _hear(self, seconds: float) -> bool:
        return self._receive(max(seconds, 0.0)) is not None

    def _receive(self, seconds: float) -> Message | None:
        try:
            message = self._bus.receive(timeout=seconds)
        except TimeoutError:
            return None
        fields = message.header.fields
        event = fields.get(HeaderFields.member)
        if event == "StateChanged" and tuple(message.body[:2]) == ("focused", 1):
            self._focused.append((fields[HeaderFields.sender], fields[HeaderFields.path]))
        elif event == "TextCaretMoved":
            self._inside.append((fields[HeaderFields.sender], fields[HeaderFields.path]))
        return message


def _call(place: Place, method: str) -> Message:
    return new_method_call(DBusAddress(place[1], place[0], ACCESSIBLE), method)


def _property(place: Place, name: str) -> Message:
    return Properties(DBusAddress(place[1], place[0], ACCESSIBLE)).get(name)


def _address(session_bus: str) -> str:
    """Ask the session bus where the accessibility bus is, as every assistive program does."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with open_dbus_connection(bus=session_bus) as connection:
                message = new_method_call(
                    DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
                )
                answer = unwrap_msg(connection.send_and_get_reply(message, timeout=PATIENCE))
            return str(answer[0])
        except DBusErrorResponse:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def _lines(showing: list[Seen]) -> Iterator[str]:
    for seen in showing:
        yield f"{'  ' * seen.depth}{seen.role}: {seen.name}"
