"""Which backup: a folder or a drive, and what lies in it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal

from trust_desktop.domain.errors import VaultTooNew
from trust_desktop.services.restoring import Offer
from trust_desktop.ui.backups.words import moment_words
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.scroll import lead_to
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.sheet import Sheet


class PickPage(Sheet):
    """`folder_asked` wants the folder dialog, `looked_at` names a drive, `opened` an offer."""

    folder_asked = Signal()
    looked_at = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self, drives: Sequence[Path], *, full: bool) -> None:
        self._words = words = Content("backups")
        super().__init__(words.text("pick", "title"), words.text("pick", "lead"))
        if full:
            self.column.addWidget(BodyLabel(words.text("pick", "full"), color="honey_text"))
        self.column.addWidget(BodyLabel(words.text("pick", "choose")))
        ways = FlowRow(gap=12)
        pattern = QCoreApplication.translate("PickPage", "Look on the drive {name}")
        self.drives = [self._door(pattern.format(name=path.name), path) for path in drives]
        self.choose = PrimaryButton(self.tr("Choose a folder…"))
        self.choose.clicked.connect(lambda _checked=False: self.folder_asked.emit())
        for button in (*self.drives, self.choose):
            ways.flow.addWidget(button)
        self.column.addWidget(ways)
        self.said = BodyLabel(color="honey_text")
        self.said.hide()
        self.column.addWidget(self.said)
        self.offers: list[Card] = []
        self.buttons: list[QuietButton] = []
        back = QuietButton(self.tr("Back"))
        back.clicked.connect(lambda _checked=False: self.left.emit())
        self.footer.addWidget(back)
        self.footer.addStretch(1)
        self.begin_at(self.choose)
        self.on_escape = self.left.emit

    def show_offers(self, folder: Path, offers: Sequence[Offer], looked_at: Offer | None = None) -> None:
        """The keyboard goes to the one that was `looked_at` before, else to the first that can be opened."""
        self._clear()
        if not offers:
            self.say(self._words.text("pick", "none"))
            return
        self.column.addWidget(self._kept(SmallLabel(str(folder))))
        for offer in offers:
            self.column.addWidget(self._kept(self._card(offer)))
        follow_layout(self)
        usable = [number for number, offer in enumerate(offers) if offer.usable]
        before = [
            number for number in usable if looked_at is not None and offers[number].path == looked_at.path
        ]
        if usable:
            number = (before or usable)[0]
            lead_to(self.buttons[number], self.offers[number + 1])
        else:
            lead_to(self.choose)

    def say_gone(self) -> None:
        self._clear()
        self.say(self._words.text("pick", "gone"))

    def say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        lead_to(self.choose)

    def _clear(self) -> None:
        self.said.hide()
        for widget in self.offers:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.offers, self.buttons = [], []

    def _kept(self, widget: object) -> Card:
        self.offers.append(widget)  # type: ignore[arg-type]  # a label among them: both come and go together
        return widget  # type: ignore[return-value]

    def _card(self, offer: Offer) -> Card:
        card = Card(spacing=8)
        when = moment_words(offer.made) if offer.made is not None else self.tr("On a day that is not known")
        card.body.addWidget(StrongLabel(when))
        card.body.addWidget(SmallLabel(self._of(offer)))
        button = QuietButton(self.tr("Open it"))
        button.setAccessibleName(self.tr("Open the backup: {moment}").format(moment=when))
        button.clicked.connect(lambda _checked=False: self.opened.emit(offer))
        button.setEnabled(offer.usable)
        self.buttons.append(button)
        row = FlowRow()
        row.flow.addWidget(button)
        card.body.addWidget(row)
        return card

    def _of(self, offer: Offer) -> str:
        if isinstance(offer.problem, VaultTooNew):
            return self.tr("Made by a newer version of the program.")
        if not offer.usable:
            return self.tr("This one is damaged and cannot be opened.")
        number = self.locale().toString(offer.number)
        return offer.label or self.tr("Of vault number {number}").format(number=number)

    def _door(self, words: str, path: Path) -> QuietButton:
        button = QuietButton(words)
        button.clicked.connect(lambda _checked=False: self.looked_at.emit(path))
        return button
