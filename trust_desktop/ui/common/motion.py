"""Whether things may move on the screen: not where the person or the system asks for stillness."""

from typing import Final

from PySide6.QtWidgets import QApplication, QStyle

STILL: Final = "stillness"
"""Property of the application that is true where the person asked for stillness."""


def is_reduced() -> bool:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return True
    asked = bool(app.property(STILL))
    return asked or app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
