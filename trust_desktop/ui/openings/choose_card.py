"""Choosing a step: one that is suggested, another one, or one in own words."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.services import writing
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SaidLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.not_written import say_while_unsaved
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.open_vault import OpenVault

DRAFT: Final = "opening.own"


class ChooseCard(Card):
    """`chosen` carries the words of a step, `declined` those of a suggestion that is not to come back."""

    chosen = Signal(str)
    declined = Signal(str)

    def __init__(
        self,
        vault: OpenVault,
        clipboard: PrivateClipboard,
        seconds: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, spacing=16)
        self._vault = vault
        self._suggestions: tuple[str, ...] = ()
        self._at = 0
        self.heading = StrongLabel(self.tr("It could be"))
        self.suggestion = SaidLabel()
        self.take = PrimaryButton(self.tr("Take this step"))
        self.take.clicked.connect(lambda: self.chosen.emit(self._suggestions[self._at]))
        self.another = QuietButton(self.tr("Another one"))
        self.another.clicked.connect(self._on_another)
        self.away = PlainButton(self.tr("Not this one, put it away"))
        self.away.clicked.connect(lambda: self.declined.emit(self._suggestions[self._at]))
        self._tools = FlowRow(gap=12)
        for button in (self.take, self.another, self.away):
            self._tools.flow.addWidget(button)
        self.own = WordsArea(self.tr("Or in your own words"), clipboard, seconds, rows=2)
        self.take_own = QuietButton(self.tr("Take my own step"))
        self.take_own.clicked.connect(lambda: self.chosen.emit(self.own.text().strip()))
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self.say)
        self.own.changed.connect(self._on_typed)
        self._rule = Hairline()
        for widget in (self.heading, self.suggestion, self._tools, self._rule):
            self.body.addWidget(widget)
        self.body.addWidget(Field(self.own.accessibleName(), self.own))
        self.body.addWidget(self.take_own, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.reason)

    def show_suggestions(self, suggestions: Sequence[str]) -> None:
        self._suggestions = tuple(suggestions)
        self._at = min(self._at, max(0, len(suggestions) - 1))
        for widget in (self.heading, self.suggestion, self._tools, self._rule):
            widget.setVisible(bool(suggestions))
        self.another.setVisible(len(suggestions) > 1)
        self._show()
        if not self.keeper.pending:
            self.own.set_text(writing.load(self._vault.session, DRAFT))
            self.keeper.forget()
        self.take_own.setEnabled(bool(self.own.text().strip()))

    def say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _show(self) -> None:
        if self._suggestions:
            self.suggestion.setText(self.tr("“{step}”").format(step=self._suggestions[self._at]))

    def _on_another(self) -> None:
        self._at = (self._at + 1) % len(self._suggestions)
        self._show()

    def _on_typed(self) -> None:
        self.keeper.touch()
        self.take_own.setEnabled(bool(self.own.text().strip()))

    def _save(self) -> None:
        if not self._vault.session.closed:
            writing.keep(self._vault.session, DRAFT, self.own.text())
