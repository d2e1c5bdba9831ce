"""How often: seven kinds, and beside them only the fields the chosen kind needs."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.domain.cadence import LAST_DAY, Cadence, CadenceKind
from trust_desktop.override import override
from trust_desktop.ui.action_form.cadence_words import kind_words, month_day_words
from trust_desktop.ui.common.combo_box import ComboBox
from trust_desktop.ui.common.day_toggles import DayToggles
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.spin_box import SpinBox

_WITH_DAYS = {CadenceKind.WEEKDAYS, CadenceKind.EVERY_N_WEEKS}


class TimesBox(SpinBox):
    """A number of times a week, as it is said."""

    @override
    def textFromValue(self, val: int) -> str:
        return self.tr("%Ln time(s) a week", "", val)

    @override
    def valueFromText(self, text: str) -> int:
        return _number_in(text)


class WeeksBox(SpinBox):
    """A number of weeks from one time to the next."""

    @override
    def textFromValue(self, val: int) -> str:
        return self.tr("every %Ln week(s)", "", val)

    @override
    def valueFromText(self, text: str) -> int:
        return _number_in(text)


class CadenceField(QWidget):
    """`week_start` (0 is Monday) is kept inside the cadence and sets the order of the day toggles."""

    changed = Signal()

    def __init__(self, week_start: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week_start = week_start
        self._build_controls()
        self._build_row()
        self._show_fields()

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.kind.setFocus(reason)  # no focus proxy: Tab would come back to it from what stands behind

    def cadence(self) -> Cadence:
        """Return the kind with the numbers it needs; those of other kinds stay at their defaults."""
        chosen = Cadence(self._chosen_kind(), week_start=self._week_start)
        match chosen.kind:
            case CadenceKind.WEEKDAYS:
                return replace(chosen, weekdays=self.days.days())
            case CadenceKind.EVERY_N_WEEKS:
                return replace(chosen, weekdays=self.days.days(), every=self.every.value())
            case CadenceKind.TIMES_A_WEEK:
                return replace(chosen, times=self.times.value())
            case CadenceKind.MONTHLY:
                return replace(chosen, month_day=self.month_day.currentData())
            case _:
                return chosen

    def set_cadence(self, cadence: Cadence) -> None:
        """Show a cadence without telling anybody."""
        self.blockSignals(True)
        self._week_start = cadence.week_start
        self.kind.setCurrentIndex(self.kind.findData(cadence.kind.value))
        self.days.set_days(cadence.weekdays)
        self.every.setValue(cadence.every)
        self.times.setValue(cadence.times)
        self.month_day.setCurrentIndex(self.month_day.findData(cadence.month_day))
        self.blockSignals(False)
        self._show_fields()

    def _build_controls(self) -> None:
        self.kind = ComboBox()
        self.kind.setAccessibleName(self.tr("How often"))
        for kind, words in kind_words().items():
            self.kind.addItem(words, kind.value)
        self.days = DayToggles(self.tr("On which days"), first_weekday=self._week_start)
        self.every = WeeksBox()
        self.every.setRange(2, 52)
        self.every.setAccessibleName(self.tr("Weeks from one time to the next"))
        self.times = TimesBox()
        self.times.setRange(1, 7)
        self.times.setAccessibleName(self.tr("Times a week"))
        self.month_day = ComboBox()
        self.month_day.setAccessibleName(self.tr("Day of the month"))
        for day in (*range(1, 32), LAST_DAY):
            self.month_day.addItem(month_day_words(day), day)

    def _build_row(self) -> None:
        flow = FlowLayout(self, gap=16, row_gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for control in (self.kind, self.every, self.times, self.month_day, self.days):
            flow.addWidget(control)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.days.changed.connect(self._on_changed)
        self.every.valueChanged.connect(self._on_changed)
        self.times.valueChanged.connect(self._on_changed)
        self.month_day.currentIndexChanged.connect(self._on_changed)

    def _chosen_kind(self) -> CadenceKind:
        return CadenceKind(self.kind.currentData())

    def _show_fields(self) -> None:
        kind = self._chosen_kind()
        self.days.setVisible(kind in _WITH_DAYS)
        self.every.setVisible(kind is CadenceKind.EVERY_N_WEEKS)
        self.times.setVisible(kind is CadenceKind.TIMES_A_WEEK)
        self.month_day.setVisible(kind is CadenceKind.MONTHLY)
        self.updateGeometry()

    def _on_kind_changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()


def _number_in(text: str) -> int:
    digits = "".join(character for character in text if character.isdecimal())
    return int(digits) if digits else 1
