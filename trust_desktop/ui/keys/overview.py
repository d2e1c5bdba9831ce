"""What can be changed about the keys of this vault, each with a sentence of what it is for."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from trust_desktop.domain.key_change import KeyChange, possible
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.sheet import Sheet


class Overview(Sheet):
    """One card for each change; the button leads to its first step and changes nothing."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, info: VaultInfo | None, at: KeyChange | None = None) -> None:
        """`at` is the change somebody comes back from."""
        self._words = Content("keys")
        super().__init__(self._words.text("overview", "title"), self._words.text("overview", "lead"))
        self.buttons: dict[KeyChange, QuietButton] = {}
        for change in possible(info):
            self._add(change)
        back = QuietButton(self.tr("Back to Settings"))
        back.clicked.connect(self.left)
        self.footer.addWidget(back)
        self.footer.addStretch(1)
        first = next(iter(self.buttons.values()), back)
        self.begin_at(first if at is None else self.buttons.get(at, first))

    def _add(self, change: KeyChange) -> None:
        part = change.name.lower()
        title, row = self._words.text(part, "title"), self._words.text(part, "row")
        card = Card(padding=20, spacing=8)
        card.body.addWidget(StrongLabel(title))
        card.body.addWidget(BodyLabel(row, color="ink2"))
        button = QuietButton(self.tr("Go on…"))
        button.setAccessibleName(title)
        button.setAccessibleDescription(row)
        button.clicked.connect(partial(self._choose, change))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.buttons[change] = button
        self.column.addWidget(card)

    def _choose(self, change: KeyChange, _checked: object = None) -> None:
        self.chosen.emit(change)
