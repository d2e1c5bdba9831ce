"""The check-ins of earlier days, newest first, a few at a time."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trust_desktop.domain.check_in import CheckIn
from trust_desktop.domain.errors import TrustError
from trust_desktop.services import checking_in, writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.check_in.draft import line_of
from trust_desktop.ui.check_in.entry import Entry
from trust_desktop.ui.check_in.trouble import reason
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.common.not_written import say_while_unsaved
from trust_desktop.ui.common.scroll import bring_into_view

PAGE: Final = 6
_SETTLED_MS: Final = 50
"""The page learns in several steps how long it is now."""


class Earlier(QWidget):
    """`line_kept` carries a check-in and the words for its line; a line begun is kept until it is done."""

    line_kept = Signal(object, str)

    def __init__(self, session: Callable[[], VaultSession], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._wanted = session, PAGE
        self._editing: Entry | None = None
        self.entries: list[Entry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(HeadingLabel(self.tr("Earlier")))
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self._tell, reason)
        theme.follow(self._retheme)

    def refresh(self) -> None:
        """Show them again; a line being written goes on where it was, and the keyboard stays at its check-in."""
        self.save_now()
        held = self._place_of_keyboard()
        session = self._session()
        editing, typed = self._in_hand()
        self._editing = None
        self._clear()
        today = session.today
        found = [
            each for each in checking_in.newest(session, self._wanted + 2) if each.day != today
        ]  # one more than shown, and today's
        for each in found[: self._wanted]:
            self._add(each, editing=editing, typed=typed)
        if not found:
            words = self.tr("Each check-in you keep stands here afterwards, with its line.")
            self._rows.addWidget(BodyLabel(words, color="ink2"))
        if len(found) > self._wanted:
            more = PlainButton(self.tr("Show earlier ones"), dense=True)
            more.clicked.connect(self._on_more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        if held is not None:
            self._go_to(held)

    def show_entry(self, check_in_id: int) -> None:
        """Show as many as it takes for one of them to be seen, and go there; today's is not among them."""
        found = self._entry(check_in_id)
        while found is None and len(self.entries) == self._wanted:
            self._wanted *= 2
            self.refresh()
            found = self._entry(check_in_id)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(_SETTLED_MS, found, partial(bring_into_view, found))

    def _place_of_keyboard(self) -> int | None:
        focus = QApplication.focusWidget()
        held = (
            at for at, entry in enumerate(self.entries) if focus is not None and entry.isAncestorOf(focus)
        )
        return next(held, None)

    def _go_to(self, place: int) -> None:
        """Put the keyboard on a check-in, or on the last there is."""
        if self.entries:
            entry = self.entries[min(place, len(self.entries) - 1)]
            entry.show()  # what is not shown yet takes no keyboard
            entry.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, check_in_id: int) -> Entry | None:
        return next((entry for entry in self.entries if entry.check_in.id == check_in_id), None)

    def save_now(self) -> None:
        self.keeper.save_now()

    def not_kept(self, check_in: CheckIn, problem: TrustError) -> None:
        """Say beside a check-in that its line could not be put down; what was written of it stays."""
        entry = self._entry(check_in.id)
        if entry is None:
            return
        if entry.field is not None:
            self._editing = entry
            self.keeper.touch()
        entry.show_reason(reason(problem))

    def _in_hand(self) -> tuple[int | None, str]:
        """Return the check-in whose line is being written, and its words where the vault does not have them."""
        entry = self._editing
        if entry is None:
            return None, ""
        not_saved = self.keeper.pending and entry.field is not None
        return entry.check_in.id, entry.field.text() if not_saved and entry.field is not None else ""

    def _tell(self, words: str) -> None:
        if self._editing is not None:
            self._editing.show_reason(words)

    def _add(self, check_in: CheckIn, *, editing: int | None, typed: str) -> None:
        entry = Entry(check_in, self._session().today)
        entry.change.connect(partial(self._on_change, entry))
        entry.left.connect(partial(self._on_left, entry))
        entry.edited.connect(self.keeper.touch)
        entry.line_kept.connect(partial(self._on_line_kept, entry))
        self._rows.addWidget(entry)
        self.entries.append(entry)
        begun = writing.load(self._session(), line_of(check_in.id))
        if check_in.id == editing or (begun and editing is None and self._editing is None):
            self._editing = entry
            entry.show_field(typed or begun)
        else:
            entry.show_line()

    def _on_change(self, entry: Entry) -> None:
        self.save_now()  # a line begun elsewhere stays as it is, to go on with
        if self.keeper.pending:
            return  # it could not be saved, and is said there; nothing typed is let go
        self._editing = entry
        self.refresh()
        field = self._editing.field
        if field is not None:
            self._editing.show()
            field.show()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self, entry: Entry) -> None:
        try:
            if writing.load(self._session(), line_of(entry.check_in.id)):
                writing.keep(self._session(), line_of(entry.check_in.id), "")
        except TrustError as problem:
            self.not_kept(entry.check_in, problem)
            return
        self._let_go(entry)
        self.refresh()

    def _on_line_kept(self, entry: Entry, line: str) -> None:
        self._let_go(entry)
        self.line_kept.emit(entry.check_in, line)

    def _let_go(self, entry: Entry) -> None:
        """Its line is being written no more; one begun beside another check-in goes on."""
        if self._editing is entry:
            self.keeper.forget()
            self._editing = None

    def _save(self) -> None:
        entry, session = self._editing, self._session()
        if entry is not None and entry.field is not None and not session.closed:
            writing.keep(session, line_of(entry.check_in.id), entry.field.text())

    def _on_more(self) -> None:
        shown = len(self.entries)
        self._wanted += PAGE
        self.refresh()
        self._go_to(shown)

    def _clear(self) -> None:
        self.entries = []
        empty(self._rows)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(12))
        self._rows.setSpacing(theme.space(12))
