"""The column beside the composer: what is not said yet with its figure, and what was said."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.services import acknowledging
from trust_desktop.services.acknowledging import Tray
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.commands import Done
from trust_desktop.ui.acknowledgement.said_list import SaidList
from trust_desktop.ui.acknowledgement.unsaid_list import UnsaidList
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.common.marks import Mark, MarkIcon
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.open_vault import OpenVault

MOST_SHOWN: Final = 9
"""No figure above this: it is an offer, never a debt."""


class UnsaidPanel(QWidget):
    """`chosen` carries the mark that words should be about, or no longer."""

    chosen = Signal(object)
    write_freely = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._build_head())
        self.empty = EmptyState(
            self.tr("Nothing is waiting"),
            self.tr("What you mark as kept stands here until you have said so. You can also write freely."),
            self.tr("Write freely"),
        )
        self.list = UnsaidList()
        self.said = SaidList(lambda: vault.session)
        self.reason = SmallLabel(color="honey_text")
        self._reason_row = QVBoxLayout()
        self._reason_row.addWidget(self.reason)
        self._say("")
        self._inset = QVBoxLayout()
        self._inset.addWidget(self.empty)
        self._column.addLayout(self._inset)
        self._column.addWidget(self.list)
        self._column.addLayout(self._reason_row)
        for widget in (Hairline(), self.said):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.empty.pressed.connect(self.write_freely)
        self.list.chosen.connect(self.chosen)
        self.list.rested.connect(self._on_rested)
        self.said.erase.connect(self._on_erase)
        theme.follow(self._retheme)

    def show_tray(self, tray: Tray) -> None:
        some = bool(tray.unsaid or tray.could_mention or tray.earlier)
        self.empty.setVisible(not some)
        self.list.setVisible(some)
        self.list.show_tray(tray, self._vault.session.today)
        self._leaf.setVisible(tray.count > 0)
        self.count.setVisible(tray.count > 0)
        shown = self.locale().toString(min(tray.count, MOST_SHOWN))
        self.count.setText(shown)
        self.count.setAccessibleName(self.tr("{number} not said yet").format(number=shown))

    def set_covered(self, covered: Collection[MarkKey]) -> None:
        self.list.set_covered(covered)

    def _build_head(self) -> QHBoxLayout:
        self._head = QHBoxLayout()
        self._leaf = MarkIcon(Mark.UNSAID, size=16, ground="paper")
        self.count = SmallLabel()
        self.count.setWordWrap(False)
        self._head.addWidget(HeadingLabel(self.tr("Not said yet")), 1)
        self._head.addWidget(self._leaf)
        self._head.addWidget(self.count)
        return self._head

    def _on_rested(self, key: MarkKey) -> None:
        session = self._vault.session

        def rest() -> Done:
            rested = acknowledging.let_rest(session, frozenset({key}))
            return Done(
                self.tr("It rests now."),
                undo=lambda: acknowledging.unrest(session, rested),
                redo=lambda: acknowledging.let_rest(session, rested),
            )

        if self._do(rest):
            self.list.setFocus()

    def _on_erase(self, number: int) -> None:
        session = self._vault.session

        def erase() -> Done:
            before = acknowledging.erase_words(session, number)
            return Done(
                self.tr("The words are taken out."),
                undo=lambda: acknowledging.restore_words(session, before),
                redo=lambda: acknowledging.erase_words(session, number),
            )

        if self._do(erase):
            self.said.head.setFocus()

    def _do(self, deed: Callable[[], Done]) -> bool:
        """Do something that can be undone, or say here what kept it from being done."""
        self._say("")
        try:
            done = deed()
        except TrustError as problem:
            self._say(nothing_changed(problem))
        else:
            self._vault.undo_stack.push(done)
            return True
        bring_into_view(self.reason)
        return False

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _retheme(self) -> None:
        side = theme.px(12)
        self._column.setContentsMargins(0, theme.px(24), 0, 0)
        self._column.setSpacing(theme.px(10))
        self._head.setContentsMargins(side, 0, side, 0)
        self._head.setSpacing(theme.px(6))
        self._inset.setContentsMargins(side, 0, side, 0)
        self._reason_row.setContentsMargins(side, 0, side, 0)
