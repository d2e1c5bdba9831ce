"""Three neutral paths beside a day marked *not kept*: ask, adjust, or leave it for the weekly talk."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.services import following_through, setting_aside
from trust_desktop.services import settings as vault_settings
from trust_desktop.services.session import Change
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.content import Content
from trust_desktop.ui.missed_day.borrowed import Borrowed
from trust_desktop.ui.open_vault import OpenVault


class MissedPaths(QWidget):
    """Offered where a day stands as *not kept*; the words to borrow are opened by whoever wants them.

    `trouble` carries the problem when a day could not be set aside, None once it could.
    """

    adjust_requested = Signal(int)
    write_requested = Signal(object)
    """What was heard is to be written down; carries the mark."""
    trouble = Signal(object)

    def __init__(self, vault: OpenVault, clipboard: PrivateClipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._clipboard = vault, clipboard
        self._key: MarkKey | None = None
        self._title = ""
        self._aside = False
        self.borrowed: Borrowed | None = None
        self._built = False
        vault.changed.connect(self._on_changed)

    def show_missed(self, key: MarkKey, title: str) -> None:
        """Offer the paths for a mark; what was opened for another one is closed."""
        if not self._built:
            self._build()
        if key != self._key and self.borrowed is not None:
            self.borrowed.hide()
        self._key, self._title = key, title
        for button in (self.ask, self.adjust):
            spoken = self.tr("{action}: {path}").format(action=title, path=button.words)
            button.setAccessibleName(spoken)
        self._read()

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in the order of the layout; none before the first missed day."""
        if not self._built:
            return []
        opened = [] if self.borrowed is None else [*self.borrowed.copies, self.borrowed.write]
        return [self.ask, self.adjust, self.leave, *opened]

    def _build(self) -> None:
        """Make what most days never show; the page opens without it."""
        self._built = True
        self.ask = PlainButton(self.tr("Ask what got in the way"), dense=True)
        self.adjust = PlainButton(self.tr("Adjust the action"), dense=True)
        self.leave = PlainButton("", dense=True)
        self.ask.clicked.connect(self._on_ask)
        self.adjust.clicked.connect(self._on_adjust)
        self.leave.clicked.connect(self._on_leave)
        self._column = QVBoxLayout(self)
        self._column.addWidget(SmallLabel(Content("missed_day").text("lead")))
        row = FlowRow(gap=12, row_gap=0)
        for button in (self.ask, self.adjust, self.leave):
            row.flow.addWidget(button)
        self._column.addWidget(row)
        theme.follow(self._retheme)

    def _read(self) -> None:
        if self._key is None or self._vault.session.closed:
            return
        self._aside = setting_aside.is_set_aside(self._vault.session, self._key)
        left = self.tr("Left for the weekly talk: take it back")
        self.leave.setText(left if self._aside else self.tr("Leave it for the weekly talk"))
        spoken = self.tr("{action}: {path}").format(action=self._title, path=self.leave.words)
        self.leave.setAccessibleName(spoken)

    def _on_changed(self, change: Change) -> None:
        if change & Change.REFLECTIONS:
            self._read()

    def _on_ask(self) -> None:
        key = self._key
        if key is None:
            return
        if self.borrowed is None:
            self.borrowed = Borrowed(self._copy, self)
            self.borrowed.write_requested.connect(lambda: self.write_requested.emit(self._key))
            self._column.addWidget(self.borrowed)
        opens = self.borrowed.isHidden() or not self.borrowed.copies
        self.borrowed.setVisible(opens)
        if opens:
            self.borrowed.show_words(self._title, key.day, quotable=self._has_words(key))
            for before, after in pairwise(self.stops):
                QWidget.setTabOrder(before, after)
            self.borrowed.copies[0].setFocus(Qt.FocusReason.OtherFocusReason)
            # What was just made has no place yet to scroll to.
            QTimer.singleShot(0, self.borrowed, partial(bring_into_view, self.borrowed))

    def _has_words(self, key: MarkKey) -> bool:
        lanes = following_through.day(self._vault.session, key.day).lanes
        return any(lane.action_id == key.action_id and lane.terms.text for lane in lanes)

    def _copy(self, words: str) -> None:
        self._clipboard.copy(words, vault_settings.load(self._vault.session).clear_clipboard_seconds)

    def _on_adjust(self) -> None:
        if self._key is not None:
            self.adjust_requested.emit(self._key.action_id)

    def _on_leave(self) -> None:
        key = self._key
        if key is None:
            return
        try:
            command = self._take_back(key) if self._aside else self._set_aside(key)
        except TrustError as problem:
            self.trouble.emit(problem)
            return
        self.trouble.emit(None)
        self._vault.undo_stack.push(command)

    def _set_aside(self, key: MarkKey) -> Done:
        session = self._vault.session
        setting_aside.set_aside(session, key)
        return Done(
            self.tr("{action}: left for the weekly talk.").format(action=self._title),
            again=lambda: setting_aside.set_aside(session, key),
            back=lambda: setting_aside.take_back(session, key),
        )

    def _take_back(self, key: MarkKey) -> Done:
        session = self._vault.session
        setting_aside.take_back(session, key)
        return Done(
            self.tr("{action}: no longer left for the weekly talk.").format(action=self._title),
            again=lambda: setting_aside.take_back(session, key),
            back=lambda: setting_aside.set_aside(session, key),
        )

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(4))
