"""The step that is open: what it is, a private line about it, done, or put away."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.opening import Opening
from trust_desktop.services import writing
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import SaidLabel, SmallLabel
from trust_desktop.ui.common.not_written import say_while_unsaved
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault

DRAFT: Final = "opening.line"


class StepCard(Card):
    """`done` carries the private line; `put_away` when the step is to wait for another time."""

    done = Signal(str)
    put_away = Signal()

    def __init__(
        self,
        vault: OpenVault,
        clipboard: PrivateClipboard,
        seconds: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, spacing=16)
        self._vault = vault
        content = Content("openings")
        self.step = SaidLabel()
        self.line = WordsArea(self.tr("What it was like"), clipboard, seconds, said=False, rows=2)
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        self.away = QuietButton(self.tr("Put it away"))
        self.away.clicked.connect(self.put_away)
        self.did = PrimaryButton(self.tr("I did it"))
        self.did.clicked.connect(lambda: self.done.emit(self.line.text()))
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self.say)
        self.line.changed.connect(self.keeper.touch)
        self.body.addWidget(self.step)
        self.body.addWidget(SmallLabel(content.text("one_at_a_time")))
        field = Field(self.line.accessibleName(), self.line, hint=content.text("private"))
        for widget in (field, self.reason, Ends(self.away, self.did)):
            self.body.addWidget(widget)

    def show_step(self, opening: Opening) -> None:
        self.step.setText(self.tr("“{step}”").format(step=opening.text))
        if not self.keeper.pending:
            self.line.set_text(writing.load(self._vault.session, DRAFT))
            self.keeper.forget()

    def say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _save(self) -> None:
        if not self._vault.session.closed:
            writing.keep(self._vault.session, DRAFT, self.line.text())
