"""Hide and Lock in the far corner of a window, over whatever page is shown; pages keep the room free."""

from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import GhostButton
from trust_desktop.ui.key_rows import native
from trust_desktop.ui.shell import LOCK_KEY

WORDED: Final = 38
"""Width of the ground, in em, below which the buttons give up their words: the title needs the room."""

_TOP: Final = 19
_AIR: Final = 12


class CornerButton(GhostButton):
    """One of the two, told from all other buttons: they are heard even where a press answers something else."""


class Corner(QObject):
    """Lock stands outermost, where it is offered: before a vault is open there is nothing to lock."""

    hide_asked = Signal()
    lock_asked = Signal()

    def __init__(self, ground: QWidget, *, lock: bool = True) -> None:
        super().__init__(ground)
        self._ground = ground
        self._locks = lock
        self.hide = CornerButton("", ground, icon_name="eye-off")
        self.hide.setToolTip(
            self.tr("Covers the window at once, then locks it. Shift three times does it too.")
        )
        self.hide.clicked.connect(self.hide_asked)
        self.lock = CornerButton("", ground, icon_name="lock")
        self.lock.setToolTip(native(LOCK_KEY))
        self.lock.clicked.connect(self.lock_asked)
        self.lock.setVisible(lock)
        self._words = {self.lock: self.tr("Lock"), self.hide: self.tr("Hide")}
        for button, words in self._words.items():
            button.setAccessibleName(words)
            button.setText(words)

    @property
    def room(self) -> QSize:
        """What a page keeps free, from its end margin on and from its top on."""
        sizes = [button.sizeHint() for button in self._offered]
        width = sum(size.width() for size in sizes) + theme.space(_AIR)
        return QSize(width, theme.space(_TOP) + max(size.height() for size in sizes) + theme.space(4))

    def offer(self, *, visible: bool, lock: bool) -> None:
        """Whether the page needs them, and whether there is something to lock."""
        self._locks = lock
        self.arrange()  # before: what is shown under the pointer and then moved away would stay lit
        self.hide.setVisible(visible)
        self.lock.setVisible(visible and self._locks)

    def arrange(self, beside: int = 0) -> None:
        """Put them into the corner; `beside` pixels of the ground are taken by what stands at its other end."""
        worded = self._ground.width() - beside >= theme.em(WORDED)
        mirrored = self._ground.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = theme.space(tokens.PAGE_MARGIN) - theme.space(_AIR)
        for button in self._offered:
            button.setText(self._words[button] if worded else "")
            size = button.sizeHint()
            left = at if mirrored else self._ground.width() - size.width() - at
            button.setGeometry(left, theme.space(_TOP), size.width(), size.height())
            at += size.width()
        self.raise_up()

    def raise_up(self) -> None:
        """What was shown since lies below again."""
        for button in self._words:
            button.raise_()

    @property
    def _offered(self) -> tuple[CornerButton, ...]:
        return (self.lock, self.hide) if self._locks else (self.hide,)


def keep_free(page: QWidget, corner: Corner) -> None:
    """Let a page know of the buttons over it, if it looks after that."""
    reserve = getattr(page, "reserve_corner", None)
    if callable(reserve):
        reserve(corner.room)
