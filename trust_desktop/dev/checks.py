"""`test`: the checks that read the code once, then the tests on every Python found, one after the other."""

import os
import secrets
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

from trust_desktop.dev import system
from trust_desktop.dev.environments import Environment, others

__all__ = ["run"]

_READING: Final = (
    ("format", "ruff", "format", "--check", "."),
    ("lint", "ruff", "check", "."),
    ("types", "mypy"),
    ("import contracts", "lint-imports"),
    ("dead code", "vulture"),
)
_COVERAGE: Final = ("--cov", "--cov-report=term", "--coverage-thresholds")
_ALL_CORES: Final = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")

# What draws the window is the same library on each Python: there its pages are met in the journeys and the started program.
_ELSEWHERE: Final = ("-m", "not frozen and not once", "--ignore=tests/ui", "-p", "no:cacheprovider")


def run(environment: Environment, arguments: Sequence[str]) -> int:
    line = system.ensure(system.TEST)
    if line:
        print(f"{line}\nWithout these, the tests that need them are skipped.", file=sys.stderr)
    if arguments:
        return _pytest(environment, *arguments)
    return _read(environment) or _test_everywhere(environment, others())


def _read(environment: Environment) -> int:
    failed = [name for name, tool, *rest in _READING if _call(environment, name, tool, *rest) != 0]
    if failed:
        print(f"Stopped before the tests: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _call(environment: Environment, name: str, tool: str, *arguments: str) -> int:
    print(f"== {name}", flush=True)
    return subprocess.run([str(environment.program(tool)), *arguments], check=False).returncode


def _test_everywhere(primary: Environment, environments: Sequence[Environment]) -> int:
    """One Python after the other, each on all cores. What the order is drawn from is told before the tests start."""
    for environment in environments:
        environment.ensure()
    order = f"--randomly-seed={secrets.randbelow(2**32)}"
    print(f"== order of the tests: {order}", flush=True)
    code = _pytest(primary, *_COVERAGE, *_ALL_CORES, order)
    for environment in environments:
        failed = _pytest(environment, *_ELSEWHERE, *_ALL_CORES, order)
        code = code or failed
    return code


def _pytest(environment: Environment, *arguments: str) -> int:
    print(f"== tests on Python 3.{environment.minor}", flush=True)
    quiet = ["-q"] if os.environ.get("CI") else []
    command = [str(environment.python), "-m", "pytest", *quiet, *arguments]
    return subprocess.run(command, check=False).returncode
