"""An urge written down without a pause."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trust_desktop.domain.pause import Urge
from trust_desktop.services import pausing, writing
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.common.not_written import still_here
from trust_desktop.ui.common.nought_to_ten import NoughtToTen
from trust_desktop.ui.common.words_area import WordsArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.urge_card import PrivateLine

DRAFT = "urge.words"


class LoneUrgeCard(Card):
    """Nothing is kept before it is asked to be, but words that were begun wait."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._desk = desk
        self.heading = HeadingLabel(self.tr("How strong is the urge now?"))
        self.scale = NoughtToTen(self.heading.text())
        self.words = WordsArea(
            self.tr("What I did instead"), desk.clipboard, desk.seconds, said=False, rows=3
        )
        self.words.set_text(writing.load(desk.session, DRAFT))
        self.reason = SmallLabel()
        self.keep = QuietButton(self.tr("Write it down"))
        self.keep.clicked.connect(self._on_keep)
        self.keeper = DraftKeeper(self._save, self)
        self.keeper.saved.connect(self._refresh)
        self.keeper.not_saved.connect(lambda problem: self._say(still_here(problem)))
        self.words.changed.connect(self.keeper.touch)
        self.scale.chosen.connect(self._refresh)
        self._build()
        self._refresh()

    def _build(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(SmallLabel(self.tr("gone")), 1)
        hardest = SmallLabel(self.tr("at its hardest"))
        hardest.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        ends.addWidget(hardest, 1)
        self.body.addWidget(self.heading)
        self.body.addWidget(SmallLabel(Content("pause").text("urge", "alone_lead")))
        self.body.addWidget(self.scale)
        self.body.addLayout(ends)
        self.body.addWidget(Field(self.words.accessibleName(), self.words))
        self.body.addWidget(PrivateLine())
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.reason)

    def _on_keep(self) -> None:
        session, strength = self._desk.session, self.scale.value()
        if strength is None:
            return
        words = self.words.text()

        def note() -> None:
            self.keeper.forget()
            urge = pausing.note_urge(session, strength, words)
            writing.keep(session, DRAFT, "")
            self._push(urge)

        if self._desk.attempt(note, self._say):
            self.scale.set_value(None)
            self.words.set_text("")
            self.keeper.forget()
            self._refresh()
        else:
            self.keeper.touch()

    def _push(self, urge: Urge) -> None:
        session = self._desk.session
        done = Done(
            self.tr("The urge is written down."),
            back=partial(pausing.remove_urge, session, urge.id),
            again=partial(pausing.restore_urge, session, urge),
        )
        self._desk.vault.undo_stack.push(done)

    def _save(self) -> None:
        if not self._desk.session.closed:
            writing.keep(self._desk.session, DRAFT, self.words.text())

    def _refresh(self) -> None:
        chosen = self.scale.value() is not None
        self.keep.setEnabled(chosen)
        self._say("" if chosen else self.tr("Choose a number first."))

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
