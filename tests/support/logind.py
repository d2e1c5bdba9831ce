"""What a desktop says on the bus when a screen locks or a computer sleeps: real processes on a private bus.

Run as a program it owns logind's name on the bus of its environment, answers as logind does and says what it is told.
"""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from jeepney import (
    DBusAddress,
    DBusNameFlags,
    HeaderFields,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.support.processes import stop, wait_until
from tests.support.source import CHECKOUT

LOGIND: Final = "org.freedesktop.login1"
MANAGER: Final = DBusAddress("/org/freedesktop/login1", LOGIND, f"{LOGIND}.Manager")
SESSION: Final = DBusAddress("/org/freedesktop/login1/session/_3c2", LOGIND, f"{LOGIND}.Session")
PROPERTIES: Final = DBusAddress(SESSION.object_path, LOGIND, "org.freedesktop.DBus.Properties")
_CONFIG: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
"""


class Desktop:
    """A bus of its own that stands for both, the person's and the system's, with a logind on it."""

    def __init__(self, folder: Path, *, logind: bool = True) -> None:
        socket, config = folder / "bus", folder / "bus.conf"
        config.write_text(_CONFIG.format(socket=socket), encoding="utf-8")
        self.address = f"unix:path={socket}"
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "DBUS_SYSTEM_BUS_ADDRESS": self.address,
            "XDG_SESSION_ID": "2",
        }
        self._log = folder / "said.txt"
        self._bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"], stderr=subprocess.DEVNULL
        )
        self._logind: subprocess.Popen[str] | None = None
        wait_until(socket.exists, "the bus")
        if logind:
            self._start_logind()

    def say(self, what: str) -> None:
        """Let logind say `sleep`, `wake`, `lock`, `away`, `locked` or `other`."""
        assert self._logind is not None
        assert self._logind.stdin is not None
        self._logind.stdin.write(f"{what}\n")
        self._logind.stdin.flush()

    def screen_saver(self, name: str, *, active: bool) -> None:
        """One more process says that the screen is covered, or no longer."""
        path = "/" + name.replace(".", "/")
        value = f"boolean:{str(active).lower()}"
        command = [
            "dbus-send",
            f"--bus={self.address}",
            "--type=signal",
            path,
            f"{name}.ActiveChanged",
            value,
        ]
        subprocess.run(command, check=True, env=os.environ | self.environment)

    def asked(self) -> list[str]:
        """What logind was asked so far, and `let go` for each hold on sleep that was given up."""
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []

    def stop(self) -> None:
        for process in (self._logind, self._bus):
            if process is not None:
                stop(process)

    def _start_logind(self) -> None:
        self._logind = subprocess.Popen(
            [sys.executable, "-m", "tests.support.logind", str(self._log)],
            env=os.environ | self.environment,
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._logind.stdout is not None
        assert self._logind.stdout.readline() == "ready\n"


class _Logind:
    def __init__(self, log: Path) -> None:
        self._log = log
        self._bus: Any = open_dbus_connection(bus=os.environ["DBUS_SYSTEM_BUS_ADDRESS"], enable_fds=True)
        self._properties = {"Active": True, "LockedHint": False}
        self._holds: list[int] = []
        self._bus.send_and_get_reply(message_bus.RequestName(LOGIND, DBusNameFlags.do_not_queue))

    def serve(self) -> None:
        import select

        print("ready", flush=True)
        with closing(self._bus):
            while True:
                holds = list(self._holds)
                ready, _, _ = select.select([self._bus.sock, sys.stdin, *holds], [], [])
                for hold in holds:
                    if hold in ready:
                        self._let_go(hold)
                if sys.stdin in ready:
                    words = sys.stdin.readline()
                    if not words:
                        return
                    self._say(words.strip())
                if self._bus.sock in ready:
                    self._answer(self._bus.receive())

    def _say(self, what: str) -> None:
        if what in {"sleep", "wake"}:
            self._bus.send(new_signal(MANAGER, "PrepareForSleep", "b", (what == "sleep",)))
        elif what == "lock":
            self._bus.send(new_signal(SESSION, "Lock"))
        else:
            name, value = {
                "away": ("Active", False),
                "locked": ("LockedHint", True),
                "other": ("Idle", True),
            }[what]
            self._properties[name] = value
            body = (SESSION.interface, {name: ("b", value)}, [])
            self._bus.send(new_signal(PROPERTIES, "PropertiesChanged", "sa{sv}as", body))

    def _answer(self, message: Any) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        method = message.header.fields[HeaderFields.member]
        self._note(" ".join([method, *map(str, message.body)]))
        if method == "GetSession" and message.body == ("2",):
            reply = new_method_return(message, "o", (SESSION.object_path,))
        elif method == "Get":
            reply = new_method_return(message, "v", (("b", self._properties[message.body[1]]),))
        elif method == "Inhibit":
            read, write = os.pipe()
            self._holds.append(read)
            reply = new_method_return(message, "h", (write,))
            self._bus.send(reply)
            os.close(write)
            return
        else:
            reply = new_error(message, f"{LOGIND}.NoSuchSession")
        self._bus.send(reply)

    def _let_go(self, hold: int) -> None:
        self._holds.remove(hold)
        os.close(hold)
        self._note("let go")

    def _note(self, words: str) -> None:
        with self._log.open("a", encoding="utf-8") as log:
            log.write(f"{words}\n")


if __name__ == "__main__":
    _Logind(Path(sys.argv[1])).serve()
