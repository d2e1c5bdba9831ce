"""Leaving kindly: how long, back when, and the words for it."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.pause import LENGTHS, Pause
from trust_desktop.services import pausing, writing
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.combo_box import ComboBox
from trust_desktop.ui.common.day_words import clock
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import HeadingLabel, SaidLabel, SmallLabel
from trust_desktop.ui.common.not_written import say_while_unsaved
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.content import Content
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.kind_words import KindWords
from trust_desktop.ui.pause.time_words import back_words, length_words

DRAFT: Final = "pause.leaving"
_SHORT: Final = LENGTHS[:3]
_LONGER: Final = timedelta(0)
"""The choice that opens the list of longer ones."""


class LeavingForm(Card):
    """`left` when the person goes back without leaving; a pause that began tells itself through the vault."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=16)
        self._desk = desk
        self._content = Content("pause")
        self._time = ""
        self.heading = HeadingLabel(self.tr("How long do you need?"))
        choices = [(length, length_words(length)) for length in _SHORT]
        self.length = Segmented(self.heading.text(), [*choices, (_LONGER, self.tr("Longer"))], tight=True)
        self.longer = ComboBox()
        self.longer.setAccessibleName(self.tr("How much longer"))
        for length in LENGTHS[len(_SHORT) :]:
            self.longer.addItem(length_words(length), length)
        self.longer.hide()
        self.back = SaidLabel()
        hint = self._content.text("leaving", "hint")
        self.words = KindWords(self.tr("Words to leave with"), hint, desk)
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        self.leave = QuietButton(self.tr("Not now"))
        self.said = PrimaryButton(self.tr("I have said it"))
        for widget in (self.heading, self.length, self.longer, self.back, self.words, self.reason):
            self.body.addWidget(widget)
        self.body.addWidget(Ends(self.leave, self.said))
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self._say)
        self._connect()
        self.load()

    def load(self) -> None:
        """Show the words that wait here, or our own beginning."""
        self.words.set_text(writing.load(self._desk.session, DRAFT))
        self.follow_clock()

    @property
    def begun(self) -> bool:
        """Whether the person has words of their own waiting here."""
        return self.words.own

    def chosen_length(self) -> timedelta:
        chosen = self.length.value()
        if chosen == _LONGER:
            chosen = self.longer.currentData()
        assert isinstance(chosen, timedelta)
        return chosen

    def follow_clock(self) -> None:
        """Say the return time of a pause that would begin now, also in the words."""
        length = self.chosen_length()
        now = self._desk.now()
        returns = pausing.would_return(self._desk.session, length)
        self.back.setText(back_words(returns, now))
        self.words.swap(self._time, clock(returns))
        self._time = clock(returns)
        self.words.offer(self._drafts(length, returns, now))

    def _drafts(self, length: timedelta, returns: datetime, now: datetime) -> list[str]:
        day = "today" if returns.date() == now.date() else "tomorrow"
        fields = {"length": length_words(length), "time": clock(returns)}
        return self._content.texts("leaving", day, **fields)

    def _connect(self) -> None:
        self.length.chosen.connect(self._on_length)
        self.longer.currentIndexChanged.connect(self.follow_clock)
        self.words.edited.connect(self.keeper.touch)
        self.leave.clicked.connect(self._on_leave)
        self.said.clicked.connect(self._on_said)

    def _on_length(self) -> None:
        self.longer.setVisible(self.length.value() == _LONGER)
        self.follow_clock()

    def _on_leave(self) -> None:
        self.keeper.save_now()
        self.left.emit()

    def _on_said(self) -> None:
        self.follow_clock()
        session, length, words = self._desk.session, self.chosen_length(), self.words.text()
        own = words if self.words.own else ""
        began: list[Pause] = []

        def start() -> None:
            writing.keep(session, DRAFT, "")  # first: where that cannot be written no pause begins
            began[:] = [pausing.start(session, length, words)]

        def back() -> None:
            writing.keep(session, DRAFT, own)
            began[:] = [pausing.take_back(session, began[0].id)]

        def again() -> None:
            pausing.start_again(session, began[0])
            writing.keep(session, DRAFT, "")

        self.keeper.forget()
        if self._desk.attempt(start, self._say):
            done = Done(self.tr("The pause has begun."), again=again, back=back)
            self._desk.vault.undo_stack.push(done)
        else:
            self.keeper.touch()

    def _save(self) -> None:
        if not self._desk.session.closed:
            writing.keep(self._desk.session, DRAFT, self.words.text() if self.words.own else "")

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
