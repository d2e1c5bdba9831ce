"""Tab goes through a page as it is laid out, also where rows came later than what stands below them."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(root: QWidget) -> None:
    """Chain everything inside `root` that Tab stops at in the order of the layouts; call after rows changed."""
    policy = root.focusPolicy()
    # For a moment: Qt chains nothing to what Tab does not stop at.
    root.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise([root, *stops(root)]):
        QWidget.setTabOrder(before, after)
    root.setFocusPolicy(policy)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at inside a widget, in the order of the layouts, shown or not."""
    for child in _children(widget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child
        yield from stops(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """Those in the layout first, in its order; then any it does not hold, in the order they were made."""
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    yield from laid
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid:
            yield child


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _laid(inner)
        elif item is not None and (widget := item.widget()) is not None:
            yield widget
