"""Help on one page of the program: what it is for, what its keys do, what to do when stuck."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import GhostButton
from trust_desktop.ui.common.labels import HeadingLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.key_rows import Group, KeyRows, native
from trust_desktop.ui.reading import Section
from trust_desktop.ui.reading_sheet import ReadingSheet

_BETWEEN: Final = " · "


def shown_keys(keys: str) -> str:
    """Keys as this system writes them; words such as "Arrows" stay words."""
    return _BETWEEN.join(native(part) or part for part in keys.split(_BETWEEN))


class PageHelp(ReadingSheet):
    """Lies over the page, which stays as it was; closing it puts the keyboard back where it had been."""

    help_requested = Signal()
    keys_requested = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        words = Content("page_help")
        pattern = QCoreApplication.translate("PageHelp", "Help: {page}")
        super().__init__(pattern.format(page=words.text(key, "title")), parent)
        self.close_button.setText(self.tr("Back to where you were"))
        self.column.addWidget(Section(self.tr("What it is for"), words.texts(key, "for")))
        rows = [(shown_keys(row["keys"]), row["does"]) for row in words.sections(key, "keys")]
        self.column.addWidget(HeadingLabel(self.tr("Its keys")))
        self.column.addWidget(KeyRows([Group("", tuple(rows))]))
        self.column.addWidget(HeadingLabel(self.tr("When you are stuck")))
        for each in words.sections(key, "stuck"):
            self.column.addWidget(Section("", (each["when"],), (), (each["then"],)))
        self.column.addStretch(1)
        self._add_doors()

    def _add_doors(self) -> None:
        self.go = GhostButton(self.tr("Help & safety"))
        self.keys = GhostButton(self.tr("All keys"))
        for number, (button, asked) in enumerate(
            ((self.go, self.help_requested), (self.keys, self.keys_requested))
        ):
            button.clicked.connect(self.accept)
            button.clicked.connect(asked)
            self.foot.insertWidget(number, button)
