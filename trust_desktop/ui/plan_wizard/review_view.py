"""A plan in the making as it is read: what the partner sees, what they hear, and what is only for the person."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.draft import ActionDraft, PlanDraft, Step, action_rules, commitment_rules
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.review_entry import ReviewEntry
from trust_desktop.ui.plan_wizard.review_lines import review_lines


class ReviewView(QWidget):
    """Built anew each time; `asked` and `own` by their place."""

    step_requested = Signal(object)
    print_requested = Signal()

    def __init__(self, draft: PlanDraft, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._today = draft, today
        self._content = Content("wizard")
        self.asked: dict[int, ReviewEntry] = {}
        self.own: dict[int, ReviewEntry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add_seen()
        self._add_heard()
        self._add_private()
        theme.follow(self._retheme)

    # --- what the partner sees

    def _add_seen(self) -> None:
        self.seen = Card(spacing=16)
        self.seen.body.addWidget(HeadingLabel(self.tr("What your partner sees")))
        self.seen.body.addWidget(SmallLabel(self._text("sees_hint")))
        for slot, action in enumerate(self._draft.actions, start=1):
            self.asked[slot] = self._entry(slot, action)
        for slot, commitment in enumerate(self._draft.commitments, start=1):
            self.own[slot] = self._entry(slot, commitment, mine=True)
        for entry in (*self.asked.values(), *self.own.values()):
            self.seen.body.addWidget(Hairline())
            self.seen.body.addWidget(entry)
        self.your_side: ReviewEntry | None = None
        if not self.own:
            self._add_none_of_yours()
        self.print_button = QuietButton(self.tr("Print what your partner sees"), icon_name="printer")
        self.print_button.clicked.connect(self.print_requested)
        self.print_button.setEnabled(any(action.started for action in self._draft.actions))
        self.seen.body.addWidget(Hairline())
        self.seen.body.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.seen)

    def _entry(self, slot: int, action: ActionDraft, *, mine: bool = False) -> ReviewEntry:
        rules = commitment_rules(action) if mine else action_rules(action, self._today)
        return ReviewEntry(
            slot_title(slot, mine=mine),
            action.text,
            review_lines(action, mine=mine) if action.started else (),
            missing=[rule_words(rule) for rule in (rules if action.started else rules[:1])],
        )

    def _add_none_of_yours(self) -> None:
        entry = ReviewEntry(self.tr("Your side"), "", [self._text("none_of_yours")])
        entry.asked_for.connect(partial(self.step_requested.emit, Step.YOUR_SIDE))
        self.your_side = entry
        self.seen.body.addWidget(Hairline())
        self.seen.body.addWidget(entry)

    # --- what they hear

    def _add_heard(self) -> None:
        words = self._draft.message
        lines = [] if words.strip() else [self._text("no_message")]
        self.heard = ReviewEntry(self.tr("How you will say it"), words, lines)
        self.heard.asked_for.connect(partial(self.step_requested.emit, Step.SAYING))
        self._hears = HeadingLabel(self.tr("What your partner hears"))
        self._column.addWidget(self._hears)
        self._column.addWidget(self.heard)

    # --- what is only for the person

    def _add_private(self) -> None:
        private = list(self._private())
        if not private:
            return
        self._column.addWidget(Hairline())
        self._column.addWidget(HeadingLabel(self.tr("Only for you")))
        self._column.addWidget(SmallLabel(self._text("only_you_hint")))
        for title, words in private:
            group = QVBoxLayout()
            group.setSpacing(theme.px(4))
            group.addWidget(StrongLabel(title, color="ink2"))
            group.addWidget(Quoted(words))
            self._column.addLayout(group)

    def _private(self) -> Iterator[tuple[str, str]]:
        draft = self._draft
        matters = self.tr("{action}: why it matters to you")
        found = [(self.tr("What would feel a little safer"), draft.fair_chance)]
        for mine, lanes in ((False, draft.actions), (True, draft.commitments)):
            for slot, action in enumerate(lanes, start=1):
                found.append((matters.format(action=slot_title(slot, mine=mine)), action.why))
        found += [
            (self.tr("Where you will say it"), draft.place),
            (self.tr("When you will say it"), draft.time),
        ]
        return ((title, words) for title, words in found if words.strip())

    def _text(self, key: str) -> str:
        return self._content.text("review", key)

    def _retheme(self) -> None:
        self._hears.setContentsMargins(0, theme.px(16), 0, 0)
        self._column.setSpacing(theme.px(16))
