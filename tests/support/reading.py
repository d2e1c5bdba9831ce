"""An open vault for the pages around the plan, and what is looked for on each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLabel, QScrollArea, QWidget

from tests.builders import Clock, session_at
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    theme.apply(qapp, "light", 1.0)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 1.0)
    QLocale.setDefault(before)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[VaultSession]:
    opened = session_at(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def vault(session: VaultSession) -> OpenVault:
    return OpenVault(session)


def unnamed(widget: QWidget) -> list[str]:
    """What a screen reader could only call by its kind."""
    found = []
    for each in widget.findChildren(QWidget):
        if each.focusPolicy() is Qt.FocusPolicy.NoFocus or not each.isVisibleTo(widget):
            continue
        if each.focusProxy() is not None or isinstance(each.parentWidget(), QAbstractSpinBox):
            continue
        words = each.text() if isinstance(each, QAbstractButton) else ""
        if not (each.accessibleName() or words):
            found.append(type(each).__name__)
    return found


def cut_off(widget: QWidget) -> list[str]:
    """Labels that have less room than their words take, and columns wider than what shows them."""
    found = []
    for label in widget.findChildren(QLabel):
        wanted = label.heightForWidth(label.width())
        if label.isVisibleTo(widget) and label.text() and label.wordWrap() and wanted > label.height() + 1:
            found.append(f"{label.text()!r} {label.width()}x{label.height()} wants {wanted}")
    for area in widget.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisibleTo(widget) and inside.width() > area.viewport().width() + 1:
            found.append(f"{type(area).__name__} {inside.width()} > {area.viewport().width()}")
    return found
