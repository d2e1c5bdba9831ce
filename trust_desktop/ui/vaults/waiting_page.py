"""The page after some seconds without an answer from the keyring: it goes on waiting and says so."""

from PySide6.QtCore import Signal

from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.sheet import Sheet


class WaitingPage(Sheet):
    """A late answer still opens the vault, unless the person cancels."""

    cancelled = Signal()
    recovery_asked = Signal()

    def __init__(self, *, can_recover: bool = True) -> None:
        super().__init__(self.tr("The keyring has not answered yet"))
        card = Card()
        card.body.addWidget(
            BodyLabel(
                self.tr(
                    "Your computer may be asking for its keyring password. Answer it, use the recovery code, or cancel."
                )
                if can_recover
                else self.tr("Your computer may be asking for its keyring password. Answer it, or cancel.")
            )
        )
        card.body.addWidget(
            BodyLabel(self.tr("The question may stand in a window behind this one."), color="ink2")
        )
        self.column.addWidget(card)
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        self.footer.addWidget(cancel)
        self.footer.addStretch(1)
        if can_recover:
            recovery = QuietButton(self.tr("Use the recovery code"))
            recovery.clicked.connect(self.recovery_asked)
            self.footer.addWidget(recovery)
        self.begin_at(cancel)
        self.on_escape = self.cancelled.emit
