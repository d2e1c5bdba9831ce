"""A real gnome-keyring on a session bus and in a home folder of its own; never the account's."""

import os
import signal
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.support.processes import stop, wait_until

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class SecretService:
    """`environment` is for programs under test; `lock`, `forget` and `kill` bring the faults about."""

    def __init__(self, root: Path) -> None:
        self.home = root / "keyring-home"
        self.runtime = root / "keyring-run"
        for folder in (self.home, self.runtime):
            folder.mkdir(mode=0o700)
        socket = self.runtime / "bus"
        self.address = f"unix:path={socket}"
        config = self.runtime / "bus.conf"
        config.write_text(_BUS_CONFIG.format(socket=socket), encoding="utf-8")
        self.environment = {
            **os.environ,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "XDG_DATA_HOME": str(self.home / ".local" / "share"),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "DBUS_SESSION_BUS_ADDRESS": self.address,
        }
        self._processes: list[subprocess.Popen[bytes]] = []
        try:
            self._start("dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile")
            wait_until(socket.exists, "the session bus")
            self.unlock()
        except BaseException:
            self.stop()
            raise

    def unlock(self, password: str = "\n") -> None:
        """Start the daemon with its login collection open."""
        self._daemon = self._start(
            "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets", feed=password.encode()
        )
        wait_until(self._collection_is_open, "gnome-keyring's login collection")

    def lock(self) -> None:
        with closing(self.connect()) as connection:
            import secretstorage

            secretstorage.get_default_collection(connection).lock()

    def is_locked(self) -> bool:
        with closing(self.connect()) as connection:
            import secretstorage

            return bool(secretstorage.get_default_collection(connection).is_locked())

    def forget(self) -> int:
        """Delete every item, as a person might in a keyring window; how many there were."""
        with closing(self.connect()) as connection:
            import secretstorage

            items = list(secretstorage.get_default_collection(connection).get_all_items())
            for item in items:
                item.delete()
            return len(items)

    def items(self) -> list[tuple[str, bytes]]:
        """Label and secret of each item."""
        with closing(self.connect()) as connection:
            import secretstorage

            found = secretstorage.get_default_collection(connection).get_all_items()
            return [(item.get_label(), item.get_secret()) for item in found]

    def kill(self) -> None:
        """The daemon dies; the bus stays."""
        self._daemon.kill()
        self._daemon.wait()

    def freeze(self) -> None:
        """The daemon is there and answers nothing, until `thaw`."""
        self._daemon.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._daemon.send_signal(signal.SIGCONT)

    @property
    def is_running(self) -> bool:
        return self._daemon.poll() is None

    def stop(self) -> None:
        for process in reversed(self._processes):
            stop(process)

    def connect(self) -> Any:
        from jeepney.io.blocking import open_dbus_connection

        return open_dbus_connection(bus=self.address)

    def _collection_is_open(self) -> bool:
        from secretstorage.exceptions import SecretStorageException

        try:
            return not self.is_locked()
        except (SecretStorageException, OSError):
            return False

    def _start(self, *command: str, feed: bytes | None = None) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.PIPE if feed is not None else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(process)
        if feed is not None and process.stdin is not None:
            process.stdin.write(feed)
            process.stdin.close()
        return process
