"""What is imported before the first window is painted, and on the way from there to the calendar."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.vaults import finished_vault
from trust_desktop.domain.vault import Protection
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services.vaults import Places

DEAR = {
    "alembic",
    "argparse",
    "asyncio",
    "cryptography",
    "dateutil",
    "email",
    "hashlib",
    "jeepney",
    "json",
    "keyring",
    "secretstorage",
    "socket",
    "sqlalchemy",
    "sqlcipher3",
    "subprocess",
    "tomllib",
    "zoneinfo",
    "zxcvbn",
}
"""None of it is needed to say that a vault is locked."""

MOST = 85
"""Modules of ours and of Python that the lock screen may bring besides those of a bare window."""

WATCHED = """
import os, sys
from trust_desktop.ui import quick_qt
quick_qt.load()
import PySide6.QtWidgets
bare = set(sys.modules)
from trust_desktop.ui import shell
paint = shell.Shell.paintEvent
def painted(self, event):
    paint(self, event)
    print(*sorted(set(sys.modules) - bare), flush=True)
    os._exit(0)
shell.Shell.paintEvent = painted
from trust_desktop import __main__
__main__.main(["--data-dir", sys.argv[1]])
"""

WALKED = """
import enum, sys
made = []
create = enum.EnumType._create_
def noted(cls, name, *rest, **named):
    made.append(name)
    return create(cls, name, *rest, **named)
enum.EnumType._create_ = noted
from tests.builders import a_live_plan, session_at
from pathlib import Path
from PySide6.QtWidgets import QApplication
from trust_desktop.ui import theme
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
app = QApplication([])
theme.apply(app)
session = session_at(Path(sys.argv[1]))
a_live_plan(session)
window = MainWindow(OpenVault(session), first=Place[sys.argv[2]])
window.show()
for _ in range(5):
    app.processEvents()
print(*sorted({"DockWidgetFeature", "ColorDialogOption", "SharedMemoryError", "ProcessState"} & set(made)), "made")
session.close()
"""


def run(code: str, *arguments: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_the_lock_screen_waits_for_nothing_it_does_not_show(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    finished_vault(Places(data, data), MemoryStore(), Protection.DEVICE_AND_PASSPHRASE)
    imported = run(WATCHED, str(data)).split()
    assert "trust_desktop.ui.vaults.lock_screen" in imported
    assert {name.partition(".")[0] for name in imported} & DEAR == set()
    assert len(imported) <= MOST


# From CPython 3.12 on the binding does not bear a watched maker of enums; what it loads is the same there.
if sys.version_info < (3, 12):

    @pytest.mark.parametrize("place", ["TODAY", "CALENDAR"])
    def test_no_class_of_qt_is_loaded_that_the_page_does_not_use(tmp_path: Path, place: str) -> None:
        """To wrap a widget that Qt made, the binding loads every kind of widget there is."""
        assert run(WALKED, str(tmp_path), place) == "made\n"
