"""The window's language: English plurals, Qt's own words, and the direction of reading."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from tests.support import as_before
from tests.support.source import CHECKOUT
from trust_desktop.ui import translations


def days(app: QApplication, number: int) -> str:
    return app.translate("DayWords", "%Ln day(s)", "", number)


@pytest.mark.parametrize("language", ["en_US", "en_GB", "de_DE", "ar_EG", ""])
def test_plurals_are_right_in_every_region(qapp: QApplication, language: str) -> None:
    region = translations.install(qapp, language)
    figures = [region.toString(number) for number in (0, 1, 2)]
    assert [days(qapp, number) for number in (0, 1, 2)] == [
        f"{figure} {word}" for figure, word in zip(figures, ("days", "day", "days"), strict=True)
    ]


def test_counts_are_written_in_the_figures_of_the_region(qapp: QApplication) -> None:
    """As every other number on a page is, and no string may do otherwise."""
    translations.install(qapp, "ar_EG")
    assert days(qapp, 3).startswith("\u0663")
    catalogue = (CHECKOUT / "resources" / "i18n" / "daybook_en.ts").read_text(encoding="utf-8")
    assert "%Ln" in catalogue
    assert "%n" not in catalogue


def test_region_of_the_person_writes_dates_and_the_language_of_the_words_gives_the_direction(
    qapp: QApplication,
) -> None:
    assert translations.languages() == ("en",)
    assert translations.install(qapp, "ar_EG").firstDayOfWeek() == Qt.DayOfWeek.Saturday
    assert QLocale().name() == "ar_EG"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_installing_again_replaces_what_was_there(qapp: QApplication) -> None:
    for _ in range(3):
        translations.install(qapp, "en_GB")
    assert days(qapp, 1) == "1 day"
    translations.remove(qapp)
    assert days(qapp, 1) == "1 day(s)"


def test_what_a_test_changes_of_it_is_put_back(qapp: QApplication) -> None:
    """A region left behind would let the next test read its lists and dates as another."""
    before = as_before.region()
    translations.install(qapp, "de_DE")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    as_before.put_back(before)
    assert QLocale().name() == "en_GB"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert days(qapp, 1) == "1 day(s)"
