"""Help one wrote down oneself: add, edit, erase, and undo."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.safety import HelpEntry
from trust_desktop.services import helping, writing
from trust_desktop.services.session import Change
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.entry_editor import EntryEditor


class EntryRow(QWidget):
    """A name, what is good to know, the day it was written down, and what can be done with it."""

    edit_asked = Signal()
    erase_asked = Signal()

    def __init__(self, entry: HelpEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.addWidget(StrongLabel(entry.name))
        if entry.text:
            self._column.addWidget(BodyLabel(entry.text))
        day = day_with_year(entry.added_at.date())
        self._column.addWidget(SmallLabel(self.tr("Written down on {day}").format(day=day)))
        buttons = FlowRow()
        self.edit, self.erase = (
            QuietButton(self.tr("Edit"), dense=True),
            QuietButton(self.tr("Erase"), dense=True),
        )
        self.edit.setAccessibleName(self.tr("Edit {name}").format(name=entry.name))
        self.erase.setAccessibleName(self.tr("Erase {name}").format(name=entry.name))
        self.edit.clicked.connect(self.edit_asked)
        self.erase.clicked.connect(self.erase_asked)
        for button in (self.edit, self.erase):
            buttons.flow.addWidget(button)
        self._column.addWidget(buttons)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.space(6), 0, theme.space(6))
        self._column.setSpacing(theme.space(6))


class OwnEntries(Card):
    """An entry that was begun and not kept is open again when the page is."""

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.rows: list[EntryRow] = []
        self.editor: EntryEditor | None = None
        words = Content("help_list")
        self.body.addWidget(HeadingLabel(words.text("own", "heading")))
        self._none = BodyLabel(words.text("own", "none"), color="ink2")
        self.body.addWidget(self._none)
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.add = QuietButton(self.tr("Write down an entry"), icon_name="plus")
        self.add.clicked.connect(partial(self._open, None))
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        self.body.addWidget(self.reason)
        self.body.addWidget(SmallLabel(words.text("own", "careful")))
        vault.changed.connect(self._on_vault_changed)
        self._refresh()
        if any(writing.load(vault.session, f"help-entry.new.{part}") for part in ("name", "text")):
            self._put_editor(None)

    def _on_vault_changed(self, change: Change) -> None:
        if Change.HELP in change:
            self._refresh()

    def _refresh(self) -> None:
        empty(self._rows)
        self.rows = []
        for entry in helping.entries(self._vault.session):
            if self.rows:
                self._rows.addWidget(Hairline())
            row = EntryRow(entry)
            row.edit_asked.connect(partial(self._open, entry))
            row.erase_asked.connect(partial(self._on_erase, entry))
            self._rows.addWidget(row)
            self.rows.append(row)
        self._none.setVisible(not self.rows)
        follow_layout(self.window())

    def _open(self, entry: HelpEntry | None, *_: object) -> None:
        """Open the form; what was typed for another entry is kept under that one, or stays where it cannot be."""
        if self.editor is not None:
            self.editor.save_now()
            if self.editor.unsaved:
                return
        self._close()
        editor = self._put_editor(entry)
        follow_layout(self.window())
        editor.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, editor, partial(bring_into_view, editor))  # once it has its place

    def _put_editor(self, entry: HelpEntry | None) -> EntryEditor:
        self.editor = EntryEditor(self._vault.session, entry)
        self.editor.done.connect(self._on_done)
        self.editor.left.connect(self._on_left)
        self._place.addWidget(self.editor)
        self.editor.show()  # at once, so that it can take the keyboard
        self.add.hide()
        return self.editor

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.save_now()
            editor.hide()
            editor.deleteLater()
            self.add.show()

    def _on_left(self) -> None:
        assert self.editor is not None
        self._try(self.editor.forget_draft)
        self._close()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self, name: str, text: str) -> None:
        editor, session = self.editor, self._vault.session
        assert editor is not None
        before = editor.entry
        try:
            kept = (
                helping.add_entry(session, name, text)
                if before is None
                else helping.change_entry(session, before, name, text)
            )
            editor.forget_draft()
        except TrustError as problem:
            editor.say(problem)
            return
        self._close()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        back = (
            partial(helping.erase_entry, session, kept.id)
            if before is None
            else partial(helping.put_entry, session, before)
        )
        again = partial(helping.put_entry, session, kept)
        self._vault.undo_stack.push(Done(self.tr("Kept."), again=again, back=back))

    def _on_erase(self, entry: HelpEntry) -> None:
        session = self._vault.session
        erase, put = (
            partial(helping.erase_entry, session, entry.id),
            partial(helping.put_entry, session, entry),
        )
        if self._try(erase):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._vault.undo_stack.push(Done(self.tr("Erased."), again=erase, back=put))

    def _try(self, act: Callable[[], None]) -> bool:
        self.reason.hide()
        try:
            act()
        except TrustError as problem:
            self.reason.setText(nothing_changed(problem))
            self.reason.show()
            return False
        return True
