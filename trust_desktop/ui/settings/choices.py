"""Drop-downs of the settings and the words in them."""

from datetime import time

from PySide6.QtCore import QLocale, QTime

from trust_desktop.ui.common.combo_box import ComboBox


def choices(options: "list[tuple[str, int]] | list[tuple[str, str]]", chosen: object) -> ComboBox:
    box = ComboBox()
    for words, value in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def hours(first: int, last: int) -> list[tuple[str, int]]:
    """Return the full hours from `first` to `last` as this region writes them."""
    return [
        (QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat), hour)
        for hour in range(first, last + 1)
    ]


def hour_of(box: ComboBox) -> time:
    return time(box.currentData())


def weekday(day: int) -> str:
    """Return the name of a weekday from Monday = 0."""
    return QLocale().standaloneDayName(day + 1)


def language(code: str) -> str:
    return QLocale(code).nativeLanguageName() or code
