"""KeePassXC as the Secret Service of a private bus, with a database, a home folder and a screen of its own."""

import base64
import subprocess
import uuid
from pathlib import Path
from typing import Final

from tests.support.display import Display
from tests.support.processes import wait_until
from tests.support.secret_service import SecretService

_PASSWORD: Final = "pw"
_DATABASE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<KeePassFile>
  <Meta><CustomData><Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{{{group}}}</Value></Item></CustomData></Meta>
  <Root><Group><UUID>{encoded}</UUID><Name>Root</Name></Group></Root>
</KeePassFile>
"""
_SETTINGS: Final = """[General]
ConfigVersion=2
UpdateCheckMessageShown=true
[GUI]
CheckForUpdates=false
[FdoSecrets]
Enabled=true
ConfirmAccessItem=false
ConfirmDeleteItem=false
ShowNotification=false
"""


class KeePassXC(SecretService):
    def __init__(self, root: Path, display: Display) -> None:
        super().__init__(root)
        self.kill()  # what answered until now; KeePassXC takes its place on the bus
        self.environment.update(display.environment)
        self._database, self._settings = root / "x.kdbx", root / "keepassxc.ini"
        group, source = uuid.uuid4(), root / "x.xml"
        source.write_text(_DATABASE.format(group=group, encoded=base64.b64encode(group.bytes).decode()))
        self._settings.write_text(_SETTINGS)
        try:
            subprocess.run(
                ["keepassxc-cli", "import", "-q", "-p", str(source), str(self._database)],
                input=f"{_PASSWORD}\n{_PASSWORD}\n",
                text=True,
                check=True,
                capture_output=True,
                env=self.environment,
            )
            self.open_database()
        except BaseException:
            self.stop()
            raise

    def open_database(self) -> None:
        arguments = ["--pw-stdin", "--config", str(self._settings), str(self._database)]
        self._daemon = self._start("keepassxc", *arguments, feed=f"{_PASSWORD}\n".encode())
        wait_until(self._collection_is_open, "KeePassXC's database")

    def lock_database(self) -> None:
        subprocess.run(
            ["keepassxc", "--config", str(self._settings), "--lock"],
            env=self.environment,
            check=True,
            capture_output=True,
        )
        wait_until(self.is_locked, "KeePassXC's database to be locked")
