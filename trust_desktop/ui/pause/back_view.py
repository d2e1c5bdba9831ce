"""Coming back: what time was said, a soft way to begin, and the end of the pause."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.pause import Pause, Phase
from trust_desktop.services import pausing
from trust_desktop.services.pausing import PauseText
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.day_words import clock
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import DisplayLabel, LeadLabel, SmallLabel
from trust_desktop.ui.common.not_written import say_while_unsaved
from trust_desktop.ui.content import Content
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.kind_words import KindWords
from trust_desktop.ui.pause.time_words import back_words, stands_words

_EARLY: Final = (Phase.RUNNING, Phase.CLOCK_SET_BACK)


class BackView(QWidget):
    """`more` asks for more time, `not_yet` goes back to the ring; the end tells itself through the vault."""

    more = Signal()
    not_yet = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pause: Pause | None = None
        content = Content("pause")
        self._openers = content.texts("back", "openers")
        self.returns = DisplayLabel()
        self.stands = LeadLabel()
        self.card = Card(spacing=16)
        self.words = KindWords(self.tr("A soft way to begin"), content.text("back", "hint"), desk)
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        self.other = QuietButton()
        self.other.clicked.connect(self._on_other)
        self.end = PrimaryButton()
        self.end.clicked.connect(self._on_end)
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self._say)
        self.words.edited.connect(self.keeper.touch)
        self._build()

    def show_pause(self, pause: Pause) -> None:
        other = self._pause is None or self._pause.id != pause.id
        self._pause = pause
        if other or (pause.opener and not self.keeper.pending):
            self.words.set_text(pause.opener)
        self.words.offer(self._openers)
        self.show_time()

    def show_time(self) -> None:
        pause = self._pause
        if pause is None:
            return
        now = self._desk.now()
        left, returns = self._desk.shown(pause.started_at), self._desk.shown(pause.returns_at)
        early = pause.phase(now) in _EARLY
        self.returns.setText(back_words(returns, now))
        if early:
            pattern = self.tr("It is {now}. Earlier is fine, once you are calm enough to listen.")
            self.stands.setText(pattern.format(now=clock(now)))
        else:
            self.stands.setText(stands_words(pause, left, returns, now))
        self.other.setText(self.tr("Not yet") if early else self.tr("Ask for more time"))
        self.end.setText(self.tr("End the pause") if early else self.tr("I am back"))

    def _build(self) -> None:
        self.card.body.addWidget(self.words)
        self.card.body.addWidget(self.reason)
        self.card.body.addWidget(Ends(self.other, self.end))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.returns, self.stands, self.card):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.follow(self._retheme)

    def _on_other(self) -> None:
        self.keeper.save_now()
        if self._pause is not None and self._pause.phase(self._desk.session.now()) in _EARLY:
            self.not_yet.emit()
        else:
            self.more.emit()

    def _on_end(self) -> None:
        pause = self._pause
        if pause is None:
            return
        session, opener = self._desk.session, self.words.text()

        def end() -> None:
            before = pausing.end(session, pause.id, opener)
            self._desk.vault.undo_stack.push(
                Done(
                    self.tr("The pause is over."),
                    back=lambda: pausing.go_on(session, before),
                    again=lambda: pausing.end(session, pause.id, opener),
                )
            )

        self.keeper.forget()
        if not self._desk.attempt(end, self._say):
            self.keeper.touch()

    def _save(self) -> None:
        if self._pause is not None and not self._desk.session.closed:
            own = self.words.text() if self.words.own else ""
            pausing.write(self._desk.session, self._pause.id, PauseText.OPENER, own)

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(12))
