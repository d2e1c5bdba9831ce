"""macOS: no debugger may attach. Untried: written from the documentation, no macOS was at hand."""

from typing import Final

_PT_DENY_ATTACH: Final = 31


def deny() -> bool:
    """Whether the system took the call; it cannot be asked again."""
    import ctypes

    try:
        return int(ctypes.CDLL(None).ptrace(_PT_DENY_ATTACH, 0, None, 0)) == 0
    except (AttributeError, OSError):
        return False
