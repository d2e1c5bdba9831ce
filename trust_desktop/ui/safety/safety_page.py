"""Help & safety: the private look, where help is looked for, what is protected, the method on a page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, TitleLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.reading import Section, add_safety_words


class SafetyPage(Page):
    """Only to read; the keyboard scrolls it. Whoever came from writing the plan finds the way back."""

    back_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        del vault  # nothing of the vault is shown, so that this page may be open beside anyone
        words = Content("help")
        super().__init__(words.text("title"), parent)
        column = Column()
        self._texts = column.inside
        self.body.addWidget(column)
        self._texts.addWidget(BodyLabel(words.text("lead"), color="ink2"))
        self._add_safety()
        for section in words.sections("section"):
            card = Card()
            after = [section["closing"]] if "closing" in section else []
            card.body.addWidget(
                Section(section["heading"], section.get("paragraphs", ()), section.get("items", ()), after)
            )
            self._texts.addWidget(card)
        self.body.addStretch(1)
        scroll = self.findChild(ScrollColumn)
        assert scroll is not None
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(words.text("title"))
        self._scroll = scroll
        self.back: QuietButton | None = None

    def offer_way_back(self, *, offered: bool) -> None:
        """Show or take away the button that leads back to the plan being written."""
        if offered and self.back is None:
            self.back = QuietButton(self.tr("Back to your plan"))
            self.back.clicked.connect(self.back_requested)
            self._texts.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeading)
        if self.back is not None:
            self.back.setVisible(offered)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._scroll.setFocus(reason)

    def _add_safety(self) -> None:
        words = Content("safety")
        self._texts.addWidget(TitleLabel(words.text("title")))
        self._texts.addWidget(BodyLabel(words.text("lead"), color="ink2"))
        add_safety_words(self._texts)
