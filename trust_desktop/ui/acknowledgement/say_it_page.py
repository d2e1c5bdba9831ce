"""Say it: what is not said yet beside the words being written, and what was said."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.acknowledgement import UNSAID_DAYS, AcknowledgementDraft
from trust_desktop.domain.errors import RuleBroken, TrustError
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.override import override
from trust_desktop.services import acknowledging, settings
from trust_desktop.services.acknowledging import Tray
from trust_desktop.services.session import Change
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.acknowledgement.about_row import subjects
from trust_desktop.ui.acknowledgement.commands import Delivered
from trust_desktop.ui.acknowledgement.composer import Composer
from trust_desktop.ui.acknowledgement.unsaid_panel import UnsaidPanel
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.columns import Columns
from trust_desktop.ui.common.day_words import clock, full_day
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.not_written import still_here
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.day_watch import DayWatch
from trust_desktop.ui.open_vault import OpenVault

_NO_LIMIT: Final = 16_777_215
_SEEN: Final = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS


class SayItPage(Page):
    """Words are saved in the vault while they are typed, and by `save_now` before it is locked."""

    help_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Say it"))
        self._vault = vault
        self._day = vault.session.today
        self._own_change = False
        self._covered: frozenset[MarkKey] = frozenset()
        self._unseen = Change(0)
        self.clipboard = PrivateClipboard(self)
        self.keeper = DraftKeeper(self._save, self)
        self.panel = UnsaidPanel(vault)
        self.composer = Composer(self.clipboard, self._clear_seconds)
        columns = self._columns = Columns(aside_width=268, gap=28, aside_leads=True)
        columns.aside.addWidget(self.panel)
        columns.main.addWidget(self.composer, 1)
        columns.main.addStretch()
        self.body.addWidget(columns, 1)
        self._connect()
        self._refresh()
        self._load_open_draft()
        theme.follow(self._keep_in_sight)

    def compose_for(self, keys: Collection[MarkKey]) -> None:
        """Write about these marks; words already begun stay, and are about these too."""
        draft = self.composer.draft()
        if keys:
            self._cover(frozenset(keys) | (draft.covers if draft.text.strip() else frozenset()))
        self.composer.words.setFocus()

    def show_said(self, said_id: int) -> None:
        """Open what was said at one entry."""
        self.panel.said.show_from(said_id)
        self._order_tabs()

    def save_now(self) -> None:
        """Before the vault is locked: save what was typed, and take our words off the clipboard."""
        self.keeper.save_now()
        self.clipboard.clear_if_ours()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_sight()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._vault.session.today != self._day:
            self._unseen |= Change.DAYS
        self._catch_up()
        super().showEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._keep_in_sight()  # a remark came or went, or there are more chips
        return super().eventFilter(watched, event)

    def _keep_in_sight(self) -> None:
        """Beside a long list the card stays as tall as the window, so that its buttons are seen."""
        room = self.height() - self.title.height() - theme.px(2 * tokens.PAGE_MARGIN)
        needed = self.composer.least_height(self.composer.width())
        beside = self._columns.side_by_side
        self.composer.setMaximumHeight(max(room, needed) if beside else _NO_LIMIT)

    def _connect(self) -> None:
        self._vault.changed.connect(self._on_changed)
        self.day_watch = DayWatch(self._vault.session, self)
        self.day_watch.turned.connect(self._refresh)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.write_freely.connect(self.composer.words.setFocus)
        self.composer.about.rebuilt.connect(self._order_tabs)
        self.composer.installEventFilter(self)
        self.composer.help_requested.connect(self.help_requested)
        self.composer.edited.connect(self._on_edited)
        self.composer.said.connect(self._on_said)
        self.composer.copied.connect(lambda text: self.clipboard.copy(text, self._clear_seconds()))
        self.keeper.saved.connect(self._on_saved)
        self.keeper.not_saved.connect(self._on_not_saved)

    def _clear_seconds(self) -> int:
        return settings.load(self._vault.session).clear_clipboard_seconds

    def _on_changed(self, change: Change) -> None:
        self._unseen |= change & ~Change.DRAFTS if self._own_change else change
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Read again what changed; while the page is not shown nobody waits for it."""
        change, self._unseen = self._unseen, Change(0)
        if change & Change.DRAFTS and not self.keeper.pending and not self._still_open():
            self._load_open_draft()
        if change & _SEEN:
            self._refresh()

    def _on_edited(self) -> None:
        self.keeper.touch()
        if self.composer.draft().covers != self._covered:
            self._show_covered()

    def _show_covered(self) -> None:
        """Show what the words are about, and to whom they are said: that plan's partner."""
        covers = self._covered = self.composer.draft().covers
        self.panel.set_covered(covers)
        self.composer.show_partner(acknowledging.hears(self._vault.session, covers))

    def _on_chosen(self, key: MarkKey) -> None:
        draft = self.composer.draft()
        if key in draft.covers:
            self._cover(draft.covers - {key})
        else:
            self._cover(frozenset({key}) | (draft.covers if draft.text.strip() else frozenset()))

    def _on_said(self, day: date) -> None:
        draft = self.composer.draft()
        self.keeper.forget()
        self._own_change = True
        try:
            said = acknowledging.deliver(self._vault.session, draft, draft.way, day)
        except TrustError as problem:
            self.keeper.touch()
            self.composer.show_reason(self._reason(problem))
            return
        finally:
            self._own_change = False
        self._load_open_draft()
        self.keeper.forget()
        text = self.tr("Kept as said on {day}.").format(day=full_day(day))
        self._vault.undo_stack.push(Delivered(text, self._vault.session, said, draft.kept))
        self.composer.words.setFocus()

    def _on_saved(self) -> None:
        time = clock(self._vault.session.now())
        self.composer.show_saved("" if self.composer.empty else self.tr("Saved {time}").format(time=time))

    def _on_not_saved(self, problem: TrustError) -> None:
        self.composer.show_saved(self.tr("Not saved yet"))
        self.composer.show_reason(self._reason(problem))

    def _cover(self, covers: frozenset[MarkKey]) -> None:
        draft = self.composer.draft()
        if covers != draft.covers:
            self.composer.load(replace(draft, covers=covers))
            self._on_edited()

    def _save(self) -> None:
        draft, session = self.composer.draft(), self._vault.session
        if session.closed:
            return
        self._own_change = True
        try:
            if not self.composer.empty:
                self.composer.set_draft_id(self._saved(draft).id)
            elif draft.id is not None:
                acknowledging.discard_draft(session, draft.id)
                self.composer.set_draft_id(None)
        finally:
            self._own_change = False

    def _saved(self, draft: AcknowledgementDraft) -> AcknowledgementDraft:
        try:
            return acknowledging.save_draft(self._vault.session, draft)
        except RuleBroken:  # said again by *redo* while more was typed: what is typed is a new draft
            return acknowledging.save_draft(self._vault.session, replace(draft, id=None))

    def _still_open(self) -> bool:
        """Whether the words in the card are an open draft; *redo* may have said them again."""
        draft = self.composer.draft()
        if self.composer.empty or draft.id is None:
            return not self.composer.empty
        self._own_change = True
        try:
            acknowledging.save_draft(self._vault.session, draft)
        except RuleBroken:
            return False
        except TrustError:
            self.keeper.touch()  # they stay in the card; saving them is tried again, and said if it cannot be
        finally:
            self._own_change = False
        return True

    def _load_open_draft(self) -> None:
        draft = acknowledging.open_draft(self._vault.session)
        self.composer.load(draft or AcknowledgementDraft())
        self._show_covered()
        self.composer.show_saved(self.tr("Saved") if draft else "")

    def _refresh(self) -> None:
        session = self._vault.session
        tray = acknowledging.tray(session)
        self._day = session.today
        self.composer.show_today(session.today)
        self.composer.about.show_choices(subjects(tray), session.today)
        self.panel.show_tray(tray)
        self.panel.said.refresh()
        self._drop_what_is_gone(tray)
        self._show_covered()
        self._order_tabs()

    def _order_tabs(self) -> None:
        follow_layout(self)

    def _drop_what_is_gone(self, tray: Tray) -> None:
        """A mark that was corrected, said elsewhere or put away is no longer what the words are about."""
        known, today = subjects(tray), self._vault.session.today
        covers = self.composer.draft().covers
        gone = {key for key in covers if key not in known and (today - key.day).days < UNSAID_DAYS}
        self._cover(covers - gone)

    def _reason(self, problem: TrustError) -> str:
        if isinstance(problem, RuleBroken):
            return self.tr("These words were already kept as said.")
        return still_here(problem)
