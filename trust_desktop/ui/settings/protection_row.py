"""How this vault is protected, as it is now, with the way to change it beside it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.key_change import KeyChange, possible
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.settings.protection import protection_words


class ProtectionRow(QWidget):
    """Reads anew what it says whenever it comes into sight: the keys may have been changed since."""

    asked = Signal(object)
    """The change wanted, or None for all of them."""

    def __init__(self, vault: OpenVault) -> None:
        super().__init__()
        self._vault = vault
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._labels = [BodyLabel() for _ in protection_words(vault.session.info)]
        for label in self._labels:
            self._column.addWidget(label)
        buttons = FlowRow()
        self.add = QuietButton(self.tr("Add a passphrase…"))
        self.add.clicked.connect(lambda _checked=False: self.asked.emit(KeyChange.ADD_PASSPHRASE))
        self.keys = QuietButton(self.tr("Keys and passphrase…"))
        self.keys.setAccessibleDescription(
            self.tr("Change the passphrase, the recovery code and the keys of this vault.")
        )
        self.keys.clicked.connect(lambda _checked=False: self.asked.emit(None))
        for button in (self.add, self.keys):
            buttons.flow.addWidget(button)
        self._column.addWidget(buttons)
        self._look()
        theme.follow(self._retheme)

    @property
    def words(self) -> tuple[str, ...]:
        """What the row can be found by."""
        shown = (label.text() for label in self._labels)
        return (*shown, self.keys.text(), self.keys.accessibleDescription(), self.add.text())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        info = self._vault.session.info
        for label, text in zip(self._labels, protection_words(info), strict=True):
            label.setText(text)
        changes = possible(info) if self._vault.means is not None else ()
        self.keys.setVisible(bool(changes))
        self.add.setVisible(KeyChange.ADD_PASSPHRASE in changes)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(12))
