"""What is looked for on every page: names that can be spoken, words that are not cut off, and a way there by Tab."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

_PARTS = 3
"""Presses of Tab that a date takes."""


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


def missed_by_tab(page: QWidget) -> list[str]:
    """What Tab never comes to from where the keyboard is; of a few that exclude each other one is enough."""
    wanted = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not (isinstance(each, QRadioButton) and not each.isChecked())
    ]
    met: set[QWidget] = set()
    for _ in range(_PARTS * len(page.window().findChildren(QWidget))):
        focus = QApplication.focusWidget()
        met.update([focus] if focus is not None else [])
        if met.issuperset(wanted):
            return []
        QTest.keyClick(focus or page, Qt.Key.Key_Tab)
    return [each.accessibleName() or type(each).__name__ for each in wanted if each not in met]
