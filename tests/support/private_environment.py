"""Folders and variables of one test run: nothing of the account that runs it is read or written."""

import os
import shutil
import tempfile
from pathlib import Path

_FOREIGN = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "GNOME_KEYRING_CONTROL",
    "SSH_AUTH_SOCK",
    "PYTHON_KEYRING_BACKEND",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
    "QT_QPA_PLATFORMTHEME",
    "QT_STYLE_OVERRIDE",
    "QT_SCALE_FACTOR",
    "LANGUAGE",
)

_BESIDE = "TESTS_BESIDE"


class PrivateEnvironment:
    """Home, runtime and temporary folders, made at the start of a run and removed at its end."""

    def __init__(self) -> None:
        self._before = dict(os.environ)
        # A worker's own stands beside that of the run which started it: within it, the paths of sockets got too long.
        self._beside = os.environ.get(_BESIDE) or tempfile.gettempdir()
        self.root = Path(tempfile.mkdtemp(prefix="td-tests-", dir=self._beside))

    def enter(self) -> None:
        for name in _FOREIGN:
            os.environ.pop(name, None)
        folders = {
            "HOME": self._folder("home"),
            "XDG_RUNTIME_DIR": self._folder("run"),
            "XDG_CONFIG_HOME": self._folder("home", ".config"),
            "XDG_DATA_HOME": self._folder("home", ".local", "share"),
            "XDG_STATE_HOME": self._folder("home", ".local", "state"),
            "XDG_CACHE_HOME": self._folder("home", ".cache"),
            "TMPDIR": self._folder("tmp"),
        }
        os.environ.update({name: str(folder) for name, folder in folders.items()})
        os.environ[_BESIDE] = self._beside
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere"
        os.environ["LC_ALL"] = "C.UTF-8"
        os.environ["TZ"] = "UTC"
        # Widgets inside the test process need no screen; a real window runs in a process and on a display of its own.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        tempfile.tempdir = None

    def leave(self) -> None:
        os.environ.clear()
        os.environ.update(self._before)
        tempfile.tempdir = None
        shutil.rmtree(self.root, ignore_errors=True)

    def _folder(self, *parts: str) -> Path:
        folder = self.root.joinpath(*parts)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        return folder
