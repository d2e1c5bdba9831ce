"""The database, imported without what SQLAlchemy brings for event loops and plugins until somebody asks for it."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from trust_desktop.override import override

_UNUSED: Final = ("asyncio", "importlib.metadata")
"""A tenth of the import in time, 4 MiB in memory; a vault is opened by neither."""


class _Unused(ModuleType):
    """Stands for a module while others are imported, and hands every question on to the real one."""

    @override
    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._real(), name)

    def iscoroutine(self, thing: object) -> bool:
        """The one function SQLAlchemy takes out of a module at once."""
        return bool(self._real().iscoroutine(thing))

    def _real(self) -> ModuleType:
        self.leave()
        return import_module(self.__name__)

    def leave(self) -> None:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]


def load() -> None:
    """Import the database; whoever imports the unused modules afterwards gets the real ones."""
    standing_in = [_Unused(name) for name in _UNUSED if name not in sys.modules]
    sys.modules.update((module.__name__, module) for module in standing_in)
    try:
        import_module("trust_desktop.storage.database")
    finally:
        for module in standing_in:
            module.leave()
