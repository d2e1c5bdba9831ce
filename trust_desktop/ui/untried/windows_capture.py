"""Windows: a window that screenshots and recordings leave out. Untried: no Windows was at hand."""

from typing import Any, Final

_SHOWN: Final = 0x00  # WDA_NONE
_LEFT_OUT: Final = 0x11  # WDA_EXCLUDEFROMCAPTURE, from Windows 10 2004 on


def exclude(window: int, *, excluded: bool) -> bool:
    """Whether the system took it. Before Windows 10 2004 it refuses, and the window stays as it is."""
    import ctypes

    windows: Any = getattr(ctypes, "windll", None)
    if windows is None:
        return False
    wanted = _LEFT_OUT if excluded else _SHOWN
    return bool(windows.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window), wanted))
