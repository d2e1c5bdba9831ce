"""Words of the person's in quotes."""

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.labels import SaidLabel


class Quoted(SaidLabel):
    """Text as it was written, without the blanks around it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setText(self.tr("“{words}”").format(words=text.strip()))
