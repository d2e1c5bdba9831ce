"""Words of the person's in quotes."""

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.labels import SaidLabel


class Quoted(SaidLabel):
    """Text as it was written, without the blanks around it; that there was one, where it was deleted."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        words = text.strip()
        super().__init__(parent=parent, color="" if words else "ink2")
        self.setText(self.tr("“{words}”").format(words=words) if words else self.tr("Words deleted"))
