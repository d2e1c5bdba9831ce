"""The database imported quickly leaves out what it does not use, and takes nothing away from others."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from trust_desktop.services import quick_database

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


@pytest.fixture
def unused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A module nobody has imported, whatever other tests did before in this process."""
    name = "seldom_asked_for"
    (tmp_path / f"{name}.py").write_text("def iscoroutine(thing):\n    return thing == 3\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(quick_database, "_UNUSED", (name, "sys"))
    yield name
    sys.modules.pop(name, None)


def load_and(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], None]) -> None:
    def importing(name: str) -> ModuleType:
        if name == "trust_desktop.storage.database":
            meanwhile()
        return import_module(name)

    monkeypatch.setattr(quick_database, "import_module", importing)
    quick_database.load()


def test_a_stand_in_that_is_asked_gives_way_to_the_real_module(
    unused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask() -> None:
        module = sys.modules[unused]
        with pytest.raises(AttributeError):
            _ = module.__wrapped__
        assert isinstance(module, quick_database._Unused)
        assert module.iscoroutine(3) is True
        assert not isinstance(sys.modules[unused], quick_database._Unused)
        assert module.iscoroutine.__name__ == "iscoroutine"
        with pytest.raises(AttributeError):
            _ = module.not_there

    load_and(monkeypatch, ask)
    assert sys.modules[unused].iscoroutine(4) is False


def test_a_stand_in_that_nobody_asks_goes_all_the_same(unused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    load_and(monkeypatch, lambda: seen.append(unused in sys.modules))
    assert seen == [True]
    assert unused not in sys.modules
    assert not isinstance(sys, quick_database._Unused)
