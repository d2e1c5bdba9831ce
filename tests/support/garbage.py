"""Garbage is collected between tests, on this thread: a worker that comes to free a widget of an earlier test crashes."""

import gc
from typing import Final

_LIMITS: Final = gc.get_threshold()


def pytest_configure() -> None:
    gc.disable()


def pytest_runtest_logstart() -> None:
    gc.disable()


def pytest_runtest_logfinish() -> None:
    """Collect the generations that Python itself would have collected by now."""
    due = [n for n, (count, limit) in enumerate(zip(gc.get_count(), _LIMITS, strict=True)) if count > limit]
    if due:
        gc.collect(max(due))
