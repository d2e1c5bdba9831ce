"""The vaults on this computer: the name of this one, which of them the lock screen chooses, and another one."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from trust_desktop import identity
from trust_desktop.domain.errors import DiskFull, KeysBeingChanged, TrustError
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import VaultListing
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.combo_box import ComboBox
from trust_desktop.ui.common.fields import Field, LineField
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.household import LABEL_LENGTH, Household, label_hint
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.settings.rows import Group

_FIRST: Final = 0
"""Stands for: the first there is."""


class HouseholdRows(QObject):
    """Each change is kept at once. Passphrases of others play no part: no vault opens another."""

    def __init__(
        self, group: Group, session: VaultSession, household: Household, preferences: Preferences
    ) -> None:
        super().__init__(group.card)
        self._session = session
        self._household = household
        self._preferences = preferences
        self._build_label(group)
        listings = self._listings()
        self._build_first(group, listings)
        self._build_add(group, len(listings))

    def _build_label(self, group: Group) -> None:
        words = self.tr("Name on the lock screen")
        hint = label_hint()
        self.label = LineField(words, hint=hint)
        self.label.edit.setMaxLength(LABEL_LENGTH)
        self.label.set_text(self._label)
        self.label.edit.editingFinished.connect(self._on_label)
        self.label.changed.connect(self.label.clear_reason)
        group.add(self.label, words, hint)

    def _build_first(self, group: Group, listings: tuple[VaultListing, ...]) -> None:
        self.first = ComboBox()
        """Shown where there is something to choose from."""

        self.first.addItem(self.tr("The first one"), _FIRST)
        for listing in listings:
            info = listing.info
            self.first.addItem(info.label or _number_words(info.number), info.number)
        self.first.setCurrentIndex(max(0, self.first.findData(self._preferences.first_vault)))
        self.first.currentIndexChanged.connect(self._on_first)
        words = self.tr("Chosen when the program starts")
        hint = self.tr("Which vault the lock screen begins with. Only its number is kept, for anyone to see.")
        if len(listings) > 1:
            group.add(Field(words, self.first, hint=hint), words, hint)

    def _build_add(self, group: Group, there: int) -> None:
        words = self.tr("Lock and add another vault")
        if there >= identity.MAX_VAULTS:
            hint = self.tr("There are as many vaults here as there can be.")
            group.add(BodyLabel(hint, color="ink2"), words, hint)
            return
        hint = self.tr(
            "For somebody else at this computer, up to %Ln in all. Each has a passphrase of its own, and none opens"
            " another.",
            "",
            identity.MAX_VAULTS,
        )
        self.add = QuietButton(words)
        self.add.clicked.connect(lambda _checked=False: self._household.lock_and_add())
        group.add_hinted(self.add, words, hint)

    @property
    def _label(self) -> str:
        return self._session.info.label if self._session.info is not None else ""

    def _listings(self) -> tuple[VaultListing, ...]:
        try:
            return vaults.list_vaults(self._household.places)
        except TrustError:
            return ()

    def _on_label(self) -> None:
        wanted = self.label.text()
        if wanted.strip() == self._label or self._session.closed:
            return
        try:
            vaults.rename(self._household.places, self._session, wanted)
        except DiskFull:
            self.label.set_reason(self.tr("There is no room left on the disk. The name was not changed."))
        except KeysBeingChanged:
            self.label.set_reason(
                self.tr(
                    "What opens this vault is being changed just now. The name was not changed; try again in a moment."
                )
            )
        except TrustError:
            self.label.set_reason(self.tr("The name could not be changed. The vault itself is untouched."))
        else:
            self.label.set_text(self._label)
            self._show_label()

    def _show_label(self) -> None:
        info = self._session.info
        at = self.first.findData(info.number) if info is not None else -1
        if info is not None and at >= 0:
            self.first.setItemText(at, info.label or _number_words(info.number))

    def _on_first(self) -> None:
        self._preferences.first_vault = self.first.currentData()


def _number_words(number: int) -> str:
    pattern = QCoreApplication.translate("HouseholdRows", "Number {number}")
    return pattern.format(number=QLocale().toString(number))
