"""Words of the person's in quotes; a word longer than the line may be broken, what is spoken is not."""

import re

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.labels import SaidLabel

_PIECE = re.compile(r"(\S{18})(?=\S{6})")
_BREAK = "\u200b"


class Quoted(SaidLabel):
    """Text as it was written, without the blanks around it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        quoted = self.tr("“{words}”").format(words=text.strip())
        super().__init__(breakable(quoted), parent)
        self.setAccessibleName(quoted)


def breakable(text: str) -> str:
    """Return the text with places inside very long words where a line may end."""
    return _PIECE.sub(rf"\1{_BREAK}", text)
