"""What is looked for on every page: names that can be spoken, and words that are not cut off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QScrollArea, QWidget


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
