"""`test`: the checks that read the code once, then the tests on every Python found, side by side."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Final

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
    """Side by side, for time. This Python's run is seen as it goes, the others when they end, whole if one failed.

    The order of the tests is told before they start: a run that ends in a crash can be run again in the same order.
    """
    for environment in environments:
        environment.ensure()
    order = f"--randomly-seed={secrets.randbelow(2**32)}"
    print(f"== order of the tests: {order}", flush=True)
    with _started(environments, order) as runs:
        code = _pytest(primary, *_COVERAGE, order)
        for environment, process, output in runs:
            failed = process.wait()
            output.seek(0)
            text = output.read()
            print(f"== tests on Python 3.{environment.minor}", flush=True)
            print(text.rstrip() if failed else text.rstrip().rpartition("\n")[2], flush=True)
            code = code or failed
    return code


_Run = tuple[Environment, "subprocess.Popen[str]", IO[str]]


@contextmanager
def _started(environments: Sequence[Environment], order: str) -> Iterator[list[_Run]]:
    runs: list[_Run] = []
    try:
        for environment in environments:
            output: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed below
            command = _pytest_command(
                environment, "-m", "not frozen and not once", "-p", "no:cacheprovider", order
            )
            runs.append(
                (
                    environment,
                    subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, text=True),
                    output,
                )
            )
        yield runs
    finally:
        for _, process, output in runs:
            if process.poll() is None:
                process.terminate()
                process.wait()
            output.close()


def _pytest(environment: Environment, *arguments: str) -> int:
    print(f"== tests on Python 3.{environment.minor}", flush=True)
    return subprocess.run(_pytest_command(environment, *arguments), check=False).returncode


def _pytest_command(environment: Environment, *arguments: str) -> list[str]:
    quiet = ["-q"] if os.environ.get("CI") else []
    return [str(environment.python), "-m", "pytest", *quiet, *arguments]
