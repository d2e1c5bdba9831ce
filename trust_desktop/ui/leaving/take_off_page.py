"""A vault that is gone: whether to stop looking for it."""

from PySide6.QtCore import QCoreApplication, QLocale

from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.sure_sheet import SureSheet


class TakeOffPage(SureSheet):
    """Which one is said by its number; nothing else is known of it any more."""

    def __init__(self, number: int) -> None:
        words = Content("leaving")
        super().__init__(
            words.text("take_off", "title"),
            words.text("take_off", "lead", number=QLocale().toString(number)),
            QCoreApplication.translate("TakeOffPage", "Take it off the list"),
        )
        self.card.body.addWidget(BodyLabel(words.text("take_off", "careful")))
