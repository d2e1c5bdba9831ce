"""Guards the pinned Qt: a release exists whose signals abort CPython 3.11 after some 600 emits from Python."""

import subprocess
import sys

_EMITTING = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Source(QObject):
    changed = Signal(object)
app = QCoreApplication([])
source, heard = Source(), []
source.changed.connect(heard.append)
for number in range(5000):
    source.changed.emit(number)
assert heard == list(range(5000))
"""


def test_five_thousand_emits_survive() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _EMITTING], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
