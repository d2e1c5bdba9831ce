"""Find: one field, and below it one's own words, the newest first, as one types."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.finding import wanted
from trust_desktop.override import override
from trust_desktop.services import finding
from trust_desktop.services.session import Change
from trust_desktop.ui import theme
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.day_watch import DayWatch
from trust_desktop.ui.find.filters import Filters
from trust_desktop.ui.find.found_list import FoundList
from trust_desktop.ui.open_vault import OpenVault

SPOKEN_AFTER: Final = 700
"""Milliseconds without typing after which it is said how much was found."""

_TALL: Final = 40
"""Height of the page, in em, that shows filters and what is found at once."""

_LOOKED_AT: Final = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS | Change.REFLECTIONS


class FindPage(Page):
    """What was looked for is kept nowhere: it is gone when the vault is locked."""

    open_requested = Signal(object)

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Find"))
        self._vault = vault
        self._stale, self._first_time = False, True
        self.field = LineField(
            self.tr("What are you looking for?"),
            placeholder=self.tr("A word or its beginning, “words side by side”"),
        )
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.field.edit.setInputMethodHints(hints)
        self.filters = Filters(vault.session.today)
        self.narrow = PlainButton(dense=True)
        self.count = SmallLabel()
        self.list = FoundList()
        self.empty = EmptyState("", "", "")
        self.more = QuietButton(self.tr("Show older ones"))
        column = Column()
        column.inside.addWidget(self.field)
        column.inside.addWidget(self.narrow, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self.filters, self.count, self.list, self.empty):
            column.inside.addWidget(widget)
        column.inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(column)
        self.body.addStretch(1)
        self._speaking = QTimer(self, singleShot=True, interval=SPOKEN_AFTER)
        self._connect()
        self._show_filters(shown=False)
        self._look()
        follow_layout(self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.begin()

    def begin(self) -> None:
        """Let what is typed now take the place of what was looked for before."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edit.selectAll()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first_time:  # where there is little room, what is found comes first
            self._first_time = False
            self._show_filters(shown=self.height() >= theme.em(_TALL))
        if self._stale or self._vault.session.today != self.filters.today:
            self._look()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            down = event.key() == Qt.Key.Key_Down
            if (down or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)) and self.list.rows.rowCount():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._vault.changed.connect(self._on_changed)
        self.field.changed.connect(self._look)
        self.field.edit.installEventFilter(self)
        self.filters.changed.connect(self._look)
        self.narrow.clicked.connect(lambda: self._show_filters(shown=self.filters.isHidden()))
        self.list.opened.connect(self.open_requested)
        self.list.left_upwards.connect(self.field.edit.setFocus)
        self.more.clicked.connect(self._on_more)
        self.empty.pressed.connect(self.filters.clear)
        self._speaking.timeout.connect(self._speak)
        self.day_watch = DayWatch(self._vault.session, self)
        self.day_watch.turned.connect(self._look)

    def _on_changed(self, change: Change) -> None:
        if change & _LOOKED_AT and not self._vault.session.closed:
            self._stale = True
            if self.isVisible():
                self._look()

    def _show_filters(self, *, shown: bool) -> None:
        self.narrow.setText(self.tr("Hide the filters") if shown else self.tr("Narrow it down"))
        self.filters.setVisible(shown)

    def _look(self) -> None:
        self._stale = False
        self.filters.show_today(self._vault.session.today)
        found = self._found(before=None)
        if found is None:
            return
        self.list.rows.show(found, self._vault.session.today)
        self.more.setVisible(len(found) == finding.SHOWN)
        self._show_count()
        self._speaking.start()

    def _on_more(self) -> None:
        last = self.list.rows.last
        found = self._found(before=last.id if last is not None else None)
        if found is None:
            return
        begin = self.list.rows.rowCount()
        self.list.rows.add(found, self._vault.session.today)
        self.more.setVisible(len(found) == finding.SHOWN)
        self._show_count()
        if found:
            self.list.setCurrentIndex(self.list.rows.index(begin))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, *, before: int | None) -> tuple[finding.FoundLine, ...] | None:
        """Return texts, or None with a word beside the field if the vault cannot be read."""
        first, last = self.filters.span()
        try:
            found = finding.find(
                self._vault.session, self.field.text(), self.filters.kinds(), first, last, before=before
            )
        except TrustError:
            self.field.set_reason(self.tr("The vault could not be read just now. Nothing was changed."))
            return None
        self.field.clear_reason()
        return found

    def _show_count(self) -> None:
        number, asked = self.list.rows.rowCount(), bool(wanted(self.field.text()))
        words = self.tr("%Ln found, the newest first", "", number)
        if not self.more.isHidden():
            words = self.tr("The newest %Ln; there are older ones", "", number)
        self.count.setText(words)
        self.count.setVisible(number > 0)
        self.list.setVisible(number > 0)
        self.empty.setVisible(number == 0)
        if asked:
            self.empty.set_words(
                self.tr("Nothing found"),
                self.tr("Try one word of it, or only its beginning."),
                self.tr("Look everywhere, at any time") if self.filters.any else "",
            )
        else:
            self.empty.set_words(
                self.tr("Your own words, found again"),
                self.tr(
                    "Plans, answers, days, what you said, check-ins, weekly talks and your story are looked through,"
                    " here in your vault. What you wrote about urges is not, and what you look for is kept nowhere."
                ),
            )

    def _speak(self) -> None:
        if self.field.edit.hasFocus() and wanted(self.field.text()):
            words = self.count.text() if self.list.rows.rowCount() else self.empty.heading.text()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field.edit, words))
