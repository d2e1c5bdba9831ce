"""How strong an urge was, in words that can be read aloud."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from trust_desktop.domain.pause import Urge
from trust_desktop.ui.common.day_words import clock, number

Shown = Callable[[datetime], datetime]
"""Brings a moment to the clock on the wall."""


def series_words(urges: Iterable[Urge], shown: Shown) -> str:
    """Such as "8 at 21:20, 7 at 21:25 and 5 at 21:30"."""
    pattern = QCoreApplication.translate("UrgeWords", "{strength} at {time}")
    points = [
        pattern.format(time=clock(shown(urge.felt_at)), strength=number(urge.strength)) for urge in urges
    ]
    return QLocale().createSeparatedList(points)
