"""Qt's Python binding, loaded without what it needs only to explain itself: that comes when it is asked for.

At every start the binding unpacks, compiles and runs its own tools for signatures, error texts and stubs, which is
more than a third of what importing it takes, and leaves an import hook behind. See docs/decisions/0011.
"""

import builtins
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Final

from trust_desktop.override import override

_PACKAGES: Final = ("shibokensupport.signature", "shibokensupport.signature.lib")
_LATER: Final = frozenset(
    f"{_PACKAGES[0]}.{name}"
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
)

_waiting: dict[str, ModuleSpec] = {}


class _Later(ModuleType):
    """Stands for a module of the binding and runs its code at the first question it cannot answer."""

    def __init__(self, name: str, spec: ModuleSpec) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, spec.loader)  # the binding will rename it
        _waiting[name] = spec

    @override
    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        spec = None if name.startswith("__") else _waiting.pop(self.__name__, None)
        if spec is None or spec.loader is None:
            raise AttributeError(name)
        renamed, self.__spec__ = self.__spec__, spec
        spec.loader.exec_module(self)
        self.__spec__ = renamed
        return getattr(self, name)


def load() -> None:
    """Import QtCore; afterwards imports work as they did before."""
    plain_import = builtins.__import__

    def importing(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - the names of the function it stands for
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        for part in (fromlist or ()) if name in _PACKAGES else ():
            _put_off(name, part)
        return plain_import(name, globals, locals, fromlist or (), level)

    builtins.__import__ = importing
    try:
        import_module("PySide6.QtCore")
    finally:
        # The hook that came with it reads the source of every module imported later, to see whether it asks for other
        # spellings of Qt's names. None of ours does, and it is a fifth of the time to the calendar.
        builtins.__import__ = plain_import


def _put_off(package: str, part: str) -> None:
    name = f"{package}.{part}"
    spec = find_spec(name) if name in _LATER and name not in sys.modules else None
    if spec is not None:
        module = sys.modules[name] = _Later(name, spec)
        setattr(sys.modules[package], part, module)
