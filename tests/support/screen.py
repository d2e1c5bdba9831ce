"""Looks at a strip of a screen again and again, from a process of its own, and says when it changes.

Each line is the time on the steady clock at which the look was over, and the colours met: one is a plain strip.
"""

import sys
import time

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication


def main(x: int, y: int, width: int, height: int) -> None:
    app = QGuiApplication([])
    screen = app.primaryScreen()
    place, last = QRect(x, y, width, height), ""
    while True:
        image = screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage()
        now = time.monotonic()
        seen = {image.pixel(px, py) & 0xFFFFFF for px in range(0, width, 3) for py in range(0, height, 3)}
        words = " ".join(f"{each:06x}" for each in sorted(seen)[:4])
        if words != last:
            last = words
            print(now, words, flush=True)
        app.processEvents()


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:5]))
