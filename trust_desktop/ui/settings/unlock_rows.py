"""Whether the vault remembers when it was opened: shown, switched off, and erased."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Qt

from trust_desktop.domain.errors import TrustError
from trust_desktop.services import noticing_openings
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.settings.rows import Group


class UnlockRows(QObject):
    """Off means neither shown nor written down: somebody may be made to show this page."""

    def __init__(self, group: Group, vault: OpenVault) -> None:
        super().__init__(group.card)
        self._vault = vault
        words = self.tr("Write down when it was opened, and what was tried")
        hint = self.tr(
            "Shown on the first page after unlocking. Switched off, nothing is shown and nothing more is written down;"
            " the waits after wrong tries stay."
        )
        self.on = CheckBox(words)
        self.on.setChecked(noticing_openings.is_on(vault.session))
        self.on.toggled.connect(self._on_toggled)
        group.add_hinted(self.on, words, hint)
        self.show_list, self.erase = (
            QuietButton(self.tr("See the list")),
            PlainButton(self.tr("Erase the list")),
        )
        self.show_list.setAccessibleName(self.tr("See when this vault was opened"))
        self.erase.setAccessibleName(self.tr("Erase the list of when this vault was opened"))
        self.show_list.clicked.connect(self._on_show)
        self.erase.clicked.connect(self._on_erase)
        row = FlowRow(gap=12, row_gap=8)
        for button in (self.show_list, self.erase):
            row.flow.addWidget(button)
        group.add(row, words, hint, self.show_list.words, self.erase.words)
        self.trouble = BodyLabel(color="honey_text")
        self.trouble.hide()
        group.card.body.addWidget(self.trouble)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        try:
            noticing_openings.switch(self._vault.session, on=on)
        except TrustError:
            with QSignalBlocker(self.on):
                self.on.setChecked(not on)  # as it is kept
            self._say(self.tr("The vault could not be written. The setting was not kept."))
        else:
            self._say("")

    def _on_show(self) -> None:
        from trust_desktop.ui.unlocks.unlocks_sheet import UnlocksSheet

        sheet = UnlocksSheet(self._vault.session, self.show_list)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _on_erase(self) -> None:
        session = self._vault.session
        try:
            erased = noticing_openings.erase(session)
        except TrustError:
            self._say(self.tr("The vault could not be written. Nothing was erased."))
            return
        self._say("")
        back = partial(noticing_openings.put_back, session, erased)
        again = partial(noticing_openings.erase, session)
        self._vault.undo_stack.push(Done(self.tr("The list is erased."), again=again, back=back))

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
