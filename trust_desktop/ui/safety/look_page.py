"""The private look under Help & safety: what is not kept on purpose is forgotten when the page is left."""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.safety import KeptAnswers, says_anything
from trust_desktop.override import override
from trust_desktop.services import helping
from trust_desktop.services.session import Change
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.private_look.look_form import LookForm
from trust_desktop.ui.safety.kept_list import KeptList
from trust_desktop.ui.safety.sub_page import SubPage


class LookPage(SubPage):
    """`gone` is the quick way out, to a page that says nothing of this one; Esc does the same."""

    gone = Signal()
    list_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        words = Content("safety")
        super().__init__(Content("help").text("doors", "look", "title"), words.text("lead"), parent)
        self._vault = vault
        self.leave = QuietButton(self.tr("Leave"), icon_name="x")
        self.leave.setAccessibleName(self.tr("Leave this page"))
        self.leave.setToolTip(self.tr("Esc leaves it too"))
        self.leave.clicked.connect(self.gone)
        self.on_escape = self.gone.emit
        self.title_row.addWidget(self.leave)
        self.texts.addWidget(BodyLabel(words.text("forgets"), color="ink2"))
        self.form = LookForm()
        self.form.help_requested.connect(self.list_requested)
        self.form.changed.connect(self._on_answers)
        self.texts.addWidget(self.form)
        self._build_keeping(words)
        vault.changed.connect(self._on_vault_changed)
        self._show_kept()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # a window put away for a moment is not a page that was left
            self.form.forget()
        super().hideEvent(event)

    def _build_keeping(self, words: Content) -> None:
        card = Card()
        card.body.addWidget(BodyLabel(words.text("keeps")))
        self.keep = QuietButton(self.tr("Keep my answers"))
        self.keep.clicked.connect(self._on_keep)
        self.reason = SmallLabel(color="honey_text")
        card.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        card.body.addWidget(self.reason)
        card.body.addWidget(Hairline())
        self.kept = KeptList()
        self.kept.erase_asked.connect(self._on_erase)
        card.body.addWidget(self.kept)
        self.texts.addWidget(card)

    def _on_answers(self) -> None:
        something = says_anything(self.form.answers())
        self.keep.setEnabled(something)
        self._say(
            "" if something else self.tr("All is left open, so there is nothing to keep."), color="ink2"
        )

    def _on_keep(self) -> None:
        session = self._vault.session
        try:
            kept = helping.keep_answers(session, self.form.answers())
        except TrustError as problem:
            self._say(nothing_changed(problem))
            return
        self._vault.undo_stack.push(
            Done(
                self.tr("Kept."),  # the bar stays for a while on whatever page comes next
                again=partial(helping.restore_answers, session, kept),
                back=partial(helping.erase_answers, session, kept.id),
            )
        )

    def _on_erase(self, kept: object) -> None:
        session, answers = self._vault.session, cast("KeptAnswers", kept)
        try:
            helping.erase_answers(session, answers.id)
        except TrustError as problem:
            self._say(nothing_changed(problem))
            return
        self._vault.undo_stack.push(
            Done(
                self.tr("Erased."),
                again=partial(helping.erase_answers, session, answers.id),
                back=partial(helping.restore_answers, session, answers),
            )
        )

    def _on_vault_changed(self, change: Change) -> None:
        if Change.HELP in change:
            self._show_kept()

    def _show_kept(self) -> None:
        inside = any(button.hasFocus() for row in self.kept.rows for button in (row.read, row.erase))
        self.kept.show_kept(helping.kept_answers(self._vault.session))
        follow_layout(self)
        if inside:  # the row that had the keyboard is gone
            (self.kept.rows[0].erase if self.kept.rows else self).setFocus()
        self._on_answers()

    def _say(self, text: str, *, color: str = "honey_text") -> None:
        self.reason.set_color(color)
        self.reason.setText(text)
        self.reason.setVisible(bool(text))
