"""How you will say it: where, when, and calm words drafted from the plan, to be changed until they are the person's."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trust_desktop import resources
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.override import override
from trust_desktop.services import calm_message
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import HoneyButton, QuietButton
from trust_desktop.ui.common.fields import Field, LineField
from trust_desktop.ui.common.labels import LeadLabel, SmallLabel
from trust_desktop.ui.common.marked_area import MarkedArea
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.draft_edits import DraftAnew
from trust_desktop.ui.plan_wizard.step_page import StepPage
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.help_line import HelpLine
from trust_desktop.ui.remarks.remarks import Remarks
from trust_desktop.wording import Bits, Remark

_BESIDE = 48
"""Width in em from which place and time stand beside each other."""


class SayingPage(StepPage):
    """The message follows the plan until the person changes a word of it; from then on it is theirs."""

    drafted_anew = Signal(object, str)
    """An edit to make and to be able to undo, with the words that say so."""

    def __init__(self, draft: PlanDraft) -> None:
        super().__init__(draft, self.tr("How you will say it"))
        self._filling = False

    @override
    def build(self) -> None:
        self._content = Content("wizard")
        self.column.addWidget(LeadLabel(self._text("lead")))
        self._build_harm()
        self.place = LineField(self.tr("Where"), hint=self._text("place_hint"))
        self.time = LineField(self.tr("When"), hint=self._text("time_hint"))
        self._moment = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for field in (self.place, self.time):
            field.edit.setMaxLength(200)
            self._moment.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.changed.connect(self._on_changed)
        self.column.addLayout(self._moment)
        self._build_message()
        self._retheme()

    @override
    def show_draft(self) -> None:
        self._follow_plan()
        draft = self.draft_in_hand
        self._filling = True
        self.place.set_text(draft.place)
        self.time.set_text(draft.time)
        self.remarks.set_kept(draft.kept_words)
        if draft.message != self.message.text():
            self.message.set_text(draft.message)
            self.message.moveCursor(QTextCursor.MoveOperation.Start)
        self._filling = False
        self.remarks.look_anew()  # a line that was drafted is the person's own as soon as the plan says something else
        self.harm.setVisible(draft.harm_stopped is False)
        self._look()

    @override
    def first_control(self) -> QWidget:
        return self.place.edit

    # --- internals

    def _text(self, key: str) -> str:
        return self._content.text("saying", key)

    def _build_harm(self) -> None:
        self.harm = RemarkCard()
        self.harm.set_remark(self._text("harm_title"), self._text("harm"))
        go = HoneyButton(self.tr("Open Help & safety"))
        go.clicked.connect(self.help_requested)
        self.harm.add_answer(go)
        self.column.addWidget(self.harm)

    def _build_message(self) -> None:
        self.message = MarkedArea(said=True, rows=6)
        field = Field(self.tr("What you will say"), self.message, hint=self._text("message_hint"))
        card = AnsweringCard(self.tr("Remove these words"), shows_rewrite=False)
        self.remarks = Remarks(self.message, self._review, card, self)
        self.help = HelpLine()
        self.anew = QuietButton(self.tr("Draft it anew from the plan"))
        self.nothing_asked = SmallLabel(self._text("nothing_asked"))
        self._words = QVBoxLayout()
        for widget in (field, card, self.nothing_asked):
            self._words.addWidget(widget)
        for button in (self.help, self.anew):
            self._words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(self._words)
        self.message.changed.connect(self._on_changed)
        self.remarks.answered.connect(self._on_changed)
        self.help.clicked.connect(self.help_requested)
        self.anew.clicked.connect(self._on_anew)

    def _newly_drafted(self) -> str:
        words = resources.content("calm_message", QLocale().name())["message"]
        return calm_message.from_draft(self.draft_in_hand, words)

    def _review(self, text: str) -> Bits[tuple[Remark, ...]]:
        return calm_message.review(text, self._newly_drafted())

    def _follow_plan(self) -> None:
        """Words that are not the person's are drafted again where the plan has changed."""
        draft = self.draft_in_hand
        if draft.message == draft.drafted:
            newly = self._newly_drafted()
            if newly != draft.message:
                draft.message = draft.drafted = newly
                self.changed.emit()

    def _on_changed(self) -> None:
        if self._filling:
            return
        draft = self.draft_in_hand
        draft.place, draft.time = self.place.text(), self.time.text()
        draft.message, draft.kept_words = self.message.text(), self.remarks.kept
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Drafting is offered only where it would bring other words."""
        newly = self._newly_drafted()
        self.nothing_asked.setVisible(not newly)
        self.anew.setVisible(bool(newly) and newly != self.message.text())
        own = calm_message.without_drafted(self.message.text(), newly)
        asked = [action.text for action in self.draft_in_hand.actions]
        self.help.look_at(own, *asked)

    def _on_anew(self) -> None:
        self.drafted_anew.emit(DraftAnew(self._newly_drafted()), self.tr("The words were drafted anew."))
        self.message.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _retheme(self) -> None:
        super()._retheme()
        if self._built:
            self._words.setSpacing(theme.px(8))
            self._moment.setSpacing(theme.px(16))

    @override
    def _place(self) -> None:
        super()._place()
        if self._built:
            beside = self.width() >= theme.em(_BESIDE)
            ways = QBoxLayout.Direction
            self._moment.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
