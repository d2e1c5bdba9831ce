"""The first of two steps out of a vault, and out of the program."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.settings.rows import Group


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
        button = QuietButton(words)
        button.clicked.connect(lambda _checked=False, everything=everything: asked(everything))
        made.add_hinted(button, words, hint)
