"""Weekly talk: this week's sheet, what was left for the talk, and the sheets of earlier weeks."""

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.domain.weekly_talk import SheetPart, WeekSheet
from trust_desktop.override import override
from trust_desktop.services import setting_aside, settings, talking_weekly
from trust_desktop.services.session import Change
from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.columns import Columns
from trust_desktop.ui.common.day_words import clock
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.labels import BodyLabel, LeadLabel, SaidLabel, StrongLabel
from trust_desktop.ui.common.not_written import still_here
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.common.taken_out import TakenOut
from trust_desktop.ui.content import Content
from trust_desktop.ui.day_watch import DayWatch
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.printing import show_print
from trust_desktop.ui.reading_sheet import ReadingSheet
from trust_desktop.ui.weekly_talk.left_list import LeftList
from trust_desktop.ui.weekly_talk.sheet_card import SheetCard
from trust_desktop.ui.weekly_talk.sheet_words import Section, as_document, as_text, sections
from trust_desktop.ui.weekly_talk.weeks_list import WeeksList

_SHEETS = Change.REFLECTIONS | Change.SETTINGS
_AROUND = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS | Change.REFLECTIONS


class WeeklyTalkPage(Page):
    """Words are saved in the vault while they are typed, and by `save_now` before it is locked."""

    help_requested = Signal()
    day_requested = Signal(object)

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Weekly talk"))
        self._vault = vault
        self._content = Content("weekly_talk")
        self._edited: set[SheetPart] = set()
        self._own_change, self._unseen = False, Change(0)
        self._day = self._current = self._week = date.min
        self.clipboard = PrivateClipboard(self)
        self.keeper = DraftKeeper(self._save, self)
        self.card = SheetCard(self._content, self.clipboard, self._clear_seconds)
        self.left, self.weeks = LeftList(self._content), WeeksList()
        columns = Columns(aside_width=268, gap=40)
        columns.main.addWidget(LeadLabel(self._content.text("lead")))
        columns.main.addWidget(self.card)
        columns.main.addStretch(1)
        for widget in (self.left, self.weeks):
            columns.aside.addWidget(widget)
        columns.aside.addStretch(1)
        self._columns = columns
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self._connect()
        self._begin()
        theme.follow(self._space_aside)

    def show_week(self, week: date) -> None:
        """Open the sheet of another week; what was typed on this one is kept, and stays in sight where it cannot be."""
        self.save_now()
        if self.keeper.pending:
            return
        self._week = week
        self._load()

    def save_now(self) -> None:
        """Keep what was typed, where it can be found, and take our words off the clipboard."""
        self.keeper.save_now()
        self._settle()
        self.clipboard.clear_if_ours()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._vault.session.today != self._day:
            self._begin()
        self._catch_up()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._vault.session.closed:
            self.keeper.save_now()
            self._settle()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.card.fields[SheetPart.APPRECIATIONS].words.setFocus(event.reason())

    def _connect(self) -> None:
        self._vault.changed.connect(self._on_changed)
        self.day_watch = DayWatch(self._vault.session, self)
        self.day_watch.turned.connect(self._show_around)  # the sheet that is open stays
        self.card.edited.connect(self._on_edited)
        self.card.help_requested.connect(self.help_requested)
        self.card.aloud.clicked.connect(self._on_aloud)
        self.card.copy.clicked.connect(self._on_copy)
        self.card.print.clicked.connect(self._on_print)
        self.card.take_out.clicked.connect(self._on_take_out)
        self.left.talked.connect(self._on_talked)
        self.left.day_requested.connect(self.day_requested)
        self.weeks.chosen.connect(self.show_week)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.not_saved.connect(self._on_not_saved)
        for part in (self.card.offers, self.left, self.weeks):
            part.rebuilt.connect(self._order_tabs)

    def _begin(self) -> None:
        """Turn to the sheet of the week it is; not from words that cannot be kept just now."""
        self.keeper.save_now()
        if self.keeper.pending:
            return
        self._settle()
        session = self._vault.session
        chosen = settings.load(session).first_weekday
        first = QLocale().firstDayOfWeek().value - 1 if chosen is None else chosen
        self._day = session.today
        self._current = self._week = talking_weekly.current_week(session, first)
        self._load()

    def _load(self) -> None:
        """Show the sheet as it is kept, but for the parts being typed in."""
        session, week = self._vault.session, self._week
        kept = talking_weekly.kept_remarks(session, week)
        self.card.load(talking_weekly.sheet(session, week), kept, but=self._edited)
        if not self._edited:
            self.card.show_saved("")
        self._show_around()
        self._order_tabs()

    def _show_around(self) -> None:
        session = self._vault.session
        self.card.offers.show_offers(talking_weekly.offers(session, self._week), session.today)
        self.left.show_items(setting_aside.listed(session), session.today)
        self.weeks.show_weeks(talking_weekly.weeks(session), self._current, self._week, session.today)

    def _on_changed(self, change: Change) -> None:
        if self._vault.session.closed or self._own_change:
            return
        self._unseen |= change
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Read again what changed; while the page is not shown nobody waits for it."""
        change, self._unseen = self._unseen, Change(0)
        if change & _SHEETS:
            self._load()
        elif change & _AROUND:
            self._show_around()

    def _on_edited(self, part: SheetPart) -> None:
        self._edited.add(part)
        self.keeper.touch()

    def _save(self) -> None:
        session = self._vault.session
        if session.closed:
            return
        self._own_change = True
        try:
            for part in sorted(self._edited, key=list(SheetPart).index):
                talking_weekly.keep(session, self._week, part, self.card.fields[part].words.text())
                self._edited.discard(part)
            talking_weekly.keep_remarks(session, self._week, self.card.kept_remarks())
        finally:
            self._own_change = False

    def _save_typed(self) -> None:
        """Before words come back or go: what is being typed is among those that stand there."""
        if isValid(self):  # the view for two lets pages go, and nothing is being typed there
            self._save()
            self.keeper.forget()

    def _settle(self) -> None:
        if self._vault.session.closed or self._week == date.min:
            return
        self._own_change = True
        try:
            talking_weekly.settle(self._vault.session, self._week)
        except (
            TrustError
        ) as problem:  # the words are kept as writing, and become part of the sheet another time
            self.card.show_reason(still_here(problem))
        finally:
            self._own_change = False

    def _on_saved(self) -> None:
        time = clock(self._vault.session.now())
        self.card.show_saved(self.tr("Saved {time}").format(time=time))
        self.card.clear_reason()

    def _on_not_saved(self, problem: TrustError) -> None:
        self.card.show_saved(self.tr("Not saved yet"))
        self.card.show_reason(still_here(problem))

    def _sections(self) -> tuple[Section, ...]:
        session = self._vault.session
        left = setting_aside.listed(session) if self._week == self._current else ()
        return sections(self.card.sheet(WeekSheet(self._week)), left, session.today)

    def _on_aloud(self) -> None:
        sheet = ReadingSheet(self.tr("Weekly talk"), self)
        sheet.read_together = True
        sheet.column.addWidget(BodyLabel(self._content.text("aloud"), color="ink2"))
        for part in self._sections():
            together = Card(ground="paper", line="paper", padding=0, spacing=4)
            together.body.addWidget(StrongLabel(part.heading, color="ink2"))
            together.body.addWidget(SaidLabel(part.words))
            sheet.column.addWidget(together)
        sheet.column.addStretch(1)
        sheet.close_button.setText(self.tr("Close"))
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _on_copy(self) -> None:
        self.clipboard.copy(as_text(self._sections()), self._clear_seconds())

    def _on_print(self) -> None:
        show_print(as_document(self._sections()), self)

    def _on_take_out(self) -> None:
        session, empty = self._vault.session, WeekSheet(self._week)
        self.keeper.save_now()
        try:
            kept = talking_weekly.kept_remarks(session, self._week)
            before = talking_weekly.put_in(session, empty)
        except TrustError as problem:
            self.card.show_reason(still_here(problem))
            return
        self._vault.undo_stack.push(
            TakenOut(
                self.tr("The words of this sheet are taken out."),
                keep_typed=self._save_typed,
                bring_back=lambda: talking_weekly.bring_back(session, before, kept),
                put_in=lambda sheet, there: talking_weekly.put_in(session, sheet, there),
            )
        )
        self.card.fields[SheetPart.APPRECIATIONS].words.setFocus()

    def _on_talked(self, key: MarkKey) -> None:
        session = self._vault.session
        try:
            setting_aside.talked(session, [key])
        except TrustError as problem:
            self.card.show_reason(still_here(problem))
            return
        self._vault.undo_stack.push(
            Done(
                self.tr("Talked about."),
                again=lambda: setting_aside.talked(session, [key]),
                back=lambda: setting_aside.not_talked(session, [key]),
            )
        )

    def _clear_seconds(self) -> int:
        return settings.load(self._vault.session).clear_clipboard_seconds

    def _space_aside(self) -> None:
        self._columns.aside.setSpacing(theme.space(24))

    def _order_tabs(self) -> None:
        follow_layout(self)
