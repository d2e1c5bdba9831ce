"""One entry of the plan when it is read once more: its words, what they mean, what is missing, and the way to it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel


class ReviewEntry(QWidget):
    """With something `missing` its link says *Go to it*, otherwise *Change it*."""

    asked_for = Signal()

    def __init__(
        self,
        title: str,
        words: str,
        lines: Iterable[str] = (),
        *,
        missing: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        missing = tuple(missing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(StrongLabel(title, color="ink2"))
        if words.strip():
            self._column.addWidget(Quoted(words))
        for line in lines:
            self._column.addWidget(SmallLabel(line))
        for line in missing:
            self._column.addWidget(SmallLabel(line, color="honey_text"))
        self.link = PlainButton(self.tr("Go to it") if missing else self.tr("Change it"), dense=True)
        pattern = self.tr("Go to {action}") if missing else self.tr("Change {action}")
        self.link.setAccessibleName(pattern.format(action=title))
        self.link.clicked.connect(self.asked_for)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addLayout(self._foot)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(4))
        # The ring of the keyboard lies around the link, and touches neither the line above nor what comes below.
        air = theme.px(6)
        self._foot.setContentsMargins(0, air, 0, air)
