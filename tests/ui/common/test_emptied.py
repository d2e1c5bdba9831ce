"""A layout that is filled anew: what it showed is gone at once, rows within it too."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from trust_desktop.ui.common.emptied import empty


def test_all_of_it_goes_and_what_lies_in_rows_too(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, row = QVBoxLayout(page), QHBoxLayout()
    labels = [QLabel("One"), QLabel("Two")]
    column.addWidget(labels[0])
    column.addStretch(1)
    column.addLayout(row)
    row.addWidget(labels[1])
    page.show()
    empty(column)
    assert column.count() == 0
    assert not any(label.isVisible() for label in labels)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isValid(label) for label in labels)
