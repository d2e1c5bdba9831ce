"""The ways of saying it, in words: to choose from, and as it is told afterwards."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trust_desktop.domain.delivery import Way

ICONS: Final = {Way.ALOUD: "volume-2", Way.NOTE: "sticky-note", Way.TEXT: "smartphone", Way.CARD: "mail-open"}

_CHOICE: Final = {
    Way.ALOUD: QT_TRANSLATE_NOOP("WayWords", "Aloud"),
    Way.NOTE: QT_TRANSLATE_NOOP("WayWords", "Note"),
    Way.TEXT: QT_TRANSLATE_NOOP("WayWords", "Text"),
    Way.CARD: QT_TRANSLATE_NOOP("WayWords", "Card"),
}
_TOLD: Final = {
    Way.ALOUD: QT_TRANSLATE_NOOP("WayWords", "said aloud"),
    Way.NOTE: QT_TRANSLATE_NOOP("WayWords", "in a note"),
    Way.TEXT: QT_TRANSLATE_NOOP("WayWords", "in a text"),
    Way.CARD: QT_TRANSLATE_NOOP("WayWords", "on a card"),
}


def way_choice(way: Way) -> str:
    return QCoreApplication.translate("WayWords", str(_CHOICE[way]))


def way_told(way: Way) -> str:
    return QCoreApplication.translate("WayWords", str(_TOLD[way]))
