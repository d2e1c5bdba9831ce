"""Where backups go: drives that can be taken away first, any other folder, and what speaks against one."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from trust_desktop.domain.errors import TrustError
from trust_desktop.override import override
from trust_desktop.services import backing_up, backup_places
from trust_desktop.services.backup_places import Judgement
from trust_desktop.ui.backups.folder_dialog import pick_folder
from trust_desktop.ui.backups.keeper import BackupKeeper
from trust_desktop.ui.backups.words import concern_words, problem_words, state_words
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.scroll import lead_to
from trust_desktop.ui.common.tab_order import follow_layout

Pick = Callable[..., Path | None]

LOOK_EVERY: Final = 2_000
"""Milliseconds between two looks for drives while the page is seen."""


class PlaceCard(Card):
    """`taken` comes when the person has decided on a folder, or that there is none."""

    taken = Signal()

    def __init__(self, keeper: BackupKeeper, pick: Pick = pick_folder) -> None:
        super().__init__()
        self._keeper = keeper
        self._pick = pick
        self._wanted: Path | None = None
        self._there: tuple[Path, ...] = ()
        self.drives: list[QuietButton] = []
        self.body.addWidget(HeadingLabel(self.tr("Where they go")))
        self.state = BodyLabel()
        self.place = SmallLabel()
        self.trouble = BodyLabel(color="honey_text")
        for label in (self.state, self.place):
            self.body.addWidget(label)
        self._build_ways()
        self._build_doubts()
        self.body.addWidget(self.trouble)
        self.trouble.hide()
        keeper.moved_on.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        session = self._keeper.vault.session
        if session.closed:
            return
        now, running = backing_up.state(session), self._keeper.running
        self.state.setText(self.tr("One is being made and read back.") if running else state_words(now))
        self.place.setText(now.folder)
        self.place.setVisible(bool(now.folder))
        for button in (self.make, self.stop):
            button.setVisible(bool(now.folder))
        self.make.setText(self.tr("Stop this one") if running else self.tr("Make one now"))
        self.choose.setText(self.tr("Choose another folder…") if now.folder else self.tr("Choose a folder…"))

    def look_for_drives(self) -> None:
        """Offer those that are there now: one may be plugged in, or taken out, while the page is looked at."""
        there = backup_places.removable(os.environ)
        if there == self._there:
            return
        self._there = there
        for button in self.drives:
            button.hide()
            button.deleteLater()
        self.drives = [self._drive(path) for path in there]
        self._lay_ways()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_for_drives()
        self._looking.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looking.stop()

    def look_at(self, folder: Path) -> None:
        """Say what is to be known of a folder; take it at once if that is nothing."""
        self._wanted = folder
        found = backup_places.judge(folder, self._keeper.places, os.environ, Path.home())
        self.trouble.hide()
        if not found.concerns:
            self._take()
            return
        self.say_doubts(folder, found)

    def say_doubts(self, folder: Path, found: Judgement) -> None:
        self.doubted.setText(str(folder))
        self.doubts.setText("\n".join(concern_words(found)))
        self.take.setVisible(found.usable)
        self._doubting.show()
        lead_to(self.other, self._doubting)  # an Enter too many takes no folder that was doubted

    def leave_doubts(self) -> None:
        self._doubting.hide()
        lead_to(self.choose)

    def _on_choose(self) -> None:
        folder = self._pick(self, self.tr("A folder for backups"))
        if folder is not None:
            self.look_at(folder)

    def _on_make(self) -> None:
        if self._keeper.running:
            self._keeper.cancel()
        else:
            self._keeper.make()

    def _on_stop(self) -> None:
        self._do(backing_up.stop)

    def _take(self) -> None:
        self._doubting.hide()
        wanted = self._wanted
        if wanted is None:
            return
        if self._do(lambda session: backing_up.choose(session, wanted)):
            self._keeper.make()
        else:
            lead_to(self.choose)

    def _do(self, work: Callable[..., object]) -> bool:
        try:
            work(self._keeper.vault.session)
        except TrustError as problem:
            self.trouble.setText(problem_words(type(problem).__name__))
            self.trouble.show()
            return False
        self.trouble.hide()
        self.refresh()
        self.taken.emit()
        return True

    def _build_ways(self) -> None:
        self._ways = FlowRow(gap=12)
        self.choose, self.make = QuietButton(), QuietButton()
        self.stop = PlainButton(self.tr("Make no more"))
        self.choose.clicked.connect(self._on_choose)
        self.make.clicked.connect(self._on_make)
        self.stop.clicked.connect(self._on_stop)
        self.body.addWidget(self._ways)
        self._lay_ways()
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look_for_drives)

    def _lay_ways(self) -> None:
        while self._ways.flow.takeAt(0) is not None:
            pass
        for button in (*self.drives, self.choose, self.make, self.stop):
            self._ways.flow.addWidget(button)
        follow_layout(self._ways)

    def _drive(self, path: Path) -> QuietButton:
        pattern = QCoreApplication.translate("PlaceCard", "Use the drive {name}")
        button = QuietButton(pattern.format(name=path.name))
        button.clicked.connect(lambda _checked=False: self.look_at(path))
        return button

    def _build_doubts(self) -> None:
        self._doubting = Card(ground="sunken", padding=20)
        self.doubted, self.doubts = StrongLabel(), BodyLabel()
        self.take = PrimaryButton(self.tr("Use it all the same"))
        self.other = QuietButton(self.tr("Rather another one"))
        self.take.clicked.connect(lambda _checked=False: self._take())
        self.other.clicked.connect(lambda _checked=False: self.leave_doubts())
        buttons = FlowRow(gap=12)
        buttons.flow.addWidget(self.other)
        buttons.flow.addWidget(self.take)
        for widget in (self.doubted, self.doubts, buttons):
            self._doubting.body.addWidget(widget)
        self.body.addWidget(self._doubting)
        self._doubting.hide()
