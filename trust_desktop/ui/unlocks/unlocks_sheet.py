"""The list of openings, to be read: the newest first, as many as a person looks through."""

from typing import Final

from PySide6.QtWidgets import QWidget

from trust_desktop.services import noticing_openings
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.reading_sheet import ReadingSheet
from trust_desktop.ui.unlocks.unlock_words import before_words, listed_words

MOST_SHOWN: Final = 60


class UnlocksSheet(ReadingSheet):
    """Says beside the list what it cannot show."""

    def __init__(self, session: VaultSession, parent: QWidget | None = None) -> None:
        words = Content("unlocks")
        super().__init__(words.text("title"), parent)
        self.close_button.setText(self.tr("Close"))
        on = noticing_openings.is_on(session)
        for text in words.texts("means" if on else "off"):
            self.column.addWidget(BodyLabel(text))
        found = noticing_openings.newest(session, MOST_SHOWN)
        if not found:
            self.column.addWidget(BodyLabel(self.tr("Nothing is written down."), color="ink2"))
        for unlock in found:
            card = Card(padding=12, spacing=4)
            card.body.addWidget(BodyLabel(listed_words(session, unlock)))
            before = before_words(session, unlock)
            if before:
                card.body.addWidget(SmallLabel(before, color="honey_text"))
            self.column.addWidget(card)
        self.column.addStretch(1)
