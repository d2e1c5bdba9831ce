"""Settings: what the vault keeps for itself, what the window keeps for anyone, and how this vault is protected."""

from dataclasses import replace
from datetime import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.settings import IDLE_MINUTES, VaultSettings
from trust_desktop.domain.vault import Protection
from trust_desktop.override import override
from trust_desktop.services import settings
from trust_desktop.ui import translations
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.combo_box import ComboBox
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.spin_box import SpinBox
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.preferences import TEXT_SIZES, Preferences
from trust_desktop.ui.theme import Appearance

_LATEST_END: Final = 8
_MONDAY: Final = 0
_SATURDAY: Final = 5
_SUNDAY: Final = 6


class SettingsPage(Page):
    """Each change is kept at once; each setting says in a sentence what it does."""

    def __init__(
        self, vault: OpenVault, preferences: Preferences | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("SettingsPage", "Settings"), parent)
        self._vault = vault
        self._preferences = preferences or Preferences(None, self)
        self._kept = settings.load(vault.session)
        self._column = Column()
        self.body.addWidget(self._column)
        self._build_lock()
        self._build_days()
        self._build_look()
        self._build_protection()
        self.body.addStretch(1)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.idle.setFocus(reason)

    def _keep(self, kept: VaultSettings) -> None:
        if kept != self._kept:
            self._kept = kept
            settings.save(self._vault.session, kept)

    def _on_idle(self, minutes: int) -> None:
        self._keep(replace(self._kept, idle_minutes=minutes))

    def _on_day_ends(self) -> None:
        self._keep(replace(self._kept, day_ends=time(self.day_ends.currentData())))

    def _on_first_weekday(self) -> None:
        chosen = self.first_weekday.currentData()
        self._keep(replace(self._kept, first_weekday=None if chosen < 0 else chosen))

    def _on_appearance(self) -> None:
        self._preferences.appearance = Appearance(self.appearance.currentData())

    def _on_text_size(self) -> None:
        self._preferences.text_size = self.text_size.currentData()

    def _on_language(self) -> None:
        self._preferences.language = self.language.currentData()

    def _card(self, heading: str) -> Card:
        card = Card(spacing=20)
        card.body.addWidget(HeadingLabel(heading))
        self._column.inside.addWidget(card)
        return card

    def _build_lock(self) -> None:
        card = self._card(self.tr("Lock"))
        self.idle = SpinBox()
        self.idle.setRange(IDLE_MINUTES[0], IDLE_MINUTES[-1])
        self.idle.setValue(self._kept.idle_minutes)
        self.idle.valueChanged.connect(self._on_idle)
        hint = self.tr("When nobody touches the window for so many minutes, it locks by itself.")
        card.body.addWidget(Field(self.tr("Lock after minutes"), self.idle, hint=hint))

    def _build_days(self) -> None:
        card = self._card(self.tr("Days and weeks"))
        hours = [
            (QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat), hour)
            for hour in range(_LATEST_END + 1)
        ]
        self.day_ends = _choices(hours, self._kept.day_ends.hour)
        self.day_ends.currentIndexChanged.connect(self._on_day_ends)
        hint = self.tr("Until then a late evening still belongs to the day before.")
        card.body.addWidget(Field(self.tr("The day ends at"), self.day_ends, hint=hint))
        days = [(self.tr("As usual in my region"), -1)]
        days += [(_weekday(day), day) for day in (_MONDAY, _SATURDAY, _SUNDAY)]
        chosen = self._kept.first_weekday
        self.first_weekday = _choices(days, -1 if chosen is None else chosen)
        self.first_weekday.currentIndexChanged.connect(self._on_first_weekday)
        hint = self.tr("Where a week begins in the calendar. Plans already made keep their own weeks.")
        card.body.addWidget(Field(self.tr("First day of the week"), self.first_weekday, hint=hint))

    def _build_look(self) -> None:
        card = self._card(self.tr("Look"))
        words = {
            "system": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast-light": self.tr("High contrast, light"),
            "contrast-dark": self.tr("High contrast, dark"),
        }
        looks = [(words[look.value], look.value) for look in Appearance]
        self.appearance = _choices(looks, self._preferences.appearance.value)
        self.appearance.currentIndexChanged.connect(self._on_appearance)
        hint = self.tr("It changes at once. Anyone at this login can see this choice.")
        card.body.addWidget(Field(self.tr("Appearance"), self.appearance, hint=hint))
        sizes = [(self.tr("{number} %").format(number=QLocale().toString(size)), size) for size in TEXT_SIZES]
        self.text_size = _choices(sizes, self._preferences.text_size)
        self.text_size.currentIndexChanged.connect(self._on_text_size)
        hint = self.tr("All words grow, and the pages make room for them.")
        card.body.addWidget(Field(self.tr("Text size"), self.text_size, hint=hint))
        own = [(_language(code), code) for code in translations.languages()]
        self.language = _choices([(self.tr("Like the system"), ""), *own], self._preferences.language)
        self.language.currentIndexChanged.connect(self._on_language)
        hint = self.tr("A change shows after the next lock or start.")
        card.body.addWidget(Field(self.tr("Language"), self.language, hint=hint))

    def _build_protection(self) -> None:
        card = self._card(self.tr("How this vault is protected"))
        info = self._vault.session.info
        for text in self._protection_words(info.protection if info is not None else None):
            card.body.addWidget(BodyLabel(text))
        if info is not None and info.protection is not None:
            recovery = (
                self.tr("The recovery code works together with the passphrase.")
                if info.recovery_needs_passphrase
                else self.tr("The recovery code works alone. Keep the paper where nobody at home looks.")
            )
            card.body.addWidget(BodyLabel(recovery))

    def _protection_words(self, protection: Protection | None) -> tuple[str, ...]:
        if protection is Protection.DEVICE_AND_PASSPHRASE:
            return (
                self.tr("Your passphrase and a secret in this computer's keyring open it together."),
                self.tr("Someone else at this login cannot open it without the passphrase."),
            )
        if protection is Protection.DEVICE:
            return (
                self.tr("This computer's keyring opens it, without a passphrase."),
                self.tr("Locking only covers the screen; whoever uses this login can open it."),
            )
        if protection is Protection.PASSPHRASE:
            return (
                self.tr("Your passphrase alone opens it; no keyring takes part."),
                self.tr("A copy of the file is protected by the passphrase only."),
            )
        return (self.tr("This is an example. Nothing in it is kept."),)


def _choices(options: "list[tuple[str, int]] | list[tuple[str, str]]", chosen: object) -> ComboBox:
    box = ComboBox()
    for words, value in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _weekday(day: int) -> str:
    return QLocale().standaloneDayName(day + 1)


def _language(code: str) -> str:
    return QLocale(code).nativeLanguageName() or code
