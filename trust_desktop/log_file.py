"""The rotating file of the log, which goes into no file but its own."""

import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from trust_desktop import own_file
from trust_desktop.override import override


class LogFile(RotatingFileHandler):
    """Raises OSError where something else lies in the file's place."""

    @override
    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = own_file.opened(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        return open(handle, "a", encoding=self.encoding)  # noqa: PTH123 - closed by its base class
