"""One thing noticed in a plan: the words, and below them a card, or one quiet line once they are kept as they are."""

from functools import partial
from hashlib import sha256
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import HoneyButton, HoneyPlainButton, PlainButton
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.remarks.remark_words import words_of
from trust_desktop.wording import Kind, Place, Remark

About = tuple[Kind, int | None, Place]
"""What a remark says of which place, whatever the words there."""

_QUOTED: Final = 160
"""Characters of an action that a card shows."""


class Noticed(QWidget):
    """Says which action it is about, or that it is about the whole plan."""

    slot_requested = Signal(int)
    commitment_requested = Signal(int)
    answered = Signal()

    def __init__(self, remark: Remark, draft: PlanDraft, *, kept: bool, leads: bool = True) -> None:
        """Where its words are at hand it does not lead to them."""
        super().__init__()
        self.name = name_of(remark, draft)
        self.about: About = (remark.kind, remark.action, remark.place)
        self._remark, self._words = remark, words_of(remark)
        self.place = self._placed()
        self.spoken = self._of_place(self._words.spoken)
        self.quote = QuoteLabel(self._quoted(draft), color="ink")
        self._build_card()
        self._build_line()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (StrongLabel(self.place, color="ink2"), self.quote, self.card, self.line):
            self._column.addWidget(part)
        self.quote.setVisible(remark.action is not None)  # before it has a parent it would be a window
        self.go.setVisible(leads)
        self.is_kept = kept
        (self.card if kept else self.line).hide()
        theme.follow(self._retheme)

    def first_control(self) -> QWidget:
        """Where its words are at hand: what it can be answered with, or asked for again."""
        return self.again if self.is_kept else self.keep

    def _build_card(self) -> None:
        self.card = RemarkCard()
        self.go = HoneyButton(self._go_words())
        self.keep = HoneyButton(self.tr("Keep it as it is"))
        self.why = HoneyPlainButton(self.tr("Why?"))
        self.why.setCheckable(True)
        for button in (self.go, self.keep, self.why):
            self.card.add_answer(button)
            button.setAccessibleDescription(self.spoken)  # heard alone, "Why?" says nothing
        self.go.clicked.connect(self._on_go)
        self.keep.clicked.connect(partial(self._answer, kept=True))
        self.why.toggled.connect(self._on_why)
        self._fill()

    def _build_line(self) -> None:
        self.line = FlowRow(gap=12, row_gap=2)
        said = self.tr("You keep it as it is: {kind}").format(kind=self._words.title)
        self.again = PlainButton(self.tr("Look at it again"), dense=True)
        self.again.setAccessibleDescription(self._of_place(said))
        self.line.flow.addWidget(SmallLabel(said))
        self.line.flow.addWidget(self.again)
        self.again.clicked.connect(partial(self._answer, kept=False))

    def _answer(self, *_clicked: object, kept: bool) -> None:
        self.is_kept = kept
        shown, hidden = (self.line, self.card) if kept else (self.card, self.line)
        shown.show()
        self.answered.emit()  # the keyboard goes on before Qt looks for another place for it and scrolls there
        hidden.hide()

    def _on_why(self) -> None:
        self._fill()
        QTimer.singleShot(0, self, lambda: bring_into_view(self.card))

    def _fill(self) -> None:
        words = self._words
        self.card.set_remark(
            words.title,
            words.reason,
            lead=self.tr("To make it fair: {words}").format(words=words.gentler),
            why=words.why if self.why.isChecked() else "",
        )

    def _of_place(self, words: str) -> str:
        return self.tr("{action}: {words}").format(action=self.place, words=words)

    def _quoted(self, draft: PlanDraft) -> str:
        if self._remark.action is None:
            return ""
        words = " ".join(_words(self._remark, draft).split())
        shown = words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1].rstrip()}…"
        return self.tr("“{words}”").format(words=shown)

    def _placed(self) -> str:
        slot, place = self._remark.action, self._remark.place
        if slot is None:
            return self.tr("Your whole plan")
        patterns = {
            Place.KNOWN_BY: self.tr("{action}, how you will know"),
            Place.PURPOSE: self.tr("{action}, what it is for"),
        }
        return patterns.get(place, "{action}").format(action=slot_title(slot, mine=place is Place.OWN))

    def _on_go(self) -> None:
        asked_for = self.commitment_requested if self._remark.place is Place.OWN else self.slot_requested
        asked_for.emit(self._remark.action or 1)

    def _go_words(self) -> str:
        """A plan as a whole is changed from its first action on."""
        if self._remark.place is Place.OWN:
            return self.tr("Go to your side")
        return (
            self.tr("Go to action one"),
            self.tr("Go to action two"),
            self.tr("Go to action three"),
            self.tr("Go to action four"),
        )[(self._remark.action or 1) - 1]

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(2))


def name_of(remark: Remark, draft: PlanDraft) -> str:
    """Return the name under which *keep it as it is* is remembered; other words, and it is asked anew.

    It only stands for the words: what the person deletes must not stay behind in it.
    """
    slot = remark.action
    about = draft.actions if slot is None else []
    texts = [action.text for action in about] or [_words(remark, draft)]
    words = "\n".join(" ".join(text.casefold().split()) for text in texts)
    stand_in = sha256(words.encode(errors="replace")).hexdigest()[:16]
    place = "" if remark.place is Place.ACTION else f" {remark.place.value}"
    return f"{remark.kind.value} {slot or 0}{place}: {stand_in}"


def _words(remark: Remark, draft: PlanDraft) -> str:
    lane = draft.commitments if remark.place is Place.OWN else draft.actions
    action = lane[(remark.action or 1) - 1]
    return {Place.KNOWN_BY: action.known_by, Place.PURPOSE: action.purpose}.get(remark.place, action.text)
