"""The first of two steps out of a vault, and out of the program."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.settings.rows import Group


class _LeavingRow(QWidget):
    """A button and a sentence under it."""

    def __init__(self, words: str, hint: str, asked: Callable[[], object]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        button = QuietButton(words)
        button.setAccessibleDescription(hint)
        button.clicked.connect(lambda _checked=False: asked())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(BodyLabel(hint, color="ink2"))
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(6))


def add_leaving(made: Group, asked: Callable[[bool], object]) -> None:
    translate = QCoreApplication.translate
    rows = (
        (
            False,
            translate("SettingsPage", "Destroy this vault…"),
            translate(
                "SettingsPage",
                "You see first what goes and what stays. Nothing happens before you say so once more.",
            ),
        ),
        (
            True,
            translate("SettingsPage", "Erase everything here…"),
            translate(
                "SettingsPage",
                "The vault, and all that is kept at this login beside it. For leaving the program for good.",
            ),
        ),
    )
    for everything, words, hint in rows:
        made.add(_LeavingRow(words, hint, partial(asked, everything)), words, hint)
