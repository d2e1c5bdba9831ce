"""Windows: no memory for other programs of this login, and none in error reports. Untried: no Windows was at hand.

The list of programs that error reporting leaves out is kept in the registry under each program's name, where anyone
reads it; the flags of this process do the same and leave nothing behind.
"""

from typing import Any, Final

_NO_FAULT_WINDOW: Final = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
_NO_HEAP: Final = 0x1  # WER_FAULT_REPORTING_FLAG_NOHEAP
_DACL: Final = 0x4  # DACL_SECURITY_INFORMATION
_REVISION: Final = 1  # SDDL_REVISION_1

RIGHTS: Final = "D:P(A;;0x101001;;;OW)(A;;0x1fffff;;;SY)"
"""The owner may wait for this process, ask for its name and end it, nothing more; the system itself may do all."""


def deny() -> bool:
    """Whether the system took every call."""
    import ctypes

    windows: Any = getattr(ctypes, "windll", None)
    if windows is None:
        return False
    windows.kernel32.SetErrorMode(_NO_FAULT_WINDOW)
    reports_nothing = _calls(lambda: windows.wer.WerSetFlags(_NO_HEAP) == 0)
    return _calls(lambda: _shut(ctypes, windows)) and reports_nothing


def _shut(ctypes: Any, windows: Any) -> bool:  # noqa: ANN401 - a module and its libraries
    """Put `RIGHTS` on this process."""
    descriptor = ctypes.c_void_p()
    made = windows.advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ctypes.c_wchar_p(RIGHTS), _REVISION, ctypes.byref(descriptor), None
    )
    if not made:
        return False
    windows.kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(windows.kernel32.GetCurrentProcess())
    try:
        return bool(windows.advapi32.SetKernelObjectSecurity(process, _DACL, descriptor))
    finally:
        windows.kernel32.LocalFree(descriptor)


def _calls(what: Any) -> bool:  # noqa: ANN401 - a function without arguments
    try:
        return bool(what())
    except (AttributeError, OSError):
        return False
