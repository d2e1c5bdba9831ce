"""Writing an action: other words for one, or another for its place; earlier days keep the words they had."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.domain.draft import action_rules, commitment_rules
from trust_desktop.domain.errors import Rule
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.change_noticed import ChangeNoticed
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.editing import Editing

_COLUMN = 760


class ChangePage(Page):
    """Open for one place at a time; `kept` carries what was written."""

    kept = Signal(object)
    left = Signal()
    help_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        self._vault = vault
        self.editing: Editing | None = None
        super().__init__("", parent)
        self.keeper = DraftKeeper(self._save, self)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.not_saved.connect(self._tell_not_kept)

    def open_for(self, editing: Editing, *, week_start: int) -> None:
        """Show what is to be written, as it stands or as far as it was written."""
        self._clear()
        self.editing = editing
        self.set_title(editing.title)
        self.editor = ActionEditor(
            editing.question,
            today=editing.today,
            week_start=week_start,
            mine=editing.mine,
            new=editing.another,
        )
        self._build(editing)
        self._retheme()
        self.editor.set_draft(editing.draft)
        self.noticed.look()
        if editing.another:
            self.editor.allow_days_from(editing.starts)
        self.editor.changed.connect(self._on_changed)
        self.editor.help_requested.connect(self.help_requested)
        self._look()
        self.editor.request.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def unsaved(self) -> bool:
        """Whether words could not be kept; why not is said beside the buttons."""
        return self.keeper.pending

    def save_now(self) -> None:
        """Keep everything typed so far, at once; called before the vault is locked."""
        self.keeper.save_now()

    def refuse(self, words: str) -> None:
        """Say beside the button why it cannot be kept."""
        self.reason.setText(words)
        self.reason.show()

    def stop_keeping(self) -> None:
        """It was kept or let go: what is typed is no draft any more."""
        self.keeper.forget()

    def close_editor(self) -> None:
        self._clear()

    def _build(self, editing: Editing) -> None:
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(BodyLabel(editing.explanation, color="ink2"))
        if editing.action is not None:
            self._column.addWidget(SmallLabel(self.tr("It stands as")))
            self._column.addWidget(Quoted(editing.action.newest.terms.text))
        if editing.another:
            self._column.addWidget(HeadingLabel(editing.question))
        self._column.addWidget(self.editor)
        self.noticed = ChangeNoticed(self.editor, editing.plan, editing.slot, mine=editing.mine)
        self._column.addWidget(self.noticed)
        self._column.addLayout(self._build_foot(editing))
        self.body.addWidget(self._holder)
        self.body.addStretch(1)

    def _build_foot(self, editing: Editing) -> QHBoxLayout:
        self.reason = SmallLabel("", color="honey_text")
        if editing.another:
            leave, keep = self.tr("Leave it"), self.tr("Put it in the plan")
        else:
            leave, keep = self.tr("Leave it as it was"), self.tr("Keep the change")
        self.leave, self.keep = QuietButton(leave), PrimaryButton(keep)
        self.leave.clicked.connect(self.left)
        self.keep.clicked.connect(self._on_keep)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(12))
        foot.addWidget(self.reason, 1)
        foot.addStretch(0)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        return foot

    def _save(self) -> None:
        if self.editing is not None and not self._vault.session.closed:
            self.editing.save(self.editing.draft)

    def _on_changed(self) -> None:
        if self.editing is not None:
            self.editing.draft = self.editor.draft()
            self.keeper.touch()
        self._look()

    def _on_saved(self) -> None:
        if self.editing is not None:
            self._look()

    def _tell_not_kept(self, _problem: object) -> None:
        self.reason.setText(self.tr("The last words could not be kept: the disk may be full or locked."))

    def _look(self) -> None:
        """The button waits for what a person can answer; why it waits stands beside it."""
        rules = self._rules()
        self.reason.setText(rule_words(rules[0]) if rules else "")
        self.keep.setEnabled(not rules)

    def _rules(self) -> tuple[Rule, ...]:
        draft = self.editor.draft()
        if self.editing is None or self.editing.mine:
            return commitment_rules(draft)
        return action_rules(draft, self.editing.today)

    def _on_keep(self) -> None:
        self.kept.emit(self.editor.draft())

    def _clear(self) -> None:
        self.editing = None
        self.keeper.forget()
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @override
    def _retheme(self) -> None:
        super()._retheme()
        if self.editing is not None:
            self._holder.setMaximumWidth(theme.px(_COLUMN))
            self._column.setSpacing(theme.px(16))
