"""A sentence on a long page that says why nothing was done: it comes into view, and is heard where it is not seen."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from trust_desktop.ui.common.scroll import bring_once_placed


def say_in_view(label: QLabel, words: str) -> None:
    """Without words it goes."""
    label.setText(words)
    label.setVisible(bool(words))
    if words:
        bring_once_placed(label)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(label, words))
