"""Every shortcut on one sheet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.key_rows import Group, KeyRows, native
from trust_desktop.ui.reading_sheet import ReadingSheet

__all__ = ["Group", "ShortcutsSheet", "native"]


class ShortcutsSheet(ReadingSheet):
    """Closed with Esc or its one button."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Shortcuts"))
        self.close_button.setText(self.tr("Close"))
        self.column.addWidget(KeyRows(groups))
        self.column.addStretch(1)
