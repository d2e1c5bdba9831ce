"""Settings: what the vault keeps for itself, what the window keeps for anyone, and how this vault is protected."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSystemTrayIcon, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.settings import CLIPBOARD_SECONDS, IDLE_MINUTES, VaultSettings
from trust_desktop.override import override
from trust_desktop.services import settings
from trust_desktop.services.session import Change
from trust_desktop.ui import translations
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.fields import Field, LineField
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.not_written import not_written
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import bring_into_view, lead_to
from trust_desktop.ui.common.spin_box import SpinBox
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.preferences import TEXT_SIZES, Preferences
from trust_desktop.ui.settings.backup_rows import BackupRows
from trust_desktop.ui.settings.choices import choices, hour_of, hours, language, weekday
from trust_desktop.ui.settings.household_rows import HouseholdRows
from trust_desktop.ui.settings.leaving_rows import add_leaving
from trust_desktop.ui.settings.lock_rows import LockRows
from trust_desktop.ui.settings.protection_row import ProtectionRow
from trust_desktop.ui.settings.rows import Group, group
from trust_desktop.ui.settings.unlock_rows import UnlockRows
from trust_desktop.ui.theme import Appearance

_LATEST_END: Final = 8
_MONDAY: Final = 0
_SATURDAY: Final = 5
_SUNDAY: Final = 6
_LAST_HOUR: Final = 23


class SettingsPage(Page):
    """Each change is kept at once; each setting says in a sentence what it does, and is found by any of its words."""

    leave_asked = Signal(bool)
    """The first of two steps: this vault is to go, or with True everything here."""

    keys_asked = Signal(object)
    """Which change of keys is wanted, or None for all of them."""

    go_to_requested = Signal(object)

    def __init__(
        self, vault: OpenVault, preferences: Preferences | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("SettingsPage", "Settings"), parent)
        self._vault = vault
        self._preferences = preferences or Preferences(None, self)
        self._kept = settings.load(vault.session)
        self._groups: list[Group] = []
        self._door: QWidget | None = None
        """What was pressed to go to a page of its own."""
        self._column = Column()
        self.body.addWidget(self._column)
        self._build_search()
        self._build_lock()
        self._build_days()
        self._build_reminders()
        self._build_look()
        self._build_protection()
        self._build_backups()
        self._build_household()
        self._build_unlocks()
        self._build_leaving()
        self._column.inside.addWidget(self.nothing)
        self.body.addStretch(1)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Back from where a row led it is as it was left; else it begins at its field, which is then in sight."""
        door, self._door = self._door, None
        if door is not None:
            lead_to(door if not door.isHidden() else self.protection.keys)
            return
        self.search.edit.setFocus(reason)
        lead_to(self.search.edit, self.search)

    def look_where(self, place: object) -> None:
        """The window has turned to a page: if it is none that a row leads to, the next visit begins anew."""
        if place not in (Place.SETTINGS, Place.BACKUPS):
            self._door = None
            self.search.set_text("")

    def _keep(self, kept: VaultSettings) -> None:
        if kept == self._kept:
            return
        try:
            settings.save(self._vault.session, kept)
        except TrustError as problem:
            self._say_not_kept(not_written(problem, self.tr("The setting was not kept.")))
        else:
            self._kept = kept
            self.search.clear_reason()

    def _say_not_kept(self, words: str) -> None:
        """At the top, and in sight from wherever on the page it was changed; the controls show what is kept."""
        self._show_kept()
        self.search.set_reason(words)
        QTimer.singleShot(
            0, self.search, lambda: bring_into_view(self.search)
        )  # once it is as tall as its words

    def _show_kept(self) -> None:
        """One control alone can differ from what is kept, so none of these is taken for a change."""
        kept = self._kept
        self.idle.setValue(kept.idle_minutes)
        self.clipboard.setValue(kept.clear_clipboard_seconds)
        self.day_ends.setCurrentIndex(self.day_ends.findData(kept.day_ends.hour))
        first = -1 if kept.first_weekday is None else kept.first_weekday
        self.first_weekday.setCurrentIndex(self.first_weekday.findData(first))
        self.quiet_from.setCurrentIndex(self.quiet_from.findData(kept.quiet_from.hour))
        self.quiet_until.setCurrentIndex(self.quiet_until.findData(kept.quiet_until.hour))
        self.tray_note.setChecked(kept.tray_note)
        self.lock_rows.show_kept(kept)

    def _on_search(self, text: str) -> None:
        wanted = tuple(text.casefold().split())
        found = [each.show_matching(wanted) for each in self._groups]
        self.nothing.setVisible(not any(found))
        self.to_top()  # where it is written, and where what was found begins

    def _on_idle(self, minutes: int) -> None:
        self._keep(replace(self._kept, idle_minutes=minutes))

    def _on_clipboard(self, seconds: int) -> None:
        self._keep(replace(self._kept, clear_clipboard_seconds=seconds))

    def _on_day_ends(self) -> None:
        self._keep(replace(self._kept, day_ends=hour_of(self.day_ends)))

    def _on_first_weekday(self) -> None:
        chosen = self.first_weekday.currentData()
        self._keep(replace(self._kept, first_weekday=None if chosen < 0 else chosen))

    def _on_reminders(self) -> None:
        asked = self.tray_note.isChecked()
        self.quiet_from.setEnabled(asked)
        self.quiet_until.setEnabled(asked)
        self._keep(
            replace(
                self._kept,
                tray_note=asked,
                quiet_from=hour_of(self.quiet_from),
                quiet_until=hour_of(self.quiet_until),
            )
        )

    def _on_appearance(self) -> None:
        self._preferences.appearance = Appearance(self.appearance.currentData())

    def _on_text_size(self) -> None:
        self._preferences.text_size = self.text_size.currentData()

    def _on_still(self) -> None:
        self._preferences.still = self.still.isChecked()

    def _on_language(self) -> None:
        self._preferences.language = self.language.currentData()

    def _group(self, heading: str) -> Group:
        made = group(heading)
        self._groups.append(made)
        self._column.inside.addWidget(made.card)
        return made

    def _build_search(self) -> None:
        self.search = LineField(
            self.tr("Look for a setting"), placeholder=self.tr("For example: size, lock, week")
        )
        self.search.changed.connect(self._on_search)
        self._column.inside.addWidget(self.search)
        self.nothing = BodyLabel(self.tr("No setting is called that. Try a shorter word."), color="ink2")
        self.nothing.hide()

    def _build_lock(self) -> None:
        made = self._group(self.tr("Lock"))
        self.idle = SpinBox()
        self.idle.setRange(IDLE_MINUTES[0], IDLE_MINUTES[-1])
        self.idle.setValue(self._kept.idle_minutes)
        self.idle.valueChanged.connect(self._on_idle)
        hint = self.tr(
            "When nobody touches the window for so many minutes, it locks by itself, and says so shortly before. A pause "
            "waits until its return time, a talk sheet and the view for two longer too, but an hour at most."
        )
        _add(made, self.tr("Lock after minutes"), self.idle, hint)
        self.lock_rows = LockRows(
            made, self._kept, lambda change: self._keep(change(self._kept)), self._preferences
        )
        self.clipboard = SpinBox()
        self.clipboard.setRange(CLIPBOARD_SECONDS[0], CLIPBOARD_SECONDS[-1])
        self.clipboard.setValue(self._kept.clear_clipboard_seconds)
        self.clipboard.valueChanged.connect(self._on_clipboard)
        hint = self.tr("Words you copy are taken off the clipboard again after so many seconds.")
        _add(made, self.tr("Clear copied words after seconds"), self.clipboard, hint)

    def _build_days(self) -> None:
        made = self._group(self.tr("Days and weeks"))
        self.day_ends = choices(hours(0, _LATEST_END), self._kept.day_ends.hour)
        self.day_ends.currentIndexChanged.connect(self._on_day_ends)
        hint = self.tr("Until then a late evening still belongs to the day before.")
        _add(made, self.tr("The day ends at"), self.day_ends, hint)
        days = [(self.tr("As usual in my region"), -1)]
        days += [(weekday(day), day) for day in (_MONDAY, _SATURDAY, _SUNDAY)]
        chosen = self._kept.first_weekday
        self.first_weekday = choices(days, -1 if chosen is None else chosen)
        self.first_weekday.currentIndexChanged.connect(self._on_first_weekday)
        hint = self.tr("Where a week begins in the calendar. Plans already made keep their own weeks.")
        _add(made, self.tr("First day of the week"), self.first_weekday, hint)

    def _build_reminders(self) -> None:
        made = self._group(self.tr("Reminders"))
        can_show = QSystemTrayIcon.isSystemTrayAvailable()
        words = self.tr("Show a note of the system when a day is not written down")
        self.tray_note = CheckBox(words)
        self.tray_note.setChecked(self._kept.tray_note)
        self.tray_note.setEnabled(can_show)
        hint = (
            self.tr("At most one a day, while the vault is open. It says nothing but that a note is due.")
            if can_show
            else self.tr("This desktop has no place where a note could be shown.")
        )
        made.add_hinted(self.tray_note, words, hint)
        self.quiet_from = choices(hours(0, _LAST_HOUR), self._kept.quiet_from.hour)
        self.quiet_until = choices(hours(0, _LAST_HOUR), self._kept.quiet_until.hour)
        for box in (self.quiet_from, self.quiet_until):
            box.setEnabled(self._kept.tray_note)
            box.currentIndexChanged.connect(self._on_reminders)
        self.tray_note.toggled.connect(self._on_reminders)
        _add(made, self.tr("Quiet from"), self.quiet_from, self.tr("From this hour on no note is shown."))
        _add(made, self.tr("Quiet until"), self.quiet_until, self.tr("From this hour on notes may be shown."))

    def _build_look(self) -> None:
        made = self._group(self.tr("Look"))
        names = {
            "system": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast-light": self.tr("High contrast, light"),
            "contrast-dark": self.tr("High contrast, dark"),
        }
        looks = [(names[look.value], look.value) for look in Appearance]
        self.appearance = choices(looks, self._preferences.appearance.value)
        self.appearance.currentIndexChanged.connect(self._on_appearance)
        hint = self.tr("It changes at once. Anyone at this login can see this choice.")
        _add(made, self.tr("Appearance"), self.appearance, hint)
        sizes = [(self.tr("{number} %").format(number=QLocale().toString(size)), size) for size in TEXT_SIZES]
        self.text_size = choices(sizes, self._preferences.text_size)
        self.text_size.currentIndexChanged.connect(self._on_text_size)
        hint = self.tr("All words grow, and the pages make room for them.")
        _add(made, self.tr("Text size"), self.text_size, hint)
        words = self.tr("Keep things still")
        self.still = CheckBox(words)
        self.still.setChecked(self._preferences.still)
        self.still.toggled.connect(self._on_still)
        hint = self.tr("The circle of a pause stands still; only the word in it changes.")
        made.add_hinted(self.still, words, hint)
        own = [(language(code), code) for code in translations.languages()]
        self.language = choices([(self.tr("Like the system"), ""), *own], self._preferences.language)
        self.language.currentIndexChanged.connect(self._on_language)
        hint = self.tr("A change shows after the next lock or start.")
        _add(made, self.tr("Language"), self.language, hint)

    def _build_backups(self) -> None:
        if self._vault.session.info is not None:
            made = self._group(self.tr("Backups"))
            self.backups = BackupRows(made, self._vault.session, self._go_to_backups)
            self._vault.changed.connect(self._on_changed)

    def _go_to_backups(self) -> None:
        self._door = self.backups.open
        self.go_to_requested.emit(Place.BACKUPS)

    def _go_to_keys(self, change: object) -> None:
        self._door = self.protection.keys if change is None else self.protection.add
        self.keys_asked.emit(change)

    def _on_changed(self, change: Change) -> None:
        if change & Change.BACKUPS:
            self.backups.look()

    def _build_household(self) -> None:
        household = self._vault.household
        if household is not None:
            made = self._group(self.tr("Vaults on this computer"))
            self.vaults = HouseholdRows(made, self._vault.session, household, self._preferences)

    def _build_unlocks(self) -> None:
        if self._vault.session.info is not None:
            made = self._group(self.tr("When it was opened"))
            self.unlocks = UnlockRows(made, self._vault)

    def _build_leaving(self) -> None:
        if self._vault.session.info is not None:  # an example has nothing to destroy
            made = self._group(self.tr("Leaving"))
            add_leaving(made, self.leave_asked.emit)

    def _build_protection(self) -> None:
        made = self._group(self.tr("How this vault is protected"))
        self.protection = ProtectionRow(self._vault)
        self.protection.asked.connect(self._go_to_keys)
        made.add(self.protection, *self.protection.words)


def _add(made: Group, label: str, control: QWidget, hint: str) -> None:
    offered = [control.itemText(n) for n in range(control.count())] if isinstance(control, QComboBox) else []
    made.add(Field(label, control, hint=hint), label, hint, *offered)
