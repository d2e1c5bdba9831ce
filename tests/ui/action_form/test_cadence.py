"""How often: only the fields a kind needs, and each kind as a sentence."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.domain.cadence import LAST_DAY, Cadence, CadenceKind
from trust_desktop.ui.action_form.cadence_field import CadenceField
from trust_desktop.ui.action_form.cadence_words import cadence_words, kind_words

ALL = [
    Cadence(CadenceKind.ONCE),
    Cadence(CadenceKind.DAILY),
    Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({0, 3})),
    Cadence(CadenceKind.TIMES_A_WEEK, times=3),
    Cadence(CadenceKind.EVERY_N_WEEKS, weekdays=frozenset({6}), every=2),
    Cadence(CadenceKind.MONTHLY, month_day=LAST_DAY),
    Cadence(CadenceKind.WHENEVER),
]


@pytest.fixture
def field(qtbot: QtBot) -> CadenceField:
    made = CadenceField(week_start=0)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("cadence", ALL, ids=lambda cadence: cadence.kind.value)
def test_what_is_shown_comes_back(field: CadenceField, qtbot: QtBot, cadence: Cadence) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_cadence(cadence)
    assert field.cadence() == cadence


def shown(field: CadenceField) -> set[QWidget]:
    beside = (field.days, field.every, field.times, field.month_day)
    return {control for control in beside if control.isVisibleTo(field)}


def test_only_the_fields_the_kind_needs_are_shown(field: CadenceField) -> None:
    needed = {
        CadenceKind.ONCE: set(),
        CadenceKind.DAILY: set(),
        CadenceKind.WEEKDAYS: {field.days},
        CadenceKind.TIMES_A_WEEK: {field.times},
        CadenceKind.EVERY_N_WEEKS: {field.days, field.every},
        CadenceKind.MONTHLY: {field.month_day},
        CadenceKind.WHENEVER: set(),
    }
    assert set(kind_words()) == set(needed) == set(CadenceKind)
    for kind, controls in needed.items():
        field.kind.setCurrentIndex(field.kind.findData(kind.value))
        assert shown(field) == controls, kind


def test_every_change_is_told(field: CadenceField, qtbot: QtBot) -> None:
    field.set_cadence(ALL[4])
    for change in (lambda: field.days.set_days({5}), lambda: field.every.setValue(4)):
        with qtbot.waitSignal(field.changed):
            change()
    assert field.cadence() == Cadence(CadenceKind.EVERY_N_WEEKS, weekdays=frozenset({5}), every=4)


def test_a_number_can_be_typed_into_its_sentence(field: CadenceField) -> None:
    assert field.times.valueFromText(field.times.textFromValue(5)) == 5
    assert field.every.valueFromText(field.every.textFromValue(12)) == 12
    assert field.every.valueFromText("") == 1


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        (ALL[0], "Once, on Tuesday 24 November"),
        (ALL[1], "Every day"),
        (ALL[2], "Every Monday and Thursday"),
        (Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset(range(7))), "Every day"),
        (Cadence(CadenceKind.WEEKDAYS), "On days still to be chosen"),
        (ALL[5], "Once a month, on the last day"),
        (Cadence(CadenceKind.MONTHLY, month_day=3), "Once a month, on day 3"),
        (
            Cadence(CadenceKind.MONTHLY, month_day=31),
            "Once a month, on day 31, or on the last day of a shorter month",
        ),
        (ALL[6], "Whenever it comes up"),
    ],
)
def test_in_words(cadence: Cadence, words: str) -> None:
    assert cadence_words(cadence, date(2026, 11, 24)) == words


def test_numbers_stand_in_the_sentence() -> None:
    assert cadence_words(ALL[3]).startswith("3 ")
    assert "2" in cadence_words(ALL[4])
    assert cadence_words(ALL[4]).endswith("on Sunday")
    assert "to be chosen" in cadence_words(Cadence(CadenceKind.EVERY_N_WEEKS))
    assert cadence_words(ALL[0]) == "Once"


def test_days_stand_in_the_order_of_their_week() -> None:
    days = frozenset({0, 5, 6})
    assert (
        cadence_words(Cadence(CadenceKind.WEEKDAYS, days, week_start=5))
        == "Every Saturday, Sunday and Monday"
    )
    QLocale.setDefault(QLocale("de_DE"))
    assert "Samstag, Sonntag und Montag" in cadence_words(Cadence(CadenceKind.WEEKDAYS, days, week_start=5))
