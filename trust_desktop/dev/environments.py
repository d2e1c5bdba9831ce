"""Virtual environments made from the lock, one for each Python, and known to be current by its hash."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["CHECKOUT", "LOCK", "Environment", "for_words", "others", "primary"]

CHECKOUT: Final = Path(__file__).resolve().parents[2]
LOCK: Final = CHECKOUT / "resources" / "requirements.lock"
WORDS_LOCK: Final = CHECKOUT / "training" / "requirements.lock"
_TESTED: Final = (11, 12, 13)

# The lock is the whole list. Left to follow dependencies, pip looks past a pin for the newest release of a package
# that another asks for with an extra, and stops at the missing hash on the day there is one.
_AS_LOCKED: Final = ("--require-hashes", "--no-deps", "--only-binary=:all:")


@dataclass(frozen=True)
class Environment:
    interpreter: Path
    minor: int
    folder: Path
    lock: Path | None = None
    """None is the lock of the program and its tests."""

    @property
    def python(self) -> Path:
        return self.program("python")

    def program(self, name: str) -> Path:
        return (
            self.folder
            / ("Scripts" if os.name == "nt" else "bin")
            / (name + (".exe" if os.name == "nt" else ""))
        )

    @property
    def _stamp(self) -> Path:
        return self.folder / "lock.sha256"

    def is_current(self) -> bool:
        return self._stamp.is_file() and self._stamp.read_text(encoding="ascii") == self._wanted()

    def ensure(self) -> None:
        """Make it anew when the lock or the Python changed; a half-made one has no stamp and is made again."""
        if self.is_current():
            return
        print(f"Setting up {self.folder.name} for Python 3.{self.minor} …", file=sys.stderr, flush=True)
        subprocess.run([str(self.interpreter), "-m", "venv", "--clear", str(self.folder)], check=True)
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
        subprocess.run([*pip, "install", "-qq", *_AS_LOCKED, "-r", str(self.lock or LOCK)], check=True)
        subprocess.run([*pip, "check"], check=True, stdout=subprocess.DEVNULL)
        self._stamp.write_text(self._wanted(), encoding="ascii")

    def _wanted(self) -> str:
        return f"3.{self.minor} {self.interpreter} {hashlib.sha256((self.lock or LOCK).read_bytes()).hexdigest()}\n"


def primary() -> Environment:
    """The one for the Python that runs this command."""
    interpreter = Path(getattr(sys, "_base_executable", "") or sys.executable).resolve()
    return Environment(interpreter, sys.version_info.minor, CHECKOUT / ".venv")


def for_words() -> Environment:
    """The one in which the models of words are made: what it needs is heavy, and nothing else needs it."""
    base = primary()
    return Environment(base.interpreter, base.minor, CHECKOUT / ".venv-words", WORDS_LOCK)


def others() -> list[Environment]:
    """For every other tested Python that this machine has."""
    found = []
    for minor in _TESTED:
        if minor == sys.version_info.minor:
            continue
        interpreter = next((path for path in _candidates(minor) if _really_runs(path, minor)), None)
        if interpreter:
            found.append(Environment(interpreter, minor, CHECKOUT / f".venv-3.{minor}"))
    return found


def _candidates(minor: int) -> Iterator[Path]:
    on_path = shutil.which(f"python3.{minor}")
    if on_path:
        yield Path(on_path)
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    yield from sorted(versions.glob(f"3.{minor}.*/bin/python3.{minor}"), reverse=True)


def _really_runs(interpreter: Path, minor: int) -> bool:
    """A shim of pyenv may stand for a version that is not there, and Debian may leave out what makes a venv."""
    question = "import ensurepip, sys, venv; print(sys.implementation.name, sys.version_info.minor)"
    try:
        answer = subprocess.run(
            [str(interpreter), "-c", question], capture_output=True, text=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.split() == ["cpython", str(minor)]
