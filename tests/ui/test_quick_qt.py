"""Qt's binding loaded quickly explains itself with the same words as when it is loaded as usual."""

import subprocess
import sys

from trust_desktop.ui import quick_qt

QUICKLY = "from trust_desktop.ui import quick_qt; quick_qt.load()\n"
EXPLAIN = """
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["test"])
label = QLabel()
attempts = (
    lambda: label.resize("x"),
    lambda: label.setText(3),
    lambda: label.setTexxt(""),
    lambda: label.setAlignment("left"),
    lambda: label.setObjectName(nam=3),
    lambda: QObject(1, 2, 3),
    lambda: QLabel(Qt.Key.Key_A),
)
for attempt in attempts:
    try:
        attempt()
    except Exception as problem:
        print(type(problem).__name__, problem)
print(QLabel.setText.__doc__, QLabel.__init__.__doc__)
from shibokensupport.signature import get_signature
print(get_signature(QLabel.setText))
import inspect
print(inspect.getmodule(QLabel))
"""


def run(code: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_errors_and_signatures_are_the_same() -> None:
    said = run(QUICKLY + EXPLAIN)
    assert said == run(EXPLAIN)
    assert "Supported signatures" in said


def test_what_explains_is_not_run_before_it_is_asked() -> None:
    names = sorted(quick_qt._LATER)
    code = f"""
import sys
import PySide6.QtWidgets
print([name for name in {names!r} if len(vars(sys.modules[name])) > 10], "argparse" in sys.modules)
"""
    assert run(QUICKLY + code) == "[] False\n"
    assert run(code) == f"{names!r} True\n", "the names of this release"


def test_no_import_hook_is_left() -> None:
    code = "import builtins; plain = builtins.__import__\n"
    assert run(code + QUICKLY + "print(builtins.__import__ is plain)") == "True\n"
    assert run(code + "import PySide6.QtCore; print(builtins.__import__ is plain)") == "False\n", (
        "the reason for it"
    )
