"""`typing.override` for every supported Python: CPython 3.11 does not have it yet."""

from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):
        """Mark a method that replaces one of its base class; checked by the type checker only."""
        return method
