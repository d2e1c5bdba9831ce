"""What each command does."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from trust_desktop.dev import bundle, checks, content, faults, locking, system
from trust_desktop.dev.environments import CHECKOUT, Environment, for_words, primary

__all__ = ["main"]

_EPILOG: Final = "Arguments after -- go to the app (run) or to pytest (faults; test: then only this Python and no other checks)."


_MODULES: Final = {
    "run": ("trust_desktop",),
    "bench": ("benchmarks",),
    "screenshots": ("docs.screenshots",),
    "translations": ("trust_desktop.dev.translations",),
    "words": ("training",),
}


def main(arguments: Sequence[str]) -> int:
    arguments, passed_on = _split(arguments)
    options = _parser().parse_args(arguments)
    os.chdir(CHECKOUT)
    if options.command == "lock":
        return locking.refresh()
    if options.command == "content":
        return content.check()
    environment = for_words() if options.command == "words" else primary()
    line = system.ensure(_needs(options.command))
    if line:
        print(line, file=sys.stderr)
        return 2
    try:
        environment.ensure()
        return _do(options, environment, passed_on)
    except subprocess.CalledProcessError as error:
        print(f"Stopped: {Path(error.cmd[0]).name} ended with {error.returncode}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _needs(command: str) -> list[system.Need]:
    if command == "words":
        return [*system.PYTHON]
    return [*system.PYTHON, *system.window_needs(), *(system.BUILD if command == "build" else ())]


def _do(options: argparse.Namespace, environment: Environment, passed_on: Sequence[str]) -> int:
    if options.command == "test":
        return checks.run(environment, passed_on)
    if options.command == "faults":
        return faults.run(environment, passed_on, long=options.long, json=options.json)
    if options.command == "build":
        return bundle.build(environment)
    return _become(environment, *_MODULES[options.command], *_own_arguments(options), *passed_on)


def _own_arguments(options: argparse.Namespace) -> list[str]:
    if options.command == "screenshots":
        return [options.folder]
    if options.command == "bench" and options.json:
        return ["--json", options.json]
    if options.command == "words" and options.figures:
        return ["--figures"]
    return []


def _become(environment: Environment, module: str, *arguments: str) -> int:
    """Hand over to the environment's Python without leaving a process in between where that is possible."""
    command = [str(environment.python), "-m", module, *arguments]
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    return subprocess.run(command, check=False).returncode


def _split(arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    if "--" not in arguments:
        return arguments, ()
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m trust_desktop.dev", epilog=_EPILOG)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="set up what is missing and open the app")
    commands.add_parser("test", help="set up what is missing and run every check and test")
    tried = commands.add_parser("faults", help="bring every fault about and say what became of the vault")
    tried.add_argument("--long", action="store_true", help="many more tries; takes hours")
    tried.add_argument("--json", metavar="FILE", dest="json", help="write the table there too")
    bench = commands.add_parser("bench", help="measure against a bare window in the same run")
    bench.add_argument("--json", metavar="FILE", dest="json", help="write the figures there too")
    screenshots = commands.add_parser(
        "screenshots", help="every page of the demo vault as a picture, light and dark"
    )
    screenshots.add_argument("folder", metavar="DIR")
    commands.add_parser("build", help="the frozen program for this system, in dist/")
    commands.add_parser("translations", help="bring the English plurals up to date with the window's strings")
    commands.add_parser("content", help="check the texts a counsellor may edit, line by line")
    words = commands.add_parser("words", help="make the models of words anew from the labelled sentences")
    words.add_argument(
        "--figures", action="store_true", help="measure them on the kept-back sentences instead"
    )
    commands.add_parser("lock", help="resolve the requirements anew (needs uv)")
    return parser
