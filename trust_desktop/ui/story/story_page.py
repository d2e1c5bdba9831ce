"""My story so far: a reflection in parts, printed, copied or left, with nothing in it that was not put there."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.story import StoryPart
from trust_desktop.override import override
from trust_desktop.services import settings, telling
from trust_desktop.services.session import Change
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.buttons import GhostButton, PlainButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.day_words import clock
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, CaptionLabel, LeadLabel, SmallLabel
from trust_desktop.ui.common.not_written import still_here
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.common.taken_out import TakenOut
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.printing import show_print
from trust_desktop.ui.story.fact_words import of_plans, of_said
from trust_desktop.ui.story.facts_sheet import FactsSheet
from trust_desktop.ui.story.part_field import PartField
from trust_desktop.ui.story.story_words import as_document, as_text


class StoryPage(Page):
    """Words are saved in the vault while they are typed, and by `save_now` before it is locked."""

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("My story so far"))
        self._vault = vault
        self._content = Content("story")
        self._edited: set[StoryPart] = set()
        self._own_change, self._stale = False, False
        self.clipboard = PrivateClipboard(self)
        self.keeper = DraftKeeper(self._save, self)
        self.saved, self.reason = CaptionLabel(), SmallLabel()
        self.fields = {part: self._field(part) for part in StoryPart}
        column = Column()
        for widget in (LeadLabel(self._content.text("lead")), self._build_card()):
            column.inside.addWidget(widget)
        self.body.addWidget(column)
        self.body.addStretch(1)
        self._connect()
        self._load()
        follow_layout(self)

    def show_part(self, part: StoryPart) -> None:
        """Go to the words of a part."""
        words = self.fields[part].words
        words.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.fields[part])

    def save_now(self) -> None:
        """Keep what was typed, where it can be found, and take our words off the clipboard."""
        self.keeper.save_now()
        self._settle()
        self.clipboard.clear_if_ours()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()

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
            self.fields[StoryPart.BEFORE].words.setFocus(event.reason())

    def _field(self, part: StoryPart) -> PartField:
        facts = {
            StoryPart.ASKED: self.tr("Put in dates and what you asked for…"),
            StoryPart.SAID: self.tr("Put in words you have said…"),
        }
        field = PartField(part, self._content, self.clipboard, self._clear_seconds, facts=facts.get(part, ""))
        field.edited.connect(partial(self._on_edited, part))
        field.facts_wanted.connect(partial(self._on_facts_wanted, part))
        return field

    def _build_card(self) -> Card:
        card = Card(padding=28, spacing=20)
        private = BodyLabel(self._content.text("private"), color="ink2")
        self.saved.setWordWrap(False)
        card.body.addWidget(Ends(private, self.saved))
        for part, field in self.fields.items():
            card.body.addWidget(field)
            if part is not StoryPart.HOPE:
                card.body.addWidget(Hairline())
        self.copy = GhostButton(self.tr("Copy"), icon_name="copy")
        self.print = GhostButton(self.tr("Look at the pages and print"), icon_name="printer")
        tools = FlowRow(gap=4)
        for button in (self.copy, self.print):
            tools.flow.addWidget(button)
        self.take_out = PlainButton(self.tr("Take all of it out"))
        card.body.addWidget(Ends(tools, self.take_out))
        card.body.addWidget(self.reason)
        return card

    def _connect(self) -> None:
        self._vault.changed.connect(self._on_changed)
        self.copy.clicked.connect(self._on_copy)
        self.print.clicked.connect(self._on_print)
        self.take_out.clicked.connect(self._on_take_out)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.not_saved.connect(self._on_not_saved)

    def _load(self) -> None:
        """Show the parts as they are kept, but for those being typed in."""
        self._stale = False
        for part, words in telling.story(self._vault.session).items():
            if part not in self._edited:
                self.fields[part].load(words)
        if not self._edited:
            self.saved.setText("")
        self._show_tools()

    def _story(self) -> dict[StoryPart, str]:
        return {part: field.words.text() for part, field in self.fields.items()}

    def _show_tools(self, reason: str = "") -> None:
        written = any(words.strip() for words in self._story().values())
        self.copy.setEnabled(written)
        self.print.setEnabled(written)
        self.take_out.setVisible(written)
        if not written:
            reason = reason or self.tr("Once something is written, it can be copied and printed.")
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _on_changed(self, change: Change) -> None:
        if not change & Change.REFLECTIONS or self._own_change or self._vault.session.closed:
            return
        self._stale = True
        if self.isVisible():
            self._load()

    def _on_edited(self, part: StoryPart) -> None:
        self._edited.add(part)
        self._show_tools()
        self.keeper.touch()

    def _save(self) -> None:
        session = self._vault.session
        if session.closed:
            return
        self._own_change = True
        try:
            for part in sorted(self._edited, key=list(StoryPart).index):
                telling.keep(session, part, self.fields[part].words.text())
                self._edited.discard(part)
        finally:
            self._own_change = False

    def _save_typed(self) -> None:
        """Before words come back or go: what is being typed is among those that stand there."""
        if isValid(self):  # the view for two lets pages go, and nothing is being typed there
            self._save()
            self.keeper.forget()

    def _settle(self) -> None:
        if self._vault.session.closed:
            return
        self._own_change = True
        try:
            telling.settle(self._vault.session)
        except (
            TrustError
        ) as problem:  # the words are kept as writing, and become part of the story another time
            self._show_tools(still_here(problem))
        finally:
            self._own_change = False

    def _on_saved(self) -> None:
        time = clock(self._vault.session.now())
        self.saved.setText(self.tr("Saved {time}").format(time=time))
        self._show_tools()

    def _on_not_saved(self, problem: TrustError) -> None:
        self.saved.setText(self.tr("Not saved yet"))
        self._show_tools(still_here(problem))

    def _on_facts_wanted(self, part: StoryPart) -> None:
        session = self._vault.session
        facts = (
            of_plans(telling.plan_facts(session))
            if part is StoryPart.ASKED
            else of_said(telling.said_facts(session))
        )
        sheet = FactsSheet(self._content.text("choose"), facts, self)
        sheet.chosen.connect(self.fields[part].put_in)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _on_copy(self) -> None:
        self.clipboard.copy(as_text(self._story()), self._clear_seconds())

    def _on_print(self) -> None:
        show_print(as_document(self._story()), self)

    def _on_take_out(self) -> None:
        session, nothing = self._vault.session, dict.fromkeys(StoryPart, "")
        self.keeper.save_now()
        try:
            before = telling.put_in(session, nothing)
        except TrustError as problem:
            self._show_tools(still_here(problem))
            return
        self._vault.undo_stack.push(
            TakenOut(
                self.tr("The words of your story are taken out."),
                keep_typed=self._save_typed,
                bring_back=lambda: telling.bring_back(session, before),
                put_in=lambda parts, there: telling.put_in(session, parts, there),
            )
        )
        self.fields[StoryPart.BEFORE].words.setFocus()

    def _clear_seconds(self) -> int:
        return settings.load(self._vault.session).clear_clipboard_seconds
