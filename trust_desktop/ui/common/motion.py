"""Whether things may move on the screen: not where the person or the system asks for stillness."""

from PySide6.QtWidgets import QApplication, QStyle

from trust_desktop.ui.preferences import STILL


def is_reduced() -> bool:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return True
    asked = bool(app.property(STILL))
    return asked or app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
