"""Changing one action: the same questions, new words from today or tomorrow on; earlier days keep theirs."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.domain.draft import action_rules
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.change_draft import changes_begun
from trust_desktop.ui.action_form.draft_keeper import DraftKeeper
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.open_vault import OpenVault

_COLUMN = 760


class ChangePage(Page):
    """Open for one action at a time; `kept` carries the new terms."""

    kept = Signal(object)
    left = Signal()
    help_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        self._vault = vault
        self.action: Action | None = None
        self.keeper: DraftKeeper | None = None
        super().__init__("", parent)

    def open_for(self, plan: Plan, action: Action, *, starts: date) -> None:
        """Show an action to edit, as it stands or as it was being changed; a change would begin on `starts`."""
        self._clear()
        self._today, self.action = self._vault.session.today, action
        self._draft = changes_begun(self._vault.session, plan)
        self.keeper = DraftKeeper(self._vault, self._draft, self)
        self.set_title(self.tr("{action}: change it").format(action=slot_title(action.slot)))
        partner = plan.partner or self.tr("your partner")
        terms = action.newest.terms
        question = self.tr("What would {partner} do?").format(partner=partner)
        self.editor = ActionEditor(question, today=self._today, week_start=terms.cadence.week_start)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(BodyLabel(self._explanation(starts, self._today), color="ink2"))
        self._column.addWidget(SmallLabel(self.tr("It stands as")))
        self._column.addWidget(Quoted(terms.text))
        self._column.addWidget(self.editor)
        self._column.addLayout(self._build_foot())
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self._retheme()
        self.editor.set_draft(self._draft.actions[action.slot - 1])
        self.editor.changed.connect(self._on_changed)
        self.keeper.kept.connect(self._tell_kept)
        self.editor.help_requested.connect(self.help_requested)
        self._look()
        self.editor.request.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_now(self) -> None:
        """Keep everything typed so far, at once; called before the vault is locked."""
        if self.keeper is not None:
            self.keeper.save_now()

    def refuse(self, rule: Rule) -> None:
        """Say beside the button why the change cannot be kept."""
        self.reason.setText(rule_words(rule))
        self.reason.show()

    def stop_keeping(self) -> None:
        """The change was kept or let go: what is typed is no draft any more."""
        if self.keeper is not None:
            self.keeper.stop()

    def close_editor(self) -> None:
        self._clear()

    def _explanation(self, starts: date, today: date) -> str:
        if starts == today:
            return self.tr(
                "The new words begin today. Days before keep the words they had, and what was marked on them stays."
            )
        return self.tr(
            "Today is marked already, so the new words begin tomorrow, on {day}. "
            "Days before keep the words they had, and what was marked on them stays."
        ).format(day=day_with_year(starts))

    def _build_foot(self) -> QHBoxLayout:
        self.reason = SmallLabel("", color="honey_text")
        self.leave = QuietButton(self.tr("Leave it as it was"))
        self.keep = PrimaryButton(self.tr("Keep the change"))
        self.leave.clicked.connect(self.left)
        self.keep.clicked.connect(self._on_keep)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(12))
        foot.addWidget(self.reason, 1)
        foot.addStretch(0)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        return foot

    def _on_changed(self) -> None:
        if self.action is not None and self.keeper is not None:
            self._draft.actions[self.action.slot - 1] = self.editor.draft()
            self.keeper.touched()
        self._look()

    def _tell_kept(self, kept: bool) -> None:  # noqa: FBT001 - the shape of the signal
        if not kept:
            self.reason.setText(self.tr("The last words could not be kept: the disk may be full or locked."))

    def _look(self) -> None:
        """The button waits for what a person can answer; why it waits stands beside it."""
        rules = action_rules(self.editor.draft(), self._today)
        self.reason.setText(rule_words(rules[0]) if rules else "")
        self.keep.setEnabled(not rules)

    def _on_keep(self) -> None:
        self.kept.emit(self.editor.draft().terms())

    def _clear(self) -> None:
        self.action = None
        if self.keeper is not None:
            self.keeper.stop()
            self.keeper.deleteLater()
            self.keeper = None
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @override
    def _retheme(self) -> None:
        super()._retheme()
        if self.action is not None:
            self._holder.setMaximumWidth(theme.px(_COLUMN))
            self._column.setSpacing(theme.px(16))
