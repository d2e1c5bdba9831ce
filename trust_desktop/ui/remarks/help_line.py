"""One quiet line that leads to help where words tell of harm."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.remarks.looking import Looking
from trust_desktop.wording import Bits, harm_told


class HelpLine(PlainButton):
    """Hidden until it is needed; a long text is read between what else the window has to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setText(self.tr("If somebody hurts or threatens you: Help & safety"))
        self.hide()
        self._texts: tuple[str, ...] = ()
        self._looking = Looking(self)
        self._looking.found.connect(self.setVisible)

    @property
    def under_way(self) -> bool:
        """Whether the words at hand are not read to their end yet."""
        return self._looking.under_way

    def look_at(self, *texts: str) -> None:
        """Show the line where any of the texts tells of harm; not before they were read."""
        if texts == self._texts:
            return
        self._texts = texts
        self._looking.begin(_any_told(texts))
        if self.under_way:
            self.hide()


def _any_told(texts: Iterable[str]) -> Bits[bool]:
    for text in texts:
        if (yield from harm_told(text)):
            return True
    return False
