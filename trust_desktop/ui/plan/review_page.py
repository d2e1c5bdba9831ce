"""Looking at an action again: keep it, change it, finish it, or put another in its place."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.plan import REVIEW_DAYS, Action
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.openness_words import agreed_for
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.say_in_view import say_in_view
from trust_desktop.ui.plan.marked_ahead import marked_ahead

_COLUMN = 760


class ReviewPage(Page):
    """Open for one action at a time; the main thing is to keep it, or to renew together what opens something private."""

    kept = Signal(object)
    """The day to look at it once more."""
    change_wanted = Signal()
    finished = Signal()
    another_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.action: Action | None = None
        self.opened_for: tuple[Action, date] | None = None
        """As it was when the page was opened, and the day from which an end would have held."""

        super().__init__("", parent)
        self.on_escape = self.left.emit

    def open_for(self, action: Action, *, starts: date, today: date, other_begun: bool = False) -> None:
        """`starts` is the day from which an end would hold; `other_begun`: words for another are kept."""
        self.close_review()
        self._other_begun = other_begun
        self.action, self.opened_for = action, (action, starts)
        name = slot_title(action.slot, mine=action.mine)
        self.set_title(self.tr("{action}: look at it again").format(action=name))
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add_words(action)
        self._column.addWidget(self._main_card(action, today))
        self.reason = SmallLabel("", color="honey_text")
        self.reason.hide()
        self._column.addWidget(self.reason)
        self._add_others(action, starts, today)
        self.back = PlainButton(self.tr("Back to the plan"), icon_name="arrow-left")
        self.back.clicked.connect(self.left)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self._retheme()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say under the main thing why nothing was done."""
        say_in_view(self.reason, words)

    def close_review(self) -> None:
        self.action = None
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_words(self, action: Action) -> None:
        terms = action.newest.terms
        self._column.addWidget(Quoted(terms.text))
        self._column.addWidget(BodyLabel(cadence_words(terms.cadence, terms.first_day), color="ink2"))
        if terms.openness is not None:
            self._column.addWidget(SmallLabel(agreed_for(terms.openness)))

    def _main_card(self, action: Action, today: date) -> Card:
        card = Card()
        if action.newest.terms.openness is not None:
            self.main = PrimaryButton(self.tr("Renew it together"))
            self.main.clicked.connect(self.change_wanted)
            card.body.addWidget(HeadingLabel(self.tr("Does it go on?")))
            card.body.addWidget(BodyLabel(self._renew_words(), color="ink2"))
        else:
            self.main = PrimaryButton(self.tr("Keep it"))
            self.main.clicked.connect(lambda: self.kept.emit(self.next_day.day()))
            card.body.addWidget(HeadingLabel(self.tr("Keep it as it is")))
            card.body.addWidget(BodyLabel(self._keep_words(action), color="ink2"))
            card.body.addWidget(self._day_field(today), 0, Qt.AlignmentFlag.AlignLeading)
        card.body.addWidget(self.main, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _keep_words(self, action: Action) -> str:
        if action.mine:
            return self.tr("Its words stay as they are.")
        return self.tr("Its words stay, and so does what your partner answered.")

    def _day_field(self, today: date) -> Field:
        self.next_day = DateField()
        self.next_day.set_range(today + timedelta(days=1), None)
        self.next_day.set_day(today + timedelta(days=REVIEW_DAYS))
        return Field(self.tr("Look at it again"), self.next_day)

    def _renew_words(self) -> str:
        return self.tr(
            "What opens something private ends on its day. If both of you want it to go on, ask your partner again: "
            "what it is for, and until when, 30 days at most."
        )

    def _add_others(self, action: Action, starts: date, today: date) -> None:
        self.change = QuietButton(self.tr("Change it"), dense=True)
        self.finish = QuietButton(self.tr("Finish it"), dense=True)
        other = self.tr("Go on with the other one") if self._other_begun else self.tr("Choose another")
        self.another = QuietButton(other, dense=True)
        self.change.clicked.connect(self.change_wanted)
        self.finish.clicked.connect(self.finished)
        self.another.clicked.connect(self.another_wanted)
        rows = [
            (self.tr("Other words, another rhythm, or smaller"), self._change_words(), self.change),
            (
                self.tr("It has done its work, or it is time to let it go"),
                self._end_words(action, starts, today),
                self.finish,
            ),
            (self.tr("Something else in its place"), self._another_words(), self.another),
        ]
        if action.newest.terms.openness is not None:
            rows = rows[1:]  # renewing is changing, and the main thing here
        for heading, sentence, button in rows:
            self._column.addWidget(Hairline())
            self._column.addWidget(HeadingLabel(heading))
            self._column.addWidget(BodyLabel(sentence, color="ink2"))
            button.setAccessibleDescription(sentence)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(Hairline())

    def _change_words(self) -> str:
        return self.tr("The days before keep the words they had.")

    def _end_words(self, action: Action, starts: date, today: date) -> str:
        if action.mine:
            asked = self.tr("From today on it is no longer due.")
            later = self.tr("Today is marked already; from tomorrow on it is no longer due.")
        else:
            asked = self.tr("From today on it is no longer asked for.")
            later = self.tr("Today is marked already; from tomorrow on it is no longer asked for.")
        stays = self.tr("Everything marked and said stays where it is.")
        ends = asked if starts == today else marked_ahead(starts, today) or later
        return self.tr("{ends} {stays}").format(ends=ends, stays=stays)

    def _another_words(self) -> str:
        return self.tr("This one ends and can always be read; the new one takes its place in the plan.")

    @override
    def _retheme(self) -> None:
        super()._retheme()
        if self.action is not None:
            self._holder.setMaximumWidth(theme.px(_COLUMN))
            self._column.setSpacing(theme.px(12))
