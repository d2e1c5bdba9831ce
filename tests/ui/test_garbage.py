"""While the window lives, garbage is collected by its own thread and by no other."""

import gc
import weakref

from PySide6.QtCore import QObject

from trust_desktop.ui.garbage import GarbageCollector


class Knot(list["Knot"]):
    def __init__(self) -> None:
        self.append(self)


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
