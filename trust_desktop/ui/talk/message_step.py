"""The calm message to begin with: drafted from the plan, changed by the person, kept as it is typed."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop import resources
from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.plan import Plan
from trust_desktop.override import override
from trust_desktop.services import calm_message, kept_words, talking, writing
from trust_desktop.services.talking import Message
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import GhostButton
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.day_words import clock
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import CaptionLabel, SmallLabel
from trust_desktop.ui.common.not_written import still_here
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.help_line import HelpLine
from trust_desktop.ui.remarks.remarks import Remarks
from trust_desktop.ui.talk.step import Step, TalkStep
from trust_desktop.wording import Bits, Remark


class MessageStep(TalkStep):
    """Words are kept in the plan while they are typed; an empty field is filled from the plan, to be changed."""

    help_requested = Signal()
    copied = Signal(str)
    print_requested = Signal(str)
    drafted_again = Signal(object, str)
    """The message that stood there, and what was drafted from the plan in its place."""

    saving = Signal(bool)
    """Before and after the words are kept, which changes nothing that is not shown here already."""

    def __init__(
        self, vault: OpenVault, plan: Plan, clipboard: PrivateClipboard, seconds: Callable[[], int]
    ) -> None:
        content = Content("talk")
        super().__init__(Step.MESSAGE, content.text("message", "lead"))
        self._vault, self._plan = vault, plan
        self._kept = plan.saying.message
        self._build_words(WordsArea(self.tr("The words to begin with"), clipboard, seconds, rows=9))
        self.words.setPlaceholderText(content.text("message", "empty"))
        self._build_tools()
        back, on = self.add_foot(self.tr("Back"), self.tr("One need at a time"))
        back.clicked.connect(lambda: self.went.emit(Step.READY))
        on.clicked.connect(lambda: self.went.emit(Step.SHEET))
        self.back, self.on = back, on
        self.column.addStretch(1)
        self.keeper = DraftKeeper(self._save, self)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.not_saved.connect(self._on_not_saved)
        self._fill()
        self.words.changed.connect(self._on_edited)
        self.remarks.answered.connect(self._on_edited)

    @override
    def first_control(self) -> QWidget:
        return self.words

    @override
    def save_now(self) -> None:
        self.keeper.save_now()

    def save_typed(self) -> None:
        """Before another message takes its place: what is being typed is part of the one that stands there."""
        if self.keeper.pending:
            self._save()
            self.keeper.forget()

    def follow(self, message: str) -> None:
        """Show the message that is kept now, where another took its place; what is being typed stays below it."""
        if message != self._kept:
            self._kept = message
            kept = kept_words.load(self._vault.session, self._plan.id)
            self.remarks.set_kept(kept | self.remarks.kept)
            typed = self.words.text() if self.keeper.pending else ""
            self.words.rewrite(writing.joined(message, typed))

    @property
    @override
    def unsaved(self) -> bool:
        return self.keeper.pending

    def _build_words(self, words: WordsArea) -> None:
        self.words = words
        card = AnsweringCard(self.tr("Remove these words"), shows_rewrite=False)
        self.remarks = Remarks(words, self._review, card, self)
        self.help = HelpLine()
        self.help.clicked.connect(self.help_requested)
        self._remarked = QVBoxLayout()
        self._remarked.addWidget(words)
        self._remarked.addWidget(card)
        self._remarked.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(self._remarked)
        theme.follow(self._retheme_words)

    def _retheme_words(self) -> None:
        self._remarked.setSpacing(theme.px(4))

    def _build_tools(self) -> None:
        tools = FlowRow(gap=8)
        self.copy = GhostButton(self.tr("Copy"), icon_name="copy")
        self.print = GhostButton(self.tr("Print"), icon_name="printer")
        self.again = GhostButton(self.tr("Draft it from the plan again"), icon_name="file-text")
        self.copy.clicked.connect(lambda: self.copied.emit(self.words.text()))
        self.print.clicked.connect(lambda: self.print_requested.emit(self.words.text()))
        self.again.clicked.connect(self._on_again)
        for button in (self.copy, self.print, self.again):
            tools.flow.addWidget(button)
        self.saved = CaptionLabel()
        self.reason = SmallLabel("", color="honey_text")
        for widget in (tools, self.saved, self.reason):
            self.column.addWidget(widget)
            widget.setVisible(widget is tools)

    def _fill(self) -> None:
        self.remarks.set_kept(kept_words.load(self._vault.session, self._plan.id))
        self.words.set_text(self._kept or self._drafted())
        self._look()

    def _drafted(self) -> str:
        words = resources.content("calm_message", QLocale().name())["message"]
        return calm_message.from_plan(self._plan, words)

    def _review(self, text: str) -> Bits[tuple[Remark, ...]]:
        return calm_message.review(text, self._drafted())

    def _on_again(self) -> None:
        before, drafted = Message(self.words.text(), self.remarks.kept), self._drafted()
        self.words.setFocus()
        self.words.rewrite(drafted)  # one step for Undo in the field
        if before.text.strip():
            self.drafted_again.emit(before, drafted)

    def _on_edited(self) -> None:
        self.keeper.touch()
        self._look()

    def _look(self) -> None:
        text = self.words.text()
        self.help.look_at(text)
        for button in (self.copy, self.print):
            button.setEnabled(bool(text.strip()))
        self.again.setEnabled(text != self._drafted())

    def _save(self) -> None:
        session = self._vault.session
        if session.closed:
            return
        self.saving.emit(True)
        try:
            text = self.words.text()
            talking.keep_message(session, self._plan.id, text, self.remarks.kept)
            self._kept = text
        finally:
            self.saving.emit(False)

    def _on_saved(self) -> None:
        self._show(self.saved, self.tr("Saved {time}").format(time=clock(self._vault.session.now())))
        self._show(self.reason, "")

    def _on_not_saved(self, problem: TrustError) -> None:
        self._show(self.saved, "")
        self._show(self.reason, still_here(problem))

    @staticmethod
    def _show(label: SmallLabel | CaptionLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
