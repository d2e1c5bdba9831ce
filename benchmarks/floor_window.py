"""The floor: a bare PySide6 window, optionally with the imports that an opening vault cannot do without."""

import sys

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.saying import say


class BareWindow(QMainWindow):
    """Says once that it was painted."""

    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        if not getattr(self, "_painted", False):
            self._painted = True
            say("painted")


if __name__ == "__main__":
    if "--with-imports" in sys.argv:
        import secretstorage  # noqa: F401  the measured cost is the import
        import sqlalchemy  # noqa: F401
        import sqlcipher3  # noqa: F401
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()
