"""While the window lives, garbage is collected by its own thread and by no other."""

import gc
import weakref
from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.garbage import GarbageCollector


class Knot(list["Knot"]):
    def __init__(self) -> None:
        self.append(self)


@pytest.fixture
def _automatic() -> Iterator[None]:
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("_automatic")
def test_python_stops_and_the_window_collects(qapp: object) -> None:
    parent = QObject()
    collector = GarbageCollector(parent)
    assert not gc.isenabled()
    collector.collect()
    watched = weakref.ref(Knot())
    assert watched() is not None
    knots = [Knot() for _ in range(gc.get_threshold()[0] + 1)]
    del knots
    collector.collect()
    assert watched() is None
    collector.stop()
    assert gc.isenabled()


def test_what_was_off_before_stays_off(qapp: object) -> None:
    parent = QObject()
    GarbageCollector(parent).stop()
    assert not gc.isenabled()


def test_a_worker_frees_no_widget_of_an_earlier_test(qapp: object) -> None:
    widget = QWidget()
    setattr(widget, "myself", widget)  # noqa: B010 - a knot that only a collection unties
    watched = weakref.ref(widget)
    del widget
    worker = Thread(target=lambda: [Knot() for _ in range(200_000)])
    worker.start()
    worker.join()
    assert watched() is not None
    gc.collect()
    assert watched() is None
