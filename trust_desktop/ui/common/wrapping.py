"""Lets a control's words wrap where a column is narrow, instead of widening the column."""

from PySide6.QtWidgets import QSizePolicy, QWidget


def let_wrap(widget: QWidget) -> None:
    """As wide as its column, as tall as its words then need."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
