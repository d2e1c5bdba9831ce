"""The database imported quickly leaves out what it does not use, and takes nothing away from others."""

import subprocess
import sys

QUICKLY = """
import sys
from trust_desktop.services import quick_database
quick_database.load()
"""


def run(code: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_neither_event_loop_nor_package_metadata_is_imported() -> None:
    names = "{'asyncio', 'importlib.metadata', 'ssl', 'email', 'sqlalchemy.orm', 'alembic'}"
    assert run(f"{QUICKLY}print({names} & set(sys.modules), 'sqlalchemy' in sys.modules)") == "set() True\n"


def test_afterwards_the_real_modules_are_there_for_everyone() -> None:
    code = f"""{QUICKLY}
import asyncio
from importlib import metadata
from sqlalchemy.util import compat, concurrency
async def one():
    return 1
print(asyncio.run(one()), bool(metadata.version("sqlalchemy")))
print(concurrency.is_exit_exception(asyncio.CancelledError()), concurrency.is_exit_exception(ValueError()))
waiting = one()
print(concurrency.iscoroutine(waiting), concurrency.iscoroutine(3), list(compat.importlib_metadata_get("nothing")))
waiting.close()
"""
    assert run(code).split("\n")[:3] == ["1 True", "True False", "True False []"]


def test_what_was_imported_before_is_left_alone() -> None:
    code = "import asyncio\n" + QUICKLY + "print(sys.modules['asyncio'] is asyncio, asyncio.Queue.__name__)"
    assert run(code) == "True Queue\n"
