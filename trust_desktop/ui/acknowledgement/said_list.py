"""What was said, newest first: closed at first, a page at a time once opened."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.acknowledgement import Acknowledgement
from trust_desktop.domain.plan import Plan
from trust_desktop.services import acknowledging, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.disclosure import Disclosure
from trust_desktop.ui.acknowledgement.said_entry import SaidEntry
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.day_words import month_name
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.scroll import bring_into_view

PAGE: Final = 10
_SETTLED_MS: Final = 50
"""The page learns in several steps how long it is now."""


class SaidList(QWidget):
    """Reads only while it is open, but for the figure of the month; `erase` asks to take words out."""

    erase = Signal(object)

    def __init__(self, session: Callable[[], VaultSession], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = PAGE
        self._from: int | None = None
        self.head = Disclosure(self.tr("Said"))
        self.head.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._entries = QVBoxLayout()
        self._column.addLayout(self._entries)
        theme.follow(self._retheme)

    def refresh(self) -> None:
        session = self._session()
        count = acknowledging.said_in_month(session)
        month = month_name(session.today.month)
        self.head.set_trailing(self.tr("%Ln in {month}", "", count).format(month=month) if count else "")
        self._clear()
        if self.head.isChecked():
            self._fill(session)

    def show_from(self, said_id: int) -> None:
        """Open the list with one entry at its top, and go there."""
        self._from, self._wanted = said_id + 1, PAGE
        if self.head.isChecked():
            self.refresh()
        else:
            self.head.setChecked(True)
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(_SETTLED_MS, self, partial(bring_into_view, self))

    def _on_toggled(self) -> None:
        if not self.head.isChecked():
            self._from = None
        self._wanted = PAGE
        self.refresh()
        if self.head.isChecked():
            QTimer.singleShot(_SETTLED_MS, self, partial(bring_into_view, self))

    def _fill(self, session: VaultSession) -> None:
        found = acknowledging.said(session, self._wanted + 1, self._from)
        plan = planning.live_plan(session)
        if not found:
            self._entries.addWidget(SmallLabel(self.tr("What you have said is kept here, with your words.")))
        if self._from is not None:
            newest = PlainButton(self.tr("Show the newest ones"), dense=True)
            newest.clicked.connect(self._on_newest)
            self._entries.addWidget(newest, 0, Qt.AlignmentFlag.AlignLeading)
        for said in found[: self._wanted]:
            entry = SaidEntry(said, _titles(said, plan), session.today)
            entry.erase.connect(partial(self.erase.emit, said.id))
            self._entries.addWidget(entry)
        if len(found) > self._wanted:
            more = PlainButton(self.tr("Show earlier ones"), dense=True)
            more.clicked.connect(self._on_more)
            self._entries.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_newest(self) -> None:
        self._from, self._wanted = None, PAGE
        self.refresh()
        self.head.setFocus()

    def _on_more(self) -> None:
        self._wanted += PAGE
        self.refresh()
        self.head.setFocus()

    def _clear(self) -> None:
        empty(self._entries)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(8))
        self._entries.setSpacing(theme.px(8))


def _titles(said: Acknowledgement, plan: Plan | None) -> tuple[str, ...]:
    """What the marks were called on their days, each once, in the order of the plan."""
    found: list[str] = []
    for key in sorted(said.covers):
        action = plan.action(key.action_id) if plan else None
        version = action.version_on(key.day) if action else None
        if version is not None and version.terms.title not in found:
            found.append(version.terms.title)
    return tuple(found)
