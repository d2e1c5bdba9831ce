"""macOS: a window that screenshots leave out, though newer recorders take it all the same. Untried: no macOS was at hand."""

from typing import Any, Final

_NONE: Final = 0  # NSWindowSharingNone
_READ_ONLY: Final = 1  # NSWindowSharingReadOnly, what every window begins with


def exclude(view: int, *, excluded: bool) -> bool:
    """Whether there was a window to tell; Qt names the view in it."""
    import ctypes
    import ctypes.util

    try:
        objc: Any = ctypes.CDLL(ctypes.util.find_library("objc") or "libobjc.dylib")
        objc.sel_registerName.restype = ctypes.c_void_p
        send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
        tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(
            ("objc_msgSend", objc)
        )
        window = send(view, objc.sel_registerName(b"window"))
        if window:
            tell(window, objc.sel_registerName(b"setSharingType:"), _NONE if excluded else _READ_ONLY)
    except (AttributeError, OSError):
        return False
    return bool(window)
