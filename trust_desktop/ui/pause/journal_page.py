"""Pauses and urges, newest first: private, with a find box of their own that nothing else looks through."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.pause import Urge
from trust_desktop.override import override
from trust_desktop.services import pausing
from trust_desktop.services.pausing import PAGE, Entry, PauseText
from trust_desktop.services.session import Change
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.journal_entry import JournalEntry
from trust_desktop.ui.pause.urge_card import PrivateLine

_REST: Final = 200
"""Milliseconds without typing after which is looked."""


class JournalPage(Page):
    """`left` leads back to the pause."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Pauses and urges"))
        self._desk = desk
        self._wanted = PAGE
        self._stale = True
        self.leave = PlainButton(self.tr("Back to the pause"), icon_name="arrow-left")
        self.leave.clicked.connect(self.left)
        self.on_escape = self.left.emit
        self.search = LineField(self.tr("Find in your pauses and urges"))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_find)
        self.search.changed.connect(lambda _: self._rest.start())
        self.empty = EmptyState("", "", "")
        self.empty.pressed.connect(self.left)
        self.reason = SmallLabel(color="honey_text")
        self.more = QuietButton(self.tr("Show earlier ones"))
        self.more.clicked.connect(self._on_more)
        self._entries = QVBoxLayout()
        self._build()
        desk.vault.changed.connect(self._on_changed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        self._stale = False
        looked_for = self.search.text()
        found = pausing.journal(self._desk.session, looked_for, self._wanted)
        self._clear()
        for entry in found.entries:
            shown = JournalEntry(entry, self._desk)
            shown.erase.connect(partial(self._on_erase, entry))
            self._entries.addWidget(shown)
        self.more.setVisible(found.more)
        self.empty.setVisible(not found.entries)
        if looked_for.strip():
            self.empty.set_words(self.tr("Nothing found"), self.tr("No pause and no urge has these words."))
        else:
            sentence = self.tr("Each pause and each urge you write down is kept here, only for you.")
            self.empty.set_words(self.tr("Nothing here yet"), sentence, self.tr("Back to the pause"))
        follow_layout(self)

    def forget_search(self) -> None:
        """Nothing that was looked for stays in the box behind the person."""
        self._rest.stop()
        self._wanted = PAGE
        self._stale = True
        self.search.set_text("")
        self._rest.stop()

    def _build(self) -> None:
        self.body.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(PrivateLine())
        for widget in (self.search, self.reason, self.empty):
            self.body.addWidget(widget)
        self.body.addLayout(self._entries)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
        self.reason.hide()
        theme.follow(self._space)

    def _on_changed(self, change: Change) -> None:
        if not change & Change.PAUSES:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_find(self) -> None:
        self._wanted = PAGE
        if not self._desk.session.closed:
            self.refresh()

    def _on_more(self) -> None:
        self._wanted += PAGE
        self.refresh()

    def _on_erase(self, entry: Entry, which: PauseText | None) -> None:
        self._desk.attempt(partial(self._erase, entry, which), self._say)

    def _erase(self, entry: Entry, which: PauseText | None) -> None:
        session = self._desk.session
        if isinstance(entry, Urge):
            urge = pausing.erase_urge_words(session, entry.id)
            done = Done(
                self.tr("The words are taken out."),
                back=partial(pausing.put_back_urge, session, urge),
                again=partial(pausing.erase_urge_words, session, urge.id),
            )
        else:
            assert which is not None
            pause = pausing.erase_words(session, entry.id, which)
            done = Done(
                self.tr("The words are taken out."),
                back=partial(pausing.put_back_words, session, pause, which),
                again=partial(pausing.erase_words, session, pause.id, which),
            )
        self._desk.vault.undo_stack.push(done)
        self.search.edit.setFocus()

    def _clear(self) -> None:
        empty(self._entries)

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _space(self) -> None:
        self._entries.setSpacing(theme.space(8))
