"""What Qt keeps for a whole program, put back after each test: the region's language, our catalogues, the direction."""

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def language_as_before() -> Iterator[None]:
    """No test reads in the language of another; tests that never load Qt stay without it."""
    before = region()
    yield
    if region() is not None:
        put_back(before)


def region() -> object | None:
    if "PySide6.QtCore" not in sys.modules:
        return None
    from PySide6.QtCore import QLocale

    return QLocale()


def put_back(before: object | None) -> None:
    from PySide6.QtCore import QCoreApplication, QLocale, Qt

    QLocale.setDefault(before if isinstance(before, QLocale) else QLocale.system())
    app = QCoreApplication.instance()
    if app is None or "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    from trust_desktop.ui import translations

    if isinstance(app, QApplication):
        translations.remove(app)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
