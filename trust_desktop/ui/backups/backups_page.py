"""Backups: where they go, what opens them, and a try of the ways back."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.override import override
from trust_desktop.services import backing_up
from trust_desktop.ui.backups.drill_card import DrillCard
from trust_desktop.ui.backups.keeper import BackupKeeper
from trust_desktop.ui.backups.passphrase_card import PassphraseCard
from trust_desktop.ui.backups.place_card import PlaceCard
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import lead_to
from trust_desktop.ui.content import Content


class BackupsPage(Page):
    """An example has none: the page says so. Esc and its first button lead back to Settings."""

    left = Signal()

    def __init__(self, keeper: BackupKeeper | None, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("BackupsPage", "Backups"), parent)
        self._keeper = keeper
        self._column = Column()
        self.body.addWidget(self._column)
        self.back = PlainButton(self.tr("All settings"), icon_name="arrow-left", dense=True)
        self.back.clicked.connect(self.left)
        self.on_escape = self.left.emit
        self._column.inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        words = Content("backups")
        self._column.inside.addWidget(BodyLabel(words.text("lead" if keeper is not None else "example")))
        if keeper is not None:
            self._build(keeper, words)
        self.body.addStretch(1)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._keeper is not None:
            self.to_top()
            self.place.choose.setFocus(reason)
        else:
            self.back.setFocus(reason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def show_drill(self) -> None:
        """Lead to where the ways back are tried."""
        if self._keeper is not None:
            lead_to(self.drill.code.edit, self.drill)

    def look(self) -> None:
        """Read again how things stand; what was to be said is read here."""
        keeper = self._keeper
        if keeper is None or keeper.vault.session.closed:
            return
        self.place.refresh()
        self.passphrase.refresh()
        self.drill.refresh()
        if backing_up.to_be_said(keeper.vault.session):
            try:
                backing_up.note_said(keeper.vault.session)
            except TrustError:
                return  # it is said once more, that is all

    def _on_taken(self) -> None:
        """What was pressed may be gone: a folder that was taken leads on to the passphrase, if there is none yet."""
        assert self._keeper is not None
        session = self._keeper.vault.session
        wanted = bool(backing_up.state(session).folder) and not backing_up.has_passphrase(session)
        lead_to(self.passphrase.begin if wanted and self.passphrase.form is None else self.place.choose)

    def _build(self, keeper: BackupKeeper, words: Content) -> None:
        self.place, self.passphrase, self.drill = PlaceCard(keeper), PassphraseCard(keeper), DrillCard(keeper)
        self.place.taken.connect(self._on_taken)
        restoring = Card()
        restoring.body.addWidget(HeadingLabel(words.text("restoring", "heading")))
        restoring.body.addWidget(BodyLabel(words.text("restoring", "what")))
        for card in (self.place, self.passphrase, self.drill, restoring):
            self._column.inside.addWidget(card)
