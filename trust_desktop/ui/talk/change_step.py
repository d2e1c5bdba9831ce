"""A yes with a change becomes a new version: the words as they were said beside the words as they are to be."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.draft import action_rules
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.override import override
from trust_desktop.services.talking import AnswerView
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.change_draft import changes_begun, keep_change
from trust_desktop.ui.action_form.change_noticed import ChangeNoticed
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.columns import Columns
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.labels import BodyLabel, QuoteLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.not_written import still_here
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.leaves import term_lines
from trust_desktop.ui.talk.step import Step, TalkStep


class ChangeStep(TalkStep):
    """`kept` carries the action and what was written, `dropped` the action that stays as it was."""

    kept = Signal(object, object)
    dropped = Signal(object)
    help_requested = Signal()
    widest = 1040

    def __init__(self, vault: OpenVault, plan: Plan, view: AnswerView) -> None:
        super().__init__(Step.CHANGE, Content("talk").text("change", "lead"))
        self._vault, self.action = vault, view.action
        self._today = vault.session.today
        self._plan = plan
        self.keeper = DraftKeeper(self._save, self)
        self.keeper.saved.connect(self._look)
        self.keeper.not_saved.connect(lambda problem: self.say_trouble(still_here(problem)))
        columns = Columns(aside_width=300, gap=32, aside_leads=True)
        columns.aside.addWidget(self._build_before(view))
        columns.aside.addStretch(1)
        columns.main.addWidget(self._build_editor(plan, view.action))
        self.noticed = ChangeNoticed(self.editor, plan, view.action.slot, mine=view.action.mine)
        columns.main.addWidget(self.noticed)
        self.column.addWidget(columns)
        self.reason = SmallLabel("", color="honey_text")
        self.column.addWidget(self.reason)
        back, on = self.add_foot(self.tr("Leave it as it was"), self.tr("Keep the change"))
        back.clicked.connect(lambda: self.dropped.emit(self.action))
        on.clicked.connect(lambda: self.kept.emit(self.action, self.editor.draft()))
        self.back, self.on = back, on
        self.column.addStretch(1)
        self.noticed.look()
        self._look()

    @override
    def first_control(self) -> QWidget:
        return self.editor.request

    @override
    def save_now(self) -> None:
        self.keeper.save_now()

    @property
    @override
    def unsaved(self) -> bool:
        return self.keeper.pending

    @override
    def follow_day(self, today: date) -> None:
        self._today = today
        self.editor.follow_day(today)
        self._look()

    def refuse(self, rule: Rule) -> None:
        self.say_trouble(rule_words(rule))

    def say_trouble(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _build_before(self, view: AnswerView) -> Card:
        """As it was said and answered."""
        card = Card(ground="sunken", spacing=8)
        terms = view.action.newest.terms
        card.body.addWidget(StrongLabel(slot_title(view.action.slot), color="ink2"))
        card.body.addWidget(SmallLabel(self.tr("As it was said")))
        card.body.addWidget(Quoted(terms.text))
        for line in term_lines(terms):
            card.body.addWidget(BodyLabel(line, color="ink2"))
        if view.given is not None and view.given.words:
            card.body.addWidget(SmallLabel(self.tr("The answer")))
            words = self.tr("“{words}”").format(words=view.given.words)
            card.body.addWidget(QuoteLabel(words, color="ink"))
        return card

    def _build_editor(self, plan: Plan, action: Action) -> ActionEditor:
        partner = plan.partner or self.tr("your partner")
        question = self.tr("What would {partner} do?").format(partner=partner)
        week_start = action.newest.terms.cadence.week_start
        self.editor = ActionEditor(question, today=self._today, week_start=week_start)
        self.editor.set_draft(changes_begun(self._vault.session, plan).actions[action.slot - 1])
        self.editor.changed.connect(self._on_changed)
        self.editor.help_requested.connect(self.help_requested)
        return self.editor

    def _on_changed(self) -> None:
        self.keeper.touch()
        self._look()

    def _save(self) -> None:
        session = self._vault.session
        if not session.closed:
            keep_change(session, self._plan, self.action.slot, self.editor.draft())

    def _look(self) -> None:
        rules = action_rules(self.editor.draft(), self._today)
        self.say_trouble(rule_words(rules[0]) if rules else "")
        self.on.setEnabled(not rules)
