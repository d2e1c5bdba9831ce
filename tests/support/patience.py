"""Waiting in a window of the test process: as long as a busy machine may need for what has to come some time."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.processes import PATIENCE

_PATIENCE: Final = round(1000 * PATIENCE)


class PatientBot(QtBot):
    """Gives up later than its base does. What has to happen in time is held by a bound of its own instead."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = _PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitActive(self, widget: QWidget, *, timeout: int = _PATIENCE) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = _PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)
