"""One quiet line that leads to help where words tell of harm."""

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import PlainButton


class HelpLine(PlainButton):
    """Hidden until it is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setText(self.tr("If somebody hurts or threatens you: Help & safety"))
        self.hide()
