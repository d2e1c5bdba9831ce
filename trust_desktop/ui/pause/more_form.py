"""Asking for more time: how much, back when, and the words for it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.pause import Pause
from trust_desktop.services import pausing, writing
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
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

DRAFT: Final = "pause.more"
_CHOICES: Final = tuple(timedelta(minutes=minutes) for minutes in (10, 20, 30, 60))


class MoreForm(Card):
    """`left` when nothing was asked for; a new return time tells itself through the vault."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=16)
        self._desk = desk
        self._content = Content("pause")
        self._pause: Pause | None = None
        self._time = ""
        self.heading = HeadingLabel(self.tr("How much more time do you need?"))
        self.more = Segmented(self.heading.text(), [(each, length_words(each)) for each in _CHOICES])
        self.back = SaidLabel()
        self.words = KindWords(self.tr("Words to ask for it with"), self._content.text("more", "hint"), desk)
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        self.leave = QuietButton(self.tr("Leave it as it is"))
        self.said = PrimaryButton(self.tr("I have said it"))
        for widget in (self.heading, self.more, self.back, self.words, self.reason):
            self.body.addWidget(widget)
        self.body.addWidget(Ends(self.leave, self.said))
        self.keeper = DraftKeeper(self._save, self)
        say_while_unsaved(self.keeper, self._say)
        self.more.chosen.connect(self.follow_clock)
        self.words.edited.connect(self.keeper.touch)
        self.leave.clicked.connect(self._on_leave)
        self.said.clicked.connect(self._on_said)

    def show_pause(self, pause: Pause) -> None:
        self._pause = pause
        self.words.set_text(writing.load(self._desk.session, DRAFT))
        self.follow_clock()

    def follow_clock(self) -> None:
        if self._pause is None:
            return
        now = self._desk.now()
        later = pausing.would_return_after(self._desk.session, self._pause, self._chosen())
        for widget in (self.more, self.words):
            widget.setVisible(later is not None)
        self.said.setEnabled(later is not None)
        if later is None:
            self.back.setText(
                self.tr("A pause lasts a day at most. Longer away would be something to talk about first.")
            )
            return
        self.back.setText(back_words(later, now))
        self.words.swap(self._time, clock(later))
        self._time = clock(later)
        day = "today" if later.date() == now.date() else "tomorrow"
        self.words.offer([self._content.text("more", day, time=self._time)])

    def _chosen(self) -> timedelta:
        chosen = self.more.value()
        assert isinstance(chosen, timedelta)
        return chosen

    def _on_leave(self) -> None:
        self.keeper.save_now()
        self.left.emit()

    def _on_said(self) -> None:
        pause = self._pause
        if pause is None:
            return
        self.follow_clock()
        self.keeper.forget()
        if self._desk.attempt(self._asking(pause, self.words.text()), self._say):
            self.left.emit()
        else:
            self.keeper.touch()

    def _asking(self, pause: Pause, words: str) -> Callable[[], None]:
        session, more = self._desk.session, self._chosen()
        own = words if self.words.own else ""

        def ask() -> None:
            writing.keep(session, DRAFT, "")  # first: where that cannot be written nothing is asked for
            before = pausing.ask_for_more(session, pause.id, more, words)
            after = pausing.running(session)
            assert after is not None

            def back() -> None:
                writing.keep(session, DRAFT, own)
                pausing.put_back_return(session, before)

            def again() -> None:
                writing.keep(session, DRAFT, "")
                pausing.put_back_return(session, after)

            told = self.tr("You are expected a little later now.")
            self._desk.vault.undo_stack.push(Done(told, back=back, again=again))

        return ask

    def _save(self) -> None:
        if not self._desk.session.closed:
            writing.keep(self._desk.session, DRAFT, self.words.text() if self.words.own else "")

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
