"""Help on the lock screen: what holds while it is locked, and what no lock can protect from."""

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.content import Content
from trust_desktop.ui.reading import Section
from trust_desktop.ui.reading_sheet import ReadingSheet


class LockHelp(ReadingSheet):
    """Says the same whatever vaults there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = Content("lock_help")
        super().__init__(words.text("title"), parent)
        self.close_button.setText(self.tr("Close"))
        for part in words.sections("sections"):
            self.column.addWidget(Section(part["heading"], part.get("paragraphs", ()), part.get("items", ())))
        self.column.addStretch(1)
